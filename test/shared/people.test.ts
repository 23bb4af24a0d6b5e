/** People: joining, coming late, leaving, being moved, and the undo of all that (P1, D1, D2). */
import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../shared/commands.ts';
import { maxPeople } from '../../shared/session/decide/people.ts';
import { penOf } from '../../shared/session/pen.ts';
import { activeUnits, peopleCount, seatOf, textOf } from '../../shared/session/selectors.ts';
import { valuesOf } from '../../shared/session/table.ts';
import {
  arrangementOf,
  join,
  joinMany,
  openRoom,
  openStep,
  pairsOf,
  seatActor,
  sizesOf,
  system,
  unitOfSeat,
} from '../support/room.ts';

const joining: CommandOf<'Join'> = { type: 'Join', people: 1, perspectives: [], name: '' };

describe('joining (P1)', () => {
  test('given neither name nor perspective, then one is in', () => {
    const room = openRoom();
    const seat = join(room);
    expect(seatOf(room.state, seat)).toMatchObject({ name: null, perspectives: [], people: 1, gone: null });
  });

  test('given two on one phone, then two people are counted', () => {
    const room = openRoom();
    join(room, { people: 2 });
    join(room);
    expect(peopleCount(room.state)).toBe(3);
  });

  test('given perspectives, then two at most, and only those of the script', () => {
    const room = openRoom();
    join(room, { perspectives: ['student', 'docent'] });
    const refused = (...perspectives: string[]) => room.refused({ ...joining, perspectives }, system);
    expect(refused('student', 'docent', 'client')).toBe('tooManyPerspectives');
    expect(refused('directeur')).toBe('doesNotFit');
  });

  test('given an organisation, then it mixes the pairs, and only the desk and that phone know it (V1)', () => {
    const room = openRoom();
    const seats = ['school', 'school', 'werk', 'werk'].map((organisation) => join(room, { organisation }));
    openStep(room, 'pairs');
    const mate = unitOfSeat(room, seats[0] ?? '').seats.find((seat) => seat !== seats[0]) ?? '';
    expect(seatOf(room.state, mate)?.organisation).toBe('werk');
    const [mine, desk] = [room.addScreen('seat', seats[0] ?? null), room.addScreen('desk')];
    expect([mate, seats[0] ?? ''].map((seat) => seatOf(mine.state, seat)?.organisation)).toEqual([null, 'school']);
    expect(seatOf(desk.state, mate)?.organisation).toBe('werk');
    expect(
      room.refused({ type: 'Join', people: 1, perspectives: [], name: '', organisation: 'x' }, { role: 'system' }),
    ).toBe('doesNotFit');
  });

  test('given a name, then forty signs fit, and it can be changed and taken away without a trace (P2)', () => {
    const room = openRoom();
    expect(room.refused({ ...joining, name: 'x'.repeat(41) }, system)).toBe('textTooLong');
    const seat = join(room, { name: 'Samira' });
    room.must({ type: 'RenameSeat', seat, name: 'Sam' });
    expect(textOf(room.state, seatOf(room.state, seat)?.name ?? null)).toBe('Sam');
    room.must({ type: 'RenameSeat', seat, name: '' });
    expect(seatOf(room.state, seat)).toMatchObject({ name: null, renamed: true });
    expect(JSON.stringify(room.log)).not.toMatch(/Sam/);
  });

  test('given a full session, then nobody more is let in', () => {
    const room = openRoom();
    for (let i = 0; i < maxPeople / 2; i++) room.decide({ ...joining, people: 2 }, system);
    expect(peopleCount(room.state)).toBe(maxPeople);
    expect(room.refused(joining, system)).toBe('sessionFull');
  });

  test('given who shares a phone from now on, then the unit counts one more', () => {
    const { room, seats } = pairsOf(2);
    room.must({ type: 'ShareSeat', guest: [] }, seatActor(seats[0] ?? ''));
    expect(sizesOf(room)).toEqual([3]);
  });
});

