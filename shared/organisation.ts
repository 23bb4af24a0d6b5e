/** What travels over HTTP about signing in at one's organisation (OpenID Connect). */
import * as z from 'zod/mini';
import type { AccountProblem } from './passphrase.ts';

const secret = z.string().check(z.minLength(22), z.maxLength(128));
/** As typed. */
const current = z.optional(z.string().check(z.maxLength(2_000)));

/**
 * POST /api/sign-in/organisation/begin -> OrganisationBegun, with a cookie for this browser: to sign in, to come in by
 * an invitation, or to sign in there from now on (`current`: the passphrase, where one did not sign in just now).
 */
export const organisationBeginRequest = z.union([
  z.strictObject({ to: z.literal('signIn') }),
  z.strictObject({ to: z.literal('welcome'), invitation: secret }),
  z.strictObject({ to: z.literal('link'), current }),
]);
/** `url`: where the browser goes; `away`: the organisation does not answer. */
export type OrganisationBegun = { url: string; problem: null } | { url: null; problem: AccountProblem | 'away' };

/**
 * POST /api/sign-in/organisation -> OrganisationAnswer, in the browser that began, once it came back; `name`: as the
 * facilitator wants to be called here.
 */
export const organisationFinishRequest = z.strictObject({ name: z.optional(z.string().check(z.maxLength(500))) });
export type OrganisationNo = 'cancelled' | 'failed' | 'away' | 'late' | 'notInvited' | 'spent' | 'taken';
export type OrganisationAnswer =
  | { outcome: 'in' }
  | { outcome: 'linked' }
  /** Who comes in chooses a name; `name`: the one that the organisation gave, or the one that does not do. */
  | { outcome: 'name'; name: string; problem: AccountProblem | null }
  | { outcome: 'no'; why: OrganisationNo };

/** GET /api/account/organisation -> OrganisationRow[]; DELETE /api/account/organisation/:id -> AccountAnswer */
export type OrganisationRow = { id: string; since: number; usedAt: number | null };
