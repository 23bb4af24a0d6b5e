import type { Logged } from '../../shared/events.ts';
import type { StreamName } from '../../shared/protocol.ts';
import { evolve } from '../../shared/session/evolve.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Telling } from '../../shared/views/audience/telling.ts';
import { audience } from '../../shared/views/audience.ts';

export type { Telling };

export const deskStream: StreamName = 'desk';

/**
 * Folds one event into the server's own copy, and says who is told. Words that not even the desk keeps were erased in
 * the store: they leave this copy too, so that a state that was lived is the state that is folded from the log (S3).
 */
export function foldTold(before: SessionState, event: Logged): { state: SessionState; telling: Telling } {
  const after = evolve(before, event);
  const telling = audience(event, before, after);
  const { takenBack, erased = [] } = telling;
  const fromAll = takenBack && !takenBack.keep.includes(deskStream) ? takenBack.texts : [];
  const gone = [...erased, ...fromAll];
  if (gone.length === 0) return { state: after, telling };
  const { seq, at } = event;
  const taken: Logged = { type: 'TakenBack', gone, answers: [], seq, at, by: '' };
  return { state: evolve(after, taken), telling };
}
