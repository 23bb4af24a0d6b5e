/** What phones promise before anybody joins ("we wissen alles na 90 dagen") is kept here (P2). */
import { keepDaysOf } from '../shared/session/selectors.ts';
import type { SessionState } from '../shared/session/state.ts';
import type { House } from './house.ts';
import type { SessionRows } from './http/session-rows.ts';
import { deleteWithChecks } from './live/checks.ts';

const day = 24 * 60 * 60_000;
const lookEvery = 60 * 60_000;

/**
 * When its days begin to count (ms since 1970): when it was last held (a step opened, closed, opened again), and while it
 * is not closed its date too: held on that day, phones read before it closes the day that the summary says afterwards. A
 * session that was brought back counts from then.
 */
function keptFrom({ closedAt, date, heldAt }: SessionState, createdAt: number): number {
  const ends = closedAt === null ? Date.parse(date) || 0 : 0;
  return Math.max(heldAt, ends, createdAt);
}

/** Until when a session is kept (ms since 1970): its script's days, or those that its owner set. */
export const keptUntil = (state: SessionState, createdAt: number, days = keepDaysOf(state)): number =>
  keptFrom(state, createdAt) + days * day;

/** Until when a session that nobody leads is open, from when it was last opened; null where somebody leads, or it is closed. */
export const openUntil = ({ script, closedAt, heldAt }: SessionState): number | null =>
  script.unled && closedAt === null ? heldAt + script.unled.days * day : null;

/** Closes what nobody leads and was open for its days (D1: the date was shown from the start). */
export async function closeUnled({ hosts, clock }: House, rows: SessionRows): Promise<void> {
  for (const session of await rows.unledOver(clock())) {
    const host = await hosts.open(session).catch(() => undefined);
    await host?.give({ commandId: null, command: { type: 'CloseSession' }, actor: { role: 'system' } });
  }
}

/** Deletes every session whose days are over; gives their ids. One that cannot be deleted now is tried again later. */
export async function deleteOverdue({ hosts, acts, clock }: House, rows: SessionRows): Promise<string[]> {
  const deleted: string[] = [];
  for (const session of await rows.overdue(clock())) {
    const done = await deleteWithChecks({ hosts }, session).then(
      () => true,
      () => false,
    );
    if (!done) continue;
    deleted.push(session);
    await acts.note(null, 'sessionDeleted', { session, about: 'retention' });
  }
  return deleted;
}

/** Looks at once and then every hour, and tells when it has; gives what stops it. */
export function keepNoLonger(house: House, rows: SessionRows, looked = () => {}): () => void {
  const look = () =>
    void deleteOverdue(house, rows)
      .then(() => closeUnled(house, rows))
      .then(() => house.store.sweepInterests())
      .then(looked)
      .catch(() => undefined);
  look();
  const looking = setInterval(look, lookEvery).unref();
  return () => clearInterval(looking);
}
