/** Perspectives beside each other: who has every number that was told, and knows the rule, cannot work out a few (V1, D3). */
import { expect, test } from 'vitest';
import { suppress } from '../../shared/session/suppress.ts';
import {
  type Caps,
  nextTold,
  type RoleCell,
  rolesToShow,
  type ToldTable,
} from '../../shared/views/summary/role-cells.ts';

const from = 3;
const roles = ['a', 'b', 'c', null];

/** Every way to fill this many cells with 0 to `most`. */
function* fillings(cells: number, most: number): Generator<number[]> {
  if (cells === 0) yield [];
  else for (const rest of fillings(cells - 1, most)) for (let n = 0; n <= most; n++) yield [...rest, n];
}
const sum = (list: readonly number[]) => list.reduce((all, n) => all + n, 0);
const tableOf = (counts: readonly (readonly number[])[], caps?: Caps): ToldTable => {
  const cells = counts.map((own, i): RoleCell => ({ role: roles[i] ?? null, counts: own, units: sum(own) }));
  return { cells, whole: cells, roles: rolesToShow(cells, from, caps), columns: (counts[0] ?? []).map((_, i) => i) };
};
/** All that a page says: the total of each judgement, and a row for each perspective that is told. */
const pageOf = ({ cells, columns }: ToldTable, told: readonly string[]) =>
  JSON.stringify([
    columns.map((column) => sum(cells.map(({ counts }) => counts[column] ?? 0))),
    cells.filter(({ role }) => role !== null && told.includes(role)).map(({ role, counts }) => [role, ...counts]),
  ]);

/** Cells that are small (1 to `from` - 1) in a world, and the same in each world that has its page. */
function solved<W>(worlds: Iterable<W>, pageIn: (world: W) => string, smallIn: (world: W) => number[]): [W, number][] {
  const byPage = new Map<string, W[]>();
  for (const world of worlds) {
    const page = pageIn(world);
    byPage.set(page, [...(byPage.get(page) ?? []), world]);
  }
  return [...byPage.values()].flatMap((same) => {
    const all = same.map(smallIn);
    return (all[0] ?? []).flatMap((value, i): [W, number][] =>
      value > 0 && value < from && all.every((one) => one[i] === value) ? [[same[0] as W, i]] : [],
    );
  });
}

test('in every room of four groups of up to six, no page with its totals tells how many a small group is', () => {
  const worlds = [...fillings(4, 6)].map((own) => own.map((n) => [n]));
  const shown = worlds.filter((own) => tableOf(own).roles.length > 0);
  expect(shown.length).toBeGreaterThan(100);
  const pageIn = (own: number[][]) => pageOf(tableOf(own), tableOf(own).roles);
  const smallIn = (own: number[][]) => own.map(sum);
  // Where nothing is told of any group, a total of one or two can only be of few: then the total tells it, not the groups.
  const told = solved(worlds, pageIn, smallIn).filter(([own]) => tableOf(own).roles.length > 0);
  expect(told).toEqual([]);
});

test('with two judgements, no page tells how many of a group that is not told gave one of them', () => {
  const worlds = [...fillings(8, 3)].map((own) => [own.slice(0, 2), own.slice(2, 4), own.slice(4, 6), own.slice(6)]);
  const pageIn = (own: number[][]) => pageOf(tableOf(own), tableOf(own).roles);
  const smallIn = (own: number[][]) => {
    const { roles: told } = tableOf(own);
    // Of who is of no told perspective the rest is left, as large as a group that is told.
    const isTold = (counts: number[], i: number) => told.includes(roles[i] ?? '') || (i === 3 && sum(counts) >= from);
    return own.flatMap((counts, i) => (isTold(counts, i) ? counts.map(() => 0) : counts));
  };
  expect(solved(worlds, pageIn, smallIn).filter(([own]) => tableOf(own).roles.length > 0)).toEqual([]);
});

