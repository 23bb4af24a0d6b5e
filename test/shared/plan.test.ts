/** What a facilitator changes on the way: the order of the steps, a question more, a break; all of it undone as easily (D1). */
import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../shared/commands.ts';
import { say } from '../../shared/script-queries.ts';
import { clockLeft, currentStep, isOnWall, isOpen, runOf, stepNumber, textOf } from '../../shared/session/selectors.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import { lagOf, moved, movedBack, nextStep, planOf, previousStep } from '../../shared/views/desk.ts';
import { toldTitle } from '../../shared/views/summary/added.ts';
import { deskIn, invite, joinMany, judged, openRoom, openStep, type Room, submit, text } from '../support/room.ts';

const ids = (room: Room) => room.state.script.steps.map(({ id }) => id);
const minute = 60_000;
const question = (room: Room, more: Partial<CommandOf<'AskQuestion'>> = {}): CommandOf<'AskQuestion'> => ({
  ...{ type: 'AskQuestion', question: 'Wat vergeten we?', together: false, scale: null, from: room.state.step },
  ...more,
});

describe('the plan', () => {
  test('given a step that is passed over, then next goes beyond it, the numbers close up, and it is done after all when it is wanted', () => {
    const room = openRoom();
    openStep(room, 'read');
    const passed = nextStep(room.state)?.id ?? '';
    const { total } = stepNumber(room.state, 'read');
    room.must({ type: 'SkipStep', step: passed, skipped: true });
    expect(nextStep(room.state)?.id).not.toBe(passed);
    expect(planOf(room.state).find(({ step }) => step.id === passed)?.phase).toBe('skipped');
    expect(stepNumber(room.state, 'read').total).toBe(total - 1);
    // Opened all the same, it counts, and the way back leads through it.
    openStep(room, passed);
    expect(stepNumber(room.state, passed).number).toBeGreaterThan(0);
    const after = nextStep(room.state)?.id ?? '';
    openStep(room, after);
    expect(previousStep(room.state)?.id).toBe(passed);
  });

  test('given steps in another order, then next, their numbers and every screen follow it; the first stays the first', () => {
    const room = openRoom();
    const phone = room.addScreen('seat', joinMany(room, 2)[0] ?? '');
    openStep(room, 'read');
    const [next, later] = [nextStep(room.state)?.id ?? '', ids(room)[ids(room).indexOf('read') + 2] ?? ''];
    const move = moved(room.state, later, -1);
    expect(move).toEqual({ type: 'MoveStep', step: later, before: next });
    room.must({ type: 'MoveStep', step: later, before: next });
    expect(nextStep(room.state)?.id).toBe(later);
    expect(stepNumber(phone.state, later).number).toBe(stepNumber(phone.state, next).number - 1);
    expect(moved(room.state, ids(room)[0] ?? '', 1)).toBeUndefined();
    expect(moved(room.state, ids(room)[1] ?? '', -1)).toBeUndefined();
  });

  test('given a step that is not there, or the first, or a place that it has, then the plan is refused and nothing changes', () => {
    const room = openRoom();
    const [first = '', second = '', third = ''] = ids(room);
    expect(room.refused({ type: 'MoveStep', step: second, before: third })).toBe('nothingToDo');
    expect(room.refused({ type: 'MoveStep', step: second, before: second })).toBe('nothingToDo');
    expect(room.refused({ type: 'SkipStep', step: second, skipped: false })).toBe('nothingToDo');
    expect(room.refused({ type: 'SkipStep', step: 'nope', skipped: true })).toBe('noSuchStep');
    expect(room.refused({ type: 'MoveStep', step: second, before: 'nope' })).toBe('noSuchStep');
    // Who comes early is let in by the first step: it is never passed over, and nothing comes before it.
    expect(room.refused({ type: 'SkipStep', step: first, skipped: true })).toBe('doesNotFit');
    expect(room.refused({ type: 'MoveStep', step: first, before: third })).toBe('doesNotFit');
    expect(room.refused({ type: 'MoveStep', step: third, before: first })).toBe('doesNotFit');
  });

  test('given two desks that change the plan at once, and a question asked between, then what each did stays, and each undoes its own', () => {
    const room = openRoom();
    joinMany(room, 2);
    invite(room, null);
    openStep(room, 'read');
    const later = ids(room).slice(ids(room).indexOf('read') + 1);
    const [a = '', b = '', c = '', d = ''] = later;
    const before = room.state;
    room.must({ type: 'SkipStep', step: a, skipped: true });
    room.must({ type: 'SkipStep', step: b, skipped: true }, deskIn('all'));
    room.must({ type: 'MoveStep', step: d, before: a });
    room.must({ type: 'MoveStep', step: c, before: null }, deskIn('all'));
    room.must(question(room));
    expect([...room.state.skipped].sort()).toEqual([a, b].sort());
    expect(ids(room).at(-1)).toBe(c);
    room.must(movedBack(before, d));
    room.must({ type: 'SkipStep', step: a, skipped: false });
    expect(room.state.skipped).toEqual([b]);
    expect(ids(room).at(-1), 'the other desk’s move stays').toBe(c);
    expect(ids(room).indexOf(d)).toBeGreaterThan(ids(room).indexOf(a));
  });

  test('given steps that are passed over, planned so or not, then the room is neither behind nor ahead for it', () => {
    const room = openRoom();
    openStep(room, 'pairs');
    expect(lagOf(room.state, room.now)).toBe(0);
    const passed = planOf(room.state).filter(({ phase }) => phase === 'skipped');
    expect(passed.some(({ step }) => step.minutes > 0)).toBe(true);
    for (const { step } of passed) {
      room.must({ type: 'SkipStep', step: step.id, skipped: true });
      expect(lagOf(room.state, room.now)).toBe(0);
    }
  });
});

