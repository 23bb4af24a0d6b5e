/**
 * Bringing people together. Order of wishes (DESIGN, settled): nobody alone, not met before, a phone, other perspective.
 * Deterministic from a seed, so that a replay gives the same.
 */
import { improve } from './improve-groups.ts';

export type Person = {
  seat: string;
  /** People on this phone: two of them are a pair of their own. */
  people: number;
  perspectives: readonly string[];
  organisations?: readonly string[];
  /** False: nobody here has a phone, so they would rather sit with who has. */
  phone?: boolean;
};

const repeatCost = 100;
/** Two without a phone can only answer on paper. */
const noPhoneCost = 50;
const perspectiveCost = 10;
const organisationCost = 1;
/** More phones than this are a large room. */
const largeRoom = 40;

/** A key for two seats that sat together, the same in either order. */
export const metKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** mulberry32: small, seeded, good enough to shuffle a room. */
function randomFrom(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j] as T, out[i] as T];
  }
  return out;
}

const peopleIn = (group: readonly Person[]): number => group.reduce((sum, person) => sum + person.people, 0);

type Cost = (a: number, b: number) => number;

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/** What it costs to seat two people together, by their places in the list. */
function costsOf(people: readonly Person[], met: ReadonlySet<string>): Cost {
  const places = new Map(people.map(({ seat }, i) => [seat, i]));
  const again = new Set<number>();
  for (const key of met) {
    const [a, b] = key.split(' ').map((seat) => places.get(seat));
    if (a !== undefined && b !== undefined) again.add(a * people.length + b).add(b * people.length + a);
  }
  return (i, j) => {
    const [a, b] = [people[i] as Person, people[j] as Person];
    const repeat = again.has(i * people.length + j) ? repeatCost : 0;
    const same = shares(a.perspectives, b.perspectives) ? perspectiveCost : 0;
    const mute = a.phone === false && b.phone === false ? noPhoneCost : 0;
    return repeat + mute + same + (shares(a.organisations ?? [], b.organisations ?? []) ? organisationCost : 0);
  };
}

/** How many groups of about `size` people a room makes: pairs leave at most one three, and nobody is left alone. */
export const groupCount = (people: number, size: number): number =>
  Math.max(1, size === 2 ? Math.floor(people / 2) : Math.min(Math.round(people / size), Math.floor(people / 2)));

/** Attempts while it could be better; a large room is content with the first in which nobody meets again. */
const attempts = (people: number, size: number): number =>
  Math.max(1, Math.min(60, Math.floor(4_800 / (people * size))));

/**
 * Groups of about `size` people, `most` of them; sizes differ by at most one wherever phones seat one person each.
 * Deals the room, then swaps or moves people as long as that lowers the cost; again where somebody still meets again.
 */
export function formGroups(
  people: readonly Person[],
  size: number,
  met: ReadonlySet<string>,
  seed: number,
  most = Number.POSITIVE_INFINITY,
): Person[][] {
  if (people.length === 0) return [];
  const random = randomFrom(seed);
  const count = Math.max(1, Math.min(most, groupCount(peopleIn(people), size)));
  const cost = costsOf(people, met);
  const isEnough = (costs: readonly number[]) =>
    costs.every((one) => one < (people.length > largeRoom ? repeatCost : 1));
  let best: { groups: number[][]; total: number; enough: boolean } | undefined;
  for (let left = attempts(people.length, size); left > 0 && !best?.enough; left--) {
    const groups = improve({ members: dealt(people, count, random), peopleAt: (i) => people[i]?.people ?? 0, cost });
    const costs = groups.flatMap(pairsIn).map(([a, b]) => cost(a, b));
    const total = costs.reduce((sum, one) => sum + one, 0);
    if (!best || total < best.total) best = { groups, total, enough: isEnough(costs) };
  }
  const groups = best?.groups.filter((group) => group.length > 0) ?? [];
  return groups.map((group) => group.map((i) => people[i] as Person));
}

const pairsIn = (group: readonly number[]): [number, number][] =>
  group.flatMap((a, i) => group.slice(i + 1).map((b): [number, number] => [a, b]));

/** Phones with two people first: they fill a pair, and the others are dealt round them. */
function dealt(people: readonly Person[], count: number, random: () => number): number[][] {
  const peopleAt = (i: number) => (people[i] as Person).people;
  const order = shuffled([...people.keys()], random).sort((a, b) => peopleAt(b) - peopleAt(a));
  const groups = Array.from({ length: count }, () => ({ members: [] as number[], people: 0 }));
  for (const i of order) {
    const smallest = groups.reduce((best, group) => (group.people < best.people ? group : best));
    smallest.members.push(i);
    smallest.people += peopleAt(i);
  }
  return groups.map(({ members }) => members);
}
