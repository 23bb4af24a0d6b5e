/** What a measurement is, as it is kept in a file. */
import type { Stage } from './load/growth.ts';
import type { Size, Whole } from './load/whole.ts';
import type { Parts } from './parts/parts.ts';
import type { System } from './systems.ts';

/** Made one after the other, in turn one or the other first. */
export type Pair = { product: Whole; yardstick: Whole };
/** Others beside a pair, in the same minutes. */
export type Beside = { system: System; people: number; whole: Whole; yardstick: Whole };

/** When, of what and on what it was measured. */
export type About = {
  at: string;
  commit: string;
  full: boolean;
  minutes: number;
  machine: { cores: number; model: string; memory: number; system: string; data: string; load: number[] };
  versions: Record<string, string>;
};

export type Results = About & {
  sizes: (Size & { paced: number; pairs: Pair[] })[];
  beside: Beside[];
  growth: { product: Stage[]; yardstick: Stage[] }[];
  parts: Parts | null;
};

export const nameOf = ({ sessions, people }: Size): string =>
  sessions === 1 ? `${people.toLocaleString('en')}` : `${sessions} x ${people}`;
