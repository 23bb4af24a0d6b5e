/** Whose words they are: who sat there when they were sent, wherever they sit now, and nobody else (V2, A3). */
import { expect, test } from 'vitest';
import { textOf } from '../../shared/session/selectors.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import {
  joinMany,
  openRoom,
  openStep,
  pairsOf,
  type Room,
  seatActor,
  submit,
  text,
  unitOfSeat,
} from '../support/room.ts';
import type { Screen } from '../support/room-screens.ts';

const recognisable = { step: 'pairs', item: 'def', prompt: 'recognisable' };
const situation = { step: 'pairs', item: 'def', prompt: 'situation' };
const wordsOn = ({ state }: Screen): string[] => [...valuesOf(state.texts)];
const move = (room: Room, seat: string, unit: string) => room.must({ type: 'MoveSeat', seat, unit });

/** Six in pairs: two who sit together, and somebody of another pair. */
function scene() {
  const { room, seats } = pairsOf(6);
  const [one = ''] = seats;
  const own = unitOfSeat(room, one);
  const mate = own.seats.find((seat) => seat !== one) ?? '';
  const stranger = seats.find((seat) => !own.seats.includes(seat)) ?? '';
  return { room, one, mate, stranger, own: own.unit, other: unitOfSeat(room, stranger).unit };
}

test('given who was moved, then they see how their answer stands, and withdraw it everywhere; what is not theirs they do not get', () => {
  const { room, one, mate, own, other } = scene();
  const phone = room.addScreen('seat', one);
  const answer = submit(room, mate, recognisable, { why: text('Samen.') });
  move(room, one, other);
  room.publish();
  submit(room, mate, recognisable, { why: text('Samen, en later anders.') });
  submit(room, mate, situation, { story: text('Van wie achterbleef.') });
  room.publish();
  expect(wordsOn(phone)).toContain('Samen, en later anders.');
  expect(wordsOn(phone)).not.toContain('Van wie achterbleef.');
  expect(get(phone.state.answers, answer)?.writers).toContain(one);
  const wall = room.addScreen('wall');
  room.must({ type: 'WithdrawAnswer', answer }, seatActor(one));
  room.publish();
  for (const screen of [phone, wall, room.addScreen('seat', mate)])
    expect(wordsOn(screen).filter((words) => words.startsWith('Samen'))).toEqual([]);
  expect(unitOfSeat(room, mate).unit).toBe(own);
});

test('given fours, then each of a pair still reads and withdraws what the pair sent (until deletion)', () => {
  const { room, seats } = pairsOf(8);
  const [one = ''] = seats;
  const answer = submit(room, one, recognisable, { why: text('Van het duo.') });
  openStep(room, 'fours');
  expect(wordsOn(room.addScreen('seat', one))).toContain('Van het duo.');
  room.must({ type: 'WithdrawAnswer', answer }, seatActor(one));
});

test('given words that were written after somebody left, then they are not carried into where that one sits now', () => {
  const { room, one, mate, other } = scene();
  move(room, one, other);
  submit(room, mate, recognisable, { why: text('Zonder wie wegging.') });
  openStep(room, 'fours');
  const strangers = unitOfSeat(room, one).seats.filter(
    (seat) => unitOfSeat(room, mate).unit !== unitOfSeat(room, seat).unit,
  );
  for (const seat of strangers) expect(wordsOn(room.addScreen('seat', seat))).not.toContain('Zonder wie wegging.');
});

test('given a boundary situation, then it goes into the fours once it is released, and out again', () => {
  const { room, seats } = pairsOf(8);
  const [one = ''] = seats;
  const answer = submit(room, one, situation, { story: text('Op de grens.') });
  openStep(room, 'fours');
  const mates = unitOfSeat(room, one).seats.filter((seat) => !get(room.state.answers, answer)?.writers.includes(seat));
  const phone = room.addScreen('seat', mates[0] ?? null);
  const release = (released: boolean) => {
    room.must({ type: 'ReleaseAnswer', answer, released });
    room.publish();
    return wordsOn(phone).includes('Op de grens.');
  };
  expect(wordsOn(phone)).not.toContain('Op de grens.');
  expect([release(true), release(false)]).toEqual([true, false]);
});

test('given who sat there while the step was open, then what they wrote offline still comes; in a later step they do not speak for them', () => {
  const { room, one, mate, own, other } = scene();
  move(room, one, other);
  const late = { type: 'SubmitAnswer', unit: own, ...recognisable, values: { why: text('Offline.') } } as const;
  const phone = room.addScreen('seat', one);
  room.must(late, seatActor(one));
  room.publish();
  expect(wordsOn(phone)).toContain('Offline.');
  openStep(room, 'closing');
  const later = { ...late, step: 'closing', item: 'def' } as const;
  expect(room.refused(later, seatActor(one))).toBe('noSuchUnit');
  room.must(later, seatActor(mate));
});

test('given words of others, then neither who came later nor who had gone before takes them back', () => {
  const { room, one, mate, stranger, own, other } = scene();
  move(room, one, other);
  const answer = submit(room, mate, recognisable, { why: text('Van een.') });
  move(room, stranger, own);
  const withdraw = { type: 'WithdrawAnswer', answer } as const;
  for (const seat of [one, stranger]) expect(room.refused(withdraw, seatActor(seat))).toBe('noSuchAnswer');
  // Who sends it anew together with them has a share in it.
  submit(room, stranger, recognisable, { why: text('Van twee.') });
  room.must(withdraw, seatActor(stranger));
});

