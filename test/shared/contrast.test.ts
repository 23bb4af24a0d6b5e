/** Perspectives side by side: only of groups that are large enough, of who answered alone or with their own; the wall is told figures and two quotes, never who is what (V1, V3, V4). */
import { expect, test } from 'vitest';
import type { Command } from '../../shared/commands.ts';
import { scriptSchema } from '../../shared/script.ts';
import { get, set, valuesOf } from '../../shared/session/table.ts';
import { noContrast, wallModesFor } from '../../shared/views/desk.ts';
import { contrastDrawn } from '../../shared/views/wall.ts';
import {
  deskIn,
  invite,
  join,
  judged,
  openRoom,
  openStep,
  type Room,
  seatActor,
  submit,
  text,
  unitOfSeat,
} from '../support/room.ts';
import { roomScript } from '../support/room-script.ts';

const asked = roomScript.steps.find(({ id }) => id === 'pairs')?.prompts[0];
/** Each person alone judges the definition, and it is talked about at once. */
const script = scriptSchema.parse({
  ...roomScript,
  steps: roomScript.steps.map((step) =>
    step.id === 'alone'
      ? { ...step, items: { set: 'definition' }, prompts: [asked], wall: { reveal: 'atOnce' } }
      : step,
  ),
});
const compare = (wall: Partial<Extract<Command, { type: 'SetWall' }>['wall']> = {}): Command => ({
  type: 'SetWall',
  wall: { mode: 'contrast', item: null, prompt: null, page: 0, blank: false, ...wall },
});

type Said = [perspectives: string[], judgement: string][];
/** Each of these people answers alone. */
function alone(said: Said): { room: Room; answers: string[] } {
  const room = openRoom({ script });
  const seats = said.map(([perspectives]) => join(room, { perspectives: perspectives.filter(Boolean) }));
  openStep(room, 'alone');
  const answers = said.map(([, judgement], i) =>
    submit(
      room,
      seats[i] ?? '',
      { step: 'alone', item: 'def', prompt: 'recognisable' },
      {
        judgement: judged(judgement),
        why: text(`Van ${i + 1}`),
      },
    ),
  );
  return { room, answers };
}
const times = (count: number, perspective: string, judgement: string): Said =>
  Array.from({ length: count }, () => [[perspective], judgement]);
const some: Said = [...times(4, 'student', 'nee'), ...times(2, 'student', 'ja'), ...times(5, 'docent', 'ja')];

test('given two perspectives of five or more who answered alone, then the wall gets their spreads and the two explanations that lie farthest apart', () => {
  const { room, answers } = alone(some);
  const wall = room.addScreen('wall');
  const phone = room.addScreen('seat', [...valuesOf(room.state.seats)][0]?.seat);
  room.must(compare());
  expect(wall.state.contrast).toEqual({
    ...{ step: 'alone', item: 'def', prompt: 'recognisable', none: null, reckonedAt: expect.any(Number) },
    groups: [
      { perspective: 'student', counts: [2, 0, 4] },
      { perspective: 'docent', counts: [5, 0, 0] },
    ],
    sides: [
      { answer: answers[0], version: 1, perspective: 'student' },
      { answer: answers[6], version: 1, perspective: 'docent' },
    ],
  });
  expect(contrastDrawn(wall.state)?.sides.map(({ card }) => card.text)).toEqual(['Van 1', 'Van 7']);
  expect(contrastDrawn(wall.state)?.rows.map(({ count }) => count.n)).toEqual([6, 5]);
  expect(phone.state.contrast).toBeNull();
});

test('given three perspectives that share no judgement, then the two at the ends of the scale are put beside each other', () => {
  const { room } = alone([...times(5, 'student', 'nee'), ...times(5, 'docent', 'deels'), ...times(5, 'client', 'ja')]);
  room.must(compare());
  expect(room.state.contrast?.sides.map(({ perspective }) => perspective)).toEqual(['student', 'client']);
});

test('given a third perspective that is too small, then it is not told, and the next smallest with it, so that none can be worked out', () => {
  const more: Said = [...some, ...times(1, 'client', 'nee')];
  const { room } = alone(more);
  room.must(compare());
  expect(room.state.contrast).toMatchObject({ groups: [], sides: [], none: 'tooFew' });
  // With two more that are too small for themselves, what is missing tells neither.
  const enough = alone([...some, ...times(3, 'client', 'nee'), [[], 'nee'], [[], 'ja']]);
  enough.room.must(compare());
  expect(enough.room.state.contrast?.groups.map(({ perspective }) => perspective)).toEqual(['student', 'docent']);
});

