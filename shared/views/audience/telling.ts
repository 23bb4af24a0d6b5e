import type { EventOf, EventType, Logged } from '../../events.ts';
import type { StreamName } from '../../protocol.ts';
import type { SessionState } from '../../session/state.ts';

/** What one stream is told: the event in its own form, after any earlier events that it discloses, in log order. */
export type Told = { to: StreamName; events: Logged[] };

/** Answers, with their words, that leave one stream: their people sit elsewhere now. */
export type MovedOff = { from: StreamName; texts: string[]; answers: string[] };

export type Telling = {
  told: Told[];
  /** Words, and answers as a whole, that leave every stream but these. */
  takenBack?: { texts: string[]; answers?: string[]; keep: readonly StreamName[] };
  /** Words that leave the desk and their writers too: they are gone from the log. */
  erased?: readonly string[];
  movedOff?: readonly MovedOff[];
  /** Seats whose streams may have changed. */
  moved?: readonly string[];
};

export type Tell<T extends EventType> = (
  event: Logged<EventOf<T>>,
  before: SessionState,
  after: SessionState,
) => Telling;
export type Tellings<T extends EventType> = { [K in T]: Tell<K> };

export const nobody: Telling = { told: [] };

/** Who did it is the desk's to know. */
export const unsigned = <E extends Logged>(event: E): E => ({ ...event, by: '' });

export const tell = (event: Logged, ...streams: StreamName[]): Telling => ({
  told: streams.map((to) => ({ to, events: [unsigned(event)] })),
});
