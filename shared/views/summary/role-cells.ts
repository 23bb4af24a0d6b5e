/** What may be told of judgements by perspective, so that no few can be worked out: the arithmetic alone. */
import { suppress } from '../../session/suppress.ts';

/** `counts`: answers by column (each option, and divided), `units`: how many gave them; null: of no one told perspective. */
export type RoleCell = { role: string | null; counts: readonly number[]; units: number };
/**
 * What readers were told, with what they were not; `columns`: which of the counts they saw, `whole`: by the perspective of
 * each, also where it may not be told now (who is told may change).
 */
export type ToldTable = {
  cells: readonly RoleCell[];
  whole: readonly RoleCell[];
  roles: readonly string[];
  columns: readonly number[];
};
type Part = 'cells' | 'whole';
const parts: readonly Part[] = ['cells', 'whole'];
/** The most that a perspective can be, as readers know it from who was here. */
export type Caps = ReadonlyMap<string | null, number>;

type Sized = { id: string | null; count: number };

const shownIn = (sizes: readonly Sized[], from: number): (string | null)[] =>
  suppress(sizes, from).shown.map(({ id }) => id);

/** Whether one of the hidden, small ones can only be as it is: who knows this rule and the caps would know it. */
function isPinned(sizes: readonly Sized[], shown: readonly (string | null)[], from: number, caps: Caps): boolean {
  const hidden = sizes.filter(({ id }) => !shown.includes(id));
  const capOf = ({ id, count }: Sized) => Math.max(count, caps.get(id) ?? Number.POSITIVE_INFINITY);
  /** Whether the page would be the same with `moved` of the one in the other. */
  const looksSame = (one: Sized, other: Sized, moved: number) =>
    one.count - moved <= capOf(one) &&
    other.count + moved <= capOf(other) &&
    shownIn(
      sizes.map((size) => ({
        id: size.id,
        count: size.count + (size === one ? -moved : size === other ? moved : 0),
      })),
      from,
    ).join() === shown.join();
  const couldDiffer = (one: Sized, other: Sized) => {
    for (let moved = -other.count; moved <= one.count; moved++)
      if (moved !== 0 && looksSame(one, other, moved)) return true;
    return false;
  };
  return hidden
    .filter(({ count }) => count > 0 && count < from)
    .some((one) => !hidden.some((other) => other !== one && couldDiffer(one, other)));
}

/** The perspectives that may be put beside each other; none where that is less than two. */
export function rolesToShow(cells: readonly RoleCell[], from: number, caps: Caps = new Map()): string[] {
  const sizes = cells.map(({ role, units }) => ({ id: role, count: units }));
  const shown = shownIn(sizes, from);
  const roles = shown.filter((id) => id !== null);
  return roles.length < 2 || isPinned(sizes, shown, from, caps) ? [] : roles;
}

const sumOf = (list: readonly number[], sign: 1 | -1) => list.reduce((all, by) => all + Math.max(0, sign * by), 0);

/** What changed since, for each perspective that either tells and for all others together. */
function changesSince(before: ToldTable, now: ToldTable, part: Part) {
  const told = new Set([...before.roles, ...now.roles]);
  const columns = before.columns.filter((column) => now.columns.includes(column));
  const countsOf = (table: ToldTable, isOf: (role: string | null) => boolean) =>
    columns.map((column) =>
      table[part].filter(({ role }) => isOf(role)).reduce((sum, { counts }) => sum + (counts[column] ?? 0), 0),
    );
  const isOthers = (role: string | null) => role === null || !told.has(role);
  const groups = [...[...told].map((one) => (role: string | null) => role === one), isOthers];
  return groups.map((isOf) => {
    const old = countsOf(before, isOf);
    const change = countsOf(now, isOf).map((count, column) => count - (old[column] ?? 0));
    return { came: sumOf(change, 1), went: sumOf(change, -1) };
  });
}

/** By what `before` told: a perspective that could be told since is among the others still. */
const asToldBefore = (before: ToldTable, now: ToldTable) =>
  parts.flatMap((part) => changesSince(before, { ...now, roles: [] }, part));

export const isSame = (before: ToldTable, now: ToldTable): boolean =>
  asToldBefore(before, now).every(({ came, went }) => came + went === 0);

/** Whether any answer that was counted is so no more, or otherwise. */
export const hasLost = (before: ToldTable, now: ToldTable): boolean =>
  asToldBefore(before, now).some(({ went }) => went > 0);

export type Outcome<T> = { told: T } | { none: 'tooFew' | 'changed' };

/**
 * What readers are told now, after all that they were told before, oldest first (`elsewhere`: on the wall): new figures
 * only where none of these beside them tells of a few; else those of before, unless they hold what is so no more.
 */
export function nextTold<T extends ToldTable>(
  before: readonly T[],
  elsewhere: readonly ToldTable[],
  now: T,
  from: number,
): Outcome<T> {
  const last = before.at(-1);
  if (!last && now.roles.length === 0) return { none: 'tooFew' };
  if (last && isSame(last, now)) return { told: last };
  if (![...before, ...elsewhere].some((one) => tellsFew(one, now, from)))
    return now.roles.length ? { told: now } : { none: 'tooFew' };
  return last && !hasLost(last, now) ? { told: last } : { none: 'changed' };
}

/**
 * Whether both beside each other tell of a few what they are (differencing): fewer than `from` came or went somewhere, or
 * a perspective that is told in one of the two is too small in the other.
 */
function tellsFew(before: ToldTable, now: ToldTable, from: number): boolean {
  const isFew = (n: number) => n > 0 && n < from;
  return parts.some((part) => {
    const unitsOf = (table: ToldTable, one: string) =>
      table[part].filter(({ role }) => role === one).reduce((sum, { units }) => sum + units, 0);
    return (
      changesSince(before, now, part).some(({ came, went }) => isFew(came) || isFew(went)) ||
      now.roles.some((role) => isFew(unitsOf(before, role))) ||
      before.roles.some((role) => isFew(unitsOf(now, role)))
    );
  });
}
