import type { Logged } from '../../events.ts';

/** A publication that may be read: `seq` is where the log was frozen. */
type Frozen = { version: number; at: number; seq: number };

/**
 * The publications that may be read, oldest first. Withdrawing takes away all there are; a later one does not bring them
 * back, for one of them held what had to go. Only the undo of the withdrawing does: the same version published again.
 */
export function publicationsIn(log: readonly Logged[]): Frozen[] {
  let readable: Frozen[] = [];
  let withdrawn: Frozen[] = [];
  for (const event of log) {
    if (event.type === 'SummaryWithdrawn') {
      withdrawn = readable;
      readable = [];
    } else if (event.type === 'SummaryPublished') {
      const { version, at, seq } = event;
      const isUndo = withdrawn.some((known) => known.version === version);
      readable = isUndo ? withdrawn : [...readable, { version, at, seq }];
      withdrawn = [];
    }
  }
  return readable;
}
