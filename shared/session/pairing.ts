/**
 * Bringing people together. Order of wishes (DESIGN, settled): nobody alone, not met before, other perspective.
 * Deterministic from a seed, so that a replay gives the same.
 */
export type Person = {
  seat: string;
  /** People on this phone: two of them are a pair of their own. */
  people: number;
  perspectives: readonly string[];
  organisation?: string;
};

export const repeatCost = 100;
export const perspectiveCost = 10;
export const organisationCost = 1;
const sizeCost = 10_000;

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

const shares = (a: readonly string[], b: readonly string[]) => a.some((x) => b.includes(x));

function costOfTwo(a: Person, b: Person, met: ReadonlySet<string>): number {
  const repeat = met.has(metKey(a.seat, b.seat)) ? repeatCost : 0;
  const same = shares(a.perspectives, b.perspectives) ? perspectiveCost : 0;
  return repeat + same + (a.organisation && a.organisation === b.organisation ? organisationCost : 0);
}

const peopleIn = (group: readonly Person[]) => group.reduce((sum, person) => sum + person.people, 0);

/** What a group costs: its meetings, and how far it is from the size that an even spread gives. */
function costOf(group: readonly Person[], size: number, met: ReadonlySet<string>): number {
  let cost = 0;
  for (const [i, a] of group.entries()) for (const b of group.slice(i + 1)) cost += costOfTwo(a, b, met);
  const people = peopleIn(group);
  const off = people < Math.floor(size) ? Math.floor(size) - people : Math.max(0, people - Math.ceil(size));
  return cost + sizeCost * (off + (people < 2 ? 10 : 0));
}

/** How many groups of about `size` people a room makes: pairs leave at most one three, and nobody is left alone. */
export const groupCount = (people: number, size: number): number =>
  Math.max(1, size === 2 ? Math.floor(people / 2) : Math.min(Math.round(people / size), Math.floor(people / 2)));

/**
 * Groups of about `size` people; sizes differ by at most one wherever phones seat one person each.
 * Swaps two people, or moves one, as long as that lowers the cost.
 */
export function formGroups(
  people: readonly Person[],
  size: number,
  met: ReadonlySet<string>,
  seed: number,
): Person[][] {
  if (people.length === 0) return [];
  const random = randomFrom(seed);
  const count = groupCount(peopleIn(people), size);
  const even = peopleIn(people) / count;
  const groups: Person[][] = Array.from({ length: count }, () => []);
  // Phones with two people first: they fill a pair, and the others are dealt round them.
  for (const person of shuffled(people, random).sort((a, b) => b.people - a.people)) {
    const smallest = groups.reduce((best, group) => (peopleIn(group) < peopleIn(best) ? group : best));
    smallest.push(person);
  }
  improve(groups, even, met);
  return groups.filter((group) => group.length > 0);
}

function improve(groups: Person[][], size: number, met: ReadonlySet<string>): void {
  const costs = groups.map((group) => costOf(group, size, met));
  for (let round = 0, better = true; better && round < 12; round++) {
    better = false;
    for (let g = 0; g < groups.length; g++) {
      for (let h = 0; h < groups.length; h++) {
        if (g === h || (costs[g] === 0 && costs[h] === 0)) continue;
        better = improveTwo(groups, costs, g, h, size, met) || better;
      }
    }
  }
}

/** Tries every swap (and move) between two groups; keeps the first that helps. */
function improveTwo(
  groups: Person[][],
  costs: number[],
  g: number,
  h: number,
  size: number,
  met: ReadonlySet<string>,
): boolean {
  const one = groups[g] as Person[];
  const two = groups[h] as Person[];
  const now = (costs[g] as number) + (costs[h] as number);
  for (let i = 0; i < one.length; i++) {
    for (let j = -1; j < two.length; j++) {
      const a = one.filter((_, k) => k !== i);
      const b = j < 0 ? [...two] : two.filter((_, k) => k !== j);
      if (j >= 0) a.push(two[j] as Person);
      b.push(one[i] as Person);
      const [costA, costB] = [costOf(a, size, met), costOf(b, size, met)];
      if (costA + costB >= now) continue;
      groups[g] = a;
      groups[h] = b;
      costs[g] = costA;
      costs[h] = costB;
      return true;
    }
  }
  return false;
}
