// The seven scripts that come with the product: what they hold, and that they hold the slides' own words.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openLibrary } from '../../server/library/library.ts';
import { type Script, scriptSchema } from '../../shared/script.ts';
import { isAgain, itemsOf, phonePart, questionsOf } from '../../shared/script-queries.ts';
import quotations from '../support/quotations.json' with { type: 'json' };
import { partOf, quotationsIn, wordsOn } from '../support/quotations.ts';

const folder = join(import.meta.dirname, '../../sessions');
const library = openLibrary([folder]);
const named = (id: string): Script => library.find(id) ?? expect.fail(`no script ${id}`);
const win = named('win-professionele-werkplaatsen');
const raw = new Map<string, unknown>(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, parse(readFileSync(join(folder, name), 'utf8'))]),
);

type Block = Record<string, unknown>;

/** Every block of lines in a file, from the outside in. */
function blocksIn(value: unknown): Block[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : [value as Block];
  return [...own, ...Object.values(value).flatMap(blocksIn)];
}

const quotesOf = (value: unknown) =>
  blocksIn(value)
    .filter((block) => 'quote' in block)
    .map(({ source, quote }) => `${source} ${quote}`)
    .sort();
const inTheSlides = quotations.map(({ lines, text }) => `${lines} ${text}`).sort();

test('all eight scripts load without a problem', () => {
  expect(library.refused).toEqual([]);
  expect(library.scripts.map(({ id }) => id)).toEqual([
    'casestudie-interviewronde',
    'definition-check',
    'een-twee-vier-allen',
    'kenmerken-huiswerk',
    'oefensessie',
    'terugblik',
    'verslagcheck',
    'win-professionele-werkplaatsen',
  ]);
});

