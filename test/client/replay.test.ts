// Looking back, played: as fast as was chosen, silences passed over, in stills where less motion was asked for (law 15).
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { Playing } from '../../client/wall/replay/playing.svelte.ts';
import type { Logged } from '../../shared/events.ts';
import { buildFilm } from '../../shared/views/replay/film.ts';
import type { Moment } from '../../shared/views/replay.ts';
import { plannedSession } from '../support/wall-session.ts';
import { resizeTo, showWall, viewOf, win } from '../support/wall-stage.svelte.ts';

type Emulate = { send: (method: string, params: object) => Promise<unknown> };
const motion = (value: string) =>
  (cdp() as unknown as Emulate).send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value }],
  });

const [minute, noon] = [60_000, Date.UTC(2026, 10, 23, 12)];
const opened = (step: string, seq: number, at: number): Moment => {
  const event: Logged = { type: 'StepOpened', step, endsAt: null, seq, at, by: '' };
  return { seq, at, events: [event] };
};
/** Ten changes in a minute, half an hour of silence, and ten more. */
const counted = (seq: number, at: number): Moment => ({
  ...{ seq, at, events: [] },
  counts: { people: seq, online: 0, units: 0, seeking: 0, submitted: {} },
});
const moments = (): Moment[] => {
  const [first, second] = win.steps.map(({ id }) => id) as [string, string];
  const ten = (from: number, at: number) => Array.from({ length: 10 }, (_, i) => counted(from + i, at + i * 6_000));
  return [
    ...[opened(first, 1, noon), ...ten(2, noon + 1_000)],
    ...[opened(second, 12, noon + 30 * minute), ...ten(13, noon + 31 * minute)],
  ];
};
const play = () => {
  const playing = new Playing(buildFilm(moments(), win, ''));
  playing.toggle();
  return playing;
};

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  vi.useRealTimers();
  await motion('');
});

describe('where motion is welcome', () => {
  beforeEach(() => motion('no-preference'));

  test('it goes on as fast as was chosen, passes over what was silent, and stops at the end', () => {
    const playing = play();
    expect(playing.isStill).toBe(false);
    vi.advanceTimersByTime(1_000);
    // Thirty seconds in one: the opening, and the five changes since.
    expect(playing.at).toBe(5);
    // Half an hour would take a minute: with its silences cut short, all of it takes under eight seconds.
    vi.advanceTimersByTime(7_000);
    expect(playing.at).toBe(playing.film.last);
    expect(playing.isPlaying).toBe(false);
    playing.toggle();
    expect([playing.at, playing.isPlaying]).toEqual([0, true]);
    playing.pause();
  });

  test('twice as fast takes half as long', () => {
    const playing = play();
    playing.speed = 60;
    vi.advanceTimersByTime(500);
    expect(playing.at).toBe(5);
    playing.pause();
  });
});

test('where less motion was asked for, nothing plays by itself, and what is played goes from picture to picture', async () => {
  await motion('reduce');
  const playing = new Playing(buildFilm(moments(), win, ''));
  vi.advanceTimersByTime(60_000);
  expect([playing.at, playing.isPlaying, playing.isStill]).toEqual([0, false, true]);
  playing.toggle();
  vi.advanceTimersByTime(2_400);
  expect(playing.at).toBe(0);
  // Only the second step is another picture.
  vi.advanceTimersByTime(200);
  expect(playing.at).toBe(11);
  playing.pause();
});

test('where the session grew, or something was taken from it, one stays where one was', () => {
  const playing = new Playing(buildFilm(moments(), win, ''));
  playing.go(6);
  const without = moments().filter(({ seq }) => seq !== 3);
  playing.use(buildFilm(without, win, ''));
  expect(playing.film.moments[playing.at]?.seq).toBe(7);
});

test('a picture of then lets nobody in: no code, no QR code, no address', async () => {
  vi.useRealTimers();
  await resizeTo(1024, 768);
  const view = viewOf(plannedSession(win, 12));
  const wall = showWall(view);
  expect(document.querySelector('.qr')).not.toBeNull();
  await wall.show({ ...view, access: { code: '', address: '', joinUrl: '', subgroup: null } });
  expect(document.querySelector('.qr')).toBeNull();
  expect(document.body.textContent).not.toContain(view.access.address);
  expect(document.body.textContent).not.toMatch(/BCD ?FGH/);
  await wall.stop();
});
