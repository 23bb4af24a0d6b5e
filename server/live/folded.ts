import type { Logged } from '../../shared/events.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { inTurns } from '../in-turns.ts';
import { foldTold } from './fold.ts';
import { buildStreams } from './streams.ts';

export type Folded = ReturnType<typeof buildFolded>;

/** What a log led to: the state of the session, and what every stream of it was told. */
function buildFolded() {
  const streams = buildStreams();
  let state: SessionState = initialState();
  /** Steps that were shown or concealed before: from then on only the desk does that. */
  const revealedOnce = new Set<string>();

  return {
    streams,
    get state() {
      return state;
    },
    wasRevealed: (step: string) => revealedOnce.has(step),

    /** Gives whose streams may be others now. */
    fold(event: Logged): readonly string[] {
      const folded = foldTold(state, event);
      streams.tell(event, folded.telling);
      state = folded.state;
      if (event.type === 'StepRevealed') revealedOnce.add(event.step);
      return folded.telling.moved ?? [];
    },
  };
}

/** Folds a whole log that was told before; a long one in turns, so that no other session waits for it. */
export async function foldLog(log: readonly Logged[]): Promise<Folded> {
  const folded = buildFolded();
  function* steps(): Generator<undefined, void> {
    for (const event of log) {
      folded.fold(event);
      yield;
    }
  }
  await inTurns(steps());
  folded.streams.takeFrames();
  return folded;
}
