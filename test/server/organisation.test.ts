/** Signing in at one's organisation, with a real provider of OpenID Connect: who comes in, and who does not (P1, P3, P4). */
import { afterEach, describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { FacilitatorList, Me, NewFacilitatorInvitation } from '../../shared/account.ts';
import type { ActPage } from '../../shared/acts.ts';
import type { OrganisationAnswer, OrganisationBegun, OrganisationRow } from '../../shared/organisation.ts';
import type { SignInWays } from '../../shared/passkeys.ts';
import { oidcClient, startProvider, type TestProvider } from '../support/oidc-provider.ts';
import type { Answered, TestServer } from '../support/server.ts';
import { openServer } from '../support/server-scene.ts';

const claim = { name: 'eduperson_entitlement', value: 'urn:example:begeleider' };
const providers: TestProvider[] = [];
afterEach(async () => {
  for (const provider of providers.splice(0)) await provider.stop();
});

async function openHere({ withClaim = false, isAway = false } = {}) {
  const provider = await startProvider();
  providers.push(provider);
  const clock = { now: Date.now() };
  const { issuer } = provider;
  const oidc = {
    issuer,
    clientId: oidcClient.id,
    clientSecret: oidcClient.secret,
    claim: withClaim ? claim : undefined,
  };
  const said: string[] = [];
  const store = openMemoryStore({ now: () => clock.now });
  const server = await openServer({ store, clock: () => clock.now, oidc, say: (line) => said.push(line) });
  const openProvider = () => provider.open(`${server.url}/api/sign-in/organisation/back`);
  if (!isAway) openProvider();
  return { provider, server, clock, said, openProvider };
}

/** One browser: it keeps the cookies that this server gives. */
function browser(server: TestServer, cookie = '') {
  const jar = new Map<string, string>(cookie ? [cookie.split('=') as [string, string]] : []);
  const keep = (headers: Headers) => {
    for (const line of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
  };
  const cookies = () => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });
  async function call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Answered<T>> {
    const answer = await server.call<T>(method, path, body, cookies());
    keep(answer.headers);
    return answer;
  }
  const begin = (more: object = { to: 'signIn' }) =>
    call<OrganisationBegun>('POST', '/api/sign-in/organisation/begin', more);
  /** As the provider sends it back. */
  async function back(url: string): Promise<void> {
    const response = await fetch(url, { redirect: 'manual', headers: cookies() });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/bureau#organisatie']);
    keep(response.headers);
  }
  const finish = async (name?: string) =>
    (await call<OrganisationAnswer>('POST', '/api/sign-in/organisation', name === undefined ? {} : { name })).body;
  async function go(provider: TestProvider, who: string, more?: object): Promise<OrganisationAnswer> {
    const { url } = (await begin(more)).body;
    await back(await provider.walk(url ?? '', who));
    return finish();
  }
  const me = async () => (await call<Me>('GET', '/api/me')).body;
  return { call, begin, back, finish, go, me, jar };
}

async function invite(server: TestServer): Promise<string> {
  const link = await server.asFacilitator<NewFacilitatorInvitation>('POST', '/api/facilitators/invitations', {
    administrator: false,
  });
  return link.body.url.split('=')[1] ?? '';
}
/** Somebody who came in by an invitation. */
async function joined(server: TestServer, provider: TestProvider, who: string, name: string) {
  const own = browser(server);
  await own.go(provider, who, { to: 'welcome', invitation: await invite(server) });
  expect(await own.finish(name)).toEqual({ outcome: 'in' });
  return own;
}
const no = (why: string) => ({ outcome: 'no', why });
const people = async (server: TestServer) =>
  (await server.asFacilitator<FacilitatorList>('GET', '/api/facilitators')).body.facilitators;

