/** By the people: each phone has its number, one types the neighbour's; the desk seats who is left (D2, V2). */
import { describe, expect, test } from 'vitest';
import { scriptSchema } from '../../shared/script.ts';
import { activeUnits, isFinding, lonelySeats, seatOf } from '../../shared/session/selectors.ts';
import { valuesOf } from '../../shared/session/table.ts';
import {
  eventsOf,
  join,
  joinMany,
  judged,
  openRoom,
  openStep,
  type Room,
  seatActor,
  sizesOf,
  submit,
  unitOfSeat,
} from '../support/room.ts';
import { roomScript } from '../support/room-script.ts';

function findingWith(people: number): { room: Room; seats: string[] } {
  const room = openRoom({ pairing: 'self' });
  const seats = joinMany(room, people);
  openStep(room, 'pairs');
  return { room, seats };
}
const numberOf = (room: Room, seat: string): number => seatOf(room.state, seat)?.number ?? 0;
const find = (room: Room, seat: string | undefined, other: string | undefined) =>
  room.must({ type: 'FindPartner', number: numberOf(room, other ?? '') }, seatActor(seat ?? ''));
const findRefused = (room: Room, seat: string | undefined, number: number) =>
  room.refused({ type: 'FindPartner', number }, seatActor(seat ?? ''));

describe('numbers', () => {
  test.each([
    [40, 99],
    [300, 999],
    [900, 9_999],
  ])('given %i people, then each has a number of its own, none above %i, and keeps it', (people, most) => {
    const room = openRoom({ pairing: 'self' });
    const seats = joinMany(room, people);
    const numbers = seats.map((seat) => numberOf(room, seat));
    expect(new Set(numbers).size).toBe(people);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(most);
    room.must({ type: 'RenameSeat', seat: seats[0] ?? '', name: 'Anders' });
    expect(numberOf(room, seats[0] ?? '')).toBe(numbers[0]);
  });

  test('given a pair, then each phone knows its own number alone, and the wall none (V2)', () => {
    const { room, seats } = findingWith(4);
    const [phone, wall] = [room.addScreen('seat', seats[0]), room.addScreen('wall')];
    find(room, seats[0], seats[1]);
    const numbers = (screen: typeof phone) =>
      [...valuesOf(screen.state.seats)].map(({ seat, number }) => [seat === seats[0], number !== null]);
    expect(numbers(phone).sort()).toEqual([
      [false, false],
      [true, true],
    ]);
    expect(numbers(wall)).toEqual([]);
  });
});

