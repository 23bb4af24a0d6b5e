import { spawnSync } from 'node:child_process';
import { randomFrom } from '../support/room-random.ts';
import type { Fault, Need, Outcome } from './fault.ts';

/** The C compiler that is asked for. */
export const compiler = process.env['CC'] ?? 'cc';

/** As a row of the table. */
export type Ran = {
  fault: Fault;
  rounds: number;
  seed: number;
  /** `held`; `caught`, a mutant; `open`, known not to hold; `BROKEN`; `NOT CAUGHT`; or why it was not run. */
  result: string;
  isGood: boolean;
  figures: string;
  seconds: number;
  broken: Outcome['broken'];
};

const has: Record<Need, () => boolean> = {
  root: () => process.getuid?.() === 0 && process.platform === 'linux',
  'a C compiler': () => process.platform === 'linux' && spawnSync(compiler, ['--version']).status === 0,
};

/** What this machine lacks for it. */
export const missing = ({ needs = [] }: Fault): Need[] => needs.filter((need) => !has[need]());

/** Runs a fault; all that it started is gone afterwards. `timed`: what was too slow counts too. */
export async function runFault(fault: Fault, rounds: number, seed: number, timed: boolean): Promise<Ran> {
  const cleaning: (() => unknown)[] = [];
  const from = performance.now();
  const tools = { rounds, seed, random: randomFrom(seed), after: (clean: () => unknown) => void cleaning.push(clean) };
  try {
    const { figures, ...found } = await fault.run(tools);
    const broken = found.broken.filter(({ invariant }) => timed || invariant !== 'speed');
    return {
      fault,
      rounds,
      seed,
      figures,
      broken,
      ...judge(fault, broken),
      seconds: (performance.now() - from) / 1000,
    };
  } finally {
    for (const clean of cleaning.reverse()) await clean();
  }
}

function judge({ breaks, open = [] }: Fault, broken: Outcome['broken']): Pick<Ran, 'result' | 'isGood'> {
  const found = [...new Set(broken.map(({ invariant }) => invariant))].sort();
  const times = (names: readonly string[]) =>
    names.map((name) => `${name} ${broken.filter(({ invariant }) => invariant === name).length}x`).join(', ');
  if (breaks) {
    const isGood = breaks.every((one) => found.includes(one));
    return { isGood, result: isGood ? `caught (${times(breaks)})` : 'NOT CAUGHT' };
  }
  const unexpected = found.filter((one) => !open.includes(one));
  if (unexpected.length > 0) return { isGood: false, result: `BROKEN (${times(unexpected)})` };
  return { isGood: true, result: found.length > 0 ? `open (${times(found)})` : 'held' };
}
