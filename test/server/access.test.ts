/** Who gets in: codes, keys, cookies, links (P1, E18). */
import { expect, onTestFinished, test } from 'vitest';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { DeskAccess, Joined, Link, WallAccess, WallAsked } from '../../shared/api.ts';
import { newCommandId } from '../support/client.ts';
import { cookieOf, type Planned, type TestServer } from '../support/server.ts';
import { connectFor, must, openScene, openServer } from '../support/server-scene.ts';

const joining = (entry: string) => ({ entry, commandId: newCommandId(), people: 1, perspectives: [], name: '' });
const from = (address: string) => ({ 'x-forwarded-for': address });
const consonants = 'BCDFGHJKLMNPQRSTVWXZ';
const wrongCodes = (count: number, right: string) =>
  Array.from({ length: count }, (_, i) =>
    [1, 20, 400, 8_000, 160_000, 3_200_000].map((power) => consonants[Math.floor((i * 7_919) / power) % 20]).join(''),
  ).filter((code) => code !== right);

async function openPlanned(): Promise<{ server: TestServer; session: Planned }> {
  const server = await openServer();
  return { server, session: await server.planSession() };
}

test('a code counts in any case, with spaces and dashes, from planning on; a secret does too', async () => {
  const { server, session } = await openPlanned();
  const { code } = session;
  expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{6}$/);
  for (const entry of [
    code,
    code.toLowerCase(),
    `${code.slice(0, 3)} ${code.slice(3)}`,
    ` ${[...code].join('-')} `,
    session.secret,
  ]) {
    expect((await server.call('POST', '/api/look-up', { entry })).body).toMatchObject({
      session: session.session,
      title: 'Proefsessie',
      place: 'Utrecht',
    });
  }
});

test('guessing is slowed down per address, while whoever has the QR code or comes from elsewhere gets in (E18)', async () => {
  const { server, session } = await openPlanned();
  const guesses = wrongCodes(60, session.code).map((entry) =>
    server.call('POST', '/api/look-up', { entry }, from('198.51.100.7')),
  );
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 404).length).toBeLessThanOrEqual(11);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(49);
  // Not even the right code is looked at now: else guessing on would pay.
  expect((await server.call('POST', '/api/look-up', { entry: session.code }, from('198.51.100.7'))).status).toBe(429);
  expect((await server.call('POST', '/api/join', joining(session.secret), from('198.51.100.7'))).status).toBe(200);
  expect((await server.call('POST', '/api/join', joining(session.code), from('198.51.100.8'))).status).toBe(200);
});

test('a whole room behind one address joins by the typed code at once: right ones never count (E18)', async () => {
  const { server, session } = await openPlanned();
  const joins = Array.from({ length: 60 }, () =>
    server.call('POST', '/api/join', joining(session.code), from('198.51.100.9')),
  );
  expect((await Promise.all(joins)).filter(({ status }) => status !== 200)).toEqual([]);
});

test('a hall of four hundred comes in at once, a program that invents people is slowed down, and others notice nothing', async () => {
  const now = Date.now();
  const server = await openServer({ clock: () => now });
  const session = await server.planSession();
  const join = async (address: string) =>
    (await server.call('POST', '/api/join', joining(session.secret), from(address))).status;
  const statuses = await Promise.all(Array.from({ length: 420 }, () => join('198.51.100.11')));
  expect(statuses.filter((status) => status === 200)).toHaveLength(400);
  expect(statuses.filter((status) => status === 429)).toHaveLength(20);
  expect(await join('198.51.100.12')).toBe(200);
});

test('one seat asks to stay informed a few times, not hundreds', async () => {
  const { server, session } = await openPlanned();
  const { ticket } = await session.join();
  const ask = async (i: number) =>
    (await server.call('POST', '/api/interest', { ticket, email: `iemand${i}@voorbeeld.nl` })).status;
  const statuses = await Promise.all([0, 1, 2, 3, 4, 5].map(ask));
  expect(statuses.filter((status) => status === 200)).toHaveLength(5);
  expect(statuses).toContain(429);
});

