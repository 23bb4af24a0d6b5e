/** docs/security.md says what was looked at: here it is held to that. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { asvsLevels } from './support/asvs-levels.ts';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/security.md'), 'utf8');

const states = ['holds', 'in part', 'not', 'in work', 'operator', 'n/a'] as const;
type State = (typeof states)[number];
type Row = { no: string; level: number; words: string; state: State; proof: string };
const rows: Row[] = [...page.matchAll(/^\| (\d+\.\d+\.\d+) \| (\d) \| (.+?) \| ([\w/ ]+) \| (.+) \|$/gm)].map(
  ([, no = '', level, words = '', state, proof = '']) => ({
    ...{ no, words, proof },
    level: Number(level),
    state: state as State,
  }),
);
const testsOf = ({ proof }: Row) =>
  [...proof.matchAll(/`(test\/[^`]+)` \*([^*]+)\*/g)].map(([, file = '', name = '']) => ({ file, name }));
const applies = rows.filter(({ state }) => state !== 'n/a');

/** What has no place in this program, as the page says: chapters, and some sections. */
const leftOut = /^(?:9|17)\.|^4\.3\.|^10\.[3467]\./;

test('every requirement of levels 1 and 2 stands in the page once, in order, with its level', () => {
  const asked = [...asvsLevels].filter(([no, level]) => level <= 2 && !leftOut.test(no));
  expect(rows.map(({ no, level }) => [no, level])).toEqual(asked);
  expect([asvsLevels.size, asked.length]).toEqual([345, 217]);
});

test('every test that the page names is there, by that name', () => {
  const sources = new Map<string, string>();
  const sourceOf = (file: string) => {
    if (!sources.has(file))
      sources.set(file, existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '');
    return sources.get(file) ?? '';
  };
  const missing = rows.flatMap((row) =>
    testsOf(row)
      .filter(({ file, name }) => !sourceOf(file).includes(name))
      .map(({ file, name }) => `${row.no}: ${file} "${name}"`),
  );
  expect(missing).toEqual([]);
  const named = [...page.matchAll(/`((?:test|server|shared|client|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('what holds is shown by a test or a look with its date; what does not says why, and nothing of level 1 is left', () => {
  expect(rows.filter(({ state }) => !states.includes(state))).toEqual([]);
  const shown = (row: Row) => testsOf(row).length > 0 || /seen 20\d\d-\d\d-\d\d: \S/.test(row.proof);
  expect(applies.filter((row) => row.state === 'holds' && !shown(row))).toEqual([]);
  expect(rows.filter(({ words, proof }) => words.length < 4 || proof.length < 4)).toEqual([]);
  expect(applies.filter(({ state, level }) => level === 1 && ['not', 'in work'].includes(state))).toEqual([]);
});

test('the figures of the page are counted', () => {
  const counted = (among: readonly Row[]) =>
    states
      .slice(0, -1)
      .map((state) => `${state} ${among.filter((row) => row.state === state).length}`)
      .join(', ');
  const first = applies.filter(({ level }) => level === 1);
  const tested = applies.filter((row) => testsOf(row).length > 0).length;
  const share = Math.round((100 * tested) / applies.length);
  expect(page).toContain(`Of ${rows.length} requirements ${applies.length} apply: ${counted(applies)}.`);
  expect(page).toContain(`Of level 1, ${first.length}: ${counted(first)}.`);
  expect(page).toContain(`A test shows ${tested} of the ${applies.length} (${share} %).`);
  expect(share).toBeGreaterThanOrEqual(70);
});
