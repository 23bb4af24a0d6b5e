import { buildTokenBuckets } from '../token-bucket.ts';

export const kinds = ['hello', 'command', 'draft', 'pages'] as const;
export type Kind = (typeof kinds)[number];

/** Dropped in a row: this is no person and no screen of ours. */
export const maxDropped = 50;

/** How many messages a ticket (a line, before it said who it is) may send: checked before anything is parsed. */
export function buildAllowance(clock: () => number) {
  const buckets = {
    hello: buildTokenBuckets(20, 1),
    command: buildTokenBuckets(30, 5),
    draft: buildTokenBuckets(12, 6),
    pages: buildTokenBuckets(20, 4),
  };
  return (kind: Kind, sender: string): boolean => buckets[kind](sender, clock()).take(clock());
}
