import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { type LinkDays, minPassword } from '../shared/team-link.ts';
import { graphemesOf, normaliseText } from '../shared/text.ts';
import type { Access, Given } from './access.ts';
import { buildGuesses } from './guesses.ts';
import { newSecret } from './secrets.ts';
import type { Grant, Store } from './store/store.ts';

const day = 24 * 60 * 60_000;
/** OWASP's 16 MB setting: a guess costs this server a fifth of a second, and who holds the file as much. */
const cost = { N: 2 ** 14, r: 8, p: 5 };
const keyLength = 32;
const derive = promisify<string, Buffer, number, typeof cost, Buffer>(scrypt);

/** `lock`: salt and scrypt hash of the password; null: none is asked. `comments`: its readers may comment. */
type Terms = { lock: { salt: string; hash: string } | null; comments: boolean };

type Asked = { days?: LinkDays | undefined; password?: string | undefined; comments?: boolean | undefined };

async function lockOf(password: string): Promise<NonNullable<Terms['lock']>> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, keyLength, cost);
  return { salt: salt.toString('base64url'), hash: hash.toString('base64url') };
}
async function fits(password: string, { salt, hash }: NonNullable<Terms['lock']>): Promise<boolean> {
  const given = await derive(password, Buffer.from(salt, 'base64url'), keyLength, cost);
  return timingSafeEqual(given, Buffer.from(hash, 'base64url'));
}

const termsOf = ({ terms }: Grant): Terms =>
  terms === null ? { lock: null, comments: false } : (JSON.parse(terms) as Terms);
export const isLocked = (link: Grant): boolean => termsOf(link).lock !== null;

export const hasComments = (link: Grant): boolean => termsOf(link).comments;

export type TeamLinks = ReturnType<typeof buildTeamLinks>;

/** Links by which a team reads the summary: for a while, with a password or without, until they are revoked. */
export function buildTeamLinks(store: Store, access: Access, clock: () => number) {
  // Its own lane: whoever tries passwords holds up nobody who joins.
  const guesses = buildGuesses(clock);

  return {
    /** Undefined where the password is too short. */
    async make(
      session: string,
      facilitator: string,
      { days = 90, password: typed = '', comments = false }: Asked,
    ): Promise<Given | undefined> {
      const password = normaliseText(typed);
      if (password && graphemesOf(password) < minPassword) return undefined;
      const terms: Terms = { lock: password ? await lockOf(password) : null, comments };
      const expiresAt = clock() + days * day;
      return access.give('summary', session, facilitator, newSecret(), { expiresAt, terms: JSON.stringify(terms) });
    },

    /** Whether this link may be read by who holds this reader's ticket, or none. */
    async opens(link: Grant, reader: string | undefined): Promise<boolean> {
      if (!isLocked(link)) return true;
      const ticket = reader === undefined ? undefined : await access.grant(reader, ['reader']);
      return ticket?.subject === link.id;
    },

    /** A reader's ticket for the right password; it ends with the link. */
    async unlock(link: Grant, typed: string, address: string): Promise<Given | 'wrong' | 'tooFast'> {
      const { lock } = termsOf(link);
      const password = normaliseText(typed);
      const found = await guesses.attempt(address, async () =>
        lock && password && (await fits(password, lock)) ? true : undefined,
      );
      if (found !== true) return found;
      return access.give('reader', link.session, link.id, newSecret(), { expiresAt: link.expiresAt });
    },

    /** With the tickets of its readers. */
    async revoke(session: string, link: string): Promise<void> {
      await access.revoke(session, 'summary', link);
      await store.revokeGrants({ session, kind: 'reader', subject: link });
    },
  };
}
