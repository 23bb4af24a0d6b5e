import type { CommandOf, CommandType } from '../../commands.ts';
import type { NewEvent } from '../../events.ts';
import type { Refusal, RefusalReason } from '../../refusals.ts';
import type { Actor } from '../actor.ts';
import type { SessionState } from '../state.ts';

/** Since when a phone is here, until when it was here before that, and when somebody last wrote on it; ms since 1970. */
export type Sign = { since: number; hereUntil: number; wroteAt: number };

/** What time it is, what new ids look like and who is here come in with the call: deciding is pure. */
export type Context = {
  now: number;
  newId: () => string;
  /** Of a seat whose phone is here: since when, and when it last wrote, as it told beside the log. */
  signOf: (seat: string) => Sign | null;
};

/** The state as it would be after proposed events, so that each part of a decision sees the one before. */
export type Fold = (state: SessionState, events: NewEvent[]) => SessionState;

/** `erase`: texts whose words must leave the store for good. `remember`: marks of ../remembered.ts. */
export type Decision =
  | { ok: true; events: NewEvent[]; erase?: string[]; remember?: string[] }
  | { ok: false; refusal: Refusal };

export type Decide<T extends CommandType> = (
  state: SessionState,
  command: CommandOf<T>,
  actor: Actor,
  context: Context,
) => Decision;
export type Decisions<T extends CommandType> = { [K in T]: Decide<K> };

export const accept = (...events: NewEvent[]): Decision => ({ ok: true, events });
export const refuse = (reason: RefusalReason): Decision => ({ ok: false, refusal: { reason } });