describe('coming late (D2)', () => {
  test('given pairs, then one makes a three, and the next makes of the three two pairs', () => {
    const { room } = pairsOf(6);
    for (const sizes of [
      [2, 2, 3],
      [2, 2, 2, 2],
      [2, 2, 2, 3],
      [2, 2, 2, 2, 2],
    ]) {
      join(room);
      expect(sizesOf(room).sort()).toEqual(sizes);
    }
  });

  test('given a partner who left, then who comes late sits with the one who stayed', () => {
    const { room, seats } = pairsOf(6);
    const stayed = unitOfSeat(room, seats[0] ?? '').seats.find((seat) => seat !== seats[0]) ?? '';
    room.must({ type: 'LeaveSession' }, seatActor(seats[0] ?? ''));
    const late = join(room);
    expect(unitOfSeat(room, late).seats).toEqual([stayed, late]);
  });

  test('given units as small as each other, then another perspective than one’s own is chosen', () => {
    const room = openRoom();
    joinMany(room, 2, { perspectives: ['student'] });
    joinMany(room, 2, { perspectives: ['docent'] });
    openStep(room, 'pairs');
    const alike = (perspective: string) =>
      [...valuesOf(room.state.seats)].filter(({ perspectives }) => perspectives[0] === perspective);
    const [one, two] = arrangementOf(room).units;
    const units = [
      { ...one, unit: one?.unit ?? '', subgroup: null, seats: alike('student').map(({ seat }) => seat) },
      { ...two, unit: two?.unit ?? '', subgroup: null, seats: alike('docent').map(({ seat }) => seat) },
    ];
    room.must({ type: 'ArrangeUnits', units });
    const late = join(room, { perspectives: ['student'] });
    const others = unitOfSeat(room, late).seats.filter((seat) => seat !== late);
    expect(others.map((seat) => seatOf(room.state, seat)?.perspectives[0])).toEqual(['docent', 'docent']);
  });

  test('given a couple on one phone, then they are a pair of their own', () => {
    const { room } = pairsOf(6);
    const couple = join(room, { people: 2 });
    expect(unitOfSeat(room, couple)).toMatchObject({ people: 2, number: 4, seats: [couple] });
  });

  test('given one who waits alone, when two come on one phone, then they are three together', () => {
    const room = openRoom();
    openStep(room, 'pairs');
    join(room);
    join(room, { people: 2 });
    expect(sizesOf(room)).toEqual([3]);
  });

  test('given a step in pairs that opened while nobody was there, then nobody who comes then stays alone', () => {
    const room = openRoom();
    openStep(room, 'pairs');
    for (let people = 1; people <= 20; people++) {
      join(room);
      const sizes = sizesOf(room);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(people);
      if (people > 1) expect(Math.min(...sizes)).toBeGreaterThan(1);
      // At most one three, and no four.
      if (people > 1) expect(sizes.filter((size) => size !== 2)).toEqual(people % 2 ? [3] : []);
    }
  });

  test('given a three of whom one holds the pen, when a fourth comes, then the writer stays', () => {
    const { room } = pairsOf(2);
    const third = join(room);
    const { unit } = unitOfSeat(room, third);
    room.must({ type: 'TakePen', unit }, seatActor(third));
    const fourth = join(room);
    expect(unitOfSeat(room, third).unit).toBe(unit);
    expect(unitOfSeat(room, fourth).people).toBe(2);
  });

  test('given groups of four, then two more make a group of their own before one has six', () => {
    const room = openRoom();
    joinMany(room, 12);
    openStep(room, 'fours');
    join(room);
    expect(sizesOf(room).sort()).toEqual([4, 4, 5]);
    join(room);
    expect(sizesOf(room).sort()).toEqual([3, 3, 4, 4]);
  });

  test('given the next step in pairs begins, then who sits alone joins others, and the other pairs stay', () => {
    const { room, seats } = pairsOf(6);
    const [a = ''] = seats;
    const kept = activeUnits(room.state).filter(({ seats: own }) => !own.includes(a));
    const partner = unitOfSeat(room, a).seats.find((seat) => seat !== a) ?? '';
    room.must({ type: 'LeaveSession' }, seatActor(a));
    openStep(room, 'marks');
    expect(sizesOf(room).sort()).toEqual([2, 3]);
    expect(kept.map(({ unit }) => unit)).toContain(unitOfSeat(room, partner).unit);
  });

  test('given a step in pairs that goes on, or is opened again, then who stayed behind is left where they wrote', () => {
    const { room, seats } = pairsOf(4);
    const [a = ''] = seats;
    const { unit, seats: own } = unitOfSeat(room, a);
    room.must({ type: 'LeaveSession' }, seatActor(a));
    openStep(room, 'talk');
    openStep(room, 'pairs');
    expect(unitOfSeat(room, own.find((seat) => seat !== a) ?? '').unit).toBe(unit);
  });
});

describe('leaving', () => {
  test('given who leaves, then the unit goes on without, and has the pen free', () => {
    const { room, seats } = pairsOf(4);
    const [a = ''] = seats;
    const { unit } = unitOfSeat(room, a);
    room.must({ type: 'TakePen', unit }, seatActor(a));
    room.must({ type: 'LeaveSession' }, seatActor(a));
    expect(activeUnits(room.state).find((one) => one.unit === unit)).toMatchObject({ people: 1 });
    expect(penOf(room.state, unit).seat).toBe(null);
    expect(seatOf(room.state, a)).toMatchObject({ gone: 'left', unit: null });
    expect(room.must({ type: 'LeaveSession' }, seatActor(a))).toEqual([]);
  });

  test('given who is taken out, then they may do nothing', () => {
    const { room, seats } = pairsOf(2);
    const [seat = ''] = seats;
    room.must({ type: 'RemoveSeat', seat, removed: true });
    expect(room.refused({ type: 'ShareSeat', guest: [] }, seatActor(seat))).toBe('seatRemoved');
    expect(room.refused({ type: 'RemoveSeat', seat, removed: true })).toBe('nothingToDo');
    expect(room.refused({ type: 'RemoveSeat', seat: 'nobody', removed: true })).toBe('noSuchSeat');
  });

  test('given who was taken out is taken back in, then they sit where they sat, though others sit as few (D1)', () => {
    const { room, seats } = pairsOf(5);
    const [three, pair] = activeUnits(room.state).sort((a, b) => b.people - a.people);
    room.must({ type: 'MoveSeat', seat: three?.seats[0] ?? '', unit: pair?.unit ?? '' });
    for (const seat of seats) {
      const { unit } = unitOfSeat(room, seat);
      room.must({ type: 'RemoveSeat', seat, removed: true });
      room.must({ type: 'RemoveSeat', seat, removed: false });
      expect(unitOfSeat(room, seat).unit).toBe(unit);
    }
  });

  test('given who is back after all were brought together anew, then they sit with others', () => {
    const { room, seats } = pairsOf(6);
    const [a = ''] = seats;
    room.must({ type: 'RemoveSeat', seat: a, removed: true });
    room.must({ type: 'FormUnits', step: 'pairs', seed: 5 });
    room.must({ type: 'RemoveSeat', seat: a, removed: false });
    expect(unitOfSeat(room, a).people).toBeGreaterThan(1);
  });
});
