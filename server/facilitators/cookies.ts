/** A facilitator's cookie: how long it lasts, and what is known of it for the list of where somebody is signed in. */
import type { Device, Road } from '../../shared/account.ts';
import type { Grant } from '../store/store.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** From signing in; used or not. */
const atMost = 30 * day;
/** Without being used. */
const idleFor = 14 * day;
/** Written down at most so often: being signed in costs no write each time. */
const notedEvery = 10 * minute;

export type CookieTerms = { until: number; seenAt: number; device: Device | null; road: Road | null };

export function termsOfCookie({ terms, createdAt }: Grant): CookieTerms {
  if (terms !== null) return JSON.parse(terms) as CookieTerms;
  return { until: createdAt + atMost, seenAt: createdAt, device: null, road: null };
}

const grantTerms = (terms: CookieTerms) => ({
  expiresAt: Math.min(terms.seenAt + idleFor, terms.until),
  terms: JSON.stringify(terms),
});

export const newCookieTerms = (now: number, device: Device | null, road: Road) =>
  grantTerms({ until: now + atMost, seenAt: now, device, road });

/** What to write down now that it is used; undefined where that was done just before. */
export function seenTerms(cookie: Grant, now: number): { expiresAt: number; terms: string } | undefined {
  const terms = termsOfCookie(cookie);
  return cookie.terms !== null && now - terms.seenAt < notedEvery ? undefined : grantTerms({ ...terms, seenAt: now });
}

/** When it ends at the latest; a co-facilitator's with its invitation. */
export const endOfCookie = (cookie: Grant): number =>
  cookie.session === null ? termsOfCookie(cookie).until : cookie.expiresAt;

const recentFor = 30 * minute;
/** Somebody signed in with it a moment ago: more may be done without showing again who one is. */
export const isRecent = ({ createdAt }: Grant, now: number): boolean => now - createdAt < recentFor;

/** As much as the list needs to tell two devices apart, and no more. */
export const deviceOf = (userAgent: string | undefined): Device =>
  /Mobi|Android|iPhone|iPad/.test(userAgent ?? '') ? 'phone' : 'computer';
