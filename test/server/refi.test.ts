// Files for programs of qualitative analysis: what was said stands in them as selections with codes, and nothing that may not be read.
import { afterEach, describe, expect, test } from 'vitest';
import { exportSource } from '../../server/exports/export-source.ts';
import { qdpxOf } from '../../server/exports/refi/qdpx.ts';
import { openLibrary } from '../../server/library/library.ts';
import type { Logged } from '../../shared/events.ts';
import { mark } from '../../shared/session/masks.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { playSession } from '../shared/summary-session.ts';
import { afternoon, type Project, projectOf, selectionsIn } from '../support/refi-project.ts';
import { allCodes, readQdpx } from '../support/refi-reader.ts';
import { desk, joinMany, openRoom, openStep, text, unitOfSeat } from '../support/room.ts';
import { canary, canaryRoom } from '../support/room-canary.ts';

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

test('conclusions and proposals are a source each, with what they rest on, and a minority’s own words coded as such', () => {
  const scene = afternoon();
  const [answer, second] = scene.answers('def-duo').filter((one) => scene.textOf(one).length > 0);
  if (!answer || !second) throw new Error('no answers');
  const draw = { type: 'DrawConclusion', conclusion: null, item: 'def' } as const;
  scene.must({ ...draw, kind: 'conclusion', text: 'Wij herkennen dit', answers: [answer.answer], notes: [] });
  scene.must({ ...draw, kind: 'proposal', text: 'Noem de bewoner', answers: [second.answer], notes: [] });
  const [conclusion = '', proposal = ''] = Object.keys(scene.state.conclusions);
  scene.must({ type: 'AskConclusion', conclusion });
  const judge = { type: 'JudgeConclusion', conclusion } as const;
  const [agrees = '', sees = ''] = [...valuesOf(scene.state.seats)].map(({ seat }) => seat);
  scene.must({ ...judge, agrees: true, note: '' }, { role: 'seat', seat: agrees });
  scene.must({ ...judge, agrees: false, note: 'Bij ons niet' }, { role: 'seat', seat: sees });
  scene.must({ type: 'DecideProposal', conclusion: proposal, decision: 'later', reason: 'Eerst vragen' });
  scene.withdraw(second);
  const { sources } = projectOf(scene.log);
  const [concluded, proposed] = sources.slice(12);
  expect(concluded).toMatchObject({ name: '2026-11-23_eindhoven_conclusies', values: { soort_eenheid: 'conclusies' } });
  expect(concluded?.selections.map(({ text, codes }) => [text, codes])).toEqual([
    ['Wij herkennen dit', ['Definitie', 'conclusie']],
    ['Bij ons niet', ['Definitie', 'zag het anders']],
  ]);
  expect(concluded?.text).toContain(`duo ${answer.number}: ${scene.textOf(answer)[0]}`);
  expect(concluded?.text).toContain('Klopt dit? Klopt: 1 van 2 telefoons die reageerden. Niet helemaal: 1.');
  expect(proposed?.selections.map(({ text, codes }) => [text, codes])).toEqual([
    ['Noem de bewoner', ['Definitie', 'voorstel voor de tekst', 'later']],
  ]);
  expect(proposed?.text).toMatch(/later: Eerst vragen\nRust op:\nduo \d+: ingetrokken/);
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
    expect(new Set(questions).size).toBe(8);
  }
});

test('a unit that took turns has one text, in which each answer says of which turn it is', () => {
  const room = openRoom();
  const seats = joinMany(room, 3);
  openStep(room, 'interview');
  const { unit } = unitOfSeat(room, seats[0] ?? '');
  const place = { unit, step: 'interview', item: 'list', prompt: 'thought' };
  for (const turn of [1, 2]) {
    if (turn > 1) room.must({ type: 'BeginTurn', step: 'interview', unit, turn });
    const values = { text: text(`Verhaal van beurt ${turn}`) };
    room.must({ type: 'SubmitAnswer', ...place, turn, values }, desk);
  }
  const [own, ...others] = projectOf(room.log).sources;
  expect(others).toEqual([]);
  expect(own?.name).toMatch(/_G01$/);
  expect(own?.selections.map((selection) => selection.text)).toEqual(['Verhaal van beurt 1', 'Verhaal van beurt 2']);
  expect(own?.text).toMatch(/\(G01-1\)[\s\S]*\(G01-2\)/);
});

test('words that the desk lets be read under another item are coded there; the judgement stays where it was given', () => {
  const scene = afternoon();
  const answer = scene.answers('model-duo').find(({ prompt, item }) => prompt === 'clear' && item === 'o2');
  if (!answer) throw new Error('no answer');
  const [words = ''] = scene.textOf(answer);
  scene.must({ type: 'MoveAnswer', answer: answer.answer, item: 'o4' });
  const { sources } = projectOf(scene.log);
  const own = sources.find(({ selections }) => selections.some((one) => one.text === words));
  const at = own?.selections.findIndex((one) => one.text === words) ?? 0;
  expect(own?.selections[at]?.codes[0]).toBe('Vrijmaken van mensen en middelen');
  expect(own?.selections[at - 1]?.codes[0]).toBe('Leiderschap en autonomie');
  expect(own?.text).toContain('Leiderschap en autonomie (gelezen bij: Vrijmaken van mensen en middelen)');
});
