/** Edits in a script's text: what was asked is what it says afterwards, and comments and untouched lines stay (promised to whoever writes YAML). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentsIn, editedText } from '../../server/library/edit-script.ts';
import { changedLines, hunksOf } from '../../server/library/keep-lines.ts';
import { readYaml } from '../../server/library/read-yaml.ts';
import { blankScript } from '../../server/scripts/blank.ts';
import { draftOf, lookAt } from '../../server/scripts/draft.ts';
import type { Edit } from '../../shared/own-scripts.ts';
import { scriptsOfTests } from '../support/server.ts';

const folder = join(import.meta.dirname, '../../sessions');
const texts = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);
const textOf = (name: string) => texts[`${name}.yaml`] ?? '';
const dataOf = (yaml: string): unknown => {
  const read = readYaml(yaml);
  if (!read.ok) throw new Error(read.message.en);
  return read.value;
};
const edited = (yaml: string, ...edits: Edit[]): string => editedText(yaml, edits) ?? 'refused';
const newLines = (before: string, after: string) =>
  after.split('\n').filter((line) => !before.split('\n').includes(line));

type Plain = Record<string, unknown> | unknown[];
/** What the value should be afterwards, done on plain data. */
function done(value: unknown, edit: Edit): unknown {
  const copy = structuredClone(value) as Plain;
  const path = edit.do === 'set' || edit.do === 'remove' ? edit.path.slice(0, -1) : edit.path;
  const at = path.reduce<Plain>((held, key) => (held as Record<string | number, Plain>)[key] as Plain, copy);
  const last = edit.path.at(-1) ?? '';
  if (edit.do === 'set') (at as Record<string | number, unknown>)[last] = edit.value;
  else if (edit.do === 'remove') {
    if (Array.isArray(at)) at.splice(Number(last), 1);
    else delete at[last];
  } else if (Array.isArray(at)) {
    if (edit.do === 'insert') at.splice(edit.at, 0, edit.value);
    else if (edit.do === 'copy') at.splice(edit.to, 0, structuredClone(at[edit.from]));
    else at.splice(edit.to, 0, ...at.splice(edit.from, 1));
  }
  return copy;
}

/** Every place in a value: `[path, what is there]`. */
function placesIn(value: unknown, path: (string | number)[] = []): [(string | number)[], unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [
    [path, value],
    ...entries.flatMap(([key, inner]: [string | number, unknown]) => placesIn(inner, [...path, key])),
  ];
}

const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.constantFrom('a: b # c', '- "x"', "it's", 'regel\nregel', '  ', '#', '1', 'true', '{ a }', '&a', '*a', '…'),
);
const parts = fc.oneof(
  words,
  fc.integer({ min: 0, max: 90 }),
  fc.boolean(),
  fc.record({ nl: words, en: words }),
  fc.array(fc.record({ id: fc.constantFrom('a', 'b'), label: fc.record({ nl: words }) }), { maxLength: 3 }),
);

/** An edit that can be made in this value. */
function editIn(value: unknown): fc.Arbitrary<Edit> {
  const places = placesIn(value).filter(([path]) => path.length > 0);
  const lists = places.filter((place): place is [(string | number)[], unknown[]] => Array.isArray(place[1]));
  const filled = lists.filter(([, list]) => list.length > 0);
  const set = fc
    .tuple(fc.constantFrom(...places), parts)
    .map(([[path], part]): Edit => ({ do: 'set', path, value: part }));
  // What would be left empty is another matter: it goes too.
  const spare = places.filter(
    ([path]) =>
      places.filter(([other]) => other.length === path.length && other.slice(0, -1).join() === path.slice(0, -1).join())
        .length > 1,
  );
  const remove = fc.constantFrom(...spare).map(([path]): Edit => ({ do: 'remove', path }));
  const insert = fc
    .tuple(fc.constantFrom(...lists), fc.nat(), parts)
    .map(([[path, list], n, part]): Edit => ({ do: 'insert', path, at: n % (list.length + 1), value: part }));
  const move = fc
    .tuple(fc.constantFrom(...filled), fc.nat(), fc.nat())
    .map(([[path, list], a, b]): Edit => ({ do: 'move', path, from: a % list.length, to: b % list.length }));
  const copy = fc
    .tuple(fc.constantFrom(...filled), fc.nat(), fc.nat())
    .map(([[path, list], a, b]): Edit => ({ do: 'copy', path, from: a % list.length, to: b % (list.length + 1) }));
  return fc.oneof(set, remove, insert, move, copy);
}

