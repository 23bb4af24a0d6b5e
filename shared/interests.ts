/** Who wants to be kept informed: over HTTP, as in api.ts. Kept apart from all answers, with no road to a session. */
import * as z from 'zod/mini';

/** One address as people have them: nothing that a mail server could read as two, or as another way to write the same. */
const sign = '[^\\s@<>()[\\],;:"\\\\]';
/** One way only through the dots: the pattern is tried on texts of any length. */
const address = new RegExp(`^${sign}+@${sign}(?:(?!\\.)${sign})*\\.${sign}+$`);
const email = z.string().check(z.maxLength(254), z.regex(address));

/** POST /api/interest -> { mail }: the ticket only proves that somebody is here; `mail`: one will come, to confirm it. */
export const interestRequest = z.strictObject({ ticket: z.string().check(z.maxLength(128)), email });
/** POST /api/interest/confirm and /stop -> {}: by the link in a mail; `noTicket` where there is no such address any more. */
export const interestLinkRequest = z.strictObject({ secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)) });
/** POST /api/interests/remove (an administrator) -> {} */
export const removeInterestRequest = z.strictObject({
  script: z.string().check(z.maxLength(64)),
  month: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  email: z.string().check(z.maxLength(254)),
});
/** GET /api/interests (an administrator) -> InterestRow[] */
export type InterestRow = {
  script: string;
  /** "2026-11": when it was left, no finer. */
  month: string;
  email: string;
  /** `waiting`: a mail asks them to confirm it; until then they may not be written to. */
  standing: 'unasked' | 'waiting' | 'confirmed';
  /** When it is deleted by itself, ms since 1970. */
  until: number;
};
