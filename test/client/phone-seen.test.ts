// What lies on a phone of the room as it was last seen: one's own part, as long as one sits in it.
import { beforeEach, expect, test, vi } from 'vitest';
import { nameOf, partnersOf } from '../../client/phone/people.ts';
import { keepFiles } from '../../client/phone/room/files-kept.ts';
import { keepSeen, readSeen } from '../../client/phone/room/last-seen.ts';
import { screenOf } from '../../client/phone/room/screen.ts';
import { forgetSeat, keepSeat } from '../../client/phone/seat.ts';
import { seatOf, textOf } from '../../shared/session/selectors.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { fakeRoom, freshPhone } from '../support/phone-room.svelte.ts';

beforeEach(freshPhone);

function seated() {
  const fake = fakeRoom();
  keepSeat(fake.room.keep, fake.room.seat);
  const { unit, room } = fake;
  const values = { t: { kind: 'text', text: 'Van ons samen' } } as const;
  void room.live.send({ type: 'SubmitAnswer', unit, step: 'duo', item: 'def', prompt: 'p', values });
  fake.acknowledge();
  keepSeen(room);
  return { ...fake, kept: () => Object.entries(localStorage).flat().join() };
}

test('the step, one’s own place and what one’s own unit sent are there again; names of others are not (A3, P2)', () => {
  const { room, unit, kept } = seated();
  const { keep, seat } = room;
  const seen = readSeen(keep, seat);
  if (!seen) throw new Error('nothing was kept');
  const { state } = seen;
  expect(screenOf(state, seat.seat, [unit])).toMatchObject({ name: 'answering', unit });
  expect(nameOf(state, seatOf(state, seat.seat))).toBe('Noor');
  const [answer] = [...valuesOf(state.answers)];
  const value = answer?.values['t'];
  expect(value?.kind === 'text' && textOf(state, value.text)).toBe('Van ons samen');
  expect(partnersOf(state, seat.seat)).toEqual([]);
  expect(kept()).not.toContain('Hamid');
});

test('it counts for twelve hours, for the program that kept it, and for whoever sits there', () => {
  const { room, kept } = seated();
  const { keep, seat } = room;
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 13 * 3_600_000);
  expect(readSeen(keep, seat)).toBeUndefined();
  clock.mockRestore();
  expect(kept()).not.toContain('Van ons samen');
  keepSeen(room);
  const key = keep.keys('ig.').find((one) => one.endsWith('.seen')) ?? '';
  keep.set(key, (keep.get(key) ?? '').replace(/"build":"[^"]*"/, '"build":"another"'));
  expect(readSeen(keep, seat)).toBeUndefined();
  keepSeen(room);
  forgetSeat(keep, seat);
  // A moment later, by what was still on its way to be kept.
  keepSeen(room);
  expect(localStorage).toHaveLength(0);
});

test('over plain http, where no page opens without a network, nothing is kept and nothing is started', async () => {
  const register = vi.spyOn(navigator.serviceWorker, 'register').mockRejectedValue(new Error('not here'));
  Object.defineProperty(navigator, 'serviceWorker', { value: undefined, configurable: true });
  const { kept } = seated();
  keepFiles();
  expect(kept()).not.toContain('Van ons samen');
  Reflect.deleteProperty(navigator, 'serviceWorker');
  expect(register).not.toHaveBeenCalled();
  keepFiles();
  expect(register).toHaveBeenCalledTimes(1);
  register.mockRestore();
});
