// Who was here, by perspective: what is shown never tells a group that is hidden (complementary suppression).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suppress } from '../../shared/session/suppress.ts';
import { currentSummary } from '../../shared/views/summary.ts';
import { playSession } from './summary-session.ts';

const cells = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 9 });
type Cell = { id: string; count: number };
const named = (counts: number[]) => counts.map((count, i) => ({ id: `r${i}`, count }));
const sum = (list: { count: number }[]) => list.reduce((total, cell) => total + cell.count, 0);

test('no cell that is shown is smaller than the least', () =>
  fc.assert(
    fc.property(cells, fc.integer({ min: 3, max: 8 }), (counts, from) => {
      expect(suppress(named(counts), from).shown.every((cell) => cell.count >= from)).toBe(true);
    }),
  ));

/** The same page in other worlds: hidden people moved from one group to another, or two groups exchanged. */
function* otherWorlds(all: readonly Cell[], hidden: readonly Cell[]): Generator<Cell[]> {
  for (const a of hidden) {
    for (const b of hidden) {
      if (a === b) continue;
      const withCounts = (x: number, y: number) =>
        all.map((cell) => (cell.id === a.id ? { ...cell, count: x } : cell.id === b.id ? { ...cell, count: y } : cell));
      yield withCounts(b.count, a.count);
      yield withCounts(a.count - 1, b.count + 1);
    }
  }
}

test('every hidden cell could as well be another number: the page and its total would be the same', () =>
  fc.assert(
    fc.property(cells, fc.integer({ min: 3, max: 8 }), (counts, from) => {
      const all = named(counts);
      const { shown, hidden } = suppress(all, from);
      if (shown.length === 0) return;
      const worlds = [...otherWorlds(all, hidden)].filter(
        (world) => JSON.stringify(suppress(world, from).shown) === JSON.stringify(shown),
      );
      for (const cell of hidden) {
        const could = worlds.some((world) => world.find(({ id }) => id === cell.id)?.count !== cell.count);
        expect(could, `${cell.id} of ${counts.join()} from ${from}`).toBe(true);
      }
    }),
    { numRuns: 2_000 },
  ));

test('nothing is lost: every person is shown or hidden, once', () =>
  fc.assert(
    fc.property(cells, (counts) => {
      const { shown, hidden } = suppress(named(counts), 5);
      expect(sum(shown) + sum(hidden)).toBe(sum(named(counts)));
      expect(new Set([...shown, ...hidden].map((cell) => cell.id)).size).toBe(shown.length + hidden.length);
    }),
  ));

const perspectivesOf = (counts: Record<string, number>, none = 0) => {
  const played = playSession();
  for (const [role, count] of Object.entries(counts)) for (let i = 0; i < count; i++) played.join(1, [role]);
  for (let i = 0; i < none; i++) played.join(1, []);
  return currentSummary(played.log).perspectives;
};

test('one small group takes the next smallest along', () => {
  const { shown, others } = perspectivesOf({ student: 9, docent: 6, client: 2 });
  expect(shown.map((cell) => cell.id)).toEqual(['student']);
  expect(others).toBe(8);
});

test('several small groups are told together', () => {
  const { shown, others, reason } = perspectivesOf({ student: 9, docent: 3, client: 2 }, 1);
  expect(shown.map((cell) => [cell.id, cell.count])).toEqual([['student', 9]]);
  expect(others).toBe(6);
  expect(reason).toBe('shown');
});

test('below five people nothing is broken down, and it says why', () => {
  expect(perspectivesOf({ student: 4 })).toMatchObject({ shown: [], others: null, reason: 'tooFewPeople' });
  expect(perspectivesOf({ student: 3, docent: 3 })).toMatchObject({ shown: [], others: null, reason: 'tooSmall' });
});

test('two people on one phone with two perspectives are one of each; one person with two counts under both', () => {
  const played = playSession();
  for (let i = 0; i < 5; i++) played.join(2, ['student', 'docent']);
  expect(currentSummary(played.log).perspectives).toMatchObject({ n: 10, doubled: false });
  for (let i = 0; i < 5; i++) played.join(1, ['student', 'docent']);
  const { shown, n, doubled } = currentSummary(played.log).perspectives;
  expect(shown.map((cell) => cell.count)).toEqual([10, 10]);
  expect([n, doubled]).toEqual([15, true]);
});
