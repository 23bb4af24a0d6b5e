/** What travels over HTTP about facilitators themselves: who they are, where they are signed in, whom they let in. */
import * as z from 'zod/mini';
import type { AccountProblem } from './passphrase.ts';

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
const secret = z.string().check(z.minLength(22), z.maxLength(128));
const name = z.string().check(z.maxLength(500));
/** As typed: more than is accepted, so that the answer can say so. */
const passphrase = z.string().check(z.maxLength(2_000));

/** Roughly. */
export type Device = 'phone' | 'computer';
/** How somebody signed in. */
export type Road = 'key' | 'passphrase' | 'link' | 'passkey' | 'organisation';

/**
 * POST /api/sign-in -> {}: the start key from the terminal (`/bureau#sleutel=<key>`), once, or a name and a passphrase;
 * sets the facilitator's cookie: 30 days at most, 14 without use.
 */
export const signInRequest = z.union([
  z.strictObject({ key: z.string().check(z.minLength(1), z.maxLength(128)) }),
  z.strictObject({ name, passphrase }),
]);
/** POST /api/sign-off -> SignedOff: ends the cookie with its desks; `everywhere`: all of one's cookies. */
export const signOffRequest = z.strictObject({ everywhere: z.optional(z.boolean()) });
/** `organisation`: one may still be signed in there; `url`: where that is ended, if there is such a page. */
export type SignedOff = { organisation: { url: string | null } | null };

/** GET /api/me */
export type Me =
  | { facilitator: false }
  | {
      facilitator: true;
      name: string;
      administrator: boolean;
      /** Whether a passphrase was chosen. */
      passphrase: boolean;
      /** Whether they have another way in: a passkey, or an organisation. */
      otherWay: boolean;
      /** Whether one may be chosen without the one of now: just signed in with a key. */
      fresh: boolean;
      /** Signed in a moment ago: another way in may be added without the passphrase. */
      recent: boolean;
    };

/** What stood in the way; null: it is done. */
export type AccountAnswer = { problem: AccountProblem | null };

/** POST /api/account/passphrase -> AccountAnswer: `current` where there is one; ends the other cookies where asked. */
export const passphraseRequest = z.strictObject({
  name,
  passphrase,
  current: z.optional(passphrase),
  endOthers: z.boolean(),
});

/** GET /api/account/sign-ins -> SignInRow[]; DELETE /api/account/sign-ins/:id -> {} */
export type SignInRow = {
  id: string;
  since: number;
  seenAt: number;
  /** Until when, if it is not used any more. */
  until: number;
  device: Device | null;
  /** The one that asks. */
  here: boolean;
  /** Desks that it has open now. */
  desks: number;
};

/** POST /api/welcome/look -> Welcome: whether a link lets somebody in; POST /api/welcome -> AccountAnswer, with the cookie. */
export const lookRequest = z.strictObject({ invitation: secret });
export const welcomeRequest = z.strictObject({ invitation: secret, name, passphrase });
/** `name`: of who has been here before, and gets a new passphrase; null: somebody new. */
export type Welcome = { name: string | null };

/** GET /api/facilitators (an administrator) */
export type FacilitatorList = {
  facilitators: {
    id: string;
    name: string;
    administrator: boolean;
    /** Who has the key: stays, and stays administrator. */
    first: boolean;
    you: boolean;
    passphrase: boolean;
    otherWay: boolean;
    since: number;
    /** How many sessions are theirs. */
    sessions: number;
  }[];
  invitations: FacilitatorInvitation[];
};
export type FacilitatorInvitation = {
  link: string;
  createdAt: number;
  expiresAt: number;
  administrator: boolean;
  /** For whom who is here already; null: somebody new. */
  name: string | null;
};
/**
 * POST /api/facilitators/invitations -> FacilitatorInvitation & { url }; DELETE .../:link -> {};
 * POST /api/facilitators/:id/link -> the same, for who lost their passphrase.
 */
export const facilitatorInviteRequest = z.strictObject({ administrator: z.boolean() });
export type NewFacilitatorInvitation = FacilitatorInvitation & { url: string };
/** POST /api/facilitators/:id/rights -> {} */
export const rightsRequest = z.strictObject({ administrator: z.boolean() });
/** POST /api/facilitators/:id/remove -> {}: `to` gets their sessions; null: these are deleted. */
export const removeRequest = z.strictObject({ to: z.nullable(id) });

/** POST /api/sessions/:id/shares (its owner) -> AccountAnswer; GET -> ShareRow[]; DELETE .../:facilitator -> {} */
export const shareRequest = z.strictObject({ name });
export type ShareRow = { facilitator: string; name: string; at: number };