test('a co-facilitator’s cookie ends when the invitation ends, however late it was accepted', async () => {
  let now = Date.now();
  const server = await openServer({ store: openMemoryStore({ now: () => now }), clock: () => now });
  const { session } = await server.planSession();
  const given = await server.house.access.give('invitation', session, 'co');
  now += 29 * 24 * 60 * 60_000;
  const accepted = await server.house.access.accept(given.secret);
  const cookie = async () => server.house.access.grant(accepted?.secret ?? '', ['facilitator']);
  expect(await cookie()).toMatchObject({ session });
  now += 2 * 24 * 60 * 60_000;
  expect(await cookie()).toBeUndefined();
});

const ownBy = (server: TestServer, ticket: string) => server.call('POST', '/api/own', { ticket });

test('many addresses together are slowed down too, and recovery codes share the limit', async () => {
  const { server, session } = await openPlanned();
  const guesses = wrongCodes(200, session.code).map((entry, i) =>
    server.call(
      'POST',
      i % 2 ? '/api/look-up' : '/api/recover',
      i % 2 ? { entry } : { recovery: `${entry}BCDF` },
      from(`203.0.113.${i}`),
    ),
  );
  const statuses = (await Promise.all(guesses)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 404).length).toBeLessThanOrEqual(125);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(70);
});

