/** Own sessions only: what is not yours looks as if it were not there, until somebody shares it with you (V1). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { adoptSessions } from '../../server/facilitators/ending.ts';
import type { AccountAnswer, ShareRow } from '../../shared/account.ts';
import type { DeskAccess, Home, Link, WallAsked } from '../../shared/api.ts';
import type { Planned, TestServer } from '../support/server.ts';
import { connectFor, must, openServer } from '../support/server-scene.ts';

type Method = 'GET' | 'POST' | 'DELETE';
const http = join(import.meta.dirname, '../../server/http');
/** Each route of the program whose path names something, as the source has it. */
const routes = readdirSync(http).flatMap((file) => {
  const source = readFileSync(join(http, file), 'utf8');
  const found = source.matchAll(/\b(?:app|plugin)\.(get|post|delete)(?:<[^(]*>)?\(\s*['`](\/api\/[^'`]*:[^'`]*)['`]/g);
  return [...found].flatMap(([, method = '', path = '']) => {
    const paths = path.includes('${')
      ? ['invitations', 'summary-links'].map((kind) => path.replace(/\$\{\w+\}/, kind))
      : [path];
    return paths.map((one) => [method.toUpperCase() as Method, one] as const);
  });
});
/** Led by a wall's ticket, or the same for everybody who has its hash. */
const byTicket = ['/api/sessions/:id/wall', '/api/scripts/:hash'];
const ofSessions = routes.filter(([, path]) => path.startsWith('/api/sessions/:id') && !byTicket.includes(path));

/** One body that fits each route, so that what is refused is the session. */
const bodies: Record<string, object> = {
  'POST /api/sessions/:id/again': { date: '2026-12-01' },
  'POST /api/sessions/:id/archive': { archived: true },
  'POST /api/sessions/:id/walls': { number: '1234', subgroup: null },
  'POST /api/sessions/:id/checks': { findings: ['x'], days: 7 },
  'POST /api/sessions/:id/checks/:check/taken': { taken: true },
  'POST /api/sessions/:id/invitations': { name: '', subgroup: null },
  'POST /api/sessions/:id/shares': { name: 'Ben' },
};
function ask(call: TestServer['call'], cookie: string, method: Method, path: string, id: string) {
  const asked = path
    .replace(':id', id)
    .replace(':kind', 'json')
    .replace(':version', '1')
    .replace(/:\w+/, 'AAAAAAAAAAAA');
  const body = bodies[`${method} ${path}`] ?? (method === 'POST' ? {} : undefined);
  return call(method, asked, body, { cookie });
}

async function openTwo() {
  const server = await openServer();
  const session = await server.planSession();
  const [anke, ben] = [await server.another('Anke'), await server.another('Ben', true)];
  return { server, session, anke, ben, path: `/api/sessions/${session.session}` };
}
const homeOf = async (one: Pick<Awaited<ReturnType<TestServer['another']>>, 'call'>) =>
  (await one.call<Home>('GET', '/api/home')).body.sessions;
const shareWith = (server: TestServer, { session }: Pick<Planned, 'session'>, name: string) =>
  server.asFacilitator<AccountAnswer>('POST', `/api/sessions/${session}/shares`, { name });

test('V1 every route that names a session answers another facilitator as if that session were not there', async () => {
  expect(ofSessions.length).toBeGreaterThan(20);
  expect(
    routes
      .filter(([, path]) => !path.startsWith('/api/sessions/:id'))
      .map(([, path]) => path)
      .sort(),
  ).toEqual([
    '/api/account/organisation/:id',
    '/api/account/passkeys/:id',
    '/api/account/sign-ins/:id',
    '/api/facilitators/:id/link',
    '/api/facilitators/:id/remove',
    '/api/facilitators/:id/rights',
    '/api/facilitators/invitations/:link',
    '/api/own-scripts/:script',
    '/api/own-scripts/:script',
    '/api/own-scripts/:script',
    '/api/rehearsals/:id',
    '/api/rehearsals/:id',
    '/api/rehearsals/:id/speed',
    '/api/scripts/:hash',
  ]);
  const { server, session, anke, ben } = await openTwo();
  // An administrator is in this no other than anybody.
  for (const { cookie } of [anke, ben]) {
    for (const [method, path] of ofSessions) {
      const [theirs, nowhere] = [
        await ask(server.call, cookie, method, path, session.session),
        await ask(server.call, cookie, method, path, 'AAAAAAAAAAAA'),
      ];
      expect([method, path, theirs.status, theirs.body]).toEqual([method, path, 404, { reason: 'noSuchSession' }]);
      expect([nowhere.status, nowhere.body]).toEqual([theirs.status, theirs.body]);
    }
    for (const [method, path] of ofSessions) {
      expect([path, (await ask(server.call, '', method, path, session.session)).status]).toEqual([path, 401]);
    }
  }
  // Nothing was done to it.
  expect((await server.asFacilitator('GET', `/api/sessions/${session.session}/desk`)).status).toBe(200);
});

test('each sees, compares and ends their own, and signs off nobody else', async () => {
  const { server, session, anke, path } = await openTwo();
  expect(await homeOf(anke)).toEqual([]);
  const made = await anke.call<{ session: string }>('POST', '/api/sessions', {
    ...{ script: 'win-professionele-werkplaatsen', language: 'nl', title: 'Van Anke', date: '2026-12-01', place: '' },
    ...{ partner: '', collaboration: '', pairing: 'automatic', fillIns: {} },
  });
  expect((await homeOf(anke)).map(({ title, sharedBy }) => [title, sharedBy])).toEqual([['Van Anke', null]]);
  const both = `sessions=${made.body.session},${session.session}&script=win-professionele-werkplaatsen`;
  for (const call of [anke.call, server.asFacilitator])
    expect(await call('GET', `/api/compare?${both}`)).toMatchObject({ status: 404, body: { reason: 'noSuchSession' } });
  const [cookie] = await server.house.access.cookiesOf('facilitator');
  const signOff = await anke.call('DELETE', `/api/account/sign-ins/${cookie?.id}`);
  const nobody = await anke.call('DELETE', '/api/account/sign-ins/AAAAAAAAAAAA');
  expect([signOff.status, signOff.body]).toEqual([nobody.status, nobody.body]);
  expect((await server.asFacilitator('GET', `${path}/desk`)).status).toBe(200);
});

describe('a session that is shared', () => {
  test('is worked in by who it was shared with, by name, but not deleted, repeated, shared on or taken along whole', async () => {
    const { server, session, anke, path } = await openTwo();
    expect((await shareWith(server, session, 'Niemand')).body).toEqual({ problem: 'unknown' });
    expect((await shareWith(server, session, ' anke ')).body).toEqual({ problem: null });
    expect((await shareWith(server, session, 'Anke')).body).toEqual({ problem: null });
    expect((await homeOf(anke)).map(({ sharedBy }) => sharedBy)).toEqual(['']);
    const access = (await anke.call<DeskAccess>('GET', `${path}/desk`)).body;
    expect(access).toMatchObject({ owner: false, facilitator: anke.id });
    const desk = await connectFor(server.url, access.ticket);
    await must(desk, { type: 'OpenStep', step: 'welkom', from: 'inloop' });
    // The log names her, as it does who came by a link.
    expect(Object.keys(desk.state().desks)).toEqual([anke.id]);
    expect((await anke.call('GET', `${path}/exports/json`)).status).toBe(200);
    for (const [method, asked, body] of [
      ['DELETE', path, undefined],
      ['POST', `${path}/again`, { date: '2026-12-01' }],
      ['POST', `${path}/invitations`, { name: '', subgroup: null }],
      ['POST', `${path}/shares`, { name: 'Ben' }],
      ['GET', `${path}/shares`, undefined],
      ['DELETE', `${path}/shares/${anke.id}`, undefined],
      ['GET', `${path}/exports/archive`, undefined],
    ] as const) {
      expect([asked, (await anke.call(method, asked, body)).status]).toEqual([asked, 403]);
    }
  });

  test('is theirs no longer the moment it is taken back: open desks and walls of it end, and links they made', async () => {
    const { server, session, anke, ben, path } = await openTwo();
    for (const name of ['Anke', 'Ben']) await shareWith(server, session, name);
    const access = (await anke.call<DeskAccess>('GET', `${path}/desk`)).body;
    const [desk, wall] = [await connectFor(server.url, access.ticket), await connectFor(server.url, access.wallTicket)];
    const theirs = await connectFor(server.url, (await ben.call<DeskAccess>('GET', `${path}/desk`)).body.ticket);
    const link = (await anke.call<Link>('POST', `${path}/summary-links`, {})).body;
    const asked = (await server.call<WallAsked>('POST', '/api/walls', { entry: session.code })).body;
    await anke.call('POST', `${path}/walls`, { number: asked.number, subgroup: null });
    const shares = (await server.asFacilitator<ShareRow[]>('GET', `${path}/shares`)).body;
    expect(shares.map(({ name }) => name)).toEqual(['Anke', 'Ben']);
    expect((await server.asFacilitator('DELETE', `${path}/shares/${anke.id}`)).status).toBe(200);
    await desk.waitFor('goodbye', () => desk.goodbyes.includes('signedOff'));
    await wall.waitFor('goodbye', () => wall.goodbyes.includes('signedOff'));
    expect(theirs.goodbyes).toEqual([]);
    for (const ticket of [access.ticket, access.wallTicket, access.miniTicket])
      expect((await connectFor(server.url, ticket)).welcomes[0]).toEqual({
        ok: false,
        refusal: { reason: 'noTicket' },
      });
    expect((await server.call('POST', '/api/walls/claim', { request: asked.request })).status).toBe(401);
    const token = link.url.split('#')[1] ?? '';
    expect((await server.call('POST', '/api/summary/read', { token })).status).toBe(404);
    expect(await homeOf(anke)).toEqual([]);
    expect(await homeOf(ben)).toHaveLength(1);
    expect(await anke.call('GET', `${path}/desk`)).toMatchObject({ status: 404, body: { reason: 'noSuchSession' } });
  });
});

describe('a facilitator who is removed', () => {
  async function openRemoval() {
    const server = await openServer();
    const [anke, ben] = [await server.another('Anke'), await server.another('Ben')];
    const plan = {
      ...{ script: 'win-professionele-werkplaatsen', language: 'nl', title: 'Van Anke', date: '2026-12-01', place: '' },
      ...{ partner: '', collaboration: '', pairing: 'automatic', fillIns: {} },
    };
    const { session } = (await anke.call<{ session: string }>('POST', '/api/sessions', plan)).body;
    const { ticket } = (await anke.call<DeskAccess>('GET', `/api/sessions/${session}/desk`)).body;
    const desk = await connectFor(server.url, ticket);
    const remove = (to: string | null) => server.asFacilitator('POST', `/api/facilitators/${anke.id}/remove`, { to });
    return { server, anke, ben, session, desk, remove };
  }

  test('is out at once, and who they are handed over to owns their sessions', async () => {
    const { server, anke, ben, session, desk, remove } = await openRemoval();
    await anke.call('POST', `/api/sessions/${session}/shares`, { name: 'Ben' });
    expect((await remove('AAAAAAAAAAAA')).status).toBe(400);
    expect((await remove(anke.id)).status).toBe(400);
    expect((await remove(ben.id)).status).toBe(200);
    await desk.waitFor('goodbye', () => desk.goodbyes.includes('signedOff'));
    expect((await anke.call('GET', '/api/home')).status).toBe(401);
    expect((await homeOf(ben)).map(({ sharedBy }) => sharedBy)).toEqual([null]);
    const access = await ben.call<DeskAccess>('GET', `/api/sessions/${session}/desk`);
    expect(access.body).toMatchObject({ owner: true });
    expect((await ben.call('GET', `/api/sessions/${session}/exports/archive`)).status).toBe(200);
    // Who removed her reads it no more than before.
    expect((await server.asFacilitator('GET', `/api/sessions/${session}/desk`)).status).toBe(404);
    expect((await server.house.store.facilitators()).map(({ name }) => name)).toEqual(['', 'Ben']);
  });

  test('or their sessions are deleted with them (P2)', async () => {
    const { server, session, desk, remove } = await openRemoval();
    expect((await remove(null)).status).toBe(200);
    await desk.waitFor('goodbye', () => desk.goodbyes.length > 0);
    expect(await server.house.store.sessions()).toEqual([]);
    expect(await server.house.store.ownerOf(session)).toBeUndefined();
  });

  test('of two who remove each other’s heir at once one goes, and every session keeps somebody who can open it', async () => {
    const { server, anke, ben, session } = await openRemoval();
    const chief = await server.another('Chef', true);
    const [one, other] = await Promise.all([
      server.asFacilitator('POST', `/api/facilitators/${anke.id}/remove`, { to: ben.id }),
      chief.call('POST', `/api/facilitators/${ben.id}/remove`, { to: anke.id }),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 400]);
    const here = (await server.house.store.facilitators()).map(({ id }) => id);
    expect(here).toContain(await server.house.store.ownerOf(session));
  });

  test('by an administrator who is removed meanwhile, stays', async () => {
    const { server, anke, ben, session } = await openRemoval();
    const chief = await server.another('Chef', true);
    const [, late] = await Promise.all([
      server.asFacilitator('POST', `/api/facilitators/${chief.id}/remove`, { to: null }),
      chief.call('POST', `/api/facilitators/${anke.id}/remove`, { to: ben.id }),
    ]);
    expect(late.status).toBeGreaterThanOrEqual(400);
    expect(await server.house.store.ownerOf(session)).toBe(anke.id);
  });

  test('while they make a session leaves it to the first, who is always there', async () => {
    const { server, anke, session } = await openRemoval();
    await server.house.store.removeFacilitator(anke.id);
    await adoptSessions(server.house);
    expect(await server.house.store.ownerOf(session)).toBe('facilitator');
    expect((await server.asFacilitator('GET', `/api/sessions/${session}/desk`)).status).toBe(200);
  });
});
