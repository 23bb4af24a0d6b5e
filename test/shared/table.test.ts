/** The table under the fold: a map whose shape its keys alone decide, so that equal states are deeply equal (S3). */
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyTable, entriesOf, get, has, remove, set, type Table, valuesOf } from '../../shared/session/table.ts';

type Change = { key: string; value: number | null };

/** Few keys and many: clashes, growth over the limit of a leaf, and shrinking back. */
const key = fc.oneof(
  fc.integer({ min: 0, max: 20 }).map((n) => `k${n}`),
  fc.integer({ min: 0, max: 400 }).map((n) => `step/unit-${n}/item`),
  fc.string(),
  fc.constantFrom('', '__proto__', 'constructor', 'toString'),
);
const changes = fc.array(fc.record({ key, value: fc.option(fc.integer(), { freq: 2 }) }), { maxLength: 300 });

const applied = (table: Table<number>, { key, value }: Change) =>
  value === null ? remove(table, key) : set(table, key, value);

const sorted = (entries: Iterable<[string, number]>) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

test('given any history, when it is asked, then a table answers as a Map would', () => {
  void fc.assert(
    fc.property(changes, (history) => {
      const map = new Map<string, number>();
      let table = emptyTable<number>();
      for (const change of history) {
        table = applied(table, change);
        if (change.value === null) map.delete(change.key);
        else map.set(change.key, change.value);
      }
      expect(table.size).toBe(map.size);
      for (const { key } of history) expect(get(table, key)).toBe(map.get(key));
      expect(sorted(entriesOf(table))).toEqual(sorted(map));
      expect([...valuesOf(table)].sort()).toEqual([...map.values()].sort());
    }),
    { numRuns: 300 },
  );
});

test('given two histories that end with the same contents, then both tables are deeply equal, whatever came before', () => {
  void fc.assert(
    fc.property(changes, changes, fc.infiniteStream(fc.nat()), (history, detour, order) => {
      const one = history.reduce(applied, emptyTable<number>());
      const entries = [...entriesOf(one)].map((entry) => ({ entry, at: order.next().value }));
      let two = detour.reduce(applied, emptyTable<number>());
      for (const { entry } of entries.sort((a, b) => a.at - b.at)) two = set(two, ...entry);
      for (const [key] of [...entriesOf(two)]) if (!has(one, key)) two = remove(two, key);
      expect(isDeepStrictEqual(two, one)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('given a table that was emptied, then it is as one that was always empty', () => {
  expect(remove(set(emptyTable(), 'a', 1), 'a')).toEqual(emptyTable());
  const many = Array.from({ length: 500 }, (_, i) => `k${i}`);
  const emptied = many.reduce(
    remove<number>,
    many.reduce((table, k) => set(table, k, 1), emptyTable<number>()),
  );
  expect(isDeepStrictEqual(emptied, emptyTable())).toBe(true);
});

test('given a change, then the table before it is as it was', () => {
  const before = set(set(emptyTable<number>(), 'a', 1), 'b', 2);
  const copy = structuredClone(before);
  set(before, 'a', 3);
  remove(before, 'b');
  expect(before).toEqual(copy);
});

/** Two keys with one hash, found by trying: past the deepest node they share a leaf. */
test('given keys whose hashes are the same, then each keeps its own value', () => {
  const same = ['35q7my1jo6gn', '28kyxk3x6ib6'];
  let table = emptyTable<number>();
  for (let i = 0; i < 200; i++) table = set(table, `filler-${i}`, i);
  for (const [i, key] of same.entries()) table = set(table, key, i);
  expect(same.map((key) => get(table, key))).toEqual([0, 1]);
  expect(get(remove(table, same[0] as string), same[1] as string)).toBe(1);
});

test('given 10,000 keys, then all are found, and one more touches few nodes', () => {
  let table = emptyTable<number>();
  for (let i = 0; i < 10_000; i++) table = set(table, `answer-${i}`, i);
  expect(table.size).toBe(10_000);
  for (let i = 0; i < 10_000; i++) if (get(table, `answer-${i}`) !== i) expect.fail(`answer-${i} is lost`);
  const kept = new Set(nodesIn(table));
  const added = nodesIn(set(table, 'one more', 1)).filter((node) => !kept.has(node));
  expect(added.length).toBeLessThan(10);
  const removed = nodesIn(remove(table, 'answer-5000')).filter((node) => !kept.has(node));
  expect(removed.length).toBeLessThan(10);
});

function nodesIn(table: Table<number>): object[] {
  const nodes: object[] = [];
  const visit = (node: Table<number>['root']) => {
    nodes.push(node);
    for (const child of node.children ?? []) if (child) visit(child);
  };
  visit(table.root);
  return nodes;
}
