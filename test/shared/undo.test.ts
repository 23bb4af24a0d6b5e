/** Every act of the desk can be undone, and an undo takes nothing else along (D1). */
import { describe, expect, test } from 'vitest';
import type { Step } from '../../shared/script.ts';
import { activeUnits, lonelySeats, presentSeats, runOf, seatOf } from '../../shared/session/selectors.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import { turnOf } from '../../shared/session/turns.ts';
import {
  arrangementBack,
  backIn,
  backTo,
  deskCardsOf,
  relight,
  revealAgain,
  unhide,
  unlight,
} from '../../shared/views/desk.ts';
import {
  desk,
  join,
  joinMany,
  judged,
  openRoom,
  openStep,
  pairsOf,
  type Room,
  seatActor,
  sizesOf,
  submit,
  text,
  unitOfSeat,
} from '../support/room.ts';

const seating = (room: Room) => activeUnits(room.state).map(({ unit, seats }) => [unit, [...seats].sort()]);
const find = (room: Room, one: string, two: string) =>
  room.must({ type: 'FindPartner', number: seatOf(room.state, two)?.number ?? 0 }, seatActor(one));
const own = { step: 'pairs', item: 'def', prompt: 'recognisable' };

/** So many who find each other, of whom these pairs have. */
function finding(people: number, found: number) {
  const room = openRoom({ pairing: 'self' });
  const seats = joinMany(room, people);
  openStep(room, 'pairs');
  for (let i = 0; i < found; i++) find(room, seats[i * 2] ?? '', seats[i * 2 + 1] ?? '');
  return { room, seats };
}