test('one’s own code on other phones brings no program more tickets than it needs, and these share one allowance (A2)', async () => {
  const { server, session } = await openPlanned();
  const { recovery, ticket } = await session.join();
  const recovered = Array.from({ length: 30 }, () => server.call<Joined>('POST', '/api/recover', { recovery }));
  const answers = await Promise.all(recovered);
  const got = answers.flatMap(({ status, body }) => (status === 200 ? [body.ticket] : []));
  expect(got).toHaveLength(19);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(11);
  // Somebody else is not held up.
  const other = await session.join();
  expect((await server.call('POST', '/api/recover', { recovery: other.recovery })).status).toBe(200);

  const asked = await Promise.all([ticket, ...got].flatMap((one) => [1, 2].map(() => ownBy(server, one))));
  expect(asked.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(32);
  expect(asked.filter(({ status }) => status === 429).length).toBeGreaterThan(5);
  expect((await ownBy(server, other.ticket)).status).toBe(200);
  const kept = await Promise.all(
    [ticket, ...got].map((one, i) =>
      server.call('POST', '/api/interest', { ticket: one, email: `iemand${i}@example.nl` }),
    ),
  );
  expect(kept.filter(({ status }) => status === 200)).toHaveLength(5);
});

test('the same join sent again and again gives no program more than it needs', async () => {
  const { server, session } = await openPlanned();
  const again = joining(session.secret);
  const answers = await Promise.all(Array.from({ length: 30 }, () => server.call<Joined>('POST', '/api/join', again)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
  expect(new Set(answers.flatMap(({ body }) => body.seat ?? [])).size).toBe(1);
});

test('a closed session says so to who has its link, and to nobody who types; reopened it is open again', async () => {
  const { server, session, desk } = await openScene({ phones: 0 });
  await must(desk, { type: 'CloseSession' });
  const look = (entry: string) => server.call('POST', '/api/look-up', { entry });
  expect(await look(session.secret)).toMatchObject({ status: 409, body: { reason: 'sessionClosed' } });
  expect((await server.call('POST', '/api/join', joining(session.secret))).body).toEqual({ reason: 'sessionClosed' });
  for (const entry of [session.code, 'BCDFGH'])
    expect(await look(entry)).toMatchObject({ status: 404, body: { reason: 'noSuchSession' } });
  await must(desk, { type: 'ReopenSession' });
  expect((await look(session.code)).status).toBe(200);
});

test('a recovery code brings the seat to another phone, as often as needed, and takes nothing from the first', async () => {
  const { server, session } = await openPlanned();
  const joined = await session.join();
  const typed = joined.recovery.toLowerCase().replace(/(.{5})/, '$1 ');
  const again = await server.call<Joined>('POST', '/api/recover', { recovery: typed });
  expect(again.body).toMatchObject({ session: session.session, seat: joined.seat });
  expect(again.body.recovery).toBe(joined.recovery);
  expect(joined.recovery).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{10}$/);
  const third = await server.call<Joined>('POST', '/api/recover', { recovery: typed });
  for (const ticket of [joined.ticket, again.body.ticket, third.body.ticket]) {
    expect((await connectFor(server.url, ticket)).welcomes[0]).toMatchObject({ ok: true, you: { seat: joined.seat } });
  }
});

test('a key signs in once; the cookie is for this server’s own pages alone', async () => {
  const server = await openServer();
  const key = await server.house.access.startKey();
  const signedIn = await server.call('POST', '/api/sign-in', { key });
  expect(signedIn.headers.getSetCookie()[0]).toMatch(
    /^ig_facilitator=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  expect(await server.call('POST', '/api/sign-in', { key })).toMatchObject({
    status: 401,
    body: { reason: 'noTicket' },
  });
  const cookie = cookieOf(signedIn);
  expect((await server.call('GET', '/api/me', undefined, { cookie })).body).toMatchObject({ facilitator: true });
  expect((await server.call('GET', '/api/me')).body).toEqual({ facilitator: false });
  const older = await server.house.access.startKey();
  await server.house.access.startKey();
  expect((await server.call('POST', '/api/sign-in', { key: older })).status).toBe(401);
});

test('behind https the cookies are Secure, and are taken from this very host alone', async () => {
  const server = await openServer({ publicUrl: 'https://gesprek.example' });
  const signedIn = await server.call('POST', '/api/sign-in', { key: await server.house.access.startKey() });
  const asked = /^__Host-ig_facilitator=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Strict$/;
  expect(signedIn.headers.getSetCookie()[0]).toMatch(asked);
  const [, secret = ''] = cookieOf(signedIn).split('=');
  const me = async (cookie: string) => (await server.call('GET', '/api/me', undefined, { cookie })).body;
  expect(await me(`__Host-ig_facilitator=${secret}`)).toMatchObject({ facilitator: true });
  // Another host below the same name could set this one.
  expect(await me(`ig_facilitator=${secret}`)).toEqual({ facilitator: false });
  const given = await server.house.access.give('invitation', 'ses1', 'facilitator');
  const accepted = await server.call('POST', '/api/invitations/accept', { invitation: given.secret });
  expect(accepted.headers.getSetCookie()[0]).toMatch(/^__Host-ig_co_ses1=[\w-]{43}; .*; Secure; SameSite=Strict$/);
});

test('who signs in again gets a new cookie, and what this browser had before ends', async () => {
  const { server, session, desk } = await openScene({ phones: 0 });
  const { cookie } = server;
  const key = await server.house.access.startKey();
  const again = await server.call('POST', '/api/sign-in', { key }, { cookie });
  expect(cookieOf(again)).not.toBe(cookie);
  await desk.waitFor('goodbye', () => desk.goodbyes.includes('signedOff'));
  expect((await server.call('GET', '/api/home', undefined, { cookie })).status).toBe(401);
  const path = `/api/sessions/${session.session}/desk`;
  expect((await server.call('GET', path, undefined, { cookie: cookieOf(again) })).status).toBe(200);
  // So does who takes the place of another.
  const anke = await server.another('Anke');
  const instead = await server.house.access.startKey();
  await server.call('POST', '/api/sign-in', { key: instead }, { cookie: anke.cookie });
  expect((await anke.call('GET', '/api/home')).status).toBe(401);
  // A wrong key ends nobody's.
  const wrong = await server.call('POST', '/api/sign-in', { key: 'x'.repeat(43) }, { cookie: cookieOf(again) });
  expect(wrong.status).toBe(401);
  expect((await server.call('GET', '/api/home', undefined, { cookie: cookieOf(again) })).status).toBe(200);
});

test('signing off ends the cookie, and every desk that was opened with it', async () => {
  const { server, session, desk } = await openScene({ phones: 0 });
  await server.asFacilitator('POST', '/api/sign-off');
  await desk.waitFor('goodbye', () => desk.goodbyes.includes('signedOff'));
  expect((await server.asFacilitator('GET', '/api/home')).status).toBe(401);
  const again = await connectFor(server.url, session.ticket);
  expect(again.welcomes[0]).toEqual({ ok: false, refusal: { reason: 'noTicket' } });
});

test('a co-facilitator may do everything in one session but delete it, until the link is taken back', async () => {
  const { server, session } = await openPlanned();
  const other = await server.planSession();
  const path = `/api/sessions/${session.session}`;
  const link = (await server.asFacilitator<Link>('POST', `${path}/invitations`, { name: '', subgroup: null })).body;
  expect(link.url).toMatch(/\/bureau#uitnodiging=[\w-]{43}$/);
  const accepted = await server.call('POST', '/api/invitations/accept', { invitation: link.url.split('=')[1] ?? '' });
  expect(accepted.body).toEqual({ session: session.session });
  const cookie = cookieOf(accepted);
  const asCo = <T>(method: 'GET' | 'POST' | 'DELETE', asked: string, body?: object) =>
    server.call<T>(method, asked, body, { cookie });
  const access = await asCo<DeskAccess>('GET', `${path}/desk`);
  expect(access.body).toMatchObject({ owner: false, code: session.code });
  const desk = await connectFor(server.url, access.body.ticket);
  await must(desk, { type: 'OpenStep', step: 'welkom', from: 'inloop' });
  expect(await asCo('DELETE', path)).toMatchObject({ status: 403, body: { reason: 'notAllowed' } });
  expect((await asCo('POST', `${path}/invitations`)).status).toBe(403);
  expect((await asCo('POST', `${path}/again`, { date: '2026-12-01' })).status).toBe(403);
  expect((await asCo('GET', `/api/sessions/${other.session}/desk`)).status).toBe(401);
  expect((await asCo('GET', '/api/home')).status).toBe(401);

  expect((await server.asFacilitator('GET', `${path}/invitations`)).body).toMatchObject([{ link: link.link }]);
  await server.asFacilitator('DELETE', `${path}/invitations/${link.link}`);
  await desk.waitFor('goodbye', () => desk.goodbyes.includes('signedOff'));
  expect((await asCo('GET', `${path}/desk`)).status).toBe(401);
  expect(
    (await server.call('POST', '/api/invitations/accept', { invitation: link.url.split('=')[1] ?? '' })).status,
  ).toBe(401);
});

test('a wall elsewhere shows a number, and gets its ticket when a desk confirms it, once', async () => {
  const { server, session } = await openPlanned();
  const asked = (await server.call<WallAsked>('POST', '/api/walls', { entry: session.code })).body;
  expect(asked.number).toMatch(/^\d{4}$/);
  const claim = () => server.call<{ ticket: string }>('POST', '/api/walls/claim', { request: asked.request });
  expect((await claim()).status).toBe(202);
  const confirm = (number: string) =>
    server.asFacilitator('POST', `/api/sessions/${session.session}/walls`, { number, subgroup: null });
  expect((await confirm(asked.number === '0000' ? '0001' : '0000')).status).toBe(401);
  expect((await confirm(asked.number)).status).toBe(200);
  const claimed = await claim();
  expect(claimed).toMatchObject({ status: 200, body: { session: session.session } });
  expect((await claim()).status).toBe(401);
  const { ticket } = claimed.body;
  const bearer = { authorization: `Bearer ${ticket}` };
  const access = await server.call<WallAccess>('GET', `/api/sessions/${session.session}/wall`, undefined, bearer);
  expect(access.body).toMatchObject({ code: session.code, language: 'nl', joinUrl: session.joinUrl });
  expect(access.body.script.steps.flatMap(({ hints }) => hints)).toEqual([]);
  expect((await connectFor(server.url, ticket)).welcomes[0]).toMatchObject({ ok: true, you: { role: 'wall' } });
});

test('only a wall’s own ticket opens the wall’s page', async () => {
  const { server, session } = await openPlanned();
  const other = await server.planSession();
  const joined = await session.join();
  for (const ticket of [joined.ticket, session.ticket, other.wallTicket, 'x'.repeat(43), '']) {
    const bearer = { authorization: `Bearer ${ticket}` };
    expect((await server.call('GET', `/api/sessions/${session.session}/wall`, undefined, bearer)).status).toBe(401);
  }
});

test('what is not yours and what is not there look the same', async () => {
  const { server, session } = await openPlanned();
  for (const id of [session.session, 'AAAAAAAAAAAA']) {
    for (const [method, path] of [
      ['GET', 'desk'],
      ['GET', 'invitations'],
      ['POST', 'invitations'],
      ['GET', 'summary-links'],
      ['POST', 'summary-links'],
      ['POST', 'again'],
    ] as const) {
      const asked = await server.call(method, `/api/sessions/${id}/${path}`, method === 'POST' ? {} : undefined);
      expect([path, asked.status, asked.body]).toEqual([path, 401, { reason: 'noTicket' }]);
    }
    expect((await server.call('DELETE', `/api/sessions/${id}`)).status).toBe(401);
  }
  onTestFinished(() => undefined);
});
