import type { Logged } from '../../shared/events.ts';
import type { SessionState } from '../../shared/session/state.ts';

/**
 * One answer as the phone that gave it lived it. Without an outcome it is not known whether it was stored: the phone sent
 * it, and has not heard.
 */
export type Act = {
  commandId: string;
  phone: string;
  /** Unlike those of any other answer. */
  words: string;
  step: string;
  outcome: { acknowledged: number } | { refused: string } | undefined;
};

/** A screen and what it was told. */
export type Screen = {
  name: string;
  role: 'phone' | 'wall' | 'desk';
  /** The last seq that it knew each time something was folded; a new log or a fresh start begins a new list. */
  heads: readonly (readonly number[])[];
  /** The frames as they came, where this screen keeps them. */
  told: readonly { stream: string; seq: number; events: readonly Logged[] }[];
  /** What it holds when all is quiet, and what a screen that comes anew with the same ticket is given. */
  state: SessionState;
  anew: SessionState;
};

/** What happened, from all sides, for one session. */
export type History = {
  acts: readonly Act[];
  screens: readonly Screen[];
  /** As it was read from the disk after the server had stopped, or why it could not be. */
  log: readonly Logged[] | Error;
  /** What the server itself held just before. */
  live: SessionState;
  /** The program, where it ran in a process of its own: whether it was there when it should be, and its slowness. */
  program?: Slowness & { alive: boolean };
};

/** In ms, at the 99th percentile: how late the loop was, and how long its own work held it; the rest it waited for a processor. */
export type Slowness = { lagP99: number; workP99: number };