describe('who sits where', () => {
  test.each([
    [4, 1],
    [5, 2],
    [6, 1],
  ])(
    'given %i people of whom %i pairs found each other, then "seat the rest" is undone: the others look again',
    (people, found) => {
      const { room } = finding(people, found);
      const before = room.state;
      const pairs = seating(room);
      room.must({ type: 'SeatTheRest' });
      expect(lonelySeats(room.state)).toEqual([]);
      room.must(arrangementBack(before, room.state));
      expect(seating(room)).toEqual(pairs);
      expect(lonelySeats(room.state)).toHaveLength(people - found * 2);
    },
  );

  test('given somebody who sat nowhere was placed by hand, then undone they look for a partner again', () => {
    const { room, seats } = finding(5, 1);
    const before = room.state;
    const pairs = seating(room);
    room.must({ type: 'MoveSeat', seat: seats[2] ?? '', unit: unitOfSeat(room, seats[0] ?? '').unit });
    room.must(arrangementBack(before, room.state));
    expect(seating(room)).toEqual(pairs);
  });

  test('given somebody who was put back since a mix, then undone they stay where they are now', () => {
    const { room, seats } = pairsOf(8);
    const [out = ''] = seats;
    room.must({ type: 'RemoveSeat', seat: out, removed: true });
    const before = room.state;
    room.must({ type: 'FormUnits', step: 'pairs', seed: 5 });
    room.must({ type: 'RemoveSeat', seat: out, removed: false });
    const mates = unitOfSeat(room, out).unit;
    room.must(arrangementBack(before, room.state));
    expect(unitOfSeat(room, out).unit).toBe(mates);
    for (const unit of activeUnits(before))
      for (const seat of unit.seats) expect(unitOfSeat(room, seat).unit).toBe(unit.unit);
  });

  test('given the first units of a session, then undone there are none, and the step makes its own', () => {
    const room = openRoom();
    const seats = joinMany(room, 6);
    const before = room.state;
    const groups = [seats.slice(0, 3), seats.slice(3)];
    room.must({
      type: 'ArrangeUnits',
      size: 3,
      units: groups.map((of) => ({ unit: null, seats: of, subgroup: null })),
    });
    room.must(arrangementBack(before, room.state));
    expect(presentSeats(room.state).map(({ unit }) => unit)).toEqual(seats.map(() => null));
    join(room);
    expect(sizesOf(room)).toEqual([]);
    openStep(room, 'pairs');
    expect(sizesOf(room).sort()).toEqual([2, 2, 3]);
    openStep(room, 'arrive');
    openStep(room, 'pairs');
    expect(sizesOf(room).sort()).toEqual([2, 2, 3]);
  });

  test('given units of another size were announced, then undone the next step makes its own of that size', () => {
    const { room } = pairsOf(8);
    openStep(room, 'talk');
    const before = room.state;
    const pairs = seating(room);
    const all = presentSeats(room.state).map(({ seat }) => seat);
    const units = [all.slice(0, 4), all.slice(4)].map((seats) => ({ unit: null, seats, subgroup: null }));
    const emptied = activeUnits(room.state).map(({ unit, subgroup }) => ({ unit, seats: [], subgroup }));
    room.must({ type: 'ArrangeUnits', size: 4, units: [...units, ...emptied] });
    room.must(arrangementBack(before, room.state));
    expect(seating(room)).toEqual(pairs);
    openStep(room, 'fours');
    expect(sizesOf(room)).toEqual([4, 4]);
  });

  test('given a step in pairs, then nobody loses their place, asked or not; in a talk only by name (D2)', () => {
    const { room, seats } = pairsOf(4);
    const [a = ''] = seats;
    const { unit, seats: both } = unitOfSeat(room, a);
    const without = [{ unit, seats: both.filter((seat) => seat !== a), subgroup: null }];
    const refused = (more: object) => room.refused({ type: 'ArrangeUnits', units: without, ...more });
    expect(refused({})).toBe('badArrangement');
    expect(refused({ unseated: [a] })).toBe('badArrangement');
    expect(refused({ size: 0 })).toBe('badArrangement');
    openStep(room, 'talk');
    expect(refused({})).toBe('badArrangement');
    expect(refused({ unseated: ['nobody'] })).toBe('badArrangement');
    expect(refused({ size: 1, unseated: [a] })).toBe('badArrangement');
    expect(refused({ unseated: [...both] })).toBe('badArrangement');
    room.must({ type: 'ArrangeUnits', units: without, unseated: [a] });
    expect(seatOf(room.state, a)?.unit).toBeNull();
    openStep(room, 'pairs');
    expect(unitOfSeat(room, a).people).toBeGreaterThan(1);
  });

  test('given the room moved on, then a mix or an arrangement that was meant for the step before is refused', () => {
    const { room } = pairsOf(8);
    const before = room.state;
    room.must({ type: 'FormUnits', step: 'pairs', seed: 1 });
    openStep(room, 'fours');
    const fours = seating(room);
    expect(room.refused({ type: 'FormUnits', step: 'pairs', seed: 1 })).toBe('stepMoved');
    expect(room.refused(arrangementBack(before, room.state))).toBe('stepMoved');
    expect(seating(room)).toEqual(fours);
  });

  test('given somebody was taken out and the partner went to others, then put back they sit with others too (D2)', () => {
    const { room, seats } = pairsOf(6);
    const [out = ''] = seats;
    const { unit, seats: both } = unitOfSeat(room, out);
    const mate = both.find((seat) => seat !== out) ?? '';
    room.must({ type: 'RemoveSeat', seat: out, removed: true });
    room.must({ type: 'JoinOtherUnit' }, seatActor(mate));
    for (const command of backIn(room.state, out, unit)) room.must(command);
    expect(Math.min(...sizesOf(room))).toBeGreaterThan(1);
  });

  test('given somebody was taken out while the partner stayed, then put back they sit together again', () => {
    const { room, seats } = pairsOf(6);
    const [out = ''] = seats;
    const before = seating(room);
    const { unit } = unitOfSeat(room, out);
    room.must({ type: 'RemoveSeat', seat: out, removed: true });
    for (const command of backIn(room.state, out, unit)) room.decide(command);
    expect(seating(room)).toEqual(before);
  });
});

