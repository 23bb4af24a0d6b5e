/** Subgroups with names and places, each with a desk, a wall and a clock of its own (D1, V1). */
import { describe, expect, test } from 'vitest';
import { litAnswer } from '../../client/phone/people.ts';
import type { Command } from '../../shared/commands.ts';
import { activeUnits, clockLeft, textOf, unitOf } from '../../shared/session/selectors.ts';
import type { Answer } from '../../shared/session/state.ts';
import { inSubgroup, subgroupsOf } from '../../shared/session/subgroups.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import { sceneOf } from '../../shared/views/wall.ts';
import {
  deskIn,
  eventsOf,
  invite,
  join,
  openStep,
  pairsOf,
  type Room,
  seatActor,
  submit,
  text,
  unitOfSeat,
} from '../support/room.ts';
import type { Screen } from '../support/room-screens.ts';

/** This many people in pairs and subgroups, who answer about the model; a desk in each subgroup. */
function groupsOf(people: number) {
  const { room, seats } = pairsOf(people);
  openStep(room, 'groups');
  openStep(room, 'model');
  for (const subgroup of ['a', 'b']) invite(room, subgroup, `Begeleider ${subgroup}`);
  const seatIn = (subgroup: string) => seats.find((seat) => unitOfSeat(room, seat).subgroup === subgroup) ?? '';
  const answer = (subgroup: string, words: string) => {
    const item = subgroup === 'a' ? 'o1' : 'o4';
    return submit(room, seatIn(subgroup), { step: 'model', item, prompt: 'recognisable' }, { why: text(words) });
  };
  return { room, seats, seatIn, answer };
}
const subgroups = (room: Room) => activeUnits(room.state).map(({ subgroup }) => subgroup);
/** What a phone says is in the light now. */
const lightOf = ({ state, seat }: Screen): string | null => litAnswer(state, seat ?? '')?.answer ?? null;
const wordsIn = (state: Room['state']): string[] =>
  [...valuesOf(state.answers)].flatMap(({ values }: Answer) =>
    Object.values(values).flatMap((value) => (value.kind === 'text' ? [textOf(state, value.text)] : [])),
  );

describe('from four units on', () => {
  test('given pairs leave until three are left, when a step in subgroups begins, then everyone is one group; by hand they part again', () => {
    const { room, seats } = groupsOf(8);
    const gone = seats.filter((seat) => unitOfSeat(room, seat).number === 1);
    for (const seat of gone) room.must({ type: 'LeaveSession' }, seatActor(seat));
    expect(new Set(subgroups(room))).toEqual(new Set(['a', 'b']));
    room.must({ type: 'CloseStep', step: 'model' });
    openStep(room, 'model');
    expect(new Set(subgroups(room)), 'opened again, people stay where they are').toEqual(new Set(['a', 'b']));
    openStep(room, 'talk-model');
    expect(subgroups(room)).toEqual([null, null, null]);
    const { unit = '' } = activeUnits(room.state)[0] ?? {};
    room.must({ type: 'MoveUnit', unit, subgroup: 'b' });
    expect(unitOf(room.state, unit)?.subgroup).toBe('b');
  });

  test('given three pairs became four, when a step in subgroups begins, then there are two subgroups', () => {
    const { room } = pairsOf(6);
    openStep(room, 'groups');
    expect(subgroups(room)).toEqual([null, null, null]);
    join(room, { people: 2 });
    openStep(room, 'talk-model');
    expect([...subgroups(room)].sort()).toEqual(['a', 'a', 'b', 'b']);
  });

  test('given a pair that the desk arranged in no subgroup, when a step in subgroups begins, then it joins the smallest', () => {
    const { room } = groupsOf(12);
    const units = activeUnits(room.state).map(({ unit, seats, subgroup }, i) => ({
      ...{ unit, seats: [...seats] },
      subgroup: i === 0 ? null : subgroup,
    }));
    room.must({ type: 'ArrangeUnits', units });
    openStep(room, 'talk-model');
    expect([...subgroups(room)].sort()).toEqual(['a', 'a', 'a', 'b', 'b', 'b']);
  });
});

