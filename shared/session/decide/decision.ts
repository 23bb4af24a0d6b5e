import type { CommandOf, CommandType } from '../../commands.ts';
import type { NewEvent } from '../../events.ts';
import type { Refusal, RefusalReason } from '../../refusals.ts';
import type { Actor } from '../actor.ts';
import type { SessionState } from '../state.ts';

/** What time it is and what new ids look like come in with the call: deciding is pure. */
export type Context = { now: number; newId: () => string };

/** The state as it would be after proposed events, so that each part of a decision sees the one before. */
export type Fold = (state: SessionState, events: NewEvent[]) => SessionState;

/** `erase`: texts whose words must leave the store for good. */
export type Decision = { ok: true; events: NewEvent[]; erase?: string[] } | { ok: false; refusal: Refusal };

export type Decide<T extends CommandType> = (
  state: SessionState,
  command: CommandOf<T>,
  actor: Actor,
  context: Context,
) => Decision;
export type Decisions<T extends CommandType> = { [K in T]: Decide<K> };

export const accept = (...events: NewEvent[]): Decision => ({ ok: true, events });
export const refuse = (reason: RefusalReason): Decision => ({ ok: false, refusal: { reason } });
