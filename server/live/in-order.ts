import type { SessionState } from '../../shared/session/state.ts';
import { answerIdOf } from '../../shared/session/state.ts';
import { get } from '../../shared/session/table.ts';
import type { Given, Outcome } from './deciding.ts';

/** How long a version waits for the one that it was written on (ms): phones are back within this, or sleep. */
const waitsFor = 3_000;

/**
 * Of a log that lost its end, phones put back what they hold, each its own. Whoever wrote on a version that is not here
 * comes after it, so that the newest is the one that stands (A3): else the other phone's older words would take its place.
 */
export function buildInOrder(state: () => SessionState, give: (given: Given) => Promise<Outcome>) {
  const waiting = new Set<() => void>();

  function comesAfterOne({ command }: Given): boolean {
    if (command.type !== 'SubmitAnswer' || !command.seen) return false;
    return command.seen > (get(state().answers, answerIdOf(command))?.version ?? 0);
  }

  return {
    async give(given: Given): Promise<Outcome> {
      const until = performance.now() + waitsFor;
      while (comesAfterOne(given) && performance.now() < until) {
        await new Promise<void>((resolve) => {
          const go = () => {
            clearTimeout(timer);
            waiting.delete(go);
            resolve();
          };
          const timer = setTimeout(go, until - performance.now());
          waiting.add(go);
        });
      }
      return give(given);
    },
    /** Something was stored: who waits looks again. */
    look(): void {
      for (const go of [...waiting]) go();
    },
  };
}