describe('finding a partner', () => {
  test('given a step in pairs, when one types the number of another, then both have the same unit at once', () => {
    const { room, seats } = findingWith(4);
    expect(activeUnits(room.state)).toEqual([]);
    const screens = seats.slice(0, 2).map((seat) => room.addScreen('seat', seat));
    find(room, seats[1], seats[0]);
    const unit = unitOfSeat(room, seats[0] ?? '');
    expect(unit.seats).toEqual([seats[0], seats[1]]);
    for (const [i, { state }] of screens.entries()) expect(seatOf(state, seats[i] ?? '')?.unit).toBe(unit.unit);
    expect(lonelySeats(room.state).map(({ seat }) => seat)).toEqual(seats.slice(2));
  });

  test('given both typed at once, then the second gets what they asked for, and there is one pair', () => {
    const { room, seats } = findingWith(2);
    find(room, seats[0], seats[1]);
    expect(find(room, seats[1], seats[0])).toEqual([]);
    expect(sizesOf(room)).toEqual([2]);
  });

  test('given one’s own number, an unknown one, one who has a partner, or a closed step, then each is refused for its own reason', () => {
    const { room, seats } = findingWith(4);
    expect(findRefused(room, seats[0], numberOf(room, seats[0] ?? ''))).toBe('ownNumber');
    expect(findRefused(room, seats[0], 7)).toBe('noSuchNumber');
    find(room, seats[0], seats[1]);
    expect(findRefused(room, seats[2], numberOf(room, seats[1] ?? ''))).toBe('numberTaken');
    expect(findRefused(room, seats[0], numberOf(room, seats[2] ?? ''))).toBe('nothingToDo');
    room.must({ type: 'CloseStep', step: 'pairs' });
    expect(findRefused(room, seats[2], numberOf(room, seats[3] ?? ''))).toBe('stepClosed');
  });

  test('given an odd room, then one pair takes a third, and no second one does (D2)', () => {
    const { room, seats } = findingWith(7);
    find(room, seats[0], seats[1]);
    find(room, seats[2], seats[1]);
    find(room, seats[3], seats[4]);
    expect(findRefused(room, seats[5], numberOf(room, seats[4] ?? ''))).toBe('numberTaken');
    find(room, seats[5], seats[6]);
    expect(sizesOf(room)).toEqual([3, 2, 2]);
  });

  test('given two on one phone, then they are a pair at once, early or late', () => {
    const room = openRoom({ pairing: 'self' });
    const couple = join(room, { people: 2 });
    joinMany(room, 2);
    openStep(room, 'pairs');
    const late = join(room, { people: 2 });
    for (const seat of [couple, late]) expect(unitOfSeat(room, seat).people).toBe(2);
    expect(lonelySeats(room.state)).toHaveLength(2);
  });

  test('given who is joined by a second one at the same phone, then they are a pair', () => {
    const { room, seats } = findingWith(2);
    room.must({ type: 'ShareSeat', guest: [] }, seatActor(seats[0] ?? ''));
    expect(unitOfSeat(room, seats[0] ?? '').people).toBe(2);
  });

  test('given a partner who left, then the one who stays is found, and the unit goes on', () => {
    const { room, seats } = findingWith(3);
    find(room, seats[0], seats[1]);
    const { unit } = unitOfSeat(room, seats[0] ?? '');
    room.must({ type: 'LeaveSession' }, seatActor(seats[1] ?? ''));
    find(room, seats[2], seats[0]);
    expect(unitOfSeat(room, seats[2] ?? '').unit).toBe(unit);
  });
});

describe('nobody is stuck', () => {
  test('given who comes late while nobody looks, then they sit with others at once and have the answer so far; the next makes two pairs (D2)', () => {
    const { room, seats } = findingWith(2);
    const [one = ''] = seats;
    find(room, one, seats[1]);
    submit(room, one, { step: 'pairs', item: 'def', prompt: 'recognisable' }, { judgement: judged('ja') });
    const late = join(room);
    expect(sizesOf(room)).toEqual([3]);
    expect(room.addScreen('seat', late).state.answers.size).toBe(1);
    join(room);
    expect(sizesOf(room)).toEqual([2, 2]);
  });

  test('given who comes late while somebody looks, then the two find each other', () => {
    const { room, seats } = findingWith(3);
    find(room, seats[0], seats[1]);
    const late = join(room);
    expect(seatOf(room.state, late)?.unit).toBeNull();
    find(room, late, seats[2]);
    expect(sizesOf(room)).toEqual([2, 2]);
  });

  test('given nobody to sit with yet, then who comes looks, and is found by who comes next', () => {
    const { room } = findingWith(0);
    const [one, two] = joinMany(room, 2);
    expect(lonelySeats(room.state)).toHaveLength(2);
    find(room, one, two);
    expect(sizesOf(room)).toEqual([2]);
  });

  test('given the only one left, then one tap seats them, where it is smallest; while another looks, they find each other (D2)', () => {
    const { room, seats } = findingWith(5);
    const last = seatActor(seats[4] ?? '');
    find(room, seats[0], seats[1]);
    expect(room.refused({ type: 'JoinOtherUnit' }, last)).toBe('nothingToDo');
    find(room, seats[2], seats[3]);
    room.must({ type: 'JoinOtherUnit' }, last);
    expect(sizesOf(room)).toEqual([3, 2]);
    expect(room.refused({ type: 'JoinOtherUnit' }, last)).toBe('nothingToDo');
  });

  test('given the only one there, or one who left, then there is nothing to join', () => {
    const { room, seats } = findingWith(1);
    expect(room.refused({ type: 'JoinOtherUnit' }, seatActor(seats[0] ?? ''))).toBe('noUnit');
    room.must({ type: 'LeaveSession' }, seatActor(seats[0] ?? ''));
    expect(room.refused({ type: 'JoinOtherUnit' }, seatActor(seats[0] ?? ''))).toBe('nothingToDo');
  });

  test.each([2, 3, 5, 8])(
    'given %i who found nobody, when the desk seats the rest, then nobody is alone (D2)',
    (left) => {
      const { room, seats } = findingWith(left + 2);
      find(room, seats[0], seats[1]);
      room.must({ type: 'SeatTheRest' });
      expect(lonelySeats(room.state)).toEqual([]);
      expect(unitOfSeat(room, seats[0] ?? '').seats).toEqual([seats[1], seats[0]]);
      expect(room.refused({ type: 'SeatTheRest' })).toBe('nothingToDo');
    },
  );

  test.each(['talk', 'marks', 'thanks'])(
    'given who found nobody, when %s begins, then they sit with somebody (D2)',
    (next) => {
      const { room } = findingWith(5);
      room.must({ type: 'CloseStep', step: 'pairs' });
      openStep(room, next);
      expect(lonelySeats(room.state)).toEqual([]);
    },
  );

  test('given the step opened again, then who has no partner still looks for one', () => {
    const { room, seats } = findingWith(4);
    find(room, seats[0], seats[1]);
    room.must({ type: 'CloseStep', step: 'pairs' });
    openStep(room, 'pairs');
    expect(isFinding(room.state)).toBe(true);
    find(room, seats[2], seats[3]);
    expect(sizesOf(room)).toEqual([2, 2]);
  });
});

