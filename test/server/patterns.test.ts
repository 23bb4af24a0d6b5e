/** Every pattern that meets text from outside takes time by the length of that text, and no more than 100 ms at its largest. */
import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { asText } from '../../server/exports/csv.ts';
import { plainName } from '../../server/exports/file-name.ts';
import { mdLine, mdQuote } from '../../server/exports/markdown-text.ts';
import { nameOf } from '../../server/exports/refi/names.ts';
import { joinCodeIn, recoveryCodeIn } from '../../server/secrets.ts';
import * as api from '../../shared/api.ts';
import { commandSchema } from '../../shared/commands.ts';
import { commandMessage, draftMessage, helloSchema, pagesMessage } from '../../shared/protocol.ts';
import { scriptSchema } from '../../shared/script.ts';
import { isTooLong, normaliseText } from '../../shared/text.ts';
import { plain } from '../../shared/views/compare/wording.ts';

const largest = 60_000;
const units = [
  'a',
  '-',
  '.',
  '/',
  '@',
  ' ',
  '0',
  '\n',
  '\u0301',
  '\r',
  'a/',
  'a.',
  '.@',
  '- ',
  '{',
  '*',
  '\\',
  '|',
  '\u200b',
  '#',
  '>',
  '1.',
  '👍',
  '\ud83d',
];
/** Long runs of whatever a pattern may repeat, between what may begin it and what makes it fail at the end. */
const texts = ['', 'a', 'a@', 'a/', '1-'].flatMap((first) =>
  units.flatMap((unit) => ['', '!', '@', '\u0000'].map((last) => first + unit.repeat(largest / unit.length) + last)),
);

/** By CPU time of this process, since others may be busy; whatever else ran meanwhile is given another chance. */
function slowest(work: (text: string) => unknown): number {
  let most = 0;
  for (const text of texts) {
    let took = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < 3 && took > 100; turn++) {
      const { user } = process.cpuUsage();
      work(text);
      took = (process.cpuUsage().user - user) / 1000;
    }
    most = Math.max(most, took);
  }
  return most;
}

/** Every pattern in a schema, wherever it stands. */
function patternsIn(schema: z.core.$ZodType, found = new Map<string, RegExp>()): Map<string, RegExp> {
  const seen = new Set<unknown>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (value instanceof RegExp) found.set(value.source, value);
    else if ('_zod' in value) look((value._zod as { def: unknown }).def);
    else for (const inner of Object.values(value)) look(inner);
  };
  look(schema);
  return found;
}

const schemas = [
  ...[commandSchema, commandMessage, draftMessage, helloSchema, pagesMessage, scriptSchema],
  ...Object.values(api).filter((one): one is never => typeof one === 'object' && one !== null && '_zod' in one),
];
const patterns = schemas.reduce((found, schema) => patternsIn(schema, found), new Map<string, RegExp>());

test('no pattern of a schema is slow on a text of sixty thousand characters', () => {
  expect(patterns.size).toBeGreaterThan(10);
  const slow = [...patterns.values()].filter((pattern) => slowest((text) => pattern.test(text)) > 100);
  expect(slow.map(String)).toEqual([]);
});

test.each<[string, (text: string) => unknown]>([
  ['the normaliser', normaliseText],
  ['counting characters', (text) => isTooLong(text, 400)],
  ['a cell of a table', asText],
  ['a file name', plainName],
  ['a line of Markdown', mdLine],
  ['a quotation in Markdown', mdQuote],
  ['a name in a project', nameOf],
  ['a typed code', (text) => [joinCodeIn(text), recoveryCodeIn(text)]],
  ['comparing wordings', plain],
])('%s is not slow on a text of sixty thousand characters', (_, work) => {
  expect(slowest(work)).toBeLessThan(100);
});
