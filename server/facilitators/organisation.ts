import type { Configuration } from 'openid-client';
import { maxFacilitatorName } from '../../shared/passphrase.ts';
import type { OidcConfig } from '../oidc-settings.ts';
import { hashOf } from '../secrets.ts';

/** Read only where it is turned on. */
const library = () => import('openid-client');
/** For each thing that is asked of the provider (s). */
const patience = 8;
const tryAgainAfter = 30_000;
/** Its clock may differ so much from ours (s). */
const clocksDiffer = 30;

/** What the provider has to find again when somebody comes back. */
export type Asked = { verifier: string; state: string; nonce: string };
/** Somebody whom the provider knows. */
export type Known = {
  id: string;
  tokens: { access: string; subject: string };
  claims: Readonly<Record<string, unknown>>;
};
export type ComeBack = { known: Known } | { why: 'cancelled' | 'failed' | 'away' };
export type Organisation = ReturnType<typeof buildOrganisation>;

/** A provider that cannot be reached, does not answer in time or fails itself is none that says no. */
function isAway(error: unknown): boolean {
  const { name, code, status, cause } = error as { name?: string; code?: string; status?: number; cause?: unknown };
  if (name === 'TypeError' || code === 'OAUTH_TIMEOUT' || (status ?? 0) >= 500) return true;
  return typeof cause === 'object' && cause !== null && isAway(cause);
}

/** The name to begin with, where the organisation gave one. */
export function nameIn({ name, given_name: given, family_name: family, nickname }: Known['claims']): string {
  const parts = [given, family].filter((part): part is string => typeof part === 'string');
  const found = [name, parts.join(' '), nickname].find((one) => typeof one === 'string' && one.trim() !== '');
  return typeof found === 'string' ? found.trim().slice(0, maxFacilitatorName) : '';
}

/** The organisation where facilitators can sign in (OpenID Connect), by code with PKCE, state and nonce. `callback`: where it sends people back. */
export function buildOrganisation(oidc: OidcConfig, callback: () => string, say: (line: string) => void) {
  let provider: Configuration | undefined;
  let looking: Promise<Configuration | undefined> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isTold = false;

  async function discover(): Promise<Configuration> {
    const {
      ClientSecretBasic,
      ClientSecretPost,
      allowInsecureRequests,
      clockTolerance,
      discovery,
      enableNonRepudiationChecks,
    } = await library();
    const { clientSecret, clientId, issuer } = oidc;
    const [basic, post] = [ClientSecretBasic(clientSecret), ClientSecretPost(clientSecret)];
    const isPlain = new URL(issuer).protocol === 'http:';
    return discovery(
      new URL(issuer),
      clientId,
      { client_secret: clientSecret, [clockTolerance]: clocksDiffer },
      (server, client, body, headers) => {
        const ways = server.token_endpoint_auth_methods_supported;
        const way = ways && !ways.includes('client_secret_basic') ? post : basic;
        return way(server, client, body, headers);
      },
      {
        timeout: patience,
        // Signatures are looked at, also of what comes from the provider itself. Without https only on this machine (config.ts).
        execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
      },
    );
  }
  /** The provider, if it answers now; it is asked by one at a time. */
  function find(): Promise<Configuration | undefined> {
    looking ??= discover()
      .then(
        (found) => {
          provider = found;
          return found;
        },
        () => {
          if (!isTold) say(`OIDC: ${oidc.issuer} does not answer / antwoordt niet. Trying again / probeert opnieuw.`);
          isTold = true;
          return undefined;
        },
      )
      .finally(() => {
        looking = undefined;
      });
    return looking;
  }

  return {
    /** Looks for the provider until it is there; the server waits for nothing. */
    async start(): Promise<void> {
      if (await find()) return;
      timer = setTimeout(() => void this.start(), tryAgainAfter).unref();
    },
    stop: () => clearTimeout(timer),
    isHere: () => provider !== undefined,

    /** Where to send somebody; undefined: the provider does not answer. */
    async ask(): Promise<{ url: string; asked: Asked } | undefined> {
      const found = provider ?? (await find());
      if (!found) return undefined;
      const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } =
        await library();
      const asked = { verifier: randomPKCECodeVerifier(), state: randomState(), nonce: randomNonce() };
      const url = buildAuthorizationUrl(found, {
        redirect_uri: callback(),
        // Nothing but who it is: what else the organisation gives, it gives by its own rules.
        scope: 'openid',
        code_challenge: await calculatePKCECodeChallenge(asked.verifier),
        code_challenge_method: 'S256',
        state: asked.state,
        nonce: asked.nonce,
      });
      return { url: url.href, asked };
    },

    /** `query`: what somebody came back with. */
    async comeBack(query: string, { verifier, state, nonce }: Asked): Promise<ComeBack> {
      if (!provider) return { why: 'away' };
      const { authorizationCodeGrant } = await library();
      try {
        const tokens = await authorizationCodeGrant(provider, new URL(callback() + query), {
          ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce },
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) return { why: 'failed' };
        const id = hashOf(`organisation\n${claims.iss}\n${claims.sub}`);
        return { known: { id, tokens: { access: tokens.access_token, subject: claims.sub }, claims } };
      } catch (error) {
        const { error: said } = error as { error?: string };
        return { why: said === 'access_denied' ? 'cancelled' : isAway(error) ? 'away' : 'failed' };
      }
    },

    /** What else the provider says of them: asked only where it is needed. */
    async more({ tokens, claims }: Known): Promise<Known['claims']> {
      if (!provider?.serverMetadata().userinfo_endpoint) return claims;
      const { fetchUserInfo } = await library();
      const said = await fetchUserInfo(provider, tokens.access, tokens.subject).catch(() => ({}));
      return { ...claims, ...said };
    },

    /** Whether what is said of somebody lets them in uninvited. */
    letsIn(claims: Known['claims']): boolean {
      if (!oidc.claim) return false;
      const { name, value } = oidc.claim;
      const said = Object.hasOwn(claims, name) ? claims[name] : undefined;
      return (Array.isArray(said) ? said : [said]).includes(value);
    },

    /** Where one signs off there, if it has such a page. */
    signOffUrl(): string | null {
      const page = URL.parse(provider?.serverMetadata().end_session_endpoint ?? '');
      if (!page || !/^https?:$/.test(page.protocol)) return null;
      page.searchParams.set('client_id', oidc.clientId);
      return page.href;
    },
  };
}