describe('names and places', () => {
  test('given the desk names a subgroup and its place, then phones and walls have the words, and its undo takes them back (D1)', () => {
    const { room, seatIn } = groupsOf(8);
    const screens = [room.addScreen('seat', seatIn('a')), room.addScreen('wall'), room.addScreen('wall', null, 'b')];
    room.must({ type: 'NameSubgroup', subgroup: 'a', name: 'Lijsters', place: 'tafels bij het raam' });
    for (const { state } of screens) {
      expect(subgroupsOf(state)[0]).toMatchObject({ label: { nl: 'Lijsters' }, place: 'tafels bij het raam' });
    }
    room.must({ type: 'NameSubgroup', subgroup: 'a', name: '', place: '' });
    for (const { state } of screens) expect(subgroupsOf(state)[0]).toMatchObject({ label: { nl: 'a' }, place: '' });
    expect(room.refused({ type: 'NameSubgroup', subgroup: 'a', name: '', place: '' })).toBe('nothingToDo');
    expect(room.refused({ type: 'NameSubgroup', subgroup: 'z', name: '', place: '' })).toBe('noSuchSubgroup');
    const long = 'x'.repeat(81);
    expect(room.refused({ type: 'NameSubgroup', subgroup: 'a', name: '', place: long })).toBe('textTooLong');
  });

  test('given a name was changed, then the words before are in no stream and in no log (P2)', () => {
    const { room } = groupsOf(8);
    room.must({ type: 'NameSubgroup', subgroup: 'b', name: 'Oude naam', place: 'Oude plek' });
    room.must({ type: 'NameSubgroup', subgroup: 'b', name: 'Nieuwe naam', place: '' });
    const streams = (['phones', 'wall', 'wall:a', 'wall:b', 'desk'] as const).flatMap((s) =>
      room.streams.since([s], {}),
    );
    expect(JSON.stringify([streams, room.log])).not.toContain('Oude');
  });
});

describe('the desk of one subgroup', () => {
  const mine = (answer: string): Command[] => [
    { type: 'KeepAnswer', answer, kept: true },
    { type: 'StarAnswer', answer, starred: true },
    { type: 'ReleaseAnswer', answer, released: true },
    { type: 'SpotlightAnswer', answer },
    { type: 'HideAnswer', answer, hidden: true },
  ];

  test('given an answer in its subgroup, then it shows, hides, keeps, stars and lights it; one of another it does not', () => {
    const { room, answer } = groupsOf(8);
    const [a, b] = [answer('a', 'Van A'), answer('b', 'Van B')];
    for (const command of mine(b)) expect(room.refused(command, deskIn('a')), command.type).toBe('notAllowed');
    for (const command of mine(a)) room.must(command, deskIn('a'));
    expect(get(room.state.answers, a)).toMatchObject({ kept: true, hidden: true, actedBy: 'desk:co-a' });
  });

  test('given a note, then the desk of its subgroup changes it, and every desk sees who wrote it', () => {
    const { room } = groupsOf(8);
    const add = { type: 'AddNote', kind: 'insight', text: 'Een inzicht', item: null } as const;
    for (const subgroup of ['b', null]) expect(room.refused({ ...add, subgroup }, deskIn('a'))).toBe('notAllowed');
    room.must({ ...add, subgroup: 'a' }, deskIn('a'));
    const [note] = Object.values(room.state.notes);
    expect(note?.by).toBe('desk:co-a');
    const change = { type: 'ChangeNote', note: note?.note ?? '', text: 'Anders' } as const;
    expect(room.refused(change, deskIn('b'))).toBe('notAllowed');
    room.must(change, deskIn('a'));
  });

  test('given a step, then it opens and closes nothing, moves nobody elsewhere, and takes no lead', () => {
    const { room, seatIn } = groupsOf(8);
    const [own, other] = [seatIn('a'), seatIn('b')];
    const not: Command[] = [
      { type: 'OpenStep', step: 'talk-model', from: null },
      { type: 'CloseStep', step: 'model' },
      { type: 'PauseClock', step: 'model', paused: true },
      { type: 'RevealStep', step: 'model', revealed: true },
      { type: 'TakeLead' },
      { type: 'MoveSeat', seat: own, unit: unitOfSeat(room, other).unit },
      { type: 'MoveSeat', seat: other, unit: unitOfSeat(room, own).unit },
      { type: 'MoveSeat', seat: own, unit: null },
      { type: 'RemoveSeat', seat: own, removed: true },
    ];
    for (const command of not) expect(room.refused(command, deskIn('a')), command.type).toBe('notAllowed');
    const elsewhere = activeUnits(room.state).find(
      ({ unit, subgroup }) => subgroup === 'a' && unit !== unitOfSeat(room, own).unit,
    );
    room.must({ type: 'MoveSeat', seat: own, unit: elsewhere?.unit ?? '' }, deskIn('a'));
  });

  test('given two minutes more in one subgroup, then only its clock has them; everyone’s two come on top, and no time twice (D1)', () => {
    const { room } = groupsOf(8);
    const left = (subgroup: string | null) => clockLeft(room.state.runs['model'], room.now, subgroup) ?? 0;
    const before = left(null);
    room.must({ type: 'ExtendClock', step: 'model', seconds: 120 }, deskIn('a'));
    expect([left('a') - left(null), left('b') - left(null)]).toEqual([120_000, 0]);
    expect(before - left(null)).toBeLessThan(10_000);
    // Everyone's clock ran out a minute ago; the subgroup's has a minute left.
    room.wait(left(null) + 60_000);
    expect([left(null), left('a')]).toEqual([-60_000, 60_000]);
    room.must({ type: 'ExtendClock', step: 'model', seconds: 120 });
    expect(Math.round(left(null) / 10_000)).toBe(12);
    expect(Math.round(left('a') / 10_000)).toBe(18);
    // Out in the subgroup too: its own two minutes count from now.
    room.wait(left('a') + 30_000);
    room.must({ type: 'ExtendClock', step: 'model', seconds: 120 }, deskIn('a'));
    expect(Math.round(left('a') / 10_000)).toBe(12);
    openStep(room, 'talk-model');
    expect(room.state.runs['talk-model']?.extra).toEqual({});
  });

  test('given its view, then it holds the answers, the notes and the wall of its subgroup alone', () => {
    const { room, answer } = groupsOf(8);
    const [a] = [answer('a', 'Van A'), answer('b', 'Van B')];
    room.must({ type: 'AddNote', kind: 'insight', text: 'Van B', item: null, subgroup: 'b' });
    room.must({ type: 'SpotlightAnswer', answer: a }, deskIn('a'));
    const view = inSubgroup(room.state, 'a');
    expect(wordsIn(view)).toEqual(['Van A']);
    expect(view.notes).toEqual({});
    expect([view.spotlight, view.wall.mode]).toEqual([a, 'spotlight']);
    expect(inSubgroup(room.state, 'b').spotlight).toBeNull();
    expect(room.state.spotlight).toBeNull();
  });
});