test('given two who wrote apart, then the version that was not seen stays until who wrote it writes again (A3)', () => {
  const { room, one, mate } = scene();
  const send = (seat: string, words: string, seen: number) =>
    room.must(
      { type: 'SubmitAnswer', ...recognisable, unit: unitOfSeat(room, seat).unit, values: { why: text(words) }, seen },
      seatActor(seat),
    );
  const unseen = () => {
    const value = [...valuesOf(room.state.answers)][0]?.unseen?.values['why'];
    return value?.kind === 'text' ? textOf(room.state, value.text) : null;
  };
  send(one, 'Van de een.', 0);
  send(mate, 'Van de ander.', 0);
  expect(unseen()).toBe('Van de een.');
  send(mate, 'Van de ander, beter.', 2);
  expect(unseen()).toBe('Van de een.');
  send(one, 'Van beiden.', 3);
  expect(unseen()).toBe(null);
});

test('given a room in which nobody was moved, then an answer is of everyone who sat there', () => {
  const room = openRoom();
  const seats = joinMany(room, 3);
  openStep(room, 'pairs');
  const answer = submit(room, seats[0] ?? '', recognisable, { why: text('Van drie.') });
  expect([...(get(room.state.answers, answer)?.writers ?? [])].sort()).toEqual([...seats].sort());
});

test('given a withdrawal that was heard with the unit, then it stays withdrawn on its writer’s phone wherever they sit (A4)', () => {
  const { room, one, mate, own, other } = scene();
  const answer = submit(room, mate, recognisable, { why: text('Samen.') });
  move(room, one, other);
  move(room, one, own);
  room.must({ type: 'WithdrawAnswer', answer }, seatActor(one));
  move(room, one, other);
  const phone = room.addScreen('seat', one);
  expect(get(phone.state.answers, answer)?.withdrawn ?? true).toBe(true);
  expect(wordsOn(phone)).not.toContain('Samen.');
});

test('given a paper of a pair that is entered during the fours, then it is of that pair: carried, read and withdrawn by them', () => {
  const { room, seats } = pairsOf(8);
  const [one = ''] = seats;
  const { unit } = unitOfSeat(room, one);
  openStep(room, 'fours');
  const paper = { type: 'SubmitAnswer', unit, ...recognisable, values: { why: text('Van papier.') } } as const;
  room.must(paper);
  for (const seat of unitOfSeat(room, one).seats)
    expect(wordsOn(room.addScreen('seat', seat))).toContain('Van papier.');
  const answer = [...valuesOf(room.state.answers)].find((known) => known.unit === unit)?.answer ?? '';
  room.must({ type: 'WithdrawAnswer', answer }, seatActor(one));
});

test('given a pair withdrew and one of them wrote it anew, then who sits elsewhere has those words while they are in the light and no longer (V4, S3)', () => {
  const { room, one, mate, other } = scene();
  const phone = room.addScreen('seat', one);
  const answer = submit(room, mate, situation, { story: text('Samen.') });
  move(room, one, other);
  room.must({ type: 'WithdrawAnswer', answer }, seatActor(mate));
  expect(get(phone.state.answers, answer)?.withdrawn).toBe(true);
  submit(room, mate, situation, { story: text('Van wie achterbleef.') });
  room.must({ type: 'SpotlightAnswer', answer });
  expect(get(phone.state.answers, answer)?.seat).toBeNull();
  expect(wordsOn(phone)).toContain('Van wie achterbleef.');
  submit(room, mate, situation, { story: text('Nog niet bekeken.') });
  for (const words of ['Van wie achterbleef.', 'Nog niet bekeken.']) expect(wordsOn(phone)).not.toContain(words);
  expect(phone.state).toEqual(room.foldedAnew(phone));
});

test('given their answer was brought into the fours, when they withdraw it there, then their phone says so and the others know nothing of it (A4)', () => {
  const { room, seats } = pairsOf(8);
  const [one = ''] = seats;
  const answer = submit(room, one, recognisable, { why: text('Van het duo.') });
  openStep(room, 'fours');
  const writers = get(room.state.answers, answer)?.writers ?? [];
  const mate = unitOfSeat(room, one).seats.find((seat) => !writers.includes(seat)) ?? '';
  const [phone, others] = [room.addScreen('seat', one), room.addScreen('seat', mate)];
  expect(get(others.state.answers, answer)?.seat).toBeNull();
  room.must({ type: 'WithdrawAnswer', answer }, seatActor(one));
  expect(get(phone.state.answers, answer)?.withdrawn).toBe(true);
  expect(get(others.state.answers, answer)).toBeUndefined();
});

test('given a hidden answer was withdrawn, when who sits elsewhere now writes it anew, then their phone does not take it for shown (A4)', () => {
  const { room, one, own, other } = scene();
  const answer = submit(room, one, recognisable, { why: text('Eerst.') });
  room.must({ type: 'HideAnswer', answer, hidden: true });
  room.must({ type: 'WithdrawAnswer', answer }, seatActor(one));
  move(room, one, other);
  const phone = room.addScreen('seat', one);
  room.must({ type: 'RevealStep', step: 'pairs', revealed: true });
  const anew = { type: 'SubmitAnswer', unit: own, ...recognisable, values: { why: text('Offline.') } } as const;
  room.must(anew, seatActor(one));
  expect(wordsOn(phone)).toContain('Offline.');
  for (const { answers } of [room.state, phone.state]) expect(get(answers, answer)?.hidden).toBe(true);
  room.must({ type: 'HideAnswer', answer, hidden: false });
  expect(get(phone.state.answers, answer)?.hidden).toBe(false);
});
