/** One desk leads: it opens and closes the steps; the lead is handed over in one press (DOMAIN, frictions 17 and 18). */
import { expect, test } from 'vitest';
import type { Actor } from '../../shared/session/actor.ts';
import { desk, eventsOf, invite, openRoom, openStep, system } from '../support/room.ts';

const other: Actor = { role: 'desk', facilitator: 'co-all' };
const next = (step: string, from: string) => ({ type: 'OpenStep', step, from }) as const;

test('given nobody leads, then the first desk that opens a step leads without having to say so', () => {
  const room = openRoom();
  expect(room.state.lead).toBeNull();
  room.must(next('read', 'arrive'), other);
  expect(room.state.lead).toBe('co-all');
});

test('given one leads, then another opens and closes nothing until it takes over, in one press', () => {
  const room = openRoom();
  openStep(room, 'read');
  for (const command of [
    next('alone', 'read'),
    { type: 'CloseStep', step: 'read' },
    { type: 'CloseSession' },
  ] as const) {
    expect(room.refused(command, other)).toBe('notLeading');
  }
  room.must({ type: 'TakeLead' }, other);
  expect(room.refused({ type: 'TakeLead' }, other)).toBe('nothingToDo');
  room.must(next('alone', 'read'), other);
  expect(room.refused(next('pairs', 'alone'))).toBe('notLeading');
  expect(eventsOf(room, 'LeadTaken').map(({ facilitator, by }) => [facilitator, by])).toEqual([
    ['fac1', 'desk:fac1'],
    ['co-all', 'desk:co-all'],
  ]);
});

test('given two presses on two devices of who leads, then the session advances once', () => {
  const room = openRoom();
  openStep(room, 'read');
  room.must(next('alone', 'read'));
  expect(room.refused(next('alone', 'read'))).toBe('stepMoved');
  expect(room.state.step).toBe('alone');
});

test('given two desks press at one moment while nobody leads, then one leads, and the other hears that somebody went on', () => {
  const room = openRoom();
  room.must(next('read', 'arrive'));
  expect(room.refused(next('read', 'arrive'), other)).toBe('stepMoved');
});

test('given who does not lead, then everything but opening and closing is theirs as well', () => {
  const room = openRoom();
  openStep(room, 'read');
  room.must({ type: 'ExtendClock', step: 'read', seconds: 60 }, other);
  room.must({ type: 'AddNote', kind: 'insight', text: 'Iets', item: null, subgroup: null }, other);
});

test('given an invitation, then desks know by which name and for which subgroup; phones and walls do not (V1)', () => {
  const room = openRoom();
  const wall = room.addScreen('wall');
  invite(room, 'a', 'Anke');
  invite(room, null);
  expect(room.state.desks['co-a']).toMatchObject({ subgroup: 'a', number: 1 });
  expect(room.state.desks['co-all']).toMatchObject({ subgroup: null, name: null, number: 2 });
  openStep(room, 'read');
  expect([wall.state.desks, wall.state.lead]).toEqual([{}, null]);
  const again = { type: 'InviteDesk', facilitator: 'co-a', subgroup: null, name: '' } as const;
  expect(room.refused(again, system)).toBe('nothingToDo');
  expect(room.refused({ ...again, facilitator: 'co-z', subgroup: 'z' }, system)).toBe('noSuchSubgroup');
  expect(room.refused(again, desk)).toBe('notAllowed');
});