describe('which step', () => {
  test('given what was shown, then next and its undo show it again', () => {
    const { room, seats } = pairsOf(4);
    submit(room, seats[0] ?? '', own, { judgement: judged('nee') });
    room.must({ type: 'RevealStep', step: 'pairs', revealed: true });
    const undo = backTo(room.state, room.now, 'marks');
    openStep(room, 'marks');
    for (const command of undo) room.must(command);
    expect(runOf(room.state, 'pairs')?.revealed).toBe(true);
  });

  test('given a talk shows what was not shown yet, then undone it is shown no more', () => {
    const { room } = pairsOf(4);
    openStep(room, 'read');
    const undo = backTo(room.state, room.now, 'talk');
    openStep(room, 'talk');
    expect(runOf(room.state, 'pairs')?.revealed).toBe(true);
    for (const command of undo) room.must(command);
    expect([room.state.step, runOf(room.state, 'pairs')?.revealed]).toEqual(['read', false]);
  });

  test('given units that were in turns of their own, and a break, then next and its undo bring each back to its turn and the break (D1)', () => {
    const room = openRoom();
    const seats = joinMany(room, 9);
    openStep(room, 'interview');
    const step = room.script.steps.find(({ id }) => id === 'interview') as Step;
    const turns = () => activeUnits(room.state).map((unit) => turnOf(room.state, step, unit).turn);
    const begin = (turn: number, unit: string | null) =>
      ({ type: 'BeginTurn', step: 'interview', unit, turn }) as const;
    room.must(begin(2, null));
    room.must(begin(3, unitOfSeat(room, seats[0] ?? '').unit), seatActor(seats[0] ?? ''));
    room.must({ type: 'PauseSession', paused: true });
    const before = turns();
    expect([...before].sort()).toEqual([2, 2, 3]);
    const undo = backTo(room.state, room.now, 'talk-fours');
    openStep(room, 'talk-fours');
    for (const command of undo) room.must(command);
    expect(turns()).toEqual(before);
    expect(room.state.paused).toEqual({ clock: true });
  });

  test('given the room moved on since, then an old undo does not take it back', () => {
    const { room } = pairsOf(4);
    const undo = backTo(room.state, room.now, 'alone');
    openStep(room, 'alone');
    openStep(room, 'talk');
    const [first] = undo;
    if (!first) throw new Error('no undo');
    expect(room.refused(first)).toBe('stepMoved');
  });
});

