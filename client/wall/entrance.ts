import type { Keep } from '../live/storage.ts';

/** Which session this wall shows, and the ticket that lets it: kept, so that a reload shows the same picture. */
export type WallKey = { ticket: string; session: string };
export type Entrance = { key: WallKey | null; entry: string; mini: boolean };
const place = 'ig.wall';

function keyIn(kept: unknown): WallKey | null {
  const { ticket, session } = (kept ?? {}) as Partial<WallKey>;
  return ticket && session ? { ticket, session } : null;
}

export function readKey(keep: Keep): WallKey | null {
  try {
    return keyIn(JSON.parse(keep.get(place) ?? '{}'));
  } catch {
    return null;
  }
}

export const keepKey = (keep: Keep, key: WallKey): void => keep.set(place, JSON.stringify(key));
export const forgetKey = (keep: Keep): void => keep.remove(place);

/**
 * From the address: `#ticket=…&session=…` of a desk on this machine, `&mini=1` for the miniature inside a desk,
 * or `#code=…`. `own`: what this window kept in its history: two walls in one browser stay what they are. A ticket leaves the address at once; a miniature keeps its own to itself.
 */
export function enter(keep: Keep, hash: string, own: unknown = null): Entrance {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const [ticket, session] = [parts.get('ticket'), parts.get('session')];
  const mini = parts.get('mini') === '1';
  const given = ticket && session ? { ticket, session } : null;
  if (given && !mini) keepKey(keep, given);
  return { key: given ?? keyIn(own) ?? readKey(keep), entry: parts.get('code') ?? '', mini };
}
