import type { EventOf, EventType, Logged } from '../../events.ts';
import type { SessionState } from '../state.ts';

/** How an event changes the state. Total: an event about something that this reader does not know changes nothing. */
export type Evolution<T extends EventType> = (state: SessionState, event: Logged<EventOf<T>>) => SessionState;
export type Evolutions<T extends EventType> = { [K in T]: Evolution<K> };