test('given people of two perspectives at once, then they are of neither', () => {
  const both: Said = Array.from({ length: 5 }, () => [['student', 'docent'], 'nee']);
  const { room } = alone([...some, ...both]);
  room.must(compare());
  expect(room.state.contrast?.groups.map(({ counts }) => counts)).toEqual([
    [2, 0, 4],
    [5, 0, 0],
  ]);
});

test('given pairs in which roles were mixed, then the wall and the desk say that this is why; pairs of one role are compared', () => {
  const room = openRoom();
  // In half of the pairs the student comes first, in half the teacher.
  const isStudent = (i: number) => (i % 2 === 1) !== i >= 10;
  const seats = [...Array(20).keys()].map((i) => join(room, { perspectives: [isStudent(i) ? 'student' : 'docent'] }));
  openStep(room, 'pairs');
  const pairsOf = (all: string[]) => Array.from({ length: 10 }, (_, i) => all.slice(2 * i, 2 * i + 2));
  const arrange = (pairs: string[][]) =>
    room.must({ type: 'ArrangeUnits', units: pairs.map((own) => ({ unit: null, seats: own, subgroup: null })) });
  const answer = (pairs: string[][]) =>
    pairs.map(([first = ''], i) =>
      submit(
        room,
        first,
        { step: 'pairs', item: 'def', prompt: 'recognisable' },
        {
          judgement: judged(i < 5 ? 'ja' : 'nee'),
          why: text(`Duo ${i}`),
        },
      ),
    );
  arrange(pairsOf(seats));
  answer(pairsOf(seats));
  room.must({ type: 'RevealStep', step: 'pairs', revealed: true });
  room.must(compare());
  expect(room.state.contrast).toMatchObject({ groups: [], sides: [], none: 'mixed' });
  expect(noContrast(room.state)).toBe('mixed');
  openStep(room, 'talk');
  expect(wallModesFor(room.state)).toContain('contrast');

  const other = openRoom();
  const sorted = [...Array(20).keys()].map((i) => join(other, { perspectives: [i < 10 ? 'student' : 'docent'] }));
  openStep(other, 'pairs');
  other.must({
    type: 'ArrangeUnits',
    units: pairsOf(sorted).map((own) => ({ unit: null, seats: own, subgroup: null })),
  });
  for (const [i, [first = '']] of pairsOf(sorted).entries())
    submit(
      other,
      first,
      { step: 'pairs', item: 'def', prompt: 'recognisable' },
      {
        judgement: judged(i < 5 ? 'ja' : 'nee'),
        why: text(`Duo ${i}`),
      },
    );
  expect(noContrast(other.state), 'nothing is compared that the room may not read yet (V3)').toBe('tooFew');
  other.must({ type: 'RevealStep', step: 'pairs', revealed: true });
  other.must(compare());
  expect(other.state.contrast?.groups).toEqual([
    { perspective: 'student', counts: [5, 0, 0] },
    { perspective: 'docent', counts: [0, 0, 5] },
  ]);
});

const place = { step: 'alone', item: 'def', prompt: 'recognisable' };
const writerOf = (room: Room, answer = '') => get(room.state.answers, answer)?.unit ?? '';

test('given a quote is written anew, then it leaves the wall at once; a page that is turned leaves the comparison, another picture takes it away', () => {
  const { room, answers } = alone(some);
  const wall = room.addScreen('wall');
  room.must(compare());
  const quoted = () => contrastDrawn(wall.state)?.sides.map(({ card }) => card.answer);
  expect(quoted()).toEqual([answers[0], answers[6]]);
  submit(room, writerOf(room, answers[6]), place, { judgement: judged('ja'), why: text('Anders gezegd') });
  expect(quoted()).toEqual([answers[0]]);
  room.must(compare({ page: 1 }));
  expect(wall.state.contrast, 'its page is turned').not.toBeNull();
  room.must(compare({ blank: true }));
  expect(wall.state.contrast).toBeNull();
  room.must(compare());
  expect(quoted(), 'the same figures, other words').toEqual([answers[0], answers[6]]);
  room.must({ type: 'SetWall', wall: { ...room.state.wall, mode: 'cards' } });
  expect([wall.state.contrast, room.state.contrast]).toEqual([null, null]);
});

test('given a quote is moved to another item, then it stands no longer beside the roles of the one that it left', () => {
  const { room, answers } = alone(some);
  const wall = room.addScreen('wall');
  room.must(compare());
  const id = answers[6] ?? '';
  const answer = get(wall.state.answers, id);
  if (!answer) throw new Error('the wall does not know it');
  const moved = { ...wall.state, answers: set(wall.state.answers, id, { ...answer, movedTo: 'k1' }) };
  expect(contrastDrawn(moved)?.sides.map(({ card }) => card.answer)).toEqual([answers[0]]);
});

