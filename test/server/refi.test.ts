// Files for programs of qualitative analysis: every answer is one selection of its text, and every code has a name of its own.
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { exportSource } from '../../server/exports/export-source.ts';
import { shortName, uniqueNames } from '../../server/exports/refi/names.ts';
import { mechanismsQdcOf, qdcOf } from '../../server/exports/refi/qdc.ts';
import { qdpxOf } from '../../server/exports/refi/qdpx.ts';
import { openLibrary } from '../../server/library/library.ts';
import type { Logged } from '../../shared/events.ts';
import { mark } from '../../shared/session/masks.ts';
import { playSession, winScript } from '../shared/summary-session.ts';
import { hostileTexts } from '../support/hostile-texts.ts';
import { allCodes, readQdc, readQdpx } from '../support/refi-reader.ts';
import { canary, canaryRoom } from '../support/room-canary.ts';

const projectOf = (log: readonly Logged[]) => readQdpx(qdpxOf(exportSource(log)));
type Project = ReturnType<typeof projectOf>;
const selectionsIn = ({ sources }: Project) => sources.flatMap(({ selections }) => selections);

function afternoon(people = 24) {
  const played = playSession();
  if (people === 24) played.wholeAfternoon();
  else {
    for (let i = 0; i < people; i++) played.join(1, ['student'], `naam-${i}`);
    played.open('def-duo');
    played.answer();
  }
  return played;
}
const played = afternoon();
const project = projectOf(played.log);
const read = played.state.script.steps.filter(({ id }) => id !== 'feedback').map(({ id }) => id);
const told = read.flatMap((step) => played.answers(step));

describe('a project', () => {
  test('holds every text that may be read, each as one selection of its own words (V4)', () => {
    const texts = told.flatMap((answer) => played.textOf(answer)).toSorted();
    const selected = selectionsIn(project).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(100);
    expect(selected.filter((text) => texts.includes(text)).toSorted()).toEqual(texts);
  });

  test('has one source for each pair that answered, with what is known of it', () => {
    expect(project.sources).toHaveLength(12);
    expect(project.sources[0]).toMatchObject({
      name: '2026-11-23_eindhoven_D01',
      values: { sessie: 'Werkplaats Wijk & Welzijn', datum: '2026-11-23', plaats: 'Eindhoven', personen: '2' },
    });
    expect(project.sources[0]?.values).toMatchObject({ soort_eenheid: 'duo', partner: 'Lunetzorg', subgroep: 'B' });
  });

  test('codes each judgement on its line: what it is about, what was asked, how it was judged', () => {
    const judged = selectionsIn(project).filter(({ text }) => text.startsWith('Oordeel: '));
    expect(judged).toHaveLength(told.filter(({ values }) => values['judgement']).length);
    const names = (folder: string) =>
      new Set(allCodes(project.codes.filter(({ name }) => name === folder)).map(({ name }) => name));
    const facets = ['Onderdelen', 'Vragen', 'Oordelen'].map(names);
    for (const { codes } of judged) {
      expect(codes).toHaveLength(3);
      expect(facets.map((facet) => codes.filter((code) => facet.has(code)).length)).toEqual([1, 1, 1]);
    }
  });

  test('counts a pair that differed under none of its judgements: it is split', () => {
    const split = selectionsIn(project).filter(({ text }) => text.startsWith('Oordeel: verdeeld'));
    expect(split.length).toBeGreaterThan(2);
    for (const { text, codes } of split) {
      expect(text).toBe('Oordeel: verdeeld (ja | nee)');
      expect(codes).toContain('verdeeld');
      expect(codes.filter((code) => code === 'ja' || code === 'nee')).toEqual([]);
    }
  });

  test('asks the same question with the same code, of whatever it is asked', () => {
    const asked = selectionsIn(project).filter(({ codes }) => codes.includes('Herkenbaar?'));
    const about = new Set(asked.flatMap(({ codes }) => codes));
    expect(about).toContain('Definitie');
    expect(about).toContain('Negen kenmerken: de hele lijst');
  });

  test('codes a choice with what was chosen, and marked items with those items', () => {
    const chosen = selectionsIn(project).filter(({ text }) => text.startsWith('Welke grens? '));
    expect(chosen.length).toBeGreaterThan(10);
    for (const { text, codes } of chosen) expect(codes).toContain(text.replace('Welke grens? ', ''));
    const marked = selectionsIn(project).find(({ text }) => text.startsWith('Welke herkennen jullie niet? '));
    expect(marked?.codes[2]).toMatch(/^Authentieke leer- en werkomgevingen/);
  });

  test('names no program but this one, no path, no name, no seat (P1, P4)', () => {
    expect(project.origin).toBe('In gesprek');
    const all = project.xml + project.sources.map(({ text }) => text).join();
    expect(all).not.toMatch(/CANARY|\/home|\/tmp|localhost|basePath/);
    for (const event of played.log) if (event.type === 'ParticipantJoined') expect(all).not.toContain(event.seat);
  });
});

