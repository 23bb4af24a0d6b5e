/** Ways to the database that are shared by who asks at the same time. */
import { expect, test } from 'vitest';
import { shared } from '../../server/live/shared.ts';
import { together } from '../../server/store/postgres/together.ts';

test('S2 who asks while a look is under way shares the next one, for the one that began before may have missed something', async () => {
  const ends: (() => void)[] = [];
  const look = shared(() => new Promise<number>((resolve) => ends.push(() => resolve(ends.length))));
  const first = look();
  const later = [look(), look()];
  expect(ends).toHaveLength(1);
  ends[0]?.();
  expect(await first).toBe(1);
  await expect.poll(() => ends.length).toBe(2);
  ends[1]?.();
  expect(await Promise.all(later)).toEqual([2, 2]);
  const anew = look();
  ends[2]?.();
  expect(await anew).toBe(3);
});

test('a look that fails is told to who asked for it, and the next one is made all the same', async () => {
  let looks = 0;
  const look = shared(async () => {
    looks += 1;
    if (looks === 1) throw new Error('away');
    return looks;
  });
  const both = await Promise.allSettled([look(), look()]);
  expect(both).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: 2 }]);
});

test('what is asked within one turn goes together, each with its own answer, and never too much at once', async () => {
  const asked: number[][] = [];
  const ask = together(async (all: readonly number[]) => {
    asked.push([...all]);
    return all.map((one) => one * 10);
  }, 2);
  expect(await Promise.all([1, 2, 3].map(ask))).toEqual([10, 20, 30]);
  expect(await ask(4)).toBe(40);
  expect(asked).toEqual([[1, 2], [3], [4]]);
});

test('given the database does not answer, then all who asked together hear so', async () => {
  const ask = together(async () => Promise.reject(new Error('away')));
  const both = await Promise.allSettled([ask(1), ask(2)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
