/** How large the wall sets its words, and what it holds back while it keeps still. */
import { expect, test } from 'vitest';
import { activeUnits } from '../../shared/session/selectors.ts';
import { answeredHere, boundaryCards, cardsOf, frozenOut, sizeForRoom } from '../../shared/views/wall.ts';
import { deskIn, invite, joinMany, openRoom, openStep, type Room, submit, text } from '../support/room.ts';

// SCREENS 3.4: the picture's width, the last row, and how high an answer of 36 px stands there (arc minutes).
test.each([
  [2, 5, 18.1, 1, true],
  [2, 8, 11.3, 1.4, false],
  [2.5, 8, 14.1, 1.2, true],
  [3, 8, 16.9, 1, true],
  [3, 10, 13.6, 1.2, true],
  [4, 10, 18.1, 1, true],
])(
  'a picture of %s m seen from %s m (an answer stands %s minutes high) asks size %s',
  (width, distance, _, size, isEnough) => {
    expect(sizeForRoom({ width, distance })).toEqual({ size, isEnough });
  },
);

const place = { step: 'pairs', item: 'def', prompt: 'recognisable' };
const firstSeats = (room: Room) => activeUnits(room.state).map(({ seats: [first = ''] }) => first);

test('given a wall that keeps still, then what came before stays, what comes waits and is counted, and what is hidden leaves at once (V4)', () => {
  const room = openRoom();
  joinMany(room, 8);
  openStep(room, 'pairs');
  const wall = room.addScreen('wall');
  const [a = '', b = '', c = ''] = firstSeats(room);
  const answer = submit(room, a, place, { why: text('Van de eerste') });
  room.must({ type: 'RevealStep', step: 'pairs', revealed: true });
  room.must({ type: 'SetWall', wall: { ...room.state.wall, mode: 'cards', frozen: room.state.seq } });
  submit(room, b, place, { why: text('Van de tweede') });
  submit(room, c, place, { why: text('Van de derde') });
  const step = answeredHere(wall.state);
  const shown = () => (step ? cardsOf(wall.state, step).map((card) => card.text) : []);
  expect(shown()).toEqual(['Van de eerste']);
  expect(step && frozenOut(wall.state, step)).toBe(2);
  // Its old words are gone everywhere: the new ones wait.
  const again = submit(room, a, place, { why: text('Toch anders') });
  expect(again).toBe(answer);
  expect(shown()).toEqual([]);
  expect(step && frozenOut(wall.state, step)).toBe(3);
  room.must({ type: 'HideAnswer', answer, hidden: true });
  expect(shown()).toEqual([]);
  const { frozen: _, ...moving } = room.state.wall;
  room.must({ type: 'SetWall', wall: moving });
  expect(shown()).toEqual(['Van de tweede', 'Van de derde']);
});

test('given boundary situations, then their picture holds those that were released, and no others (V3)', () => {
  const room = openRoom();
  joinMany(room, 4);
  openStep(room, 'pairs');
  const wall = room.addScreen('wall');
  const [a = '', b = ''] = firstSeats(room);
  const situation = { ...place, prompt: 'situation' };
  const released = submit(room, a, situation, { story: text('Op de grens') });
  submit(room, b, situation, { story: text('Nog niet') });
  room.must({ type: 'RevealStep', step: 'pairs', revealed: true });
  expect(boundaryCards(wall.state)).toEqual([]);
  room.must({ type: 'ReleaseAnswer', answer: released, released: true });
  expect(boundaryCards(wall.state).map((card) => card.text)).toEqual(['Op de grens']);
});

test('given a room that was measured, then its wall is told, and a subgroup’s own room is its own', () => {
  const room = openRoom();
  const wall = room.addScreen('wall');
  room.must({ type: 'MeasureRoom', width: 3, distance: 10 });
  expect(wall.state.rooms['']).toEqual({ width: 3, distance: 10 });
  expect(room.refused({ type: 'MeasureRoom', width: 3, distance: 10 })).toBe('nothingToDo');
  invite(room, 'a');
  room.must({ type: 'MeasureRoom', width: 2, distance: 5 }, deskIn('a'));
  expect(room.state.rooms).toEqual({ '': { width: 3, distance: 10 }, a: { width: 2, distance: 5 } });
});
