/** Who sits with whom: forming, arranging by hand, subgroups, and the undo of it (D1, D2). */
import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../shared/commands.ts';
import { activeUnits, seatOf } from '../../shared/session/selectors.ts';
import {
  arrangementOf,
  eventsOf,
  join,
  joinMany,
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
  activeUnits(room.state).map(({ unit, seats, subgroup }) => [unit, [...seats].sort(), subgroup]);

describe('forming and arranging', () => {
  test('given a second step in pairs, then the pairs stay as they are', () => {
    const { room } = pairsOf(7);
    const before = seating(room);
    openStep(room, 'marks');
    expect(seating(room)).toEqual(before);
  });

  test('given pairs are brought together anew, then nobody meets the same again, and the undo gives the old pairs (D1)', () => {
    const { room } = pairsOf(12);
    const undo = arrangementOf(room);
    const before = seating(room);
    const met = before.map(([, seats]) => JSON.stringify(seats));
    room.must({ type: 'FormUnits', step: 'pairs', seed: 1 });
    for (const [, seats] of seating(room)) expect(met).not.toContain(JSON.stringify(seats));
    room.must(undo);
    expect(seating(room)).toEqual(before);
  });

  test('given answers, when pairs are brought together anew, then they stay with the pair that gave them', () => {
    const { room, seats } = pairsOf(4);
    const old = unitOfSeat(room, seats[0] ?? '').unit;
    const answer = submit(
      room,
      seats[0] ?? '',
      { step: 'pairs', item: 'def', prompt: 'recognisable' },
      { why: text('Van toen') },
    );
    room.must({ type: 'FormUnits', step: 'pairs', seed: 1 });
    expect(answer.startsWith(`pairs/${old}/`)).toBe(true);
  });

  test('given somebody was moved before any pairs were made, then everyone is in a pair when the step opens (D2)', () => {
    const room = openRoom();
    const seats = joinMany(room, 6);
    room.must({ type: 'MoveSeat', seat: seats[0] ?? '', unit: null });
    openStep(room, 'pairs');
    expect(sizesOf(room)).toEqual([2, 2, 2]);
  });

  test('given one pair was made by hand before the step, then that stays, and the others are brought together (D2)', () => {
    const room = openRoom();
    const seats = joinMany(room, 7);
    const own = seats.slice(0, 2);
    room.must({ type: 'ArrangeUnits', units: [{ unit: null, seats: own, subgroup: null }] });
    openStep(room, 'pairs');
    expect(unitOfSeat(room, own[0] ?? '').seats).toEqual(own);
    expect(sizesOf(room).sort()).toEqual([2, 2, 3]);
  });

  test('given fours from pairs, then pairs stay together and nobody is left over', () => {
    for (const people of [4, 5, 7, 8, 9, 12]) {
      const { room } = pairsOf(people);
      const pairs = activeUnits(room.state).map(({ seats }) => seats);
      openStep(room, 'fours');
      for (const pair of pairs) expect(new Set(pair.map((seat) => unitOfSeat(room, seat).unit)).size).toBe(1);
      expect(Math.min(...sizesOf(room))).toBeGreaterThan(1);
    }
  });

  test('given fours from pairs and a pair left over, then it joins a four: no pair is told to go on with itself (D2)', () => {
    const sizes = [6, 10, 11, 14, 18].map((people) => {
      const { room } = pairsOf(people);
      openStep(room, 'fours');
      return sizesOf(room).sort();
    });
    expect(sizes).toEqual([[6], [4, 6], [5, 6], [4, 4, 6], [4, 4, 4, 6]]);
  });

  test('given an arrangement that does not fit, then it is refused', () => {
    const { room, seats } = pairsOf(4);
    const [one, two] = arrangementOf(room).units;
    if (!one || !two) throw new Error('no pairs');
    const refused = (...units: CommandOf<'ArrangeUnits'>['units']) => room.refused({ type: 'ArrangeUnits', units });
    expect(refused()).toBe('badArrangement');
    expect(refused({ ...one, seats: [...one.seats, ...one.seats] }, two)).toBe('badArrangement');
    expect(refused(one, { ...two, seats: one.seats })).toBe('badArrangement');
    expect(refused({ ...one, seats: one.seats.slice(1) })).toBe('badArrangement');
    expect(refused({ ...one, seats: [...one.seats, 'nobody'] })).toBe('badArrangement');
    expect(refused({ ...one, subgroup: 'z' })).toBe('badArrangement');
    expect(refused({ ...one, unit: 'nope' })).toBe('badArrangement');
    expect(refused({ unit: null, seats: [], subgroup: null })).toBe('badArrangement');
    room.must({ type: 'LeaveSession' }, seatActor(seats[0] ?? ''));
    expect(refused(one, two)).toBe('badArrangement');
  });

  test('given somebody is moved, then they sit there, and moved back they sit here (D1)', () => {
    const { room, seats } = pairsOf(4);
    const [a = ''] = seats;
    const old = unitOfSeat(room, a).unit;
    const other = activeUnits(room.state).find(({ unit }) => unit !== old)?.unit ?? '';
    room.must({ type: 'MoveSeat', seat: a, unit: other });
    expect(sizesOf(room).sort()).toEqual([1, 3]);
    expect(room.refused({ type: 'MoveSeat', seat: a, unit: other })).toBe('nothingToDo');
    room.must({ type: 'MoveSeat', seat: a, unit: old });
    expect(sizesOf(room)).toEqual([2, 2]);
    room.must({ type: 'MoveSeat', seat: a, unit: null });
    expect(room.refused({ type: 'MoveSeat', seat: a, unit: null })).toBe('nothingToDo');
    expect(room.refused({ type: 'MoveSeat', seat: a, unit: 'nope' })).toBe('noSuchUnit');
    expect(room.refused({ type: 'MoveSeat', seat: 'nobody', unit: null })).toBe('noSuchSeat');
  });

  test('given a step that nobody has, or nobody here, then nothing is formed', () => {
    const room = openRoom();
    openStep(room, 'pairs');
    expect(room.refused({ type: 'FormUnits', step: 'pairs', seed: 1 })).toBe('nothingToDo');
    expect(room.refused({ type: 'FormUnits', step: 'nowhere', seed: 1 })).toBe('noSuchStep');
  });
});

describe('subgroups', () => {
  test('given four pairs, then two subgroups as large as each other; given three, then none', () => {
    const { room } = pairsOf(8);
    openStep(room, 'groups');
    expect(
      activeUnits(room.state)
        .map(({ subgroup }) => subgroup)
        .sort(),
    ).toEqual(['a', 'a', 'b', 'b']);
    const few = pairsOf(6).room;
    openStep(few, 'groups');
    expect(activeUnits(few.state).map(({ subgroup }) => subgroup)).toEqual([null, null, null]);
    expect(few.refused({ type: 'FormSubgroups' })).toBe('nothingToDo');
  });

  test('given perspectives, then both subgroups have them', () => {
    const room = openRoom();
    for (const perspective of ['student', 'docent', 'client', 'student', 'docent', 'client', 'student', 'docent']) {
      join(room, { people: 2, perspectives: [perspective] });
    }
    openStep(room, 'groups');
    for (const subgroup of ['a', 'b']) {
      const units = activeUnits(room.state).filter((unit) => unit.subgroup === subgroup);
      const there = new Set(
        units.flatMap(({ seats }) => seats.map((seat) => seatOf(room.state, seat)?.perspectives[0])),
      );
      expect(there.size).toBe(3);
    }
  });

  test('given a pair is moved, then it is there; to nowhere it cannot be moved', () => {
    const { room } = pairsOf(8);
    openStep(room, 'groups');
    const [first] = activeUnits(room.state);
    const unit = first?.unit ?? '';
    const other = first?.subgroup === 'a' ? 'b' : 'a';
    room.must({ type: 'MoveUnit', unit, subgroup: other });
    expect(room.must({ type: 'MoveUnit', unit, subgroup: other })).toEqual([]);
    expect(room.refused({ type: 'MoveUnit', unit, subgroup: 'z' })).toBe('noSuchSubgroup');
    expect(room.refused({ type: 'MoveUnit', unit: 'nope', subgroup: 'a' })).toBe('noSuchUnit');
  });

  test('given a late pair, then it comes into the smallest subgroup', () => {
    const { room } = pairsOf(10);
    openStep(room, 'groups');
    const couple = join(room, { people: 2 });
    const people = Map.groupBy(activeUnits(room.state), ({ subgroup }) => subgroup);
    expect([...people.values()].map((units) => units.length)).toEqual([3, 3]);
    expect(unitOfSeat(room, couple).subgroup).not.toBeNull();
  });

  test('given pairs are formed anew when there were subgroups, then there are subgroups again', () => {
    const { room } = pairsOf(8);
    openStep(room, 'groups');
    room.must({ type: 'FormUnits', step: 'groups', seed: 4 });
    expect(eventsOf(room, 'SubgroupsFormed')).toHaveLength(2);
    expect(activeUnits(room.state).every(({ subgroup }) => subgroup !== null)).toBe(true);
  });
});
