/** Where this page was opened: by a facilitator for a session or to compare several, or by a reader with a link or a ticket. */
export type Place =
  | { kind: 'desk'; session: string }
  | { kind: 'compare'; script: string; sessions: string[] }
  | { kind: 'reader'; token: string }
  | { kind: 'nowhere' };

const kept = 'ig.summary';

/** A participant's own ticket is kept for this tab only, out of the address, which people share. */
export function keepTicket(token: string): void {
  try {
    sessionStorage.setItem(kept, token);
    history.replaceState(null, '', location.pathname);
  } catch {
    // Without storage the ticket stays in the address, so that a reload still works.
  }
}

export function readPlace(): Place {
  const hash = decodeURIComponent(location.hash.slice(1));
  const session = /^sessie=([A-Za-z0-9_-]{1,64})$/.exec(hash)?.[1];
  if (session) return { kind: 'desk', session };
  const compared = /^vergelijk=([A-Za-z0-9_-]{1,64})(?:\/([A-Za-z0-9_,-]*))?$/.exec(hash);
  if (compared) {
    const [, script = '', sessions = ''] = compared;
    return { kind: 'compare', script, sessions: sessions.split(',').filter(Boolean) };
  }
  if (hash) return { kind: 'reader', token: hash };
  try {
    const token = sessionStorage.getItem(kept);
    return token ? { kind: 'reader', token } : { kind: 'nowhere' };
  } catch {
    return { kind: 'nowhere' };
  }
}
