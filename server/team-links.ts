import { type LinkDays, minPassword } from '../shared/team-link.ts';
import { graphemesOf, normaliseText } from '../shared/text.ts';
import type { Access, Given } from './access.ts';
import { buildGuesses } from './entry/guesses.ts';
import { networkOf } from './entry/networks.ts';
import { costs, fitsPassword, hashPassword } from './passwords.ts';
import { newSecret } from './secrets.ts';
import type { Grant, Store } from './store/store.ts';
import { buildTokenBuckets } from './token-bucket.ts';

const day = 24 * 60 * 60_000;
/** `lock`: its password's hash; null: none is asked. `comments`: its readers may comment. */
type Terms = { lock: string | null; comments: boolean };
/** As links were written down before a hash named its parameters. */
type OldLock = { salt: string; hash: string };

type Asked = { days?: LinkDays | undefined; password?: string | undefined; comments?: boolean | undefined };

function termsOf({ terms }: Grant): Terms {
  if (terms === null) return { lock: null, comments: false };
  const { lock, comments } = JSON.parse(terms) as { lock: Terms['lock'] | OldLock; comments: boolean };
  if (lock === null || typeof lock === 'string') return { lock, comments };
  return { lock: `$scrypt$ln=14,r=8,p=5$${lock.salt}$${lock.hash}`, comments };
}
export const isLocked = (link: Grant): boolean => termsOf(link).lock !== null;

export const hasComments = (link: Grant): boolean => termsOf(link).comments;

export type TeamLinks = ReturnType<typeof buildTeamLinks>;

/** Links by which a team reads the summary: for a while, with a password or without, until they are revoked. */
export function buildTeamLinks(store: Store, access: Access, clock: () => number) {
  // Its own lane: whoever tries passwords holds up nobody who joins.
  const guesses = buildGuesses(clock);
  /** Right ones cost as much work as wrong ones: a whole team behind one address at once, and no program. */
  const unlocks = buildTokenBuckets(60, 0.5);

  return {
    /** `mayStill`: asked when the password is hashed, which takes a while. Undefined where it is too short, or they may no more. */
    async make(
      session: string,
      facilitator: string,
      { days = 90, password: typed = '', comments = false }: Asked,
      mayStill: () => Promise<boolean> = async () => true,
    ): Promise<Given | undefined> {
      const password = normaliseText(typed);
      if (password && graphemesOf(password) < minPassword) return undefined;
      const terms: Terms = { lock: password ? await hashPassword(password, costs.link) : null, comments };
      const expiresAt = clock() + days * day;
      if (!(await mayStill())) return undefined;
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
      if (!unlocks(`${link.id}\n${networkOf(address)}`, clock()).take(clock())) return 'tooFast';
      const { lock } = termsOf(link);
      const password = normaliseText(typed);
      const found = await guesses.attempt(address, async () =>
        // One at a time, so they may go first: who floods the signing in holds up no team.
        lock && password && (await fitsPassword(password, lock, true)) ? true : undefined,
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
