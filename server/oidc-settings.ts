import * as z from 'zod';

/** The organisation at which facilitators can sign in, and what it has to say of who comes in uninvited. */
export type OidcConfig = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  claim?: { name: string; value: string } | undefined;
};

export const oidcReadable = {
  OIDC_ISSUER: 'OIDC_ISSUER must be the https address of a provider, such as https://connect.surfconext.nl',
  OIDC_CLIENT_ID: 'OIDC_CLIENT_ID must be what the provider calls this server, at most 500 characters',
  OIDC_CLIENT_SECRET: 'OIDC_CLIENT_SECRET must be the secret that the provider gave, at most 2000 characters',
  OIDC_CLAIM: 'OIDC_CLAIM must be a name and a value, such as eduperson_entitlement=urn:example:facilitator',
};

/** By https; without it only on this machine itself, to try things out. */
function isIssuer(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.search || url.hash || url.username) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1)$/.test(url.hostname));
}
const printable = (most: number) =>
  z
    .string()
    .regex(/^[\x20-\x7e]+$/)
    .max(most);

export const oidcVariables = {
  OIDC_ISSUER: z.string().max(2_000).refine(isIssuer).optional(),
  OIDC_CLIENT_ID: printable(500).optional(),
  OIDC_CLIENT_SECRET: printable(2_000).optional(),
  OIDC_CLAIM: z
    .string()
    .regex(/^[^=\s]{1,200}=\S.{0,500}$/)
    .transform((text) => ({ name: text.slice(0, text.indexOf('=')), value: text.slice(text.indexOf('=') + 1) }))
    .optional(),
};
type Read = z.infer<z.ZodObject<typeof oidcVariables>> & { PUBLIC_URL?: string | undefined };

/** What belongs together, together; undefined: it is off. A text: what is wrong. */
export function oidcIn({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_CLAIM: claim,
  PUBLIC_URL,
}: Read): OidcConfig | string | undefined {
  if (!issuer && !clientId && !clientSecret && !claim) return undefined;
  if (!issuer || !clientId || !clientSecret)
    return 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three, or none of OIDC_…';
  if (!PUBLIC_URL) return 'OIDC_ISSUER needs PUBLIC_URL: to that one address the provider sends people back';
  return { issuer, clientId, clientSecret, claim };
}
