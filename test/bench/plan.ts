/** What is measured, and how often. */
import type { Work } from './load/whole.ts';
import type { System } from './systems.ts';

export type Plan = {
  sizes: (Work & { pairs: number })[];
  /** Which references run beside the first pairs of so many people, and beside how many. */
  beside: readonly { system: System; people: number; pairs: number }[];
  growth: { stages: readonly number[]; pairs: number };
};

/** About three minutes. */
export const quick: Plan = {
  sizes: [
    { sessions: 1, people: 200, paced: 0, pairs: 1 },
    { sessions: 1, people: 1000, paced: 4_000, pairs: 1 },
  ],
  beside: [{ system: 'ws', people: 1000, pairs: 1 }],
  growth: { stages: [100, 3_000], pairs: 1 },
};

/** `pairs`: of the sizes that the aims are about; the others have a third of it. */
export const full = (pairs: number): Plan => {
  const third = Math.ceil(pairs / 3);
  return {
    sizes: [
      { sessions: 1, people: 1000, paced: 10_000, pairs },
      { sessions: 1, people: 4000, paced: 10_000, pairs },
      { sessions: 100, people: 30, paced: 10_000, pairs: third },
      { sessions: 1, people: 200, paced: 4_000, pairs: third },
      { sessions: 1, people: 30, paced: 4_000, pairs: third },
    ],
    beside: [
      { system: 'ws', people: 1000, pairs: third },
      { system: 'ws + log', people: 1000, pairs: 1 },
      { system: 'socket.io', people: 1000, pairs: 1 },
      // Of 1,000 it is minutes at work.
      { system: 'naive', people: 200, pairs: 1 },
    ],
    growth: { stages: [100, 1_000, 3_000, 10_000], pairs: Math.ceil(pairs / 4) },
  };
};
