// Whatever people type and a script is called: letter for letter in its selection, and every code with a name of its own.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportSource } from '../../server/exports/export-source.ts';
import { readableAnswers } from '../../server/exports/readable-answers.ts';
import { shortName, uniqueNames } from '../../server/exports/refi/names.ts';
import { mechanismsQdcOf, qdcOf } from '../../server/exports/refi/qdc.ts';
import { openText } from '../../server/exports/refi/source-text.ts';
import { currentSummary } from '../../shared/views/summary.ts';
import { playSession, winScript } from '../shared/summary-session.ts';
import { hostileTexts } from '../support/hostile-texts.ts';
import { afternoon, projectOf, selectionsIn } from '../support/refi-project.ts';
import { allCodes, readQdc } from '../support/refi-reader.ts';
import { playSafely } from '../support/room-afternoon.ts';

const played = afternoon();
const project = projectOf(played.log);

test('hostile texts come back letter for letter, wherever they stand before one another', () => {
  const texts = Object.values(hostileTexts);
  const scene = playSession();
  for (let i = 0; i < 8; i++) scene.join(1, []);
  scene.open('def-duo');
  let next = 0;
  scene.answer((_, prompt) =>
    Object.fromEntries(
      prompt.fields.map((field) =>
        field.kind === 'text'
          ? [field.id, { kind: 'text', text: texts[next++ % texts.length] ?? '' }]
          : [field.id, { kind: 'judgement', choices: ['deels'] }],
      ),
    ),
  );
  scene.open('def-gesprek');
  for (const text of texts) scene.must({ type: 'AddNote', kind: 'insight', text, item: 'def', subgroup: null });
  const read = selectionsIn(projectOf(scene.log)).map(({ text }) => text);
  // No file can hold half a character, and the server lets none in.
  for (const text of texts) expect(read).toContain(text.toWellFormed());
});

test('a line end is one character, as programs read it', () => {
  const text = openText();
  const selection = { key: [], name: '', at: '', codes: [] };
  text.select('een\r\ntwee\rdrie', selection);
  text.select('vier', selection);
  const { text: whole, selections } = text.close();
  expect(selections.map(({ start, end }) => whole.slice(start, end))).toEqual(['een\ntwee\ndrie', 'vier']);
});

test('titles may be anything: they are names on one line, and the files have names that a disk can bear', () => {
  const script = winScript();
  const hostile = Object.values(hostileTexts);
  const titled = {
    ...script,
    itemSets: script.itemSets.map((set, s) => ({
      ...set,
      title: { nl: hostile[s] ?? 'x' },
      items: set.items.map((item, i) => ({ ...item, title: { nl: hostile[(i + s) % hostile.length] ?? 'x' } })),
    })),
    steps: script.steps.map((step) => ({
      ...step,
      prompts: step.prompts.map((prompt, i) => ({ ...prompt, title: { nl: hostile[i + 4] ?? 'x' } })),
    })),
  };
  const scene = playSession(titled);
  for (let i = 0; i < 8; i++) scene.join(1, ['student']);
  scene.open('def-duo');
  scene.answer();
  expect(selectionsIn(projectOf(scene.log)).length).toBeGreaterThan(8);
  expect(readQdc(qdcOf(exportSource(scene.log))).codes.length).toBeGreaterThan(2);
});

test('whatever happens in a room, its project is read, and holds each text that exports may hold, once (V3, V4)', () => {
  let texts = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const { log } = playSafely(seed).room;
    const answers = readableAnswers(exportSource(log)).filter(({ withdrawn }) => !withdrawn);
    const said = answers.flatMap(({ fields }) =>
      fields.flatMap(({ value }) => (value.kind === 'text' ? value.text : [])),
    );
    const { notes, conclusions, proposals } = currentSummary(log);
    const drawn = [...conclusions, ...proposals];
    const noted = [...notes, ...drawn, ...drawn.flatMap(({ checked }) => checked?.minority ?? [])].map(
      (one) => one.text,
    );
    const wanted = new Set([...said, ...noted]);
    const selected = selectionsIn(projectOf(log)).filter(({ text }) => wanted.has(text));
    expect(selected.map(({ text }) => text).toSorted()).toEqual([...said, ...noted].toSorted());
    texts += said.length;
  }
  expect(texts).toBeGreaterThan(200);
});

describe('a codebook', () => {
  test('is that of the project, and holds nobody’s words', () => {
    const { origin, codes } = readQdc(qdcOf(exportSource(played.log)));
    expect(origin).toBe('In gesprek');
    expect(codes).toEqual(project.codes);
    expect(JSON.stringify(codes)).not.toMatch(/ door \d/);
  });

  test('of a session before anybody answered is the same', () => {
    expect(readQdc(qdcOf(exportSource(afternoon(0).log))).codes).toEqual(project.codes);
    expect(projectOf(playSession().log).sources).toEqual([]);
  });

  test('of the learning mechanisms has four with their processes, and is coded nowhere', () => {
    const { codes } = readQdc(mechanismsQdcOf(exportSource(played.log)));
    expect(codes.map(({ name, codable }) => [name, codable])).toEqual([['Leermechanismen', false]]);
    expect(codes[0]?.codes.map(({ name }) => name)).toEqual([
      ...['Identificatie', 'Coördinatie', 'Reflectie', 'Transformatie'],
    ]);
    expect(allCodes(codes)).toHaveLength(19);
    expect(allCodes(project.codes).map(({ name }) => name)).not.toContain('Leermechanismen');
  });
});

test('no two codes have one name, whatever the script calls them, and none is cut by a program', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.oneof(fc.constantFrom('ja', 'JA', 'ja ', 'w'.repeat(99)), fc.string({ unit: 'grapheme' })),
          fc.string(),
        ),
      ),
      (wanted) => {
        const unique = uniqueNames();
        const names = wanted.map(([name, apart]) => unique(name, apart));
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name.length).toBeLessThanOrEqual(63);
          expect(name.isWellFormed()).toBe(true);
          expect(name).not.toMatch(/^$|^\s|\s$|[\n\r\t]/);
          expect(shortName(name)).toBe(name);
        }
      },
    ),
  ));
