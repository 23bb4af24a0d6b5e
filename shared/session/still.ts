/** even stil: the wall keeps its picture while people talk about it. */
import type { Answer, SessionState } from './state.ts';

/**
 * Came, or was written anew, after the facilitator asked the wall to keep still: it waits behind "3 nieuw". What it said
 * before is gone with its words.
 */
export const waitsFrozen = ({ wall }: SessionState, { seq }: Answer): boolean =>
  wall.frozen !== undefined && seq > wall.frozen;
