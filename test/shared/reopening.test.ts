/** Back to a step: who sat together in it sits together again, in the same units, with their own answers (D1). */
import { describe, expect, test } from 'vitest';
import { activeUnits, presentSeats, seatOf } from '../../shared/session/selectors.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import {
  arrangementOf,
  eventsOf,
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

const seating = (room: Room) =>
  activeUnits(room.state).map(({ unit, seats, people, subgroup }) => [unit, [...seats].sort(), people, subgroup]);
const own = { step: 'pairs', item: 'def', prompt: 'recognisable' };
const find = (room: Room, one: string, two: string) =>
  room.must({ type: 'FindPartner', number: seatOf(room.state, two)?.number ?? 0 }, seatActor(one));

describe('given pairs that answered, then fours', () => {
  test('when the desk goes back, then the same pairs, with their answers on their phones; next gives the same fours (D1)', () => {
    const { room, seats } = pairsOf(9);
    const pairs = seating(room);
    const [a = ''] = seats;
    submit(room, a, own, { judgement: judged('nee'), why: text('ONS ANTWOORD') });
    const phone = room.addScreen('seat', a);
    openStep(room, 'fours');
    const fours = seating(room);
    openStep(room, 'pairs');
    expect(seating(room)).toEqual(pairs);
    expect([...valuesOf(phone.state.texts)]).toContain('ONS ANTWOORD');
    submit(room, a, own, { judgement: judged('ja') });
    expect([...valuesOf(room.state.answers)]).toHaveLength(1);
    openStep(room, 'fours');
    expect(seating(room)).toEqual(fours);
    openStep(room, 'talk');
    openStep(room, 'pairs');
    expect(seating(room)).toEqual(pairs);
  });

  test('when the desk goes back to what was between them, then the pairs sit there as they did (D1)', () => {
    const { room } = pairsOf(8);
    const pairs = seating(room);
    openStep(room, 'talk');
    openStep(room, 'fours');
    openStep(room, 'talk');
    expect(seating(room)).toEqual(pairs);
  });

  test('when the fours were announced before their step, then back gives the pairs all the same (D1)', () => {
    const { room } = pairsOf(8);
    const pairs = seating(room);
    const [one = [], two = []] = [0, 4].map((at) =>
      presentSeats(room.state)
        .slice(at, at + 4)
        .map(({ seat }) => seat),
    );
    const emptied = arrangementOf(room).units.map((unit) => ({ ...unit, seats: [] }));
    const fours = [one, two].map((seats) => ({ unit: null, seats, subgroup: null }));
    room.must({ type: 'ArrangeUnits', size: 4, units: [...fours, ...emptied] });
    openStep(room, 'fours');
    expect(sizesOf(room)).toEqual([4, 4]);
    openStep(room, 'pairs');
    expect(seating(room)).toEqual(pairs);
  });

  test('when somebody left and two came meanwhile, then who left stays away and who came sits with others (D1, D2)', () => {
    const { room, seats } = pairsOf(8);
    const [a = ''] = seats;
    const pair = unitOfSeat(room, a);
    const mate = pair.seats.find((seat) => seat !== a) ?? '';
    const others = seating(room).filter(([unit]) => unit !== pair.unit);
    openStep(room, 'fours');
    room.must({ type: 'LeaveSession' }, seatActor(a));
    const late = join(room);
    openStep(room, 'pairs');
    expect(seating(room)).toEqual(expect.arrayContaining(others));
    expect([...unitOfSeat(room, mate).seats]).toEqual([mate, late]);
    expect(unitOfSeat(room, mate).unit).toBe(pair.unit);
    openStep(room, 'fours');
    const later = [join(room), join(room)];
    openStep(room, 'pairs');
    expect(Math.min(...sizesOf(room))).toBe(2);
    expect(unitOfSeat(room, later[0] ?? '').unit).toBe(unitOfSeat(room, later[1] ?? '').unit);
  });

  test('when nobody of then is here any more, then pairs are made of who is (D2)', () => {
    const { room, seats } = pairsOf(4);
    openStep(room, 'fours');
    joinMany(room, 4);
    for (const seat of seats) room.must({ type: 'LeaveSession' }, seatActor(seat));
    openStep(room, 'pairs');
    expect(sizesOf(room)).toEqual([2, 2]);
  });
});

test('given a mix in the step that is open, then its new pairs are what it goes on with; the step before keeps its own (D1)', () => {
  const { room } = pairsOf(8);
  const pairs = seating(room);
  openStep(room, 'marks');
  room.must({ type: 'FormUnits', step: 'marks', seed: 1 });
  const mixed = seating(room);
  openStep(room, 'fours');
  openStep(room, 'marks');
  expect(seating(room)).toEqual(mixed);
  openStep(room, 'pairs');
  expect(seating(room)).toEqual(pairs);
});

test('given pairs in subgroups, then fours, when the desk goes back, then the subgroups are as they were (D1)', () => {
  const { room } = pairsOf(10);
  openStep(room, 'groups');
  const pairs = seating(room);
  openStep(room, 'fours');
  openStep(room, 'groups');
  expect(seating(room)).toEqual(pairs);
});

test('given people who found each other, when the desk goes back, then they have; who had nobody looks on (D1)', () => {
  const room = openRoom({ pairing: 'self' });
  const [a = '', b = '', c = ''] = joinMany(room, 3);
  openStep(room, 'pairs');
  find(room, a, b);
  const pair = unitOfSeat(room, a).unit;
  openStep(room, 'fours');
  expect(unitOfSeat(room, c).unit).toBe(unitOfSeat(room, a).unit);
  openStep(room, 'pairs');
  expect([a, b].map((seat) => unitOfSeat(room, seat).unit)).toEqual([pair, pair]);
  expect(seatOf(room.state, c)?.unit).toBeNull();
});

test('given the room was brought together otherwise, then only the desk is told how it sat before (V1)', () => {
  const { room, seats } = pairsOf(8);
  const screens = [room.addScreen('wall'), ...seats.map((seat) => room.addScreen('seat', seat))];
  openStep(room, 'fours');
  openStep(room, 'pairs');
  expect(eventsOf(room, 'UnitsFormed').filter(({ before }) => before)).toHaveLength(3);
  const told = screens.flatMap((screen) => room.streams.since(room.streamsFor(screen), {}));
  expect(told.some(({ type }) => type === 'UnitsFormed')).toBe(true);
  expect(told.filter((event) => 'before' in event)).toEqual([]);
  for (const { state } of screens) for (const run of Object.values(state.runs)) expect(run.seated).toBeNull();
});

test('given the first people came while a step in pairs was open, then that is how it sits when it is opened again (D1)', () => {
  const room = openRoom();
  openStep(room, 'pairs');
  const [a = ''] = joinMany(room, 4);
  const pairs = seating(room);
  expect(get(room.state.units, unitOfSeat(room, a).unit)?.people).toBe(2);
  openStep(room, 'fours');
  openStep(room, 'pairs');
  expect(seating(room)).toEqual(pairs);
});
