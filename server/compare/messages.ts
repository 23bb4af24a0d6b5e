import type { Logged } from '../../shared/events.ts';

/** What a worker is started with: the script that every session must have. */
export type WorkerData = { script: string };

/** The logs in portions, each asked for; `ends`: that was the whole of one session. */
export type ToWorker = { portion: readonly Logged[]; ends: boolean; last: boolean };

export type FromWorker =
  | { type: 'more' }
  /** As JSON; null where a session has another script. */
  | { type: 'made'; body: Uint8Array<ArrayBuffer> | null }
  /** Where, and never with which words (P4). */
  | { type: 'failed'; place: string };