test('the WIN script has 17 steps that last 90 minutes together, arrival not counted', () => {
  expect(win.steps.map(({ id }) => id)).toEqual(
    'inloop welkom waarom def-lezen def-duo def-gesprek ken-lezen ken-duo ken-gesprek model-uitleg model-groepen model-duo model-gesprek oogst vervolg feedback bedankt'.split(
      ' ',
    ),
  );
  const counted = win.steps.filter(({ before }) => !before);
  expect(counted.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(90);
  expect(counted).toHaveLength(16);
});

test('every step of the WIN script has a title, a place on the wall, words for the phone and a hint', () => {
  for (const step of win.steps) {
    expect(step.wall.mode, step.id).toBeDefined();
    expect(step.phone, step.id).toBeDefined();
    expect(step.hints.length, step.id).toBeGreaterThan(0);
  }
});

test('the model has six components that are answered, and three parts of the figure that are not', () => {
  const step = win.steps.find(({ id }) => id === 'model-duo') ?? expect.fail();
  expect(itemsOf(win, step).map(({ id, place, subgroup, hue }) => [id, place, subgroup, hue])).toEqual([
    ['o1', 'core', 'a', 2],
    ['o2', 'around', 'a', 3],
    ['o3', 'around', 'a', 4],
    ['o4', 'around', 'b', 5],
    ['o5', 'around', 'b', 6],
    ['o6', 'surrounding', 'b', 7],
  ]);
  for (const item of itemsOf(win, step)) {
    expect(item.sections?.map(({ label }) => label.nl)).toEqual(['Wat', 'Doel', 'Benodigdheden']);
  }
  const model = win.itemSets.find(({ id }) => id === 'model');
  expect(model?.items.filter((item) => !itemsOf(win, step).includes(item)).map(({ place }) => place)).toEqual([
    'before',
    'after',
    'whole',
  ]);
});

test('the WIN script quotes the slides word for word: 112 quotations, none more, none less', () => {
  expect(inTheSlides).toHaveLength(112);
  expect(quotesOf(raw.get('win-professionele-werkplaatsen.yaml'))).toEqual(inTheSlides);
  expect(quotesOf(win)).toEqual(inTheSlides);
});

test('one letter changed in any quotation is found', () => {
  for (const block of blocksIn(structuredClone(win)).filter(({ quote }) => quote)) {
    const quote = String(block['quote']);
    const at = quote.search(/\p{L}/u);
    const changed = `${quote.slice(0, at)}${quote[at] === 'x' ? 'y' : 'x'}${quote.slice(at + 1)}`;
    expect(inTheSlides).toContain(`${block['source']} ${quote}`);
    expect(inTheSlides).not.toContain(`${block['source']} ${changed}`);
  }
});

test('quotations are cut out of the slides: lines joined, white space single, bullet and number left out', () => {
  const deck = ['', ' • Samen   werken, leren ', '', 'en onderzoeken', '1. Is dit duidelijk?', 'VoorNa'];
  expect(wordsOn('r2-4', deck)).toBe('Samen werken, leren en onderzoeken');
  expect(wordsOn('r4', deck)).toBe('en onderzoeken');
  expect(partOf(wordsOn('r5', deck), 'Is', '?')).toBe('Is dit duidelijk?');
  expect(partOf(wordsOn('r6', deck), 'Na', 'a')).toBe('Na');
  expect(() => partOf('Voor', 'Na', 'a')).toThrow('Not in the slides');
  expect(() => quotationsIn('other slides')).toThrow('Not in the slides');
});

test.each([...raw])('%s says everything in each of its languages', (_, value) => {
  const { languages } = value as { languages: string[] };
  for (const block of blocksIn(value)) {
    const { nl, en, quote, language } = block;
    if (![nl, en, quote].some((words) => typeof words === 'string')) continue;
    const spoken = [nl && 'nl', en && 'en', quote && (language ?? 'nl')];
    expect(spoken, JSON.stringify(block)).toEqual(expect.arrayContaining(languages));
  }
});

test('"weet ik niet" is shown, but never counted', () => {
  for (const { id, scales } of library.scripts) {
    for (const option of Object.values(scales).flat()) {
      expect(option.counted, `${id} ${option.id}`).toBe(option.shape !== 'unknown');
    }
  }
});

test('the interview round talks about the components of the WIN model, in no subgroups', () => {
  const [set] = named('casestudie-interviewronde').itemSets;
  const model = win.itemSets.find(({ id }) => id === 'model');
  expect(set).not.toHaveProperty('from');
  expect(set?.items).toEqual(model?.items.map(({ subgroup: _, ...item }) => item));
  expect(set?.citation).toEqual(model?.citation);
});

test('cards are one question as often; an older script that says them of questions of its own keeps those, on phones too', () => {
  const step = named('terugblik').steps.find(({ cards }) => cards) as Script['steps'][number];
  expect(step.prompts.map(({ id }) => id)).toEqual(['card', 'card-2', 'card-3']);
  expect(questionsOf(step).map(({ id }) => id)).toEqual(['card']);
  expect([isAgain(step, 'card'), isAgain(step, 'card-2')]).toEqual([false, true]);
  const older = { ...step, prompts: step.prompts.map((prompt, n) => ({ ...prompt, id: `vraag${n}` })) };
  expect(questionsOf(older)).toHaveLength(3);
  expect(isAgain(older, 'vraag1')).toBe(false);
  const [onPhone, own] = phonePart({ ...named('terugblik'), steps: [older, step] }).steps;
  expect([onPhone?.cards, own?.cards]).toEqual([undefined, { max: 3 }]);
});

/** Every key that a script may hold, found by walking the schema. */
function keysOf(schema: unknown, seen = new Set<unknown>()): string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const { def } = (schema as { _zod: { def: Record<string, unknown> } })._zod;
  const shape = (def['shape'] ?? {}) as Record<string, unknown>;
  const options = (def['options'] ?? []) as unknown[];
  const inner = [def['innerType'], def['element'], def['valueType'], ...options, ...Object.values(shape)];
  return [...Object.keys(shape), ...inner.flatMap((each) => keysOf(each, seen))];
}

test('the README explains every key that a script may hold', () => {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const keys = [...new Set(keysOf(scriptSchema))];
  expect(keys.length).toBeGreaterThan(90);
  expect(keys.filter((key) => !readme.includes(`\`${key}\``))).toEqual([]);
});
