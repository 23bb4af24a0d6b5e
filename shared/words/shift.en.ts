import type { shift as dutch } from './shift.nl.ts';

/** Before and after beside each other, on wall, desk and summary. */
export const shift: typeof dutch = {
  title: 'Before and after',
  first: 'before',
  second: 'after',
  how: (before, after) => `A row: what people said before (${before}). A column: what they said after (${after}).`,
  cell: (count, from, to) => `${count}: before ${from}, after ${to}`,
  n: (n) => `n = ${n}, who rated both times`,
  same: (same, n) => `${same} of ${n} rated the same both times.`,
  once: (count) => (count === 1 ? '1 rated once and is not in it.' : `${count} rated once and are not in it.`),
  tooFew: (from) => `We show this from ${from} people who rate both times.`,
  changed: 'Something has just changed. The room would see who rated what.',
  deskOnly: (from) => `Below ${from} you alone see this.`,
};
