/** Answers: what fits, who may write, and that nothing written is lost but what its writers withdraw (A3, P2). */
import { describe, expect, test } from 'vitest';
import type { FieldValues } from '../../shared/commands.ts';
import { scriptSchema } from '../../shared/script.ts';
import { hasSubmitted } from '../../shared/session/done.ts';
import { activeUnits, answersOf, dealtItems, isSplit, textOf } from '../../shared/session/selectors.ts';
import {
  answerBy,
  eventsOf,
  joinMany,
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

test('given a list that is not dealt, then a pair is done when it has answered each item of it; of a dealt one, one is enough', () => {
  const items = { set: 'list', deal: undefined } as const;
  const steps = roomScript.steps.map((step) => (step.id === 'pairs' ? { ...step, items } : step));
  const room = openRoom({ script: scriptSchema.parse({ ...roomScript, steps }) });
  const [a = ''] = joinMany(room, 2);
  openStep(room, 'pairs');
  const { unit } = unitOfSeat(room, a);
  const done = ['k1', 'k2', 'k3'].map((item) => {
    submit(room, a, { step: 'pairs', item, prompt: 'recognisable' }, { judgement: judged('ja') });
    return hasSubmitted(room.state, 'pairs', unit);
  });
  expect(done).toEqual([false, false, true]);
  openStep(room, 'model');
  const [item = ''] = dealtItems(room.state, 'model', unit);
  submit(room, a, { step: 'model', item, prompt: 'recognisable' }, { judgement: judged('ja') });
  expect(hasSubmitted(room.state, 'model', unit)).toBe(true);
});

test('given cards, then whichever of them is left, in one column of them, is enough to be done', () => {
  const field = { id: 'words', kind: 'text', max: 100 } as const;
  const title = { nl: 'Eén ding per kaartje' };
  const prompts = [
    { id: 'card', title, fields: [field] },
    { id: 'card-2', title, fields: [{ ...field, optional: true }] },
  ];
  const cards = { items: { set: 'list' }, cards: { max: 2 }, prompts } as const;
  const steps = roomScript.steps.map((step) => (step.id === 'pairs' ? { ...step, ...cards } : step));
  const room = openRoom({ script: scriptSchema.parse({ ...roomScript, steps }) });
  const [a = ''] = joinMany(room, 2);
  openStep(room, 'pairs');
  const isDone = () => hasSubmitted(room.state, 'pairs', unitOfSeat(room, a).unit);
  const first = submit(room, a, { step: 'pairs', item: 'k2', prompt: 'card' }, { words: text('Een') });
  const second = submit(room, a, { step: 'pairs', item: 'k2', prompt: 'card-2' }, { words: text('Twee') });
  room.must({ type: 'WithdrawAnswer', answer: first }, seatActor(a));
  expect(isDone()).toBe(true);
  room.must({ type: 'WithdrawAnswer', answer: second }, seatActor(a));
  expect(isDone()).toBe(false);
});

const pairs = { step: 'pairs', item: 'def', prompt: 'recognisable' };
const situation = { step: 'pairs', item: 'def', prompt: 'situation' };
const marked = { step: 'marks', prompt: 'marked' };

function roomIn(step: string, people = 2) {
  const room = openRoom();
  const seats = joinMany(room, people);
  openStep(room, step);
  const [a = '', b = ''] = seats;
  const refusal = (seat: string, place: Parameters<typeof answerBy>[2], values: FieldValues) =>
    room.refused(answerBy(room, seat, place, values), seatActor(seat));
  return { room, seats, a, b, refusal };
}

const wordsIn = (room: Room) => room.log.flatMap(({ texts }) => Object.values(texts ?? {}));

describe('what fits', () => {
  const cases: [string, Parameters<typeof answerBy>[2], FieldValues, string | null][] = [
    ['a judgement alone', pairs, { judgement: judged('ja') }, null],
    ['a judgement that the scale does not have', pairs, { judgement: judged('misschien') }, 'doesNotFit'],
    ['two judgements where the script allows to differ', pairs, { judgement: judged('ja', 'nee') }, null],
    ['two of the same', pairs, { judgement: judged('ja', 'ja') }, 'noSplitHere'],
    [
      'words with the judgement that asks for them',
      pairs,
      { judgement: judged('nee'), why: text('Wij missen iets') },
      null,
    ],
    [
      'words with a judgement that does not ask for them: screens decide what they show',
      pairs,
      { judgement: judged('ja'), why: text('Toch') },
      null,
    ],
    ['words alone', pairs, { why: text('Alleen dit') }, null],
    ['nothing at all', pairs, {}, 'nothingWritten'],
    ['empty words alone', pairs, { why: text('') }, 'nothingWritten'],
    ['200 letters where 200 fit', pairs, { why: text('x'.repeat(200)) }, null],
    ['201 letters', pairs, { why: text('x'.repeat(201)) }, 'textTooLong'],
    ['60 families of 25 bytes: few signs and within the bytes', pairs, { why: text('👩‍👩‍👧‍👦'.repeat(60)) }, null],
    ['70 families: more bytes than eight times the limit', pairs, { why: text('👩‍👩‍👧‍👦'.repeat(70)) }, 'textTooLong'],
    ['a field that the prompt does not have', pairs, { other: text('Hoi') }, 'doesNotFit'],
    ['a kind that the field does not have', pairs, { judgement: text('ja') }, 'doesNotFit'],
    ['one choice of one', situation, { kind: { kind: 'choice', choices: ['tussen-mensen'] } }, null],
    [
      'two choices where one is asked',
      situation,
      { kind: { kind: 'choice', choices: ['tussen-mensen', 'tussen-organisaties'] } },
      'doesNotFit',
    ],
    ['two choices where many may be', situation, { who: { kind: 'choice', choices: ['student', 'docent'] } }, null],
    ['the same choice twice', situation, { who: { kind: 'choice', choices: ['student', 'student'] } }, 'doesNotFit'],
    ['a choice that is not offered', situation, { who: { kind: 'choice', choices: ['nobody'] } }, 'doesNotFit'],
    ['no choice, beside words', situation, { story: text('Zo ging het'), who: { kind: 'choice', choices: [] } }, null],
    ['a day', situation, { when: { kind: 'date', date: '2024-02-29' } }, null],
    ['a day that is not there', situation, { when: { kind: 'date', date: '2026-02-29' } }, 'doesNotFit'],
    ['no day, beside words', situation, { story: text('Zo ging het'), when: { kind: 'date', date: '' } }, null],
    ['the thirteenth month', situation, { when: { kind: 'date', date: '2026-13-01' } }, 'doesNotFit'],
  ];
  test.each(cases)('%s: %#', (_, place, values, reason) => {
    const { room, a, refusal } = roomIn('pairs');
    if (reason) expect(refusal(a, place, values)).toBe(reason);
    else submit(room, a, place, values);
  });

  test('marks are items of the step’s own set, each once', () => {
    const { room, a, refusal } = roomIn('marks');
    const marks = (...items: string[]): FieldValues => ({ which: { kind: 'marks', items } });
    expect(refusal(a, marked, marks('def'))).toBe('doesNotFit');
    expect(refusal(a, marked, marks('k1', 'k1'))).toBe('doesNotFit');
    submit(room, a, marked, marks('k1', 'k3'));
  });

  test('two judgements in a step that does not let people differ are refused', () => {
    const { a, refusal } = roomIn('closing');
    expect(refusal(a, { ...pairs, step: 'closing' }, { judgement: judged('ja', 'nee') })).toBe('noSplitHere');
  });

  test('an item or prompt that the step does not ask is refused; context is never answered', () => {
    const { a, refusal } = roomIn('model');
    const judgement = { judgement: judged('ja') };
    expect(refusal(a, { step: 'model', item: 'cause', prompt: 'recognisable' }, judgement)).toBe('noSuchItem');
    expect(refusal(a, { step: 'model', item: 'o1', prompt: 'thought' }, judgement)).toBe('noSuchPrompt');
    expect(refusal(a, { step: 'nowhere', item: 'o1', prompt: 'thought' }, judgement)).toBe('noSuchStep');
  });
});

describe('who writes', () => {
  test('given a unit, then its answer to a prompt is one answer, whoever sends it, and its version grows', () => {
    const { room, a, b } = roomIn('pairs');
    const first = submit(room, a, pairs, { judgement: judged('ja') });
    expect(submit(room, b, pairs, { judgement: judged('nee') })).toBe(first);
    expect(answersOf(room.state, 'pairs')).toMatchObject([{ version: 2, seat: b, number: 1 }]);
    expect(hasSubmitted(room.state, 'pairs', unitOfSeat(room, a).unit)).toBe(true);
  });

  test('given a new version, then the earlier one is kept with its words (A3)', () => {
    const { room, a } = roomIn('pairs');
    submit(room, a, pairs, { why: text('Eerst dit') });
    submit(room, a, pairs, { why: text('Toen dat') });
    const [answer] = answersOf(room.state, 'pairs');
    const words = [...(answer?.earlier ?? []), answer?.values ?? {}].map((values) => values['why']);
    expect(words.map((value) => value?.kind === 'text' && textOf(room.state, value.text))).toEqual([
      'Eerst dit',
      'Toen dat',
    ]);
  });

  test('given writers who differ, then the answer says so', () => {
    const { room, a } = roomIn('pairs');
    submit(room, a, pairs, { judgement: judged('ja', 'deels') });
    expect(answersOf(room.state, 'pairs').map(isSplit)).toEqual([true]);
  });

  test('given who was moved since, then what was written offline for the unit before is still taken (A3)', () => {
    const { room, a } = roomIn('pairs', 4);
    const old = unitOfSeat(room, a).unit;
    const other = activeUnits(room.state).find(({ unit }) => unit !== old)?.unit ?? '';
    room.must({ type: 'MoveSeat', seat: a, unit: other });
    const late = submit(room, a, { ...pairs, unit: old }, { why: text('Nog van daarnet') });
    expect(late).toContain(old);
  });

  test('given a unit where one never sat, or a seat in no unit, then it is refused', () => {
    const { room, a, refusal } = roomIn('pairs', 4);
    const other = activeUnits(room.state).find(({ seats }) => !seats.includes(a));
    expect(refusal(a, { ...pairs, unit: other?.unit ?? '' }, { judgement: judged('ja') })).toBe('noSuchUnit');
    expect(refusal(a, { ...pairs, unit: a }, { judgement: judged('ja') })).toBe('noSuchUnit');
    room.must({ type: 'LeaveSession' }, seatActor(a));
    expect(refusal(a, { ...pairs, unit: 'x' }, { judgement: judged('ja') })).toBe('noUnit');
  });

  test('given a step for each alone, then one writes in one’s own name and in nobody else’s', () => {
    const { room, a, b, refusal } = roomIn('alone');
    submit(room, a, { step: 'alone', prompt: 'thought' }, { text: text('Ik') });
    expect(refusal(a, { step: 'alone', prompt: 'thought', unit: b }, { text: text('Jij') })).toBe('noSuchUnit');
    expect(answersOf(room.state, 'alone')).toMatchObject([{ unit: a, number: null }]);
  });
});

describe('changing and withdrawing', () => {
  test('given a step, then its answer changes until it closes, again when it is reopened, and not after the session (D1)', () => {
    const { room, a, refusal } = roomIn('pairs');
    submit(room, a, pairs, { why: text('Eerst') });
    submit(room, a, pairs, { why: text('Anders') });
    room.must({ type: 'CloseStep', step: 'pairs' });
    expect(refusal(a, pairs, { why: text('Te laat') })).toBe('stepClosed');
    openStep(room, 'pairs');
    submit(room, a, pairs, { why: text('Toch nog') });
    room.must({ type: 'CloseSession' });
    expect(refusal(a, pairs, { why: text('Na afloop') })).toBe('sessionClosed');
    expect(answersOf(room.state, 'pairs')).toMatchObject([{ version: 3 }]);
  });

  test('given a step, and a session, that are closed, then its writers still withdraw an answer (P2)', () => {
    const { room, a, b } = roomIn('pairs');
    const first = submit(room, a, pairs, { why: text('Spijt') });
    const second = submit(room, a, situation, { story: text('Ook spijt') });
    room.must({ type: 'CloseStep', step: 'pairs' });
    room.must({ type: 'WithdrawAnswer', answer: first }, seatActor(b));
    room.must({ type: 'CloseSession' });
    room.must({ type: 'ArchiveSession', archived: true });
    room.must({ type: 'WithdrawAnswer', answer: second }, seatActor(a));
    expect(wordsIn(room).filter((words) => words.includes('pijt'))).toEqual([]);
  });

  test('given three versions, when it is withdrawn, then the words of all three leave the log and every state (P2, V4)', () => {
    const { room, a, b } = roomIn('pairs');
    room.addScreen('desk');
    room.addScreen('seat', b);
    for (const words of ['Geheim een', 'Geheim twee', 'Geheim drie']) submit(room, a, pairs, { why: text(words) });
    const answer = submit(room, b, pairs, { judgement: judged('ja') });
    expect(wordsIn(room).filter((words) => words.startsWith('Geheim'))).toHaveLength(3);
    room.must({ type: 'WithdrawAnswer', answer }, seatActor(b));
    expect(wordsIn(room).filter((words) => words.startsWith('Geheim'))).toEqual([]);
    for (const { state } of room.screens) expect(JSON.stringify(state.texts)).not.toContain('Geheim');
    expect(answersOf(room.state, 'pairs')).toMatchObject([{ withdrawn: true, values: {}, earlier: [] }]);
    expect(hasSubmitted(room.state, 'pairs', unitOfSeat(room, a).unit)).toBe(false);
  });

  test('given it was withdrawn, then it is not withdrawn twice, but may be written anew', () => {
    const { room, a } = roomIn('pairs');
    const answer = submit(room, a, pairs, { why: text('Weg') });
    room.must({ type: 'WithdrawAnswer', answer }, seatActor(a));
    expect(room.refused({ type: 'WithdrawAnswer', answer }, seatActor(a))).toBe('nothingToDo');
    submit(room, a, pairs, { why: text('Opnieuw') });
    expect(answersOf(room.state, 'pairs')).toMatchObject([{ withdrawn: false, version: 2 }]);
  });

  test('given the session is closed, then its writers may still withdraw, and nobody else', () => {
    const { room, seats, a } = roomIn('pairs', 4);
    const answer = submit(room, a, pairs, { why: text('Weg') });
    const stranger = seats.find((seat) => unitOfSeat(room, seat).unit !== unitOfSeat(room, a).unit) ?? '';
    room.must({ type: 'CloseSession' });
    expect(room.refused({ type: 'WithdrawAnswer', answer }, seatActor(stranger))).toBe('noSuchAnswer');
    room.must({ type: 'WithdrawAnswer', answer }, seatActor(a));
  });

  test.each([pairs, situation])(
    'given a released answer that was withdrawn, when another is written, then it waits anew (V3): $prompt',
    (place) => {
      const { room, a } = roomIn('pairs');
      const written = (words: string): FieldValues => ({ [place === pairs ? 'why' : 'story']: text(words) });
      const answer = submit(room, a, place, written('Mocht iedereen lezen'));
      room.must({ type: 'ReleaseAnswer', answer, released: true });
      room.must({ type: 'WithdrawAnswer', answer }, seatActor(a));
      submit(room, a, place, written('Nog niet bekeken'));
      expect(answersOf(room.state, 'pairs')).toMatchObject([{ released: false }]);
    },
  );
});

test('words that are not clear are marked in an open step, each once and in order', () => {
  const { room, a } = roomIn('read');
  room.must({ type: 'MarkUnclear', step: 'read', item: 'def', phrases: [2, 0, 2] }, seatActor(a));
  expect(eventsOf(room, 'UnclearMarked').map(({ phrases }) => phrases)).toEqual([[0, 2]]);
  expect(room.refused({ type: 'MarkUnclear', step: 'read', item: 'k1', phrases: [] }, seatActor(a))).toBe('noSuchItem');
  expect(room.refused({ type: 'MarkUnclear', step: 'pairs', item: 'def', phrases: [] }, seatActor(a))).toBe(
    'stepClosed',
  );
  expect(room.refused({ type: 'MarkUnclear', step: 'nowhere', item: 'def', phrases: [] }, seatActor(a))).toBe(
    'noSuchStep',
  );
});
