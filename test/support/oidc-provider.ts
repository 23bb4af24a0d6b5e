/** A real provider of OpenID Connect on a free port of this machine: people sign in there by typing who they are. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration, type JWK } from 'oidc-provider';

export const oidcClient = { id: 'in-gesprek', secret: 'een-geheim-van-deze-proef-alleen-0123456789' };
/** What the provider says of somebody, beside who it is. */
type Person = Record<string, string | string[]>;
type Claims = Record<string, unknown>;
export type TestProvider = Awaited<ReturnType<typeof startProvider>>;

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'proef' } as JWK;

const page = (uid: string) => `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Hogeschool Proef</title>
<h1>Hogeschool Proef</h1><form method="post" action="/in/${uid}"><label>Wie ben je? <input name="who"></label>
<button>Verder</button></form></html>`;

/** The same token, saying something else, signed by the right key or by none that counts. */
function signedAnew(token: string, change: (claims: Claims) => Claims, isForged: boolean): string {
  const [head = '', body = '', signature = ''] = token.split('.');
  const claims = change(JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims);
  const text = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${text}.${isForged ? signature : sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}

async function typedIn(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return new URLSearchParams(text).get('who') ?? '';
}

/** It listens, and answers nothing but 503 until it is opened. */
export async function startProvider() {
  const away = (_: IncomingMessage, response: ServerResponse) => void response.writeHead(503).end();
  let answer: (request: IncomingMessage, response: ServerResponse) => void = away;
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, Person>();
  /** What its tokens say instead of the truth. */
  const lies: { change: ((claims: Claims) => Claims) | null; isForged: boolean } = { change: null, isForged: false };

  /** From now on it answers, for a client that gets people back at this address. */
  function open(redirect: string): void {
    const settings: Configuration = {
      clients: [
        {
          ...{ client_id: oidcClient.id, client_secret: oidcClient.secret, redirect_uris: [redirect] },
          ...{ subject_type: 'pairwise', response_types: ['code'], grant_types: ['authorization_code'] },
        },
      ],
      jwks: { keys: [jwk] },
      cookies: { keys: ['proef'] },
      subjectTypes: ['pairwise'],
      pairwiseIdentifier: async (_, account) => createHash('sha256').update(`proef ${account}`).digest('hex'),
      claims: { openid: ['sub', 'name', 'eduperson_entitlement'] },
      ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/in/${uid}` },
      findAccount: async (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people.get(id) }) }),
      async loadExistingGrant({ oidc }) {
        const ids = { clientId: oidc.client?.clientId, accountId: oidc.session?.accountId };
        const grant = new oidc.provider.Grant({ clientId: ids.clientId ?? '', accountId: ids.accountId ?? '' });
        grant.addOIDCScope('openid');
        await grant.save();
        return grant;
      },
    };
    const provider = new Provider(issuer, settings);
    provider.use(async (context, next) => {
      await next();
      const body = context.body as { id_token?: string } | null;
      if (context.path === '/token' && body?.id_token && lies.change)
        body.id_token = signedAnew(body.id_token, lies.change, lies.isForged);
    });
    const serve = provider.callback();
    answer = async (request, response) => {
      const uid = /^\/in\/([\w-]+)$/.exec(request.url ?? '')?.[1];
      if (uid === undefined) return serve(request, response);
      if (request.method === 'GET') return response.setHeader('content-type', 'text/html').end(page(uid));
      const who = await typedIn(request);
      const result = who ? { login: { accountId: who } } : { error: 'access_denied' };
      return provider.interactionFinished(request, response, result);
    };
  }

  /** Follows this address as a browser would, typing who it is where it is asked; tells where it is sent back to. */
  async function walk(url: string, who: string): Promise<string> {
    const cookies = new Map<string, string>();
    let next: string = url;
    let body: URLSearchParams | null = null;
    for (let steps = 0; steps < 10; steps += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response: Response = await fetch(next, {
        method: body ? 'POST' : 'GET',
        body,
        redirect: 'manual',
        headers: { cookie },
      });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const location: string | null = response.headers.get('location');
      if (location) next = new URL(location, next).href;
      if (location && !next.startsWith(`${issuer}/`)) return next;
      body = location ? null : new URLSearchParams({ who });
      if (!location && response.status !== 200) throw new Error(`${next} answers ${response.status}`);
    }
    throw new Error('it leads nowhere');
  }

  return {
    issuer,
    people,
    lies,
    open,
    walk,
    close: () => {
      answer = away;
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
