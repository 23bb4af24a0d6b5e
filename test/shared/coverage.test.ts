/** How items are spread while people work: what the desk is told, and the one thing that it may offer (DOMAIN section 6). */
import { expect, test } from 'vitest';
import { stepOf } from '../../shared/script-queries.ts';
import { activeUnits, dealtItems } from '../../shared/session/selectors.ts';
import { itemsNeeded, proposalsOf } from '../../shared/views/desk.ts';
import { judged, openStep, pairsOf, type Room, seatActor, submit } from '../support/room.ts';

function modelWith(people: number): Room {
  const { room } = pairsOf(people);
  openStep(room, 'model');
  return room;
}
const step = (room: Room) => stepOf(room.script, 'model') as never;
const unitAt = (room: Room, i: number) => activeUnits(room.state)[i] as ReturnType<typeof activeUnits>[number];
/** This unit answers so many of its items. */
function finish(room: Room, i: number, count: number): void {
  const { unit, seats } = unitAt(room, i);
  for (const item of dealtItems(room.state, 'model', unit).slice(0, count)) {
    submit(room, seats[0] ?? '', { step: 'model', item, prompt: 'recognisable' }, { judgement: judged('ja') });
  }
}
const offered = (room: Room) =>
  proposalsOf(room.state).map(({ unit, item, done, isDone }) => [unit.number, item.id, done, isDone]);

test.each([
  [7, { units: 3, each: 2, dealt: 2 }],
  [8, { units: 4, each: 2, dealt: 2 }],
  [4, { units: 2, each: 3, dealt: 2 }],
  [2, { units: 1, each: 6, dealt: 2 }],
  [12, null],
  [24, null],
])('given %i people, then the desk hears how many items each unit has to do: %j', (people, needed) => {
  const room = modelWith(people);
  expect(itemsNeeded(room.state, step(room))).toEqual(needed);
});

test('given a pair is done and nobody has an item, then it is offered to that pair; dealt, it is its next and no longer offered', () => {
  const room = modelWith(4);
  expect(offered(room)).toEqual([]);
  finish(room, 0, 1);
  expect(offered(room), 'it has one to go').toEqual([]);
  finish(room, 0, 2);
  const [first] = proposalsOf(room.state);
  expect(offered(room)[0]).toEqual([1, 'o3', 2, true]);
  const { unit } = unitAt(room, 0);
  room.must({ type: 'DealItems', step: 'model', unit, items: first?.items ?? [] });
  expect(dealtItems(room.state, 'model', unit)).toEqual([...(first?.before ?? []), 'o3']);
  expect(offered(room)).not.toContainEqual([1, 'o3', 2, true]);
});

test('given who would do an item left, then it is offered to a pair that has it further on', () => {
  const room = modelWith(12);
  const own = activeUnits(room.state).filter(({ subgroup }) => subgroup === 'a');
  const [one, two, three] = own.map(({ unit }) => activeUnits(room.state).findIndex((each) => each.unit === unit));
  room.must({
    type: 'DealItems',
    step: 'model',
    unit: own[0]?.unit ?? '',
    items: ['o1', 'o2', 'o3'],
  });
  finish(room, one ?? 0, 1);
  finish(room, two ?? 0, 1);
  expect(offered(room)).toEqual([]);
  const gone = [two ?? 0, three ?? 0].flatMap((i) => [...unitAt(room, i).seats]);
  for (const seat of gone) room.must({ type: 'LeaveSession' }, seatActor(seat));
  expect(offered(room)).toEqual([[own[0]?.number, 'o3', 1, false]]);
  expect(proposalsOf(room.state)[0]?.items).toEqual(['o1', 'o3', 'o2']);
});

test('given the step is closed, or another is on, then nothing is offered', () => {
  const room = modelWith(4);
  finish(room, 0, 2);
  expect(offered(room)).not.toEqual([]);
  room.must({ type: 'CloseStep', step: 'model' });
  expect(offered(room)).toEqual([]);
  openStep(room, 'talk-model');
  expect(offered(room)).toEqual([]);
});