test('who was invited comes in by it instead of by a passphrase, under a name of their own choice, and from then on without a link', async () => {
  const { server, provider } = await openHere();
  provider.people.set('anke', { name: 'Mw. A. de Vries' });
  const invitation = await invite(server);
  const own = browser(server);
  expect(await own.go(provider, 'anke', { to: 'welcome', invitation })).toEqual({
    ...{ outcome: 'name', name: 'Mw. A. de Vries', problem: null },
  });
  expect(await own.finish(' ')).toEqual({ outcome: 'name', name: ' ', problem: 'noName' });
  expect(await own.finish('Anke')).toEqual({ outcome: 'in' });
  expect(await own.me()).toMatchObject({ facilitator: true, name: 'Anke', administrator: false, passphrase: false });
  expect((await server.call('POST', '/api/welcome/look', { invitation })).status).toBe(401);
  const plan = {
    language: 'nl',
    title: 'Van mij',
    date: '2026-11-24',
    place: 'Utrecht',
    script: 'win-professionele-werkplaatsen',
  };
  const more = { partner: '', collaboration: '', pairing: 'automatic', fillIns: {} };
  const session = (await own.call<{ session: string }>('POST', '/api/sessions', { ...plan, ...more })).body.session;
  // The first one is administrator, and still does not see it.
  expect((await server.asFacilitator('GET', `/api/sessions/${session}/desk`)).status).toBe(404);
  const off = await own.call<{ organisation: { url: string } }>('POST', '/api/sign-off', {});
  expect(off.body.organisation.url).toBe(`${provider.issuer}/session/end?client_id=in-gesprek`);
  expect(await own.me()).toEqual({ facilitator: false });
  expect(await own.go(provider, 'anke')).toEqual({ outcome: 'in' });
  expect((await own.call('GET', `/api/sessions/${session}/desk`)).status).toBe(200);
  const acts = (await server.asFacilitator<ActPage>('GET', '/api/acts')).body.rows.map(
    ({ act, about }) => `${act} ${about}`,
  );
  expect(acts).toEqual(expect.arrayContaining(['joined null', 'signedIn organisation']));
  // Nothing of what the organisation calls her is kept.
  const [kept] = await server.house.store.credentials({});
  expect(JSON.stringify(kept)).not.toMatch(/anke|Vries/i);
});

test('who was not invited hears no, and nothing of them is kept; who is removed is out at once and stays out', async () => {
  const { server, provider } = await openHere();
  const stranger = browser(server);
  expect(await stranger.go(provider, 'vreemde')).toEqual(no('notInvited'));
  expect(await stranger.me()).toEqual({ facilitator: false });
  expect(await server.house.store.credentials({})).toEqual([]);
  const anke = await joined(server, provider, 'anke', 'Anke');
  const { id = '' } = (await people(server)).find(({ name }) => name === 'Anke') ?? {};
  await server.asFacilitator('POST', `/api/facilitators/${id}/remove`, { to: null });
  expect(await anke.me()).toEqual({ facilitator: false });
  expect(await anke.go(provider, 'anke')).toEqual(no('notInvited'));
});

describe('what comes back is looked at', () => {
  test('another state, no code, a no of the person, or somebody who never went there: refused', async () => {
    const { server, provider } = await openHere();
    const anke = await joined(server, provider, 'anke', 'Anke');
    await anke.call('POST', '/api/sign-off', {});
    const sent = async () => {
      const { url } = (await anke.begin()).body;
      return provider.walk(url ?? '', 'anke');
    };
    await anke.back((await sent()).replace(/state=[^&]+/, 'state=een-andere'));
    expect(await anke.finish()).toEqual(no('failed'));
    await sent();
    await anke.back(`${server.url}/api/sign-in/organisation/back`);
    expect(await anke.finish()).toEqual(no('failed'));
    expect(await anke.go(provider, '')).toEqual(no('cancelled'));
    // In another browser: its owner would be signed in as somebody else.
    const other = browser(server);
    await other.back(await sent());
    expect(await other.finish()).toEqual(no('late'));
    expect(await anke.me()).toEqual({ facilitator: false });
    expect(await anke.go(provider, 'anke')).toEqual({ outcome: 'in' });
  });

  test('a code counts once, in the round that asked for it, within ten minutes', async () => {
    const { server, provider, clock } = await openHere();
    const anke = await joined(server, provider, 'anke', 'Anke');
    const { url } = (await anke.begin()).body;
    const address = await provider.walk(url ?? '', 'anke');
    await anke.back(address);
    expect(await anke.finish()).toEqual({ outcome: 'in' });
    await anke.back(address);
    expect(await anke.finish()).toEqual(no('late'));
    // The old code in a new round, with that round's state.
    const again = await provider.walk((await anke.begin()).body.url ?? '', 'anke');
    const code = new URL(address).searchParams.get('code') ?? '';
    await anke.back(again.replace(/code=[^&]+/, `code=${code}`));
    expect(await anke.finish()).toEqual(no('failed'));
    const late = await provider.walk((await anke.begin()).body.url ?? '', 'anke');
    clock.now += 10 * 60_000;
    await anke.back(late);
    expect(await anke.finish()).toEqual(no('late'));
  });

  test('a token for another round, for another client, of another provider, of yesterday, or that it did not sign: refused', async () => {
    const { server, provider } = await openHere();
    const anke = await joined(server, provider, 'anke', 'Anke');
    const yesterday = Math.floor(Date.now() / 1000) - 86_400;
    const wrong = [
      { nonce: 'een-andere' },
      { aud: 'een-ander' },
      { iss: 'http://127.0.0.1:1' },
      { exp: yesterday, iat: yesterday - 60 },
    ];
    for (const more of wrong) {
      provider.lies.change = (claims) => ({ ...claims, ...more });
      expect([more, await anke.go(provider, 'anke')]).toEqual([more, no('failed')]);
    }
    provider.lies.change = (claims) => ({ ...claims, sub: 'de-beheerder' });
    provider.lies.isForged = true;
    expect(await anke.go(provider, 'anke')).toEqual(no('failed'));
    provider.lies.change = null;
    expect(await anke.go(provider, 'anke')).toEqual({ outcome: 'in' });
  });
});

