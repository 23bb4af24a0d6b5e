// A reader hears at once what was taken away, also after many other things, and a server that never waits is not asked without end (V4).
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Reading } from '../../client/live/reading.svelte.ts';

type Said = { status: number; text?: string; tag?: string };

/** What the server says next; nothing: the question stays open. */
const next: Said[] = [];
let asked = 0;
let open: ((said: Said) => void) | undefined;
let reading: Reading<string>;
let stop = () => {};

/** Its body is there at once: a real one comes by a clock that no test holds. */
const responseOf = ({ status, text, tag }: Said) => ({
  ...{ status, ok: status === 200, headers: new Headers(tag ? { etag: tag } : {}) },
  json: async () => text,
});

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  vi.stubGlobal('fetch', (_path: string, { signal }: RequestInit) => {
    asked += 1;
    return new Promise((resolve, reject) => {
      const answer = (said: Said) => resolve(responseOf(said));
      const known = next.shift();
      if (known) return answer(known);
      open = answer;
      signal?.addEventListener('abort', () => reject(new Error('stopped')));
    });
  });
  reading = new Reading<string>('/api/summary/read', 'a-token');
});

afterEach(() => {
  stop();
  next.length = 0;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('after one piece of news on the other, what is then taken away is gone within a second (V4)', async () => {
  for (let i = 1; i <= 12; i++) next.push({ status: 200, text: `page ${i}`, tag: `"${i}"` });
  stop = reading.start();
  while (next.length > 0) await vi.advanceTimersByTimeAsync(100);
  expect(reading.page).toBe('page 12');
  // From here on it is gone: who asks within a second, or still waits, is told.
  next.push({ status: 404 });
  open?.({ status: 404 });
  await vi.advanceTimersByTimeAsync(1_000);
  expect([reading.gone, reading.page]).toEqual([true, null]);
});

test('a server that says at once that nothing changed is asked a dozen times a minute, not without end', async () => {
  next.push({ status: 200, text: 'page', tag: '"1"' });
  for (let i = 0; i < 200; i++) next.push({ status: 304 });
  stop = reading.start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBeLessThan(25);
  const before = asked;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked - before).toBeLessThanOrEqual(12);
});
