/** Steps and their clock: the facilitator leads, nothing closes by itself, everything comes back (D1). */
import { describe, expect, test } from 'vitest';
import { wallModes } from '../../shared/script.ts';
import { clockLeft, currentStep, isOpen, runOf } from '../../shared/session/selectors.ts';
import {
  answerBy,
  desk,
  joinMany,
  judged,
  openRoom,
  openStep,
  type Room,
  seatActor,
  start,
  submit,
  text,
} from '../support/room.ts';

const left = (room: Room, step: string) => clockLeft(runOf(room.state, step), room.now);
const minute = 60_000;

test('given a new session, then its first step is open and has no clock', () => {
  const room = openRoom();
  expect(room.state.step).toBe('arrive');
  expect(isOpen(room.state, 'arrive')).toBe(true);
  expect(left(room, 'arrive')).toBeNull();
});

test('given "next" pressed twice at once, then the session moves on once (S2)', () => {
  const room = openRoom();
  const next = { type: 'OpenStep', step: 'read', from: 'arrive' } as const;
  room.must(next);
  expect(room.refused(next)).toBe('stepMoved');
  expect(room.refused({ ...next, step: 'alone' })).toBe('stepMoved');
  expect(currentStep(room.state)?.id).toBe('read');
});

test('given a step that is open, then opening it again does nothing, and the one before is closed', () => {
  const room = openRoom();
  openStep(room, 'read');
  expect(room.refused({ type: 'OpenStep', step: 'read', from: null })).toBe('nothingToDo');
  expect(isOpen(room.state, 'arrive')).toBe(false);
  expect(room.refused({ type: 'OpenStep', step: 'nowhere', from: null })).toBe('noSuchStep');
});

test('given answers, when the step is left and opened again, then they are there, and writing goes on (A3, D1)', () => {
  const room = openRoom();
  const [a] = joinMany(room, 2) as [string];
  openStep(room, 'pairs');
  const place = { step: 'pairs', item: 'def', prompt: 'recognisable' };
  const answer = submit(room, a, place, { judgement: judged('ja') });
  openStep(room, 'talk');
  expect(room.refused(answerBy(room, a, place, { judgement: judged('nee') }), seatActor(a))).toBe('stepClosed');
  openStep(room, 'pairs');
  expect(submit(room, a, place, { judgement: judged('nee') })).toBe(answer);
});

test('given a closed step, when it is opened again, then its beginning stays and its clock is whole', () => {
  const room = openRoom();
  openStep(room, 'read');
  const { openedAt } = runOf(room.state, 'read') ?? {};
  room.must({ type: 'CloseStep', step: 'read' });
  expect(room.refused({ type: 'CloseStep', step: 'read' })).toBe('nothingToDo');
  room.wait(5 * minute);
  const now = room.now;
  openStep(room, 'read');
  expect(runOf(room.state, 'read')).toMatchObject({ openedAt, closedAt: null, endsAt: now + 2 * minute });
});