test('a provider that is away stops nothing: the server starts and says so, the page does not offer it, and it is found again', async () => {
  const { server, provider, said, openProvider } = await openHere({ isAway: true });
  const ways = async () => (await server.call<SignInWays>('GET', '/api/sign-in/ways')).body.organisation;
  const own = browser(server);
  expect((await own.begin()).body).toEqual({ url: null, problem: 'away' });
  expect(await ways()).toBe('away');
  expect(said).toEqual([`OIDC: ${provider.issuer} does not answer / antwoordt niet. Trying again / probeert opnieuw.`]);
  openProvider();
  const { url } = (await own.begin()).body;
  expect(await ways()).toBe('here');
  const address = await provider.walk(url ?? '', 'anke');
  provider.close();
  await own.back(address);
  expect(await own.finish()).toEqual(no('away'));
  expect((await server.asFacilitator('GET', '/api/home')).status).toBe(200);
});

test('with a claim that is asked for, who has it comes in uninvited, as long as they have it; others by invitation as before', async () => {
  const { server, provider } = await openHere({ withClaim: true });
  provider.people.set('anke', { name: 'Anke', eduperson_entitlement: ['urn:example:iets', claim.value] });
  provider.people.set('student', { eduperson_entitlement: [`${claim.value}:student`] });
  const anke = browser(server);
  expect(await anke.go(provider, 'anke')).toEqual({ outcome: 'name', name: 'Anke', problem: null });
  expect(await anke.finish('Anke')).toEqual({ outcome: 'in' });
  expect(await anke.me()).toMatchObject({ administrator: false });
  expect(await browser(server).go(provider, 'student')).toEqual(no('notInvited'));
  const ben = await joined(server, provider, 'ben', 'Ben');
  provider.people.set('anke', { name: 'Anke' });
  expect(await anke.go(provider, 'anke')).toEqual(no('notInvited'));
  expect(await ben.go(provider, 'ben')).toEqual({ outcome: 'in' });
  provider.people.set('anke', { eduperson_entitlement: claim.value });
  expect(await anke.go(provider, 'anke')).toEqual({ outcome: 'in' });
});

test('who is a facilitator signs in there from now on, until they take it back; nobody takes over another’s', async () => {
  const { server, provider, clock } = await openHere();
  const own = browser(server, server.cookie);
  expect(await own.go(provider, 'dorien', { to: 'link' })).toEqual({ outcome: 'linked' });
  expect(await browser(server).go(provider, 'dorien')).toEqual({ outcome: 'in' });
  const anke = await joined(server, provider, 'anke', 'Anke');
  expect(await own.go(provider, 'anke', { to: 'link' })).toEqual(no('taken'));
  const rows = async (who = own) => (await who.call<OrganisationRow[]>('GET', '/api/account/organisation')).body;
  const remove = (who: typeof own, id = '') => who.call('DELETE', `/api/account/organisation/${id}`);
  const [hers, mine] = [(await rows(anke))[0]?.id, (await rows())[0]?.id];
  expect((await remove(anke, hers)).body).toEqual({ problem: 'lastWay' });
  expect((await remove(anke, mine)).status).toBe(409);
  expect((await remove(own, mine)).body).toEqual({ problem: null });
  expect(await browser(server).go(provider, 'dorien')).toEqual(no('notInvited'));
  clock.now += 30 * 60_000;
  expect((await anke.begin({ to: 'link' })).body).toEqual({ url: null, problem: 'again' });
});

test('a link for who lost their passphrase may be spent there too: the old passphrase ends', async () => {
  const { server, provider } = await openHere();
  const anke = await server.another('Anke');
  const choose = { name: 'Anke', passphrase: 'vier ezels op een natte zolder', endOthers: false };
  await anke.call('POST', '/api/account/passphrase', choose);
  const link = (await server.asFacilitator<NewFacilitatorInvitation>('POST', `/api/facilitators/${anke.id}/link`, {}))
    .body;
  const own = browser(server);
  expect(await own.go(provider, 'anke', { to: 'welcome', invitation: link.url.split('=')[1] })).toEqual({
    outcome: 'in',
  });
  expect(await own.me()).toMatchObject({ name: 'Anke', passphrase: false });
  expect((await server.call('POST', '/api/sign-in', { name: 'Anke', passphrase: choose.passphrase })).status).toBe(401);
});