describe('a question of the moment', () => {
  test('given a question, then it is open on every screen at once, answered by each, and not shown before they are let (V3)', () => {
    const room = openRoom();
    const seats = joinMany(room, 4);
    const phone = room.addScreen('seat', seats[0] ?? '');
    const wall = room.addScreen('wall');
    openStep(room, 'talk');
    room.must(question(room));
    const step = currentStep(room.state);
    expect(room.state.added).toEqual([step?.id]);
    expect(ids(room).indexOf(step?.id ?? '')).toBe(ids(room).indexOf('talk') + 1);
    for (const { state } of [phone, wall]) expect(say(currentStep(state)?.title, 'nl')).toBe('Wat vergeten we?');
    const place = { step: step?.id ?? '', prompt: 'question' };
    const answers = seats.map((seat) => submit(room, seat, { ...place, unit: seat }, { text: text(`Van ${seat}`) }));
    const isShown = (answer: string) => {
      const known = get(wall.state.answers, answer);
      return known !== undefined && isOnWall(wall.state, known);
    };
    expect(answers.map(isShown)).toEqual([false, false, false, false]);
    room.must({ type: 'RevealStep', step: place.step, revealed: true });
    expect(answers.map(isShown)).toEqual([true, true, true, true]);
    expect(nextStep(room.state)?.id).toBe(ids(room)[ids(room).indexOf(place.step) + 1]);
    expect(previousStep(room.state)?.id).toBe('talk');
  });

  test('given pairs, then each pair answers it together, and those who differ may say so', () => {
    const room = openRoom();
    const seats = joinMany(room, 4);
    openStep(room, 'pairs');
    const before = [...valuesOf(room.state.units)].map(({ unit, seats }) => [unit, seats]);
    const [scale = ''] = Object.keys(room.state.script.scales);
    room.must(question(room, { together: true, scale }));
    const step = currentStep(room.state);
    expect(step).toMatchObject({ form: 'pair', split: true });
    expect([...valuesOf(room.state.units)].map(({ unit, seats }) => [unit, seats])).toEqual(before);
    const [first = '', second = ''] = room.state.script.scales[scale]?.map(({ id }) => id) ?? [];
    const values = { judgement: judged(first, second) };
    const answer = submit(room, seats[0] ?? '', { step: step?.id ?? '', prompt: 'question' }, values);
    expect(get(room.state.answers, answer)?.values['judgement']).toEqual(values.judgement);
  });

  test('given no words, too many, a scale that is not there, or a room that went on, then it is refused (S2)', () => {
    const room = openRoom();
    openStep(room, 'talk');
    expect(room.refused(question(room, { question: '' }))).toBe('nothingWritten');
    expect(room.refused(question(room, { question: 'w'.repeat(201) }))).toBe('textTooLong');
    expect(room.refused(question(room, { scale: 'nope' }))).toBe('doesNotFit');
    expect(room.refused(question(room, { from: 'read' }))).toBe('stepMoved');
    invite(room, 'a');
    expect(room.refused(question(room), deskIn('a'))).toBe('notAllowed');
    room.must({ type: 'CloseSession' });
    expect(room.refused(question(room))).toBe('sessionClosed');
  });

  test('given its answers, then a reader is told that it was not in the script, and its words lie sealed beside the log (P2)', () => {
    const room = openRoom();
    openStep(room, 'talk');
    room.must(question(room));
    const step = currentStep(room.state);
    expect(step && say(toldTitle(room.state, step), 'nl')).toBe('Wat vergeten we? (niet in het draaiboek)');
    const event = room.log.find(({ type }) => type === 'StepAdded');
    const { texts, ...bare } = event ?? { texts: {} };
    expect(JSON.stringify(bare)).not.toContain('vergeten');
    expect(Object.values(texts ?? {})).toEqual(['Wat vergeten we?']);
    expect(event?.type === 'StepAdded' && textOf(room.state, event.question)).toBe('Wat vergeten we?');
  });
});