test('given a session in which the program makes pairs, then it does so when the step begins, and numbers find nobody', () => {
  const room = openRoom();
  const seats = joinMany(room, 4);
  openStep(room, 'pairs');
  expect(sizesOf(room)).toEqual([2, 2]);
  expect(findRefused(room, seats[0], numberOf(room, seats[1] ?? ''))).toBe('stepClosed');
});

test('who makes the pairs may be changed until there are any', () => {
  const room = openRoom({ pairing: 'self' });
  expect(room.refused({ type: 'ChoosePairing', pairing: 'self' })).toBe('nothingToDo');
  room.must({ type: 'ChoosePairing', pairing: 'automatic' });
  joinMany(room, 4);
  openStep(room, 'pairs');
  expect(room.refused({ type: 'ChoosePairing', pairing: 'self' })).toBe('notAllowed');
});

test('given people who look for each other, then the program is not put in their place: nobody stays without a unit (D2)', () => {
  const { room } = findingWith(3);
  expect(room.refused({ type: 'ChoosePairing', pairing: 'automatic' })).toBe('notAllowed');
  room.must({ type: 'SeatTheRest' });
  expect(sizesOf(room)).toEqual([3]);
});

describe('a script that says `units: anew`', () => {
  const script = scriptSchema.parse({
    ...roomScript,
    steps: roomScript.steps.map((step) => (step.id === 'marks' ? { ...step, units: 'anew' } : step)),
  });
  const met = (room: Room) => activeUnits(room.state).map(({ seats }) => [...seats].sort().join());

  test('then everybody sits with somebody else, once; without it, with the same', () => {
    for (const isAnew of [true, false]) {
      const room = openRoom(isAnew ? { script } : {});
      joinMany(room, 8);
      openStep(room, 'pairs');
      const before = met(room);
      openStep(room, 'marks');
      const after = met(room);
      if (isAnew) expect(after.filter((pair) => before.includes(pair))).toEqual([]);
      else expect(after).toEqual(before);
      openStep(room, 'pairs');
      openStep(room, 'marks');
      expect(met(room)).toEqual(after);
    }
  });

  test('where people find each other, then they do so again', () => {
    const room = openRoom({ script, pairing: 'self' });
    const seats = joinMany(room, 4);
    openStep(room, 'pairs');
    find(room, seats[0], seats[1]);
    find(room, seats[2], seats[3]);
    openStep(room, 'marks');
    expect(lonelySeats(room.state)).toHaveLength(4);
    find(room, seats[0], seats[2]);
    find(room, seats[1], seats[3]);
    expect(sizesOf(room)).toEqual([2, 2]);
    expect(eventsOf(room, 'UnitsFormed')).toHaveLength(6);
  });
});
