/** Facilitators sign in with passkeys of their own, made for this host, and with nobody else's (P1, P4). */
import { expect, test } from 'vitest';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { AccountAnswer, Me } from '../../shared/account.ts';
import type { ActPage } from '../../shared/acts.ts';
import type { PasskeyRow, SignInWays } from '../../shared/passkeys.ts';
import { newPasskey, type SoftPasskey } from '../support/authenticator.ts';
import { type Answered, cookieOf, type TestServer } from '../support/server.ts';
import { openServer } from '../support/server-scene.ts';

const publicUrl = 'https://gesprek.example.nl';
const place = { origin: publicUrl, rpId: 'gesprek.example.nl' };
type Options = { options: { challenge: string; user: { id: string } }; problem?: string };
type Place = typeof place;

async function openHere() {
  const clock = { now: Date.now() };
  const store = openMemoryStore({ now: () => clock.now });
  return { clock, server: await openServer({ store, clock: () => clock.now, publicUrl }) };
}
const ceremonyOf = ({ headers }: Answered<unknown>) =>
  headers
    .getSetCookie()
    .find((line) => line.includes('ig_passkey'))
    ?.split(';')[0] ?? '';

const beginAdding = (server: TestServer, cookie = server.cookie, body = {}) =>
  server.call<Options>('POST', '/api/account/passkeys/begin', body, { cookie, origin: publicUrl });
async function add(
  server: TestServer,
  cookie = server.cookie,
  at: Place = place,
): Promise<{ answer: Answered<AccountAnswer>; key: SoftPasskey }> {
  const begun = await beginAdding(server, cookie);
  const key = newPasskey(begun.body.options.user.id);
  const response = key.register({ ...at, challenge: begun.body.options.challenge });
  const answer = await server.call<AccountAnswer>(
    'POST',
    '/api/account/passkeys',
    { name: 'Laptop', response },
    {
      cookie: `${cookie}; ${ceremonyOf(begun)}`,
      origin: publicUrl,
    },
  );
  return { answer, key };
}
async function begin(server: TestServer) {
  const begun = await server.call<Options>('POST', '/api/sign-in/passkey/begin', {}, { origin: publicUrl });
  return { challenge: begun.body.options.challenge, cookie: ceremonyOf(begun), options: begun.body.options };
}
const finish = (server: TestServer, response: object, cookie: string, origin = publicUrl) =>
  server.call('POST', '/api/sign-in/passkey', { response }, { cookie, origin });
/** Signs in with it, at this place. */
async function show(
  server: TestServer,
  key: SoftPasskey,
  more: Partial<Place & { isVerified: boolean; counter: number }> = {},
) {
  const { challenge, cookie } = await begin(server);
  return finish(server, key.show({ ...place, challenge, ...more }), cookie);
}
const list = async (server: TestServer, cookie = server.cookie) =>
  (await server.call<PasskeyRow[]>('GET', '/api/account/passkeys', undefined, { cookie })).body;

test('a facilitator adds one, signs in with it without a name, sees when, removes it, and is refused with it from then on', async () => {
  const { server, clock } = await openHere();
  const ways = async () => (await server.call<SignInWays>('GET', '/api/sign-in/ways')).body.passkeys;
  expect(await ways()).toBe(false);
  const { key, answer } = await add(server);
  expect(answer.body).toEqual({ problem: null });
  expect(await ways()).toBe(true);
  const [row] = await list(server);
  expect(row).toMatchObject({ name: 'Laptop', usedAt: null, synced: true });
  clock.now += 1000;
  const signedIn = await show(server, key);
  expect(signedIn.status).toBe(200);
  const me = await server.call<Me>('GET', '/api/me', undefined, {
    cookie: cookieOf({
      ...signedIn,
      headers: new Headers({
        'set-cookie': signedIn.headers.getSetCookie().find((line) => line.includes('ig_facilitator')) ?? '',
      }),
    }),
  });
  expect(me.body).toMatchObject({ facilitator: true, administrator: true });
  expect((await list(server))[0]).toMatchObject({ usedAt: clock.now });
  const removed = () => server.asFacilitator('DELETE', `/api/account/passkeys/${row?.id}`);
  expect((await removed()).body).toEqual({ problem: null });
  expect((await removed()).status).toBe(409);
  expect((await show(server, key)).status).toBe(401);
  const acts = (await server.asFacilitator<ActPage>('GET', '/api/acts')).body.rows.map(
    ({ act, about }) => `${act} ${about}`,
  );
  for (const line of ['passkeyAdded null', 'signedIn passkey', 'passkeyRemoved null', 'signInFailed null'])
    expect(acts).toContain(line);
});