describe('a break', () => {
  test('given a break, then the clock stands still and goes on with what it had; people may send all the same', () => {
    const room = openRoom();
    const [seat = ''] = joinMany(room, 4);
    openStep(room, 'pairs');
    const left = () => clockLeft(runOf(room.state, 'pairs'), room.now);
    const before = left() ?? 0;
    room.must({ type: 'PauseSession', paused: true });
    expect(left()).toBe(before);
    room.wait(10 * minute);
    expect(left()).toBe(before);
    submit(room, seat, { step: 'pairs', item: 'def', prompt: 'recognisable' }, { why: text('Nog even af.') });
    expect(isOpen(room.state, 'pairs')).toBe(true);
    room.must({ type: 'PauseSession', paused: false });
    // One command takes a second here.
    expect(left()).toBe(before - 1_000);
    expect(room.refused({ type: 'PauseSession', paused: false })).toBe('nothingToDo');
  });

  test('given a clock that stood still before the break, then it still does after it', () => {
    const room = openRoom();
    joinMany(room, 4);
    openStep(room, 'pairs');
    room.must({ type: 'PauseClock', step: 'pairs', paused: true });
    room.must({ type: 'PauseSession', paused: true });
    room.must({ type: 'PauseSession', paused: false });
    expect(runOf(room.state, 'pairs')?.pausedLeft).not.toBeNull();
  });

  test('given a break, then the next step ends it, on every screen', () => {
    const room = openRoom();
    const [seat = ''] = joinMany(room, 4);
    const screens = [room.addScreen('seat', seat), room.addScreen('wall'), room.addScreen('desk')];
    openStep(room, 'pairs');
    room.must({ type: 'PauseSession', paused: true });
    for (const { state } of screens) expect(state.paused).toEqual({ clock: true });
    openStep(room, 'talk');
    for (const { state } of screens) expect(state.paused).toBeNull();
  });
});
