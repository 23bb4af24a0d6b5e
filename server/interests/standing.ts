/** What becomes of an address that somebody left to be kept informed: confirmed where mail goes out, and gone in the end. */
import { createHmac } from 'node:crypto';
import { isSame, newSecret } from '../secrets.ts';
import type { Interest } from '../store/session-rules.ts';

const day = 24 * 60 * 60_000;
/** UTC: early in the day, for all that were left the day before. The moment tells of no session, nor of an order. */
const mailedAt = 7 * 60 * 60_000;
/** A mail that does not get out is tried for so long. */
const triedFor = 30 * day;
/** And then one has so long to confirm. */
const waitedFor = 7 * day;
const longestRest = day;
const firstRest = 15 * 60_000;

const dayOf = (now: number): number => now - (now % day);
/** A year after the first of this month: no date in the list is finer than a month. */
function yearFrom(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear() + 1, date.getUTCMonth(), 1);
}
export const monthOf = (now: number): string => new Date(now).toISOString().slice(0, 7);
export const nextMorning = (now: number): number => dayOf(now - mailedAt) + day + mailedAt;

/** As somebody leaves it: to be confirmed where mail goes out, else on the list at once. */
export function leftAt(now: number, mails: boolean): Omit<Interest, 'script' | 'month' | 'email'> {
  const common = { secret: newSecret(), tries: 0, mailedOn: null };
  return mails
    ? { ...common, standing: 'waiting', sendAfter: nextMorning(now), deleteAfter: dayOf(now) + triedFor }
    : { ...common, standing: 'unasked', sendAfter: null, deleteAfter: yearFrom(now) };
}

/** Twice the same counts once: it neither brings another mail nor takes a confirmation away. */
export function leftAgain(known: Interest | undefined, left: Interest): Interest {
  return known && (known.standing !== 'unasked' || left.standing === 'unasked') && known.secret
    ? { ...known, deleteAfter: Math.max(known.deleteAfter, known.standing === 'unasked' ? left.deleteAfter : 0) }
    : left;
}

/** Before it is sent: however that ends, not twice a day. */
export const beingSent = (known: Interest, now: number): Interest => ({
  ...known,
  tries: known.tries + 1,
  sendAfter: now + longestRest,
});
export const notSent = (known: Interest, now: number): Interest => ({
  ...known,
  sendAfter: now + Math.min(longestRest, firstRest * 2 ** Math.max(0, known.tries - 1)),
});
export const sent = (known: Interest, now: number): Interest => ({
  ...known,
  sendAfter: null,
  mailedOn: dayOf(now),
  deleteAfter: dayOf(now) + waitedFor,
});
/** Whose mailbox it is: what stands after a plus leads to the same. */
export const mailboxOf = ({ email }: Pick<Interest, 'email'>): string => email.toLowerCase().replace(/\+[^@]*@/, '@');
export const wasMailedToday = ({ mailedOn }: Interest, now: number): boolean => mailedOn === dayOf(now);

export const confirmed = (known: Interest, now: number): Interest =>
  known.standing === 'confirmed'
    ? known
    : { ...known, standing: 'confirmed', sendAfter: null, deleteAfter: yearFrom(now) };

/** One secret, two links: who has the one to leave the list cannot confirm with it. */
const linkOf = (purpose: string) => (interest: Interest) =>
  createHmac('sha256', interest.secret).update(purpose).digest('base64url');
export const confirmLink = linkOf('confirm');
export const stopLink = linkOf('stop');
/** Rows from before there were links have none. */
export const isLinkOf = (link: (interest: Interest) => string, interest: Interest, given: string): boolean =>
  interest.secret !== '' && isSame(link(interest), given);
