/** What the desk puts in front of who bundles: themes and what is in none, in an order that stays, and what looks alike. */
import { expect, test } from 'vitest';
import { activeUnits } from '../../shared/session/selectors.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { deskBundlesOf, deskCardsOf, likenessesOf } from '../../shared/views/desk.ts';
import { joinMany, openRoom, openStep, type Room, submit, text } from '../support/room.ts';

const step = 'pairs';
/** The second is like the first, and a little less like the third; those two are not alike. */
const said = [
  'Tijd voor reflectie op fouten.',
  'Tijd, reflectie, fouten, leiding en vertrouwen.',
  'Leiding en vertrouwen.',
];

function answered() {
  const room = openRoom();
  joinMany(room, 8);
  openStep(room, step);
  const seats = activeUnits(room.state).map(({ seats: [first = ''] }) => first);
  const send = (at: number, prompt: string, words: string) =>
    submit(
      room,
      seats[at] ?? '',
      { step, item: 'def', prompt },
      { [prompt === 'situation' ? 'story' : 'why']: text(words) },
    );
  return { room, send, answers: said.map((words, at) => send(at, 'recognisable', words)) };
}
function cardsOf({ state }: Room) {
  const found = state.script.steps.find(({ id }) => id === step);
  return found ? deskCardsOf(state, found).cards : [];
}
const proposed = (room: Room) =>
  likenessesOf(room.state, cardsOf(room)).map(({ theme, cards }) => {
    const inOrder = [...cards].sort((a, b) => a.firstSeq - b.firstSeq);
    return [theme, inOrder.map((card) => card.text)];
  });
const shown = (room: Room) =>
  deskBundlesOf(room.state, cardsOf(room)).map(({ theme, cards }) => [
    theme?.number ?? null,
    cards.map((card) => card.text),
  ]);
const group = (answers: string[], theme: string | null = null) =>
  ({ type: 'GroupAnswers', step, theme, answers }) as const;

test('given answers each like the next, then only those are proposed that are all alike: no chain brings far ones together', () => {
  const { room } = answered();
  expect(proposed(room)).toEqual([[null, said.slice(0, 2)]]);
});

test('given an answer that is hidden, then it is neither proposed nor there to be picked', () => {
  const { room, answers } = answered();
  room.must({ type: 'HideAnswer', answer: answers[1] ?? '', hidden: true });
  expect(proposed(room)).toEqual([]);
  expect(shown(room)).toEqual([[null, [said[0], said[2]]]]);
});

test('given the same words to two questions, then they are not proposed together: they answer something else', () => {
  const { room, send } = answered();
  send(3, 'situation', said[0] ?? '');
  expect(proposed(room)).toEqual([[null, said.slice(0, 2)]]);
});

test('given a theme, then what is like an answer in it is proposed for that theme, and nothing of another theme', () => {
  const { room, answers, send } = answered();
  const [a = '', b = '', c = ''] = answers;
  room.must(group([a, b]));
  const [theme] = [...valuesOf(room.state.themes)];
  expect(proposed(room)).toEqual([[theme?.theme, [said[2]]]]);
  room.must(group([c]));
  expect(proposed(room)).toEqual([]);
  send(3, 'recognisable', 'Reflectie op fouten, en tijd.');
  expect(proposed(room)).toEqual([[theme?.theme, ['Reflectie op fouten, en tijd.']]]);
});

test('given themes and what comes in, then all stands in the order in which it came, and what is in none comes last', () => {
  const { room, answers, send } = answered();
  const [a = '', b = '', c = ''] = answers;
  send(3, 'recognisable', 'Als laatste.');
  room.must(group([c]));
  room.must(group([b]));
  expect(shown(room)).toEqual([
    [1, [said[2]]],
    [2, [said[1]]],
    [null, [said[0], 'Als laatste.']],
  ]);
  room.must(group([a], [...valuesOf(room.state.themes)].find(({ number }) => number === 2)?.theme));
  expect(shown(room)[1]).toEqual([2, said.slice(0, 2)]);
});
