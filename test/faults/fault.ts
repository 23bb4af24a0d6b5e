import type { Random } from '../support/room-random.ts';
import type { Broken } from './check.ts';

/** What this machine may lack: `root` to mount a small disk, a C compiler for the shim between the program and its disk. */
export type Need = 'root' | 'a C compiler';

export type Tools = {
  rounds: number;
  seed: number;
  random: Random;
  /** Done when the fault's run is over, whatever came of it; the last one first. */
  after: (clean: () => unknown) => void;
};

/** What a run of rounds came to: the invariants that did not hold, and figures for the table. */
export type Outcome = { broken: Broken[]; figures: string };

export type Fault = {
  name: string;
  /** What must hold, as a sentence that cites a rule of shared/RULES.md. */
  promise: string;
  /** Rounds in `npm test`, 0: in the full set only; and rounds in the full set. */
  quick: number;
  full: number;
  needs?: readonly Need[];
  /** The invariants that a mutant must break to count as caught; without it nothing may be broken. */
  breaks?: readonly Broken['invariant'][];
  /** Invariants that this product is known not to keep here: shown as such, with its figures. */
  open?: readonly Broken['invariant'][];
  run: (tools: Tools) => Promise<Outcome>;
};
