/** What travels over HTTP about passkeys: asked by the server, answered by the browser (WebAuthn level 3, in JSON). */
import * as z from 'zod/mini';
import type { AccountProblem } from './passphrase.ts';

const maxPasskeyName = 60;
export const maxPasskeys = 20;

const bytes = z.string().check(z.maxLength(24_000), z.regex(/^[\w-]*$/));
const id = z.string().check(z.minLength(1), z.maxLength(1_400), z.regex(/^[\w-]+$/));
/** As typed. */
const current = z.optional(z.string().check(z.maxLength(2_000)));
const common = { id, rawId: id, type: z.literal('public-key') };

/**
 * POST /api/account/passkeys/begin -> PasskeyBegun, with a cookie for this browser; POST /api/account/passkeys ->
 * AccountAnswer. `current`: the passphrase, where one did not sign in just now.
 */
export const passkeyBeginRequest = z.strictObject({ current });
export const passkeyAddRequest = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxPasskeyName)),
  response: z.object({
    ...common,
    response: z.object({
      clientDataJSON: bytes,
      attestationObject: bytes,
      transports: z.optional(z.array(z.string().check(z.maxLength(20))).check(z.maxLength(10))),
    }),
  }),
});
export type PasskeyBegun = { problem: AccountProblem | null; options: object | null };

/** POST /api/sign-in/passkey/begin -> { options }, with a cookie; POST /api/sign-in/passkey -> {}, with the facilitator's. */
export const passkeySignInRequest = z.strictObject({
  response: z.object({
    ...common,
    response: z.object({
      clientDataJSON: bytes,
      authenticatorData: bytes,
      signature: bytes,
      userHandle: z.optional(bytes),
    }),
  }),
});

/** GET /api/account/passkeys -> PasskeyRow[]; DELETE /api/account/passkeys/:id -> AccountAnswer */
export type PasskeyRow = {
  id: string;
  name: string;
  since: number;
  usedAt: number | null;
  /** Kept by its maker for one's other devices too. */
  synced: boolean;
};

/** GET /api/sign-in/ways: what the sign-in page has to offer. */
export type SignInWays = {
  /** Somebody here has one. */
  passkeys: boolean;
  /** One can sign in at one's organisation; `away`: that does not answer now. */
  organisation: 'none' | 'here' | 'away';
};
