import type { Command } from '../../shared/commands.ts';
import type { NewEvent } from '../../shared/events.ts';
import type { Refusal } from '../../shared/refusals.ts';
import { type Actor, actorName } from '../../shared/session/actor.ts';
import { type Context, type Decision, refuse } from '../../shared/session/decide/decision.ts';
import { decide } from '../../shared/session/decide.ts';
import { evolve } from '../../shared/session/evolve.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { Entry } from '../store/store.ts';

/** A command on its way; `commandId` is null for what the program does itself. */
export type Given = { commandId: string | null; command: Command; actor: Actor };

export type Outcome = { ok: true; seq: number; data: Entry['data'] } | { ok: false; refusal: Refusal };

/** What a repeat of a command has to be told besides its seq: a join its seat. */
function dataOf(events: readonly NewEvent[]): Entry['data'] {
  const joined = events.find((event) => event.type === 'ParticipantJoined');
  return joined ? { seat: joined.seat } : null;
}

/**
 * Decides commands in order, each on the state that the earlier ones lead to. Nothing is changed: `evolve` is pure, and
 * the entries count only when the store has them.
 */
export function decideTogether(
  state: SessionState,
  given: readonly Given[],
  context: Context,
): { entries: Entry[]; outcomes: Outcome[] } {
  const entries: Entry[] = [];
  let provisional = state;
  let { seq } = state;
  /** Folded only where another command comes after them: one alone needs no state of its own. */
  let unfolded: (NewEvent & { at: number; by: string })[] = [];
  const outcomes = given.map(({ commandId, command, actor }): Outcome => {
    for (const event of unfolded) provisional = evolve(provisional, { ...event, seq: provisional.seq + 1 });
    unfolded = [];
    const decision = decideSafely(provisional, command, actor, context);
    if (!decision.ok) return decision;
    const by = actorName(actor);
    const events = decision.events.map((event) => ({ ...event, at: context.now, by }));
    unfolded = events;
    seq += events.length;
    const data = dataOf(events);
    const { erase = [], remember } = decision;
    if (events.length > 0 || commandId !== null)
      entries.push({ commandId, data, events, erase, ...(remember && { remember }) });
    return { ok: true, seq, data };
  });
  return { entries, outcomes };
}

/** A rule that breaks takes its own command down, not those that were given with it. */
function decideSafely(...call: Parameters<typeof decide>): Decision {
  try {
    return decide(...call);
  } catch {
    return refuse('malformed');
  }
}