describe('the wall of one subgroup', () => {
  function shown() {
    const scene = groupsOf(8);
    const { room } = scene;
    const [a, b] = [scene.answer('a', 'Woorden-van-A'), scene.answer('b', 'Woorden-van-B')];
    openStep(room, 'talk-model');
    const walls = {
      room: room.addScreen('wall'),
      a: room.addScreen('wall', null, 'a'),
      b: room.addScreen('wall', null, 'b'),
    };
    return { ...scene, a, b, walls };
  }
  const raw = (room: Room, stream: 'wall:a' | 'wall:b') => JSON.stringify(room.streams.since([stream], {}));

  test('given both subgroups talk, then its stream holds its own answers and nothing of the other’s (V1)', () => {
    const { room, walls } = shown();
    expect(wordsIn(walls.room.state).sort()).toEqual(['Woorden-van-A', 'Woorden-van-B']);
    expect(wordsIn(walls.a.state)).toEqual(['Woorden-van-A']);
    expect(wordsIn(walls.b.state)).toEqual(['Woorden-van-B']);
    expect(raw(room, 'wall:a')).not.toContain('Woorden-van-B');
    expect(walls.a.state.step).toBe('talk-model');
  });

  test('given a pair moves to the other subgroup, then its answers leave the one wall for the other, also in a rejoin (V1)', () => {
    const { room, walls, seatIn } = shown();
    const { unit } = unitOfSeat(room, seatIn('a'));
    room.must({ type: 'MoveUnit', unit, subgroup: 'b' });
    expect(wordsIn(walls.a.state)).toEqual([]);
    expect(wordsIn(walls.b.state).sort()).toEqual(['Woorden-van-A', 'Woorden-van-B']);
    expect(raw(room, 'wall:a')).not.toContain('Woorden-van-A');
    expect(wordsIn(room.foldedAnew(walls.b)).sort()).toEqual(['Woorden-van-A', 'Woorden-van-B']);
  });

  test('given its own desk lights an answer, then only its wall and its phones show it, until the next step', () => {
    const { room, walls, a, b, seatIn } = shown();
    const phones = [room.addScreen('seat', seatIn('a')), room.addScreen('seat', seatIn('b'))];
    room.must({ type: 'SpotlightAnswer', answer: a }, deskIn('a'));
    room.must({ type: 'SetWall', wall: { mode: 'distribution', item: null, prompt: null, page: 0, blank: false } });
    expect(walls.a.state.spotlight).toBe(a);
    expect(walls.a.state.wall.mode).toBe('spotlight');
    expect([walls.b.state.wall.mode, walls.room.state.wall.mode]).toEqual(['distribution', 'distribution']);
    expect(phones.map(lightOf), 'what a phone says is on the wall that its people see (A4)').toEqual([a, null]);
    room.must({ type: 'RecogniseAnswer', answer: a, recognised: true }, seatActor(other(room, seatIn('a'))));
    expect(get(walls.a.state.answers, a)?.recognised).toHaveLength(1);
    room.must({ type: 'SpotlightAnswer', answer: b });
    expect([walls.a.state.spotlight, walls.b.state.spotlight]).toEqual([a, b]);
    expect(phones.map(lightOf)).toEqual([a, b]);
    openStep(room, 'fours');
    expect(phones.map(lightOf)).toEqual([null, null]);
    expect([walls.a.state.spotlight, walls.a.state.wall.mode]).toEqual([null, 'progress']);
  });

  test('given its own light is on an answer that was written anew, when the step is concealed, then that light is out as well (V1, V3)', () => {
    const { room, seatIn } = groupsOf(8);
    openStep(room, 'marks');
    const send = (words: string) =>
      submit(room, seatIn('a'), { step: 'marks', prompt: 'marked' }, { why: text(words) });
    const answer = send('Eerst');
    const screens = [room.addScreen('wall', null, 'a'), room.addScreen('seat', other(room, seatIn('a')))];
    const desk = room.addScreen('desk');
    room.must({ type: 'RevealStep', step: 'marks', revealed: true });
    room.must({ type: 'SpotlightAnswer', answer }, deskIn('a'));
    send('Anders gezegd');
    const lights = () => [desk, ...screens].map(({ state }) => (state.walls['a'] ?? state).spotlight);
    expect(lights()).toEqual([answer, answer, answer]);
    room.must({ type: 'RevealStep', step: 'marks', revealed: false });
    expect(lights()).toEqual([null, null, null]);
    for (const screen of screens) expect(wordsIn(screen.state)).not.toContain('Anders gezegd');
  });

  test('given its own desk turns or blanks its wall, then its phones alone know what is on it, also in a rejoin (A4)', () => {
    const { room, a, seatIn } = shown();
    const phones = [room.addScreen('seat', seatIn('a')), room.addScreen('seat', seatIn('b'))];
    const turned = { mode: 'cards', item: null, prompt: null, page: 0, blank: false } as const;
    room.must({ type: 'SpotlightAnswer', answer: a });
    expect(phones.map(lightOf)).toEqual([a, a]);
    room.must({ type: 'SetWall', wall: turned }, deskIn('a'));
    expect(phones.map(lightOf)).toEqual([null, a]);
    room.must({ type: 'SetWall', wall: { ...turned, mode: 'spotlight' } }, deskIn('a'));
    expect(phones.map(lightOf), 'what was in the light is so again').toEqual([a, a]);
    room.must({ type: 'SetWall', wall: { ...turned, mode: 'spotlight', blank: true } });
    expect(phones.map(lightOf)).toEqual([a, null]);
    for (const phone of phones) expect(room.foldedAnew(phone)).toEqual(phone.state);
  });

  test('given a pair in the light moves to the other subgroup and back, then each wall, its desk and its phones say the same (A4, D1)', () => {
    const { room, walls, a, seatIn } = shown();
    const [inA, inB] = [other(room, seatIn('a')), seatIn('b')];
    const phones = [inA, inB].map((seat) => room.addScreen('seat', seat));
    const { unit } = unitOfSeat(room, seatIn('a'));
    const moveTo = (subgroup: string) => room.must({ type: 'MoveUnit', unit, subgroup });
    const said = () =>
      (['a', 'b'] as const).map((id, i) => [
        sceneOf(walls[id].state),
        sceneOf(inSubgroup(room.state, id)),
        phones[i] && lightOf(phones[i]) !== null,
      ]);
    const [lit, dark] = [
      ['spotlight', 'spotlight', true],
      ['cards', 'cards', false],
    ];
    room.must({ type: 'SpotlightAnswer', answer: a }, deskIn('a'));
    expect(said()).toEqual([lit, dark]);
    moveTo('b');
    expect(said()).toEqual([dark, dark]);
    moveTo('a');
    expect(said()).toEqual([lit, dark]);
    openStep(room, 'harvest');
    openStep(room, 'talk-model');
    // The room's own light is on the phones of both; it comes with the pair, as the wall of the room stands.
    room.must({ type: 'SpotlightAnswer', answer: a });
    moveTo('b');
    expect([sceneOf(walls.a.state), sceneOf(walls.b.state)]).toEqual(['cards', 'spotlight']);
    room.must({ type: 'SetWall', wall: { ...room.state.wall, blank: true } });
    moveTo('a');
    expect([sceneOf(walls.a.state), sceneOf(walls.b.state)]).toEqual(['blank', 'blank']);
    for (const screen of [...phones, walls.a, walls.b]) expect(room.foldedAnew(screen)).toEqual(screen.state);
  });

  test('given the room’s light is on another subgroup’s answer, then its wall is dark and knows nothing of it (V1)', () => {
    const { room, walls, b } = shown();
    room.must({ type: 'SpotlightAnswer', answer: b });
    expect(walls.a.state.spotlight).toBeNull();
    expect(raw(room, 'wall:a')).not.toContain(b);
    expect(walls.b.state.spotlight).toBe(b);
  });

  test('given notes of both in the harvest, then it shows its own', () => {
    const { room, walls } = shown();
    for (const subgroup of ['a', 'b', null]) {
      room.must({ type: 'AddNote', kind: 'insight', text: `Notitie-${subgroup}`, item: null, subgroup });
    }
    openStep(room, 'harvest');
    const notes = (state: Room['state']) => Object.values(state.notes).map((note) => textOf(state, note.text));
    expect(notes(walls.a.state)).toEqual(['Notitie-a']);
    expect(notes(walls.room.state)).toHaveLength(3);
    expect(raw(room, 'wall:a')).not.toMatch(/Notitie-(b|null)/);
  });
});

