/** One node on PostgreSQL, two and three, one after the other, in the same minutes. */
import type { Size, Whole, Work } from '../load/whole.ts';
import { type About, nameOf } from '../results.ts';
import { runWhole } from '../run.ts';

/** So many people for each node come and answer first. */
const warmEach = 300;
const quiet = 10_000;

export const counts = [1, 2, 3] as const;

/** `rounds`: of each the whole with so many nodes as `counts` says, at the same place. */
export type NodesResults = About & { sizes: (Size & { paced: number; rounds: Whole[][] })[] };

type Plan = readonly (Work & { rounds: number })[];

/** About four minutes. */
export const quickNodes: Plan = [
  { sessions: 20, people: 30, paced: 10_000, rounds: 1 },
  { sessions: 1, people: 1000, paced: 10_000, rounds: 1 },
];

export const fullNodes = (rounds: number): Plan => [
  { sessions: 100, people: 30, paced: 30_000, rounds },
  { sessions: 1, people: 1000, paced: 10_000, rounds },
];

/** `say`: told of each run. */
export async function measureNodes(
  plan: Plan,
  folder: string,
  say: (line: string) => void,
): Promise<NodesResults['sizes']> {
  const sizes: NodesResults['sizes'] = [];
  for (const { rounds: count, ...work } of plan) {
    const rounds: Whole[][] = [];
    for (let round = 0; round < count; round++) {
      const wholes: Whole[] = [];
      // So that none always comes first.
      for (const i of round % 2 ? [2, 1, 0] : [0, 1, 2]) {
        const from = performance.now();
        const count = counts[i] ?? 1;
        wholes[i] = await runWhole('product', { ...work, warm: warmEach * count, quiet }, folder, count);
        say(`${nameOf(work)}, ${count} nodes: ${((performance.now() - from) / 1000).toFixed(0)} s`);
      }
      rounds.push(wholes);
    }
    sizes.push({ ...work, rounds });
  }
  return sizes;
}