test('no name is asked for, nor which make of device it is; it is for this host, and the person shows who they are', async () => {
  const { server } = await openHere();
  const made = (await beginAdding(server)).body.options;
  expect(made).toMatchObject({
    rp: { id: 'gesprek.example.nl' },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  expect(Buffer.from(made.challenge, 'base64url')).toHaveLength(32);
  // `__Host-` is refused by browsers with another path than this.
  const begun = await server.call('POST', '/api/sign-in/passkey/begin', {}, { origin: publicUrl });
  expect(begun.headers.getSetCookie()[0]).toMatch(
    /^__Host-ig_passkey=[\w-]{43}; Max-Age=300; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
  const { options } = await begin(server);
  expect(options).toMatchObject({ rpId: 'gesprek.example.nl', userVerification: 'required' });
  expect(options).not.toHaveProperty('allowCredentials');
});

test('another origin, another host, or a person who did not show who they are: refused, in making one and in signing in', async () => {
  const { server } = await openHere();
  const elsewhere = { origin: 'https://gesprek.example.com', rpId: 'gesprek.example.com' };
  const wrong = [elsewhere, { ...place, origin: elsewhere.origin }, { ...place, rpId: elsewhere.rpId }];
  for (const at of [...wrong, { ...place, isVerified: false }])
    expect((await add(server, server.cookie, at)).answer.body).toEqual({ problem: 'notProven' });
  expect(await list(server)).toEqual([]);
  const { key } = await add(server);
  for (const at of [...wrong, { ...place, isVerified: false }]) expect((await show(server, key, at)).status).toBe(401);
  expect((await show(server, key)).status).toBe(200);
  // A page elsewhere is not even told a challenge; nor is one that no browser gives passkeys.
  for (const origin of [elsewhere.origin, 'http://gesprek.example.nl', 'http://192.168.1.5:3000'])
    expect((await server.call('POST', '/api/sign-in/passkey/begin', {}, { origin })).status).toBe(403);
});

test('a challenge counts once, for five minutes, in the browser that got it, for what it was asked', async () => {
  const { clock, server } = await openHere();
  const { key } = await add(server);
  const first = await begin(server);
  const answer = key.show({ ...place, challenge: first.challenge });
  expect((await finish(server, answer, (await begin(server)).cookie)).status).toBe(401);
  expect((await finish(server, answer, '')).status).toBe(401);
  expect((await finish(server, answer, first.cookie)).status).toBe(200);
  expect((await finish(server, answer, first.cookie)).status).toBe(401);
  const late = await begin(server);
  clock.now += 5 * 60_000;
  expect((await finish(server, key.show({ ...place, challenge: late.challenge }), late.cookie)).status).toBe(401);
  // One for adding lets nobody in.
  const adding = await beginAdding(server);
  const misused = key.show({ ...place, challenge: adding.body.options.challenge });
  expect((await finish(server, misused, ceremonyOf(adding))).status).toBe(401);
});

test('somebody else’s: it signs in its owner alone, cannot be taken over or removed, and a copy that lags behind is refused', async () => {
  const { server } = await openHere();
  const anke = await server.another('Anke');
  const { key } = await add(server, anke.cookie);
  // The same key says that it is somebody else's.
  const begun = await begin(server);
  const claimed = key.show({ ...place, challenge: begun.challenge });
  const other = (await beginAdding(server)).body.options.user.id;
  const lie = { ...claimed, response: { ...claimed.response, userHandle: other } };
  expect((await finish(server, lie, begun.cookie)).status).toBe(401);
  const stranger = newPasskey(key.userHandle);
  expect(
    (await show(server, { ...stranger, show: (asked) => ({ ...stranger.show(asked), id: key.id, rawId: key.id }) }))
      .status,
  ).toBe(401);
  const mine = await beginAdding(server);
  const taking = { name: 'X', response: key.register({ ...place, challenge: mine.body.options.challenge }) };
  const cookie = `${server.cookie}; ${ceremonyOf(mine)}`;
  const taken = await server.call('POST', '/api/account/passkeys', taking, { cookie, origin: publicUrl });
  expect(taken.body).toEqual({ problem: 'taken' });
  const [row] = await list(server, anke.cookie);
  expect((await server.asFacilitator('DELETE', `/api/account/passkeys/${row?.id}`)).status).toBe(409);
  expect((await show(server, key, { counter: 7 })).status).toBe(200);
  for (const counter of [7, 3, 0]) expect((await show(server, key, { counter })).status).toBe(401);
  expect((await show(server, key, { counter: 8 })).status).toBe(200);
});

test('an open screen alone adds none: later the passphrase is asked, or to sign in anew; the only way in stays', async () => {
  const { clock, server } = await openHere();
  const anke = await server.another('Anke');
  await add(server, anke.cookie);
  const [row] = await list(server, anke.cookie);
  const removal = await server.call('DELETE', `/api/account/passkeys/${row?.id}`, undefined, { cookie: anke.cookie });
  expect(removal.body).toEqual({ problem: 'lastWay' });
  clock.now += 30 * 60_000;
  expect((await beginAdding(server, anke.cookie)).body).toEqual({ problem: 'again', options: null });
  const passphrase = 'vier ezels op een natte zolder';
  const choose = (cookie: string, name: string) =>
    server.call('POST', '/api/account/passphrase', { name, passphrase, endOthers: false }, { cookie });
  expect((await choose(anke.cookie, 'Anke')).body).toEqual({ problem: 'again' });
  expect((await choose(server.cookie, 'Dorien')).body).toEqual({ problem: null });
  expect((await beginAdding(server)).body).toMatchObject({ problem: 'wrong' });
  expect((await beginAdding(server, server.cookie, { current: passphrase })).body).toMatchObject({ problem: null });
});

test('they end with the facilitator', async () => {
  const { server } = await openHere();
  const anke = await server.another('Anke');
  const { key } = await add(server, anke.cookie);
  expect((await show(server, key)).status).toBe(200);
  await server.asFacilitator('POST', `/api/facilitators/${anke.id}/remove`, { to: null });
  expect((await show(server, key)).status).toBe(401);
  expect(await server.house.store.credentials({})).toEqual([]);
});