/** Somebody of another pair in the same subgroup. */
function other(room: Room, seat: string): string {
  const mine = unitOfSeat(room, seat);
  const found = activeUnits(room.state).find(({ unit, subgroup }) => subgroup === mine.subgroup && unit !== mine.unit);
  return found?.seats[0] ?? '';
}

test('given items dealt to a unit by hand, then its phones have them in that order, and the undo gives back the old ones (D1)', () => {
  const { room, seatIn } = groupsOf(8);
  const { unit } = unitOfSeat(room, seatIn('a'));
  const phone = room.addScreen('seat', seatIn('a'));
  const before = get(room.state.deals, `model/${unit}`) ?? [];
  room.must({ type: 'DealItems', step: 'model', unit, items: ['o3', 'o1', 'o2'] }, deskIn('a'));
  expect(get(phone.state.deals, `model/${unit}`)).toEqual(['o3', 'o1', 'o2']);
  room.must({ type: 'DealItems', step: 'model', unit, items: [...before] });
  expect(get(phone.state.deals, `model/${unit}`)).toEqual(before);
  const refused = (more: object) =>
    room.refused({ type: 'DealItems', step: 'model', unit, items: ['o1'], ...more } as Command);
  expect(refused({ items: [...before] })).toBe('nothingToDo');
  expect(refused({ step: 'nowhere' })).toBe('noSuchStep');
  expect(refused({ step: 'pairs' })).toBe('doesNotFit');
  expect(refused({ unit: 'nobody' })).toBe('noSuchUnit');
  expect(refused({ items: ['cause'] })).toBe('noSuchItem');
  expect(refused({ items: ['o1', 'o1'] })).toBe('doesNotFit');
  expect(eventsOf(room, 'ItemsDealt').length).toBeGreaterThan(2);
});
