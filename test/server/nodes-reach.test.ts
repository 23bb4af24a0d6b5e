/** When a node thinks that it no longer reaches the store: then it lets its phones go (F19). */
import { afterEach, expect, test, vi } from 'vitest';
import { buildBell } from '../../server/live/bell.ts';
import { openNodes } from '../../server/nodes/hearing.ts';

type Here = Parameters<typeof openNodes>[0];
const never = new Promise<never>(() => {});

afterEach(() => void vi.useRealTimers());

/** A node whose looks never end, and whose store answers one question, or none. */
async function reachedWith(ownerOf: () => Promise<undefined>): Promise<boolean[]> {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  const told: boolean[] = [];
  const hosts = { allOnes: async () => [], openOnes: async () => [] };
  const store = { sessions: () => never, ownerOf };
  const close = openNodes({
    house: { hosts, store, clock: () => 0 } as unknown as Here['house'],
    nodes: { isAlone: false, lookEvery: 2_000, open: () => {} } as unknown as Here['nodes'],
    bell: buildBell(),
    reaches: (isReached) => void told.push(isReached),
  });
  for (let second = 0; second < 20; second++) await vi.advanceTimersByTimeAsync(1_000);
  close();
  return told;
}

test('A2 S4 a node that is so busy that a look takes long keeps its phones, as long as its store answers', async () => {
  expect(await reachedWith(async () => undefined)).toEqual([]);
});

test('A2 S4 a node whose store answers nothing lets its phones go, once', async () => {
  expect(await reachedWith(() => never)).toEqual([false]);
});
