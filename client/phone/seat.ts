import type { Joined } from '../../shared/api.ts';
import type { Keep } from '../live/storage.ts';

/** This phone's place in a session, as kept in the browser. */
export type KeptSeat = Joined & { title: string };

const seatKey = 'ig.seat';
const joinKey = 'ig.join';

export function readSeat(keep: Keep): KeptSeat | undefined {
  try {
    const kept = JSON.parse(keep.get(seatKey) ?? 'null') as KeptSeat | null;
    return kept?.ticket ? kept : undefined;
  } catch {
    return undefined;
  }
}

export const keepSeat = (keep: Keep, seat: KeptSeat): void => keep.set(seatKey, JSON.stringify(seat));

/** Names this seat's outbox; all else that is kept for it starts with `ig.<name>.`. */
export const seatName = (seat: Joined): string => `${seat.session}.${seat.seat}`;
export const keyFor = (seat: Joined, what: string): string => `ig.${seatName(seat)}.${what}`;

/** The program's own files, for when there is no network (worker.ts). */
async function forgetFiles(): Promise<void> {
  for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}

/** Everything of this person leaves this phone. */
export function forgetSeat(keep: Keep, seat: Joined): void {
  for (const key of keep.keys(keyFor(seat, ''))) keep.remove(key);
  keep.remove(seatKey);
  keep.remove(joinKey);
  if (navigator.serviceWorker) void forgetFiles().catch(() => undefined);
  try {
    // What this tab kept to read the summary with (client/summary/place.ts).
    sessionStorage.removeItem('ig.summary');
  } catch {
    // Denied: then nothing was kept.
  }
}

/** The same try at joining keeps its id until it is answered: a retry gives the same seat (A1). */
export function joinIdOf(keep: Keep, entry: string, newId: () => string): string {
  const [kept, id] = (keep.get(joinKey) ?? '').split(' ');
  if (kept === entry && id) return id;
  const fresh = newId();
  keep.set(joinKey, `${entry} ${fresh}`);
  return fresh;
}

export const joinAnswered = (keep: Keep): void => keep.remove(joinKey);
