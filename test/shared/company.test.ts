/** Who sits with whom, as it goes in a room: a guest on a phone, a door that is locked, a name, a partner who goes. */
import { describe, expect, test } from 'vitest';
import { countsOf } from '../../server/live/counts.ts';
import type { Command, CommandOf } from '../../shared/commands.ts';
import { activeUnits, peopleCount, perspectivesAt, seatOf, textOf } from '../../shared/session/selectors.ts';
import { get, has } from '../../shared/session/table.ts';
import { currentSummary } from '../../shared/views/summary.ts';
import {
  answerBy,
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
  system,
  text,
  unitOfSeat,
} from '../support/room.ts';

const place = { step: 'pairs', item: 'def', prompt: 'recognisable' };
const joining: CommandOf<'Join'> = { type: 'Join', people: 1, perspectives: [], name: '' };
const share = (room: Room, seat: string, guest: string[] | null) =>
  room.must({ type: 'ShareSeat', guest }, seatActor(seat));

describe('somebody without a phone', () => {
  test('given who sits at a partner’s phone, then room, wall, counts, summary and next pairing count two', () => {
    const { room, seats } = pairsOf(5);
    const [seat = ''] = seats;
    const wall = room.addScreen('wall');
    share(room, seat, ['client']);
    expect(peopleCount(room.state)).toBe(6);
    expect(countsOf(room.state, new Set(seats))).toMatchObject({ people: 6, online: 6 });
    const unit = unitOfSeat(room, seat);
    expect(get(wall.state.units, unit.unit)?.people).toBe(unit.people);
    expect(activeUnits(room.state).reduce((sum, { people }) => sum + people, 0)).toBe(6);
    expect(currentSummary(room.log).head.people).toBe(6);
    room.must({ type: 'FormUnits', step: 'pairs', seed: 3 });
    expect(sizesOf(room)).toEqual([2, 2, 2]);
    expect(unitOfSeat(room, seat)).toMatchObject({ seats: [seat], people: 2 });
    share(room, seat, null);
    expect(peopleCount(room.state)).toBe(5);
    expect(get(wall.state.units, unitOfSeat(room, seat).unit)?.people).toBe(1);
  });

  test('given who answers alone with a guest, then "n of m" counts both (D3)', () => {
    const room = openRoom();
    const [a = '', b = ''] = joinMany(room, 2);
    share(room, a, []);
    openStep(room, 'alone');
    submit(room, a, { step: 'alone', prompt: 'thought' }, { text: text('Lef') });
    expect(countsOf(room.state, new Set([a, b]))).toMatchObject({ people: 3, submitted: { alone: 2 } });
  });

  test('given a guest’s perspective, then the summary counts each person once, and says nothing for who says nothing', () => {
    const room = openRoom();
    const seats = joinMany(room, 13, { perspectives: ['student'] });
    for (const [i, seat] of seats.entries()) share(room, seat, i < 6 ? ['docent'] : i < 12 ? [] : ['student']);
    const { shown, n, doubled } = currentSummary(room.log).perspectives;
    expect(shown.map(({ id, count }) => [id, count])).toEqual([
      ['student', 14],
      ['docent', 6],
      ['not-said', 6],
    ]);
    expect({ n, doubled }).toEqual({ n: 26, doubled: false });
    const at = (i: number) => seatOf(room.state, seats[i] ?? '');
    expect([at(0), at(12)].map((seat) => seat && perspectivesAt(seat))).toEqual([['student', 'docent'], ['student']]);
  });

  test('given a phone that is shared already, or perspectives that are not there, then it is refused', () => {
    const room = openRoom();
    const seat = join(room);
    const refused = (guest: string[] | null) => room.refused({ type: 'ShareSeat', guest }, seatActor(seat));
    expect(refused(null)).toBe('nothingToDo');
    expect(refused(['directeur'])).toBe('doesNotFit');
    expect(refused(['student', 'docent', 'client'])).toBe('tooManyPerspectives');
    share(room, seat, ['student']);
    expect(refused(['docent'])).toBe('nothingToDo');
    const both = join(room, { people: 2 });
    share(room, both, null);
    expect(seatOf(room.state, both)).toMatchObject({ people: 1, guest: null });
  });
});