const without = (all: readonly string[], some: readonly string[]): string[] => {
  const left = [...all];
  for (const one of some) {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
};

describe('whatever is edited, at random', () => {
  const small = Object.entries(texts).filter(([name]) => !name.startsWith('win-') && name !== 'definition-check.yaml');

  test.each(small)(
    '%s says what was asked, and loses no comment but of what was taken out',
    {
      timeout: 3_600_000,
    },
    (_, source) => {
      const value = dataOf(source);
      void fc.assert(
        fc.property(editIn(value), (edit) => {
          const after = edited(source, edit);
          expect(dataOf(after)).toEqual(done(value, edit));
          const lost = without(commentsIn(source), commentsIn(after));
          if (edit.do !== 'remove' && edit.do !== 'set') expect(lost).toEqual([]);
        }),
        { numRuns: process.env['FULL'] ? 2_000 : 60, seed: 20_261_128 },
      );
    },
  );

  test('a scalar that gets another value changes its own line alone, in every script of the library', () => {
    for (const source of Object.values(texts)) {
      const scalars = placesIn(dataOf(source)).filter(
        ([path, one]) => typeof one === 'number' && path.at(-1) === 'minutes',
      );
      for (const [path] of scalars.slice(0, 4)) {
        const after = edited(source, { do: 'set', path, value: 77 });
        expect(newLines(source, after)).toHaveLength(1);
        expect(after.split('\n')).toHaveLength(source.split('\n').length);
        expect(commentsIn(after)).toEqual(commentsIn(source));
      }
    }
  });
});

describe('a text', () => {
  test('in which nothing is edited is the same, byte for byte', () => {
    for (const source of [...Object.values(texts), 'no: {yaml', '\uFEFFa: 1\r\n', ''])
      expect(draftOf(source, [], scriptsOfTests()).yaml).toBe(source);
  });

  test('keeps its byte order mark, its line ends, its indents and its brackets', () => {
    const source = '\uFEFF# kop\r\ntitle:   {nl: "a",   en: "b"} # bij\r\nsteps:\r\n- id: x # een\r\n  minutes: 1\r\n';
    const after = edited(source, { do: 'set', path: ['steps', 0, 'minutes'], value: 5 });
    expect(after).toBe(source.replace('minutes: 1', 'minutes: 5'));
    expect(edited(source, { do: 'insert', path: ['steps'], at: 1, value: { id: 'y', minutes: 2 } })).toBe(
      `${source}- id: y\r\n  minutes: 2\r\n`,
    );
  });

  test('that cannot be read, or has no such place, is given back as it came', () => {
    const library = scriptsOfTests();
    const refused = (yaml: string, edit: Edit) => draftOf(yaml, [edit], library);
    expect(refused('a: "', { do: 'set', path: ['a'], value: 1 })).toMatchObject({
      yaml: 'a: "',
      refused: true,
      value: null,
    });
    for (const edit of [
      { do: 'set', path: [], value: 1 },
      { do: 'set', path: ['a', 'b'], value: 1 },
      { do: 'remove', path: ['b'] },
      { do: 'move', path: ['a'], from: 0, to: 1 },
      { do: 'insert', path: ['a'], at: 0, value: 1 },
      { do: 'set', path: ['list', 4, 'x'], value: 1 },
      { do: 'move', path: ['list'], from: 0, to: 2 },
    ] as const) {
      expect([edit, refused('a: 1\nlist: [1, 2]\n', edit as unknown as Edit).refused]).toEqual([edit, true]);
    }
  });

  test('what was named once and used again stays so, until it is changed there or its name goes', () => {
    const source = textOf('definition-check');
    const path = ['steps', 3, 'prompts', 0, 'title', 'en'];
    const [alone, again] = [2, 5];
    const before = dataOf(source) as { steps: { prompts: { title: { en: string } }[] }[] };
    const titles = (yaml: string) => {
      const { steps } = dataOf(yaml) as typeof before;
      return steps.flatMap(({ prompts = [] }) => prompts.map(({ title }) => title.en));
    };
    // Where it is named: in both.
    const both = edited(source, { do: 'set', path: ['steps', alone, ...path.slice(2)], value: 'Known?' });
    expect(titles(both).filter((title) => title === 'Known?')).toHaveLength(2);
    // Where it is used: there alone.
    const one = edited(source, { do: 'set', path: ['steps', again, ...path.slice(2)], value: 'Known?' });
    expect(titles(one).filter((title) => title === 'Known?')).toHaveLength(1);
    expect(without(commentsIn(source), commentsIn(one))).toEqual([]);
    // What it referred to goes, or comes after it: written out.
    const gone = edited(source, { do: 'remove', path: ['steps', alone] });
    expect(dataOf(gone)).toEqual({ ...before, steps: before.steps.filter((_, at) => at !== alone) });
    const moved = edited(source, { do: 'move', path: ['steps'], from: alone, to: 6 });
    expect(titles(moved).sort()).toEqual(titles(source).sort());
    const copied = edited(source, { do: 'copy', path: ['steps'], from: again, to: 0 });
    expect(titles(copied)).toHaveLength(titles(source).length + (before.steps[again]?.prompts.length ?? 0));
  });

  test('a step that moves takes its comment along, and blank lines stay between steps', () => {
    const source = 'steps:\n  - id: a # een\n\n  # over b\n  - id: b\n\n  - id: c\n# slot\n';
    expect(edited(source, { do: 'move', path: ['steps'], from: 2, to: 1 })).toBe(
      'steps:\n  - id: a # een\n\n  - id: c\n\n  # over b\n  - id: b\n# slot\n',
    );
  });
});

describe('what is said of a draft', () => {
  test('is what the library says, with its place; what is taken from another script is looked at too', () => {
    const library = scriptsOfTests();
    for (const source of Object.values(texts)) expect(draftOf(source, [], library).problems).toEqual([]);
    const source = textOf('een-twee-vier-allen');
    const { problems } = draftOf(source, [{ do: 'set', path: ['steps', 1, 'minutes'], value: 500 }], library);
    expect(problems).toMatchObject([{ path: ['minutes'], line: expect.any(Number) }]);
    const strange = draftOf(
      source,
      [
        {
          do: 'set',
          path: ['itemSets', 0],
          value: { id: 'stellingen', kind: 'list', title: { nl: 'x', en: 'x' }, from: 'a/b' },
        },
      ],
      library,
    );
    expect(strange.problems.map(({ path }) => path.join('.'))).toContain('itemSets.0.from');
  });

  test('a new script is without problems in one language from the start; its title is asked for in the other', () => {
    for (const languages of [['nl'], ['en'], ['nl', 'en'], ['en', 'nl']] as const) {
      const { problems, script } = lookAt(blankScript('mijn', languages, 'Mijn "gesprek": \\o/'), scriptsOfTests());
      expect(problems.map(({ path, atForm }) => [path, atForm?.nl])).toEqual(
        languages.length === 1
          ? []
          : [[['title'], `Hier ontbreekt het ${languages[1] === 'en' ? 'Engels' : 'Nederlands'}.`]],
      );
      if (languages.length === 1) expect(script?.steps).toHaveLength(2);
    }
  });
});

test('a name that is given twice stands in each place for what it stood for there, also where that is written out', () => {
  const yaml = 'a: &x 1\nb: &y { p: *x, q: 3 }\nc: &x 2\nd: *y\n';
  expect(dataOf(edited(yaml, { do: 'set', path: ['d', 'q'], value: 4 }))).toEqual({
    ...{ a: 1, b: { p: 1, q: 3 }, c: 2, d: { p: 1, q: 4 } },
  });
  expect(dataOf(edited(yaml, { do: 'remove', path: ['b'] }))).toEqual({ a: 1, c: 2, d: { p: 1, q: 3 } });
});

test('a change of lines is made where the same lines are written otherwise, and wins where it meets one', () => {
  const [before, after] = ['a\nb\nc\nd\ne', 'a\nb\nc\nd\nE'];
  expect(changedLines('A\nb\nc\nd\ne', before, after)).toBe('A\nb\nc\nd\nE');
  expect(changedLines('a\nb\nc\nd\n e', before, after)).toBe(after);
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });
  void fc.assert(
    fc.property(lines, lines, (from, to) => {
      const parts: string[] = [];
      let next = 0;
      for (const { start, end, lines: put } of hunksOf(from, to)) {
        parts.push(...from.slice(next, start), ...put);
        next = end;
      }
      expect([...parts, ...from.slice(next)]).toEqual(to);
    }),
    { seed: 20_261_128 },
  );
});
