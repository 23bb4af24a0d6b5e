/** One node on PostgreSQL, and several by chance or held by session, one after the other, in the same minutes. */
import type { Size, Whole, Work } from '../load/whole.ts';
import { type About, nameOf } from '../results.ts';
import { runWhole } from '../run.ts';

/** So many people for each node come and answer first. */
const warm = 300;
const quiet = 10_000;

/** `held`: all of a session goes to one of the nodes; else each request and each line to one that chance picks. */
export type Arrangement = { nodes: number; held: boolean };
export const arrangements: readonly Arrangement[] = [
  { nodes: 1, held: false },
  { nodes: 2, held: false },
  { nodes: 3, held: false },
  { nodes: 2, held: true },
  { nodes: 3, held: true },
];

/** `rounds`: of each the whole by each of the arrangements, at the same place. */
export type NodesResults = About & { sizes: (Size & { paced: number; rounds: Whole[][] })[] };

type Plan = readonly (Work & { rounds: number })[];

/** About ten minutes. */
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
      const inTurn = [...arrangements.entries()];
      // So that none always comes first.
      for (const [i, arrangement] of round % 2 ? inTurn.reverse() : inTurn) {
        const from = performance.now();
        wholes[i] = await runWhole('product', { ...work, warm, quiet }, folder, arrangement);
        const how = `${arrangement.nodes} nodes${arrangement.held ? ', held by session' : ''}`;
        say(`${nameOf(work)}, ${how}: ${((performance.now() - from) / 1000).toFixed(0)} s`);
      }
      rounds.push(wholes);
    }
    sizes.push({ ...work, rounds });
  }
  return sizes;
}