describe('left alone (D2)', () => {
  test('given a pair of which one goes, then the other goes on, or joins another unit; the answer stays where it was', () => {
    const { room, seats } = pairsOf(4);
    const [seat = ''] = seats;
    const old = unitOfSeat(room, seat);
    const partner = old.seats.find((one) => one !== seat) ?? '';
    const answer = submit(room, partner, place, { judgement: judged('ja') });
    room.must({ type: 'LeaveSession' }, seatActor(partner));
    expect(sizesOf(room).sort()).toEqual([1, 2]);
    const phone = room.addScreen('seat', seat);
    expect(has(phone.state.answers, answer)).toBe(true);
    submit(room, seat, { ...place, prompt: 'situation' }, { story: text('Alleen verder') });
    room.must({ type: 'JoinOtherUnit' }, seatActor(seat));
    expect(sizesOf(room)).toEqual([3]);
    expect(get(room.state.answers, answer)?.unit).toBe(old.unit);
    expect(phone.state.units.size).toBe(1);
    expect(get(phone.state.units, unitOfSeat(room, seat).unit)?.people).toBe(3);
  });

  test('given who was left alone beside a three, then they make two pairs of four', () => {
    const { room, seats } = pairsOf(5);
    const alone = seats.find((seat) => unitOfSeat(room, seat).people === 2) ?? '';
    const partner = unitOfSeat(room, alone).seats.find((one) => one !== alone) ?? '';
    room.must({ type: 'LeaveSession' }, seatActor(partner));
    room.must({ type: 'JoinOtherUnit' }, seatActor(alone));
    expect(sizesOf(room)).toEqual([2, 2]);
  });

  test('given who is not alone, or has nobody to go to, then there is nothing to join', () => {
    const { room, seats } = pairsOf(2);
    const [a = '', b = ''] = seats;
    expect(room.refused({ type: 'JoinOtherUnit' }, seatActor(a))).toBe('nothingToDo');
    room.must({ type: 'LeaveSession' }, seatActor(b));
    expect(room.refused({ type: 'JoinOtherUnit' }, seatActor(a))).toBe('noUnit');
  });

  test('given two phones of which one breaks, then the partner takes the pen and sends (A3)', () => {
    const { room, seats } = pairsOf(2);
    const [broken = '', whole = ''] = seats;
    room.must({ type: 'TakePen', unit: unitOfSeat(room, broken).unit }, seatActor(broken));
    room.must({ type: 'TakePen', unit: unitOfSeat(room, whole).unit }, seatActor(whole));
    room.must(answerBy(room, whole, place, { judgement: judged('ja') }), seatActor(whole));
    expect(eventsOf(room, 'AnswerSubmitted')).toMatchObject([{ seat: whole }]);
  });
});

test('given two who come in on one phone, then each has a role of their own; one person has none beside it', () => {
  const room = openRoom();
  const both: Command = { type: 'Join', people: 2, perspectives: ['student'], guest: ['docent'], name: '' };
  room.must(both, system);
  expect(eventsOf(room, 'ParticipantJoined')).toMatchObject([
    { people: 2, perspectives: ['student'], guest: ['docent'] },
  ]);
  expect(room.refused({ ...both, people: 1 }, system)).toBe('doesNotFit');
  expect(room.refused({ ...both, guest: ['nope'] }, system)).toBe('doesNotFit');
});

test('given an answer shown while its writer sat elsewhere, and taken off the wall while they were back, then their phone does not take it for shown (A4)', () => {
  const { room, seats } = pairsOf(4);
  const [seat = ''] = seats;
  const { unit } = unitOfSeat(room, seat);
  const answer = submit(room, seat, place, { judgement: judged('ja') });
  room.must({ type: 'MoveSeat', seat, unit: null });
  room.must({ type: 'ReleaseAnswer', answer, released: true });
  room.must({ type: 'SpotlightAnswer', answer });
  room.must({ type: 'MoveSeat', seat, unit });
  room.must({ type: 'ReleaseAnswer', answer, released: false });
  room.must({ type: 'MoveSeat', seat, unit: null });
  const { state } = room.addScreen('seat', seat);
  expect(get(state.answers, answer)).toMatchObject({ released: false, hidden: false });
});

describe('the door and the names', () => {
  test('given a locked door, then nobody new comes in, who has a seat goes on, and it is opened again (D1)', () => {
    const { room, seats } = pairsOf(2);
    room.must({ type: 'LockDoor', locked: true });
    expect(room.refused(joining, system)).toBe('doorLocked');
    expect(room.refused({ type: 'LockDoor', locked: true })).toBe('nothingToDo');
    submit(room, seats[0] ?? '', place, { judgement: judged('ja') });
    const [seat = ''] = seats;
    room.must({ type: 'RemoveSeat', seat, removed: true });
    room.must({ type: 'RemoveSeat', seat, removed: false });
    room.must({ type: 'LockDoor', locked: false });
    join(room);
    expect(sizesOf(room)).toEqual([3]);
  });

  test('given a name that offends, then the desk changes it: the phones are told, and the old one is nowhere any more (P2)', () => {
    const { room, seats } = pairsOf(2);
    const [, partner = ''] = seats;
    const seat = join(room, { name: 'Lelijk Woord' });
    const screens = [...seats, seat].map((one) => room.addScreen('seat', one));
    room.must({ type: 'RenameSeat', seat, name: 'Gast' });
    for (const { state } of screens) {
      expect(textOf(state, seatOf(state, seat)?.name ?? null)).toBe('Gast');
      expect(JSON.stringify(state)).not.toContain('Lelijk');
    }
    expect(screens.at(-1)?.state && seatOf(screens.at(-1)?.state as Room['state'], seat)?.renamed).toBe(true);
    const streams = room.streams.since(
      ['desk', 'phones', `seat:${seat}`, `unit:${unitOfSeat(room, partner).unit}`],
      {},
    );
    expect(JSON.stringify([streams, room.log])).not.toContain('Lelijk');
    expect(room.refused({ type: 'RenameSeat', seat, name: 'Gast' })).toBe('nothingToDo');
    expect(room.refused({ type: 'RenameSeat', seat, name: 'x'.repeat(41) })).toBe('textTooLong');
  });
});
