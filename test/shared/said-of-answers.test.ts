// What is said of an answer on every screen and in every file: one name for who answered as one, by how many they were (S3), and no more than is true (A4).
import { expect, test } from 'vitest';
import { exportSource } from '../../server/exports/export-source.ts';
import { readableAnswers } from '../../server/exports/readable-answers.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { answersOf, isOnWall } from '../../shared/session/selectors.ts';
import { sizeNamed } from '../../shared/views/summary/people.ts';
import { currentSummary } from '../../shared/views/summary.ts';
import { sceneOf } from '../../shared/views/wall.ts';
import { answering as english } from '../../shared/words/phone/answering.en.ts';
import { answering as dutch } from '../../shared/words/phone/answering.nl.ts';
import { words } from '../../shared/words/summary.nl.ts';
import { judged, pairsOf, submit, text, unitOfSeat } from '../support/room.ts';

/** Two pairs, and a trio that the odd one out made. */
function answered() {
  const { room, seats } = pairsOf(7);
  const trio = seats.find((seat) => unitOfSeat(room, seat).people === 3) ?? '';
  const pair = seats.find((seat) => unitOfSeat(room, seat).people === 2) ?? '';
  for (const seat of [trio, pair])
    submit(
      room,
      seat,
      { step: 'pairs', item: 'def', prompt: 'recognisable' },
      { judgement: judged('deels'), why: text('Zo') },
    );
  room.must({ type: 'RevealStep', step: 'pairs', revealed: true });
  return { room, trio, pair };
}

test('given three among pairs, then the wall and other phones are told so, and of two nothing more', () => {
  const { room, trio, pair } = answered();
  const told = room.streams.since(['wall', 'phones'], {});
  const people = told.flatMap((event) =>
    event.type === 'AnswerSubmitted' ? [[event.unit, event.people] as const] : [],
  );
  expect(new Map(people)).toEqual(
    new Map([
      [unitOfSeat(room, trio).unit, 3],
      [unitOfSeat(room, pair).unit, undefined],
    ]),
  );
  const wall = told.reduce(evolve, initialState());
  expect(answersOf(wall, 'pairs').map((answer) => sizeNamed(wall, answer))).toEqual(expect.arrayContaining([3]));
});

test('the summary and the files call them a trio, and count them among the pairs (D3)', () => {
  const { room, trio } = answered();
  const { number } = unitOfSeat(room, trio);
  const quotes = currentSummary(room.log).sections.flatMap(({ items }) =>
    items.flatMap((item) => item.prompts.flatMap((prompt) => prompt.missing)),
  );
  expect(quotes.map((quote) => words.unit(quote.number ?? 0, quote.people, quote.turn))).toContain(`Drietal ${number}`);
  expect(quotes.map(({ size }) => size)).toEqual([2, 2]);
  const rows = readableAnswers(exportSource(room.log));
  expect(rows.find((row) => row.number === number)).toMatchObject({ size: 3, people: 3, label: `D0${number}` });
});

test('who joins a pair after it answered changes nothing of what that pair is called', () => {
  const { room, pair } = answered();
  const unit = unitOfSeat(room, pair);
  room.must({ type: 'Join', people: 1, perspectives: [], name: '' }, { role: 'system' });
  const of = (id: string) => answersOf(room.state, 'pairs').find((answer) => answer.unit === id)?.people;
  expect(of(unit.unit)).toBeNull();
});

test('given the wall still shows the progress, then a phone says that its answer can be there, never that it is (A4)', () => {
  const { room } = answered();
  const shown = answersOf(room.state, 'pairs').every((answer) => isOnWall(room.state, answer));
  expect([shown, sceneOf(room.state)]).toEqual([true, 'progress']);
  expect(dutch.answer.onWall).toMatch(/^Kan /);
  expect(english.answer.onWall).toMatch(/^Can /);
});