describe('what may not be read', () => {
  test('is in no project: hidden, withdrawn, not released, covered (V3, V4)', () => {
    const scene = afternoon();
    const [gone, hidden] = scene.answers('def-duo');
    const waiting = scene.answers('model-duo').find(({ prompt }) => prompt === 'boundary');
    if (!gone || !hidden || !waiting) throw new Error('no answers');
    const before = [gone, hidden, waiting].flatMap((answer) => scene.textOf(answer));
    expect(before.length).toBeGreaterThan(3);
    scene.withdraw(gone);
    scene.must({ type: 'HideAnswer', answer: hidden.answer, hidden: true });
    scene.must({ type: 'ReleaseAnswer', answer: waiting.answer, released: false });
    const lines = projectOf(scene.log).sources.flatMap(({ text }) => text.split('\n'));
    expect(before.filter((text) => lines.includes(text))).toEqual([]);
    expect(
      scene
        .answers('def-duo')
        .flatMap(scene.textOf)
        .filter((text) => lines.includes(text)).length,
    ).toBeGreaterThan(20);
  });

  test('covered words are covered, in the selection too (V4)', () => {
    const { room, mask } = canaryRoom();
    room.must(mask());
    const covered = selectionsIn(projectOf(room.log)).filter(({ text }) => text.includes(mark));
    expect(covered.map(({ text }) => text)).toEqual([`Wat ${mark} zei, telt`]);
    expect(JSON.stringify(projectOf(room.log))).not.toContain(canary);
  });

  test('perspectives of a room of few are told of nobody (P1)', () => {
    const roles = (of: Project) => of.variables.filter((name) => name.startsWith('rol: '));
    expect(roles(project)).toContain('rol: student');
    expect(roles(projectOf(afternoon(4).log))).toEqual([]);
    const booleans = project.sources.map(({ values }) => values['rol: student']);
    expect(new Set(booleans)).toEqual(new Set(['true', 'false']));
  });
});

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test('the same session gives the same bytes, in whatever time zone the machine is', () => {
  const bytes = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((name) => {
    process.env['TZ'] = name;
    return Buffer.from(qdpxOf(exportSource(played.log))).toString('base64');
  });
  expect(new Set(bytes).size).toBe(1);
});

test('what was there keeps its id when more is said', () => {
  const scene = afternoon(4);
  const guids = (log: readonly Logged[]) =>
    [...readQdpx(qdpxOf(exportSource(log))).xml.matchAll(/ guid="([^"]+)"/g)].map(([, guid]) => guid);
  const before = guids(scene.log);
  scene.open('ken-duo');
  scene.answer();
  const after = new Set(guids(scene.log));
  expect(before.filter((guid) => !after.has(guid))).toEqual([]);
  expect(after.size).toBeGreaterThan(before.length);
});

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

test('notes are a source for each subgroup, coded with their kind and what they are about', () => {
  const scene = afternoon();
  scene.must({ type: 'AddNote', kind: 'difference', text: 'A ziet het anders', item: 'o1', subgroup: 'a' });
  scene.must({ type: 'AddNote', kind: 'insight', text: 'Dit geldt voor ons allen', item: null, subgroup: null });
  const notes = projectOf(scene.log).sources.slice(12);
  expect(notes.map(({ name }) => name).toSorted()).toEqual([
    '2026-11-23_eindhoven_notities',
    '2026-11-23_eindhoven_notities-a',
  ]);
  const ofA = notes.find(({ name }) => name.endsWith('-a'));
  expect(ofA?.selections).toEqual([
    { name: 'notities verschil', text: 'A ziet het anders', codes: ['Leren en onderzoekend samenwerken', 'verschil'] },
  ]);
  expect(ofA?.values['subgroep']).toBe('A');
});

test('a question that is asked of one thing twice is another code each time', () => {
  const found = openLibrary(['sessions']).find('definition-check');
  if (!found) throw new Error('no such script');
  const items = [{ id: 'i1', text: { en: 'A definition' } }];
  const script = { ...found, itemSets: found.itemSets.map((set) => ({ ...set, items })) };
  const scene = playSession(script);
  for (let i = 0; i < 3; i++) scene.join(1, []);
  for (const step of ['alone', 'again']) {
    scene.open(step);
    scene.answer(() => ({ judgement: { kind: 'judgement', choices: [step === 'alone' ? '1' : '4'] } }));
  }
  const { sources } = projectOf(scene.log);
  expect(sources.map(({ name }) => name)).toEqual(
    sources.map(({ name }) => expect.stringMatching(/_P-[A-Z]{4}$/) && name),
  );
  for (const { selections } of sources) {
    const questions = selections.filter(({ text }) => text.startsWith('Oordeel: ')).map(({ codes }) => codes[1]);
    expect(new Set(questions).size).toBe(6);
  }
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
