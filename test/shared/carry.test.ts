/** What people bring along into their unit, and what they do not (V2, V4). */
import { expect, test } from 'vitest';
import { answersOf } from '../../shared/session/selectors.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { joinMany, openRoom, openStep, seatActor, submit, text, unitOfSeat } from '../support/room.ts';
import type { Screen } from '../support/room-screens.ts';

const thought = { step: 'alone', prompt: 'thought' };
const heldBy = ({ state }: Screen): string[] => [...valuesOf(state.texts)];

/** Four people have each written alone, and sit in pairs now. */
function scene() {
  const room = openRoom();
  const seats = joinMany(room, 4);
  openStep(room, 'alone');
  const answers = seats.map((seat) => submit(room, seat, thought, { text: text(`Van ${seat}`) }));
  const phones = seats.map((seat) => room.addScreen('seat', seat));
  return { room, seats, answers, phones };
}

test('given answers each alone, when the step in pairs opens, then each phone gets those of its own pair and no others (V2)', () => {
  const { room, seats, phones } = scene();
  for (const [i, phone] of phones.entries()) {
    expect(heldBy(phone).filter((words) => words.startsWith('Van'))).toEqual([`Van ${seats[i]}`]);
  }
  openStep(room, 'pairs');
  for (const [i, phone] of phones.entries()) {
    const partners = unitOfSeat(room, seats[i] ?? '').seats;
    expect(
      heldBy(phone)
        .filter((words) => words.startsWith('Van'))
        .sort(),
    ).toEqual(partners.map((seat) => `Van ${seat}`).sort());
    expect(answersOf(phone.state, 'alone')).toHaveLength(2);
  }
});

test('given an answer from paper for a step that is over, then those who sit together now get it too', () => {
  const room = openRoom();
  const seats = joinMany(room, 4);
  openStep(room, 'alone');
  openStep(room, 'pairs');
  const [one = ''] = seats;
  const partner = unitOfSeat(room, one).seats.find((seat) => seat !== one) ?? null;
  const phones = [partner, seats.find((seat) => seat !== one && seat !== partner) ?? null].map((seat) =>
    room.addScreen('seat', seat),
  );
  const paper = {
    type: 'SubmitAnswer',
    unit: one,
    ...thought,
    item: 'list',
    values: { text: text('Op papier.') },
  } as const;
  room.must(paper);
  room.publish();
  expect(phones.map((phone) => heldBy(phone).includes('Op papier.'))).toEqual([true, false]);
});

test('given a hidden or withdrawn answer, then it is not brought along; shown again, it is (V4, D1)', () => {
  const { room, seats, answers, phones } = scene();
  const [answer = ''] = answers;
  room.must({ type: 'HideAnswer', answer, hidden: true });
  openStep(room, 'pairs');
  const partner = phones[seats.indexOf(unitOfSeat(room, seats[0] ?? '').seats.find((seat) => seat !== seats[0]) ?? '')];
  if (!partner) throw new Error('no partner');
  expect(heldBy(partner)).not.toContain(`Van ${seats[0]}`);
  room.must({ type: 'HideAnswer', answer, hidden: false });
  expect(heldBy(partner)).toContain(`Van ${seats[0]}`);
  room.must({ type: 'HideAnswer', answer, hidden: true });
  expect(heldBy(partner)).not.toContain(`Van ${seats[0]}`);
  room.must({ type: 'HideAnswer', answer, hidden: false });
  room.must({ type: 'WithdrawAnswer', answer }, seatActor(seats[0] ?? ''));
  expect(heldBy(partner)).not.toContain(`Van ${seats[0]}`);
  expect(answersOf(partner.state, 'alone')).toHaveLength(1);
});

test('given pairs that become fours, then each four has what both pairs wrote (V2)', () => {
  const room = openRoom();
  const seats = joinMany(room, 8);
  openStep(room, 'pairs');
  const place = { step: 'pairs', item: 'def', prompt: 'recognisable' };
  const writers = seats.filter((seat) => unitOfSeat(room, seat).seats[0] === seat);
  for (const seat of writers) submit(room, seat, place, { why: text(`Duo van ${seat}`) });
  openStep(room, 'fours');
  const phone = room.addScreen('seat', seats[0] ?? '');
  const own = writers.filter((seat) => unitOfSeat(room, seat).unit === unitOfSeat(room, seats[0] ?? '').unit);
  expect(own).toHaveLength(2);
  expect(
    heldBy(phone)
      .filter((words) => words.startsWith('Duo'))
      .sort(),
  ).toEqual(own.map((seat) => `Duo van ${seat}`).sort());
});

test('given somebody is moved in the step that brings answers along, then theirs comes along, and the old pair’s stays behind', () => {
  const { room, seats, phones } = scene();
  openStep(room, 'pairs');
  const [a = ''] = seats;
  const old = unitOfSeat(room, a).seats.find((seat) => seat !== a);
  const other = seats.find((seat) => seat !== a && seat !== old) ?? '';
  room.must({ type: 'MoveSeat', seat: a, unit: unitOfSeat(room, other).unit });
  expect(heldBy(phones[seats.indexOf(other)] as Screen)).toContain(`Van ${a}`);
  expect(heldBy(phones[0] as Screen)).not.toContain(`Van ${old}`);
});