describe('an answer', () => {
  test('given it was put in the light, then undone the wall is as it was; what another desk did since stays', () => {
    const { room, seats } = pairsOf(6);
    const [a = '', b = ''] = [seats[0] ?? '', seats.find((seat) => unitOfSeat(room, seat).number === 2) ?? ''].map(
      (seat) => submit(room, seat, own, { judgement: judged('nee') }),
    );
    room.must({ type: 'SetWall', wall: { ...room.state.wall, mode: 'distribution' } });
    const before = room.state;
    const light = (answer: string) => room.must({ type: 'SpotlightAnswer', answer });
    const undo = () => {
      for (const command of unlight(before, room.state, a)) room.decide(command);
      return [room.state.spotlight, room.state.wall.mode, get(room.state.answers, a)?.released];
    };
    light(a);
    expect(undo()).toEqual([null, 'distribution', false]);
    light(a);
    light(b);
    expect(undo()).toEqual([b, 'spotlight', false]);
    light(a);
    room.must({ type: 'SetWall', wall: { ...room.state.wall, mode: 'cards' } });
    expect(undo()).toEqual([null, 'cards', false]);
    light(a);
    openStep(room, 'talk');
    expect(unlight(before, room.state, a)).toEqual([]);
  });

  test('given it was taken out of the light, then undone it is there again, unless another is by now', () => {
    const { room, seats } = pairsOf(4);
    const answer = submit(room, seats[0] ?? '', own, { judgement: judged('nee') });
    room.must({ type: 'SpotlightAnswer', answer });
    const before = room.state;
    room.must({ type: 'ReleaseAnswer', answer, released: false });
    room.must({ type: 'ReleaseAnswer', answer, released: true });
    for (const command of relight(before, room.state, answer)) room.must(command);
    expect([room.state.spotlight, room.state.wall]).toEqual([answer, before.wall]);
    expect(relight(before, room.state, answer)).toEqual([]);
  });

  test('given it was hidden while it was in the light, then shown again it is in the light; not when something else is', () => {
    const { room, seats } = pairsOf(4);
    const answer = submit(room, seats[0] ?? '', own, { judgement: judged('nee') });
    room.must({ type: 'SpotlightAnswer', answer });
    const before = room.state;
    const hide = { type: 'HideAnswer', answer, hidden: true } as const;
    room.must(hide);
    for (const command of unhide(before, room.state, answer)) room.must(command);
    expect([room.state.spotlight, room.state.wall]).toEqual([answer, before.wall]);
    room.must(hide);
    openStep(room, 'talk');
    for (const command of unhide(before, room.state, answer)) room.must(command);
    expect(room.state.spotlight).toBeNull();
  });

  test('given its step was concealed while it was in the light, then shown again it is there again, unless another is, or it had stayed', () => {
    const { room, seats } = pairsOf(4);
    openStep(room, 'marks');
    const place = { step: 'marks', prompt: 'marked' };
    const [a = '', b = ''] = [seats[0] ?? '', seats.find((seat) => unitOfSeat(room, seat).number === 2) ?? ''];
    const [answer = '', other = ''] = [a, b].map((seat) => submit(room, seat, place, { why: text('Eerst') }));
    const conceal = { type: 'RevealStep', step: 'marks', revealed: false } as const;
    const undoOf = (meanwhile: () => void) => {
      const before = room.state;
      room.must(conceal);
      meanwhile();
      for (const command of revealAgain(before, room.state, 'marks')) room.must(command);
      return [room.state.spotlight, room.state.wall.mode, room.state.runs['marks']?.revealed];
    };
    const light = (one: string | null) => room.must({ type: 'SpotlightAnswer', answer: one });
    const writeAnew = () => submit(room, a, place, { why: text('Anders gezegd') });
    const dark = () => expect(room.state.spotlight).toBeNull();
    room.must({ type: 'RevealStep', step: 'marks', revealed: true });
    light(answer);
    writeAnew();
    expect(undoOf(dark)).toEqual([answer, 'spotlight', true]);
    writeAnew();
    expect(undoOf(() => light(other))).toEqual([other, 'spotlight', true]);
    // Let through one by one, it stays; what another desk does with it then is not part of this.
    expect(undoOf(() => light(null))).toEqual([null, 'spotlight', true]);
  });

  test('given a paper that was taken away, then their first own answer is no change; the next one is', () => {
    const { room, seats } = pairsOf(4);
    const [a = ''] = seats;
    const command = {
      ...({ type: 'SubmitAnswer', unit: unitOfSeat(room, a).unit, ...own } as const),
      values: { judgement: judged('nee'), why: text('Van papier') },
    };
    room.must(command, desk);
    const answer = [...valuesOf(room.state.answers)][0]?.answer ?? '';
    room.must({ type: 'WithdrawAnswer', answer });
    const isChanged = () => {
      const step = room.script.steps.find(({ id }) => id === 'pairs');
      return step && deskCardsOf(room.state, step).cards[0]?.isChanged;
    };
    submit(room, a, own, { judgement: judged('nee'), why: text('Van ons') });
    expect([isChanged(), get(room.state.answers, answer)?.earlier]).toEqual([false, []]);
    submit(room, a, own, { judgement: judged('nee'), why: text('Van ons, beter') });
    expect(isChanged()).toBe(true);
  });
});