test.each([
  ['hidden', (answer: string): Command => ({ type: 'HideAnswer', answer, hidden: true })],
  ['withdrawn', (answer: string): Command => ({ type: 'WithdrawAnswer', answer })],
])(
  'given a counted answer is %s, then no figure stands that holds it, here or on a wall that comes later, and so few changed that there are no new ones (V4, V1)',
  (_, away) => {
    const { room, answers } = alone([...some, ...times(1, 'docent', 'deels')]);
    const wall = room.addScreen('wall');
    room.must(compare());
    const answer = answers[8] ?? '';
    const command = away(answer);
    room.must(command, command.type === 'HideAnswer' ? undefined : seatActor(writerOf(room, answer)));
    for (const one of [wall, room.addScreen('wall'), room]) expect(one.state.contrast).toBeNull();
    room.must(compare());
    expect(wall.state.contrast).toMatchObject({ groups: [], sides: [], none: 'changed' });
    expect(noContrast(room.state)).toBe('changed');
  },
);

test('given some of a role came since, then the figures stay as the room saw them; with five more they are reckoned anew (V1)', () => {
  const { room } = alone([...some, ...times(4, 'client', 'nee'), ...times(3, '', 'ja')]);
  const wall = room.addScreen('wall');
  const again = () => {
    room.must({ type: 'SetWall', wall: { ...room.state.wall, mode: 'cards' } });
    room.must(compare());
    return wall.state.contrast;
  };
  room.must(compare());
  const first = wall.state.contrast;
  expect(first?.groups.map(({ perspective }) => perspective)).toEqual(['student', 'docent']);
  const come = (perspective: string, judgement: string, count: number) => {
    for (let i = 0; i < count; i++)
      submit(room, join(room, { perspectives: [perspective] }), place, { judgement: judged(judgement) });
  };
  come('docent', 'nee', 4);
  expect(again(), 'four came').toEqual(first);
  come('docent', 'nee', 1);
  const second = again();
  expect(second?.groups[1]?.counts, 'five came').toEqual([5, 0, 5]);
  expect(second?.reckonedAt).toBeGreaterThan(first?.reckonedAt ?? Infinity);
  // The fifth client would show all clients, and so that this card is a client's.
  come('client', 'deels', 1);
  expect(again()?.groups.map(({ perspective }) => perspective)).toEqual(['student', 'docent']);
  expect(JSON.stringify(room.streams.since(['wall'], {})), 'no wall holds what is too small').not.toContain('client');
});

test('given a step with turns, then a unit that answers in each of them is one unit of the five', () => {
  const steps = roomScript.steps.map((step) =>
    step.id === 'interview' ? { ...step, prompts: [asked], wall: { reveal: 'atOnce' } } : step,
  );
  const room = openRoom({ script: scriptSchema.parse({ ...roomScript, steps }) });
  const seats = Array.from({ length: 12 }, (_, i) => join(room, { perspectives: [i < 6 ? 'student' : 'docent'] }));
  openStep(room, 'interview');
  const threes = [0, 3, 6, 9].map((i) => seats.slice(i, i + 3));
  room.must({ type: 'ArrangeUnits', units: threes.map((own) => ({ unit: null, seats: own, subgroup: null })) });
  for (const [i, [first = '']] of threes.entries())
    for (const turn of [1, 2, 3]) {
      const { unit } = unitOfSeat(room, first);
      const values = { judgement: judged(i < 2 ? 'ja' : 'nee'), why: text('Zo') };
      const answer = { unit, step: 'interview', item: 'list', prompt: 'recognisable', turn, values };
      room.must({ type: 'SubmitAnswer', ...answer }, seatActor(first));
    }
  room.must(compare());
  expect(room.state.contrast).toMatchObject({ groups: [], none: 'tooFew' });
});

test('given a wall that keeps still, then what waits is in no comparison', () => {
  const { room } = alone(some);
  room.must({ type: 'SetWall', wall: { ...room.state.wall, frozen: room.state.seq } });
  for (let i = 0; i < 5; i++)
    submit(room, join(room, { perspectives: ['docent'] }), place, { judgement: judged('nee'), why: text('Later') });
  room.must(compare({ frozen: room.state.wall.frozen }));
  expect(room.state.contrast?.groups[1]?.counts).toEqual([5, 0, 0]);
});

test('given the wall of a subgroup, then no figures of the room come there, also where its own desk asks (V1)', () => {
  const { room } = alone(some);
  const own = room.addScreen('wall', null, 'a');
  room.must(compare());
  expect(own.state.contrast).toBeNull();
  invite(room, 'a');
  room.must(compare(), deskIn('a'));
  expect(own.state.wall.mode).toBe('contrast');
  expect(own.state.contrast).toBeNull();
});
