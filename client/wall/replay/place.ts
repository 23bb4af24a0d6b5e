/** Who looks back: a facilitator on a session, or a reader with a link or a ticket. */
export type Place = { kind: 'desk'; session: string } | { kind: 'reader'; token: string } | { kind: 'nowhere' };

type Kept = { token?: unknown } | null;

export function readPlace(): Place {
  const hash = decodeURIComponent(location.hash.slice(1));
  const session = /^sessie=([A-Za-z0-9_-]{1,64})$/.exec(hash)?.[1];
  if (session) return { kind: 'desk', session };
  const token = hash || (history.state as Kept)?.token;
  return typeof token === 'string' && token.length >= 22 ? { kind: 'reader', token } : { kind: 'nowhere' };
}

/** A participant's own ticket leaves the address, which people share; this window keeps it for a reload. */
export const hideToken = (token: string): void => history.replaceState({ token }, '', location.pathname);

/** Where the summary of the same reader is. */
export function summaryOf(place: Place): string {
  if (place.kind === 'nowhere') return '/samenvatting';
  return `/samenvatting#${place.kind === 'desk' ? `sessie=${place.session}` : place.token}`;
}