describe('the clock (D1)', () => {
  test('given a clock that ran out, then the step is open and answers are taken', () => {
    const room = openRoom();
    const [a] = joinMany(room, 2) as [string];
    openStep(room, 'pairs');
    room.wait(60 * minute);
    expect(left(room, 'pairs')).toBeLessThan(0);
    submit(room, a, { step: 'pairs', item: 'def', prompt: 'recognisable' }, { judgement: judged('ja') });
  });

  test('given a clock that ran out, when two minutes are added, then there are two', () => {
    const room = openRoom();
    openStep(room, 'read');
    room.wait(30 * minute);
    const now = room.now;
    room.must({ type: 'ExtendClock', step: 'read', seconds: 120 });
    expect(runOf(room.state, 'read')?.endsAt).toBe(now + 2 * minute);
  });

  test('given time that was added, when it is taken off again, then the end is what it was', () => {
    const room = openRoom();
    openStep(room, 'read');
    const endsAt = runOf(room.state, 'read')?.endsAt;
    room.must({ type: 'ExtendClock', step: 'read', seconds: 120 });
    room.must({ type: 'ExtendClock', step: 'read', seconds: -120 });
    expect(runOf(room.state, 'read')?.endsAt).toBe(endsAt);
  });

  test('given a pause, then what was left stays left, and goes on from there', () => {
    const room = openRoom();
    openStep(room, 'read');
    room.wait(minute);
    const before = left(room, 'read');
    room.must({ type: 'PauseClock', step: 'read', paused: true });
    expect(room.refused({ type: 'PauseClock', step: 'read', paused: true })).toBe('nothingToDo');
    room.wait(20 * minute);
    expect(left(room, 'read')).toBe(before);
    room.must({ type: 'ExtendClock', step: 'read', seconds: 60 });
    const now = room.now;
    room.must({ type: 'PauseClock', step: 'read', paused: false });
    expect(runOf(room.state, 'read')?.endsAt).toBe(now + (before ?? 0) + minute);
  });

  test('given a pause at zero, when two minutes are added, then there are two', () => {
    const room = openRoom();
    openStep(room, 'read');
    room.wait(30 * minute);
    room.must({ type: 'PauseClock', step: 'read', paused: true });
    room.must({ type: 'ExtendClock', step: 'read', seconds: 120 });
    expect(left(room, 'read')).toBe(2 * minute);
  });

  test('given a step without a clock, or that never ran, then there is nothing to extend or pause', () => {
    const room = openRoom();
    expect(room.refused({ type: 'ExtendClock', step: 'arrive', seconds: 120 })).toBe('nothingToDo');
    expect(room.refused({ type: 'PauseClock', step: 'arrive', paused: true })).toBe('nothingToDo');
    for (const step of ['read', 'nowhere', '__proto__', 'constructor', 'toString']) {
      expect(room.refused({ type: 'ExtendClock', step, seconds: 120 })).toBe('noSuchStep');
      expect(room.refused({ type: 'PauseClock', step, paused: true })).toBe('noSuchStep');
      expect(room.refused({ type: 'RevealStep', step, revealed: true })).toBe('noSuchStep');
    }
  });
});

describe('the session', () => {
  test('given it is closed, then nothing opens and nobody writes or joins; opened again, all goes on (D1)', () => {
    const room = openRoom();
    const [a] = joinMany(room, 2) as [string];
    openStep(room, 'alone');
    room.must({ type: 'CloseSession' });
    expect(isOpen(room.state, 'alone')).toBe(false);
    const answer = answerBy(room, a, { step: 'alone', prompt: 'thought' }, { text: text('Nog iets') });
    expect(room.refused(answer, seatActor(a))).toBe('sessionClosed');
    expect(room.refused({ type: 'OpenStep', step: 'read', from: null })).toBe('sessionClosed');
    expect(room.refused({ type: 'Join', people: 1, perspectives: [], name: '' }, { role: 'system' })).toBe(
      'sessionClosed',
    );
    expect(room.refused({ type: 'CloseSession' })).toBe('nothingToDo');
    room.must({ type: 'ReopenSession' });
    expect(room.refused({ type: 'ReopenSession' })).toBe('nothingToDo');
    openStep(room, 'alone');
    room.must(answer, seatActor(a));
  });

  test('given it is planned, then it is planned once, and its details can be changed and changed back', () => {
    const room = openRoom();
    const words = { date: '2026-11-24', place: 'Veldhoven', partner: '', collaboration: '' };
    room.must({ type: 'ChangeDetails', title: 'Een andere middag', ...words });
    expect(room.refused({ type: 'ChangeDetails', title: '', ...words })).toBe('nothingWritten');
    expect(room.refused({ type: 'ChangeDetails', title: 'x'.repeat(201), ...words })).toBe('textTooLong');
    expect(room.log[0]).toMatchObject({ type: 'SessionPlanned', at: start });
    expect(room.log[0]?.texts).toEqual({});
  });

  test('given it is put away, then it can be taken out again', () => {
    const room = openRoom();
    room.must({ type: 'ArchiveSession', archived: true });
    expect(room.refused({ type: 'ArchiveSession', archived: true })).toBe('nothingToDo');
    room.must({ type: 'ArchiveSession', archived: false });
    expect(room.state.archived).toBe(false);
  });
});

test('given the wall was set by hand, when the next step opens, then it shows that step', () => {
  const room = openRoom();
  for (const mode of wallModes)
    room.must({ type: 'SetWall', wall: { mode, item: null, prompt: null, page: 2, blank: true } }, desk);
  openStep(room, 'pairs');
  expect(room.state.wall).toEqual({ mode: 'progress', item: null, prompt: null, page: 0, blank: false });
});