test('who also knows how many of each were in the room, cannot work it out from what is shown', () => {
  type World = { room: number[]; own: number[] };
  const known = new Map<string, { table: ToldTable; head: string }>();
  const seen = ({ room, own }: World) => {
    const key = `${room}|${own}`;
    const found = known.get(key);
    if (found) return found;
    const inRoom = suppress(
      room.map((count, i) => ({ id: roles[i] ?? null, count })),
      from,
    );
    const told = inRoom.shown.flatMap(({ id }) => (id === null ? [] : [id]));
    const others =
      sum(inRoom.hidden.map(({ count }) => count)) + (inRoom.shown.find(({ id }) => id === null)?.count ?? 0);
    // Who is of a perspective that is not told in the room is of none here.
    const isTold = (i: number) => told.includes(roles[i] ?? '');
    const cells = own.map((count, i) => [isTold(i) ? count : i === 3 ? sum(own.filter((_, j) => !isTold(j))) : 0]);
    const caps: Caps = new Map<string | null, number>([
      ...inRoom.shown.map(({ id, count }) => [id, count] as const),
      [null, others],
    ]);
    const made = { table: tableOf(cells, caps), head: JSON.stringify([inRoom.shown, others]) };
    known.set(key, made);
    return made;
  };
  const worlds: World[] = [...fillings(4, 5)].flatMap((room) =>
    [...fillings(4, 5)].filter((own) => own.every((n, i) => n <= (room[i] ?? 0))).map((own) => ({ room, own })),
  );
  const pageIn = (world: World) => seen(world).head + pageOf(seen(world).table, seen(world).table.roles);
  const told = solved(worlds, pageIn, ({ own }) => own);
  expect(told.filter(([world]) => seen(world).table.roles.length > 0)).toEqual([]);
});

type Both = { first: number[]; then: number[] };
/** As many in all, in every way: a bound on a cell would tell what no reader knows. */
const upTo = [...fillings(4, 10)].filter((own) => sum(own) <= 10);
const tables = new Map(upTo.map((own) => [own, tableOf(own.map((n) => [n]))]));
const pairs: Both[] = upTo
  .filter((first) => tables.get(first)?.roles.length)
  .flatMap((first) => upTo.map((then) => ({ first, then })));
const pageOfBoth = ({ first, then }: Both) => {
  const [one, other] = [first, then].map((own) => tables.get(own)) as [ToldTable, ToldTable];
  const next = nextTold([one], [], other, from);
  return `${pageOf(one, one.roles)} ${sum(then)} ${'told' in next ? pageOf(next.told, next.told.roles) : next.none}`;
};
const smallInBoth = ({ first, then }: Both) => [
  ...first,
  ...then,
  ...then.map((n, i) => Math.abs(n - (first[i] ?? 0))),
];
test('who keeps two versions cannot work out a few that came or went, nor a small group in either', () => {
  expect(solved(pairs, pageOfBoth, smallInBoth)).toEqual([]);
});

test('nor does it help to know that nobody took anything away in between', () => {
  const came = pairs.filter(({ first, then }) => then.every((n, i) => n >= (first[i] ?? 0)));
  expect(solved(came, pageOfBoth, smallInBoth)).toEqual([]);
});

const toldAfter = (first: number[], then: number[]) => {
  const [one, other] = [first, then].map((own) => tableOf(own.map((n) => [n]))) as [ToldTable, ToldTable];
  const next = nextTold([one], [], other, from);
  return 'told' in next ? (next.told === one ? 'as before' : 'anew') : next.none;
};

test.each([
  ['as many came', [3, 3, 0, 0], [6, 3, 0, 0], 'anew'],
  ['a few came', [3, 3, 0, 0], [5, 3, 0, 0], 'as before'],
  ['a few of no told perspective came', [3, 3, 0, 3], [3, 3, 0, 4], 'as before'],
  ['a group that was too small could be told with those who came', [3, 3, 2, 1], [3, 3, 5, 4], 'as before'],
  ['a few went', [3, 6, 0, 0], [3, 4, 0, 0], 'changed'],
  ['as many went and a few came: the figures of before hold what is gone (V4)', [6, 3, 0, 0], [3, 4, 0, 0], 'changed'],
  ['as many went', [6, 3, 0, 0], [3, 3, 0, 0], 'anew'],
])('where %s since, figures stand %#', (_, first, then, expected) => {
  expect(toldAfter(first, then)).toBe(expected);
});

test('figures that the wall told count as told before', () => {
  const [one, few, more] = [
    [3, 3, 0, 0],
    [5, 3, 0, 0],
    [6, 3, 0, 0],
  ].map((own) => tableOf(own.map((n) => [n]))) as [ToldTable, ToldTable, ToldTable];
  expect(nextTold([], [one], few, from)).toEqual({ none: 'changed' });
  expect(nextTold([], [one], more, from)).toEqual({ told: more });
});
