import type { LiveSession } from '../live/live-session.svelte.ts';
import type { Keep } from '../live/storage.ts';
import type { KeptSeat } from './seat.ts';

/** What the phone's screens use of a live session; a test gives its own. */
export type PhoneLive = Pick<
  LiveSession,
  | 'state'
  | 'status'
  | 'ready'
  | 'goneBecause'
  | 'behindPortal'
  | 'outdated'
  | 'beside'
  | 'counts'
  | 'drafts'
  | 'now'
  | 'send'
  | 'draft'
  | 'stop'
> & { outbox: Pick<LiveSession['outbox'], 'pending'> };

/** What every screen of the room gets. */
export type Room = { live: PhoneLive; keep: Keep; seat: KeptSeat };
