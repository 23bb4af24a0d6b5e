/** The quiet compass: each rule finds what it says and nothing sooner, names nobody, and does nothing by itself. */
import { expect, test } from 'vitest';
import { activeUnits, presentSeats } from '../../shared/session/selectors.ts';
import { findingsOf } from '../../shared/views/desk.ts';
import { join, joinMany, judged, openRoom, openStep, type Room, submit, text } from '../support/room.ts';

const minute = 60_000;
const seen = (room: Room, more: Partial<Parameters<typeof findingsOf>[0]> = {}) => ({
  ...{ state: room.state, now: room.now, wroteAt: () => 0 },
  presence: { online: presentSeats(room.state).map(({ seat }) => seat), writing: [] },
  ...more,
});
const kinds = (room: Room, more: Partial<Parameters<typeof findingsOf>[0]> = {}) =>
  findingsOf(seen(room, more)).map(({ kind }) => kind);
const firstSeats = (room: Room) => activeUnits(room.state).map(({ seats: [first = ''] }) => first);
const def = { step: 'pairs', item: 'def', prompt: 'recognisable' };

test('given a unit that is here and did nothing for four minutes, then it is found; not sooner, not who wrote, not who is done, not in a break', () => {
  const room = openRoom();
  joinMany(room, 4);
  openStep(room, 'pairs');
  const [a = '', b = ''] = firstSeats(room);
  submit(room, a, def, { judgement: judged('ja') });
  room.wait(3 * minute);
  expect(kinds(room)).toEqual([]);
  room.wait(2 * minute);
  const [found] = findingsOf(seen(room));
  expect(found?.kind === 'silent' && found.tile.seats.map(({ seat }) => seat)).toContain(b);
  expect(kinds(room).filter((kind) => kind === 'silent')).toHaveLength(1);
  expect(kinds(room, { wroteAt: () => room.now - minute })).toEqual([]);
  expect(kinds(room, { presence: { online: [], writing: [] } })).toEqual([]);
  room.must({ type: 'PauseSession', paused: true });
  expect(kinds(room)).not.toContain('silent');
});

test('given items that got an answer and one that did not, then that one is found once people stopped answering', () => {
  const room = openRoom();
  joinMany(room, 8);
  openStep(room, 'model');
  const [seat = ''] = firstSeats(room);
  submit(room, seat, { step: 'model', item: 'o1', prompt: 'recognisable' }, { judgement: judged('ja') });
  expect(kinds(room)).not.toContain('empty');
  openStep(room, 'talk-model');
  const empty = findingsOf(seen(room)).flatMap((found) => (found.kind === 'empty' ? [found.item.id] : []));
  expect(empty).not.toContain('o1');
  expect(empty.length).toBeGreaterThan(0);
});

test('given a role that is in the room and answered nowhere on an item, then its voice is missed there; not on one answer alone', () => {
  const room = openRoom();
  for (let i = 0; i < 6; i++) join(room, { perspectives: ['student'] });
  joinMany(room, 2, { perspectives: ['docent'] });
  openStep(room, 'model');
  const students = activeUnits(room.state).filter(({ seats }) =>
    seats.every((seat) =>
      presentSeats(room.state)
        .find((one) => one.seat === seat)
        ?.perspectives.includes('student'),
    ),
  );
  const place = { step: 'model', item: 'o1', prompt: 'recognisable' };
  const missing = () =>
    findingsOf(seen(room)).flatMap((found) => (found.kind === 'perspective' ? [[found.item.id, found.key]] : []));
  expect(students.length).toBeGreaterThanOrEqual(2);
  for (const {
    seats: [first = ''],
  } of students.slice(0, 1))
    submit(room, first, place, { judgement: judged('ja') });
  openStep(room, 'talk-model');
  expect(missing()).toEqual([]);
  openStep(room, 'model');
  for (const {
    seats: [first = ''],
  } of students.slice(1))
    submit(room, first, place, { judgement: judged('ja') });
  openStep(room, 'talk-model');
  expect(missing()).toEqual([['o1', 'perspective/model/o1/docent']]);
});

test('given two subgroups that judge an item otherwise, then it is found where they differ by half or more, in three answers each; not in fewer (D3)', () => {
  const room = openRoom();
  joinMany(room, 12);
  openStep(room, 'model');
  const units = [...activeUnits(room.state)];
  const answerIn = (answering: typeof units) => {
    for (const {
      subgroup,
      seats: [first = ''],
    } of answering)
      for (const item of ['o1', 'o2']) {
        const judgement = judged(item === 'o1' && subgroup === 'a' ? 'nee' : 'ja');
        submit(room, first, { step: 'model', item, prompt: 'recognisable' }, { judgement, why: text('Zo') });
      }
    openStep(room, 'talk-model');
    return findingsOf(seen(room)).flatMap((found) => (found.kind === 'difference' ? [found.item.id] : []));
  };
  const first = ['a', 'b'].flatMap((name) => units.filter(({ subgroup }) => subgroup === name).slice(0, 2));
  expect(answerIn(first)).toEqual([]);
  openStep(room, 'model');
  expect(answerIn(units.filter((unit) => !first.includes(unit)))).toEqual(['o1']);
});

test('given a room that is five minutes behind, then that is said, and again only when it gets worse by as much', () => {
  const room = openRoom();
  openStep(room, 'read');
  const late = () => findingsOf(seen(room)).flatMap((found) => (found.kind === 'late' ? [found.key] : []));
  const planned = room.state.script.steps.find(({ id }) => id === 'read')?.minutes ?? 0;
  room.wait((planned + 4) * minute);
  expect(late()).toEqual([]);
  room.wait(2 * minute);
  expect(late()).toEqual(['late/1']);
  room.wait(2 * minute);
  expect(late()).toEqual(['late/1']);
  room.wait(3 * minute);
  expect(late()).toEqual(['late/2']);
});
