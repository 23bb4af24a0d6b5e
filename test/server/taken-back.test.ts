/** What a desk gave ends with the desk's rights, and a desk of one subgroup fetches nothing of the others (V1). */
import { expect, test } from 'vitest';
import type { DeskAccess, Link, WallAsked } from '../../shared/api.ts';
import { type Answered, cookieOf, type Planned, type TestServer } from '../support/server.ts';
import { connectFor, openScene, openServer } from '../support/server-scene.ts';
import { newDataFolder } from '../support/server-stores.ts';

type Ask = <T = object>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<Answered<T>>;

async function invited(server: TestServer, { session }: Planned, subgroup: string | null) {
  const path = `/api/sessions/${session}`;
  const { body: link } = await server.asFacilitator<Link>('POST', `${path}/invitations`, { name: '', subgroup });
  const invitation = link.url.split('=')[1] ?? '';
  const cookie = cookieOf(await server.call('POST', '/api/invitations/accept', { invitation }));
  const ask: Ask = (method, asked, body) => server.call(method, path + asked, body, { cookie });
  const remove = () => server.asFacilitator('DELETE', `${path}/invitations/${link.link}`);
  return { ask, remove };
}
const ownDesk = (server: TestServer, { session }: Planned) => {
  const ask: Ask = (method, asked, body) => server.asFacilitator(method, `/api/sessions/${session}${asked}`, body);
  return ask;
};
const askWall = async (server: TestServer, { code }: Planned) =>
  (await server.call<WallAsked>('POST', '/api/walls', { entry: code })).body;
const claim = (server: TestServer, { request }: WallAsked) =>
  server.call<{ ticket: string }>('POST', '/api/walls/claim', { request });

async function confirmedWall(server: TestServer, session: Planned, ask: Ask) {
  const asked = await askWall(server, session);
  expect((await ask('POST', '/walls', { number: asked.number, subgroup: null })).status).toBe(200);
  const { ticket } = (await claim(server, asked)).body;
  return { ticket, wall: await connectFor(server.url, ticket) };
}
const read = (server: TestServer, { url }: Link) =>
  server.call('POST', '/api/summary/read', { token: url.split('#')[1] ?? '' });

test('given a co-facilitator loses the rights, then the walls, the unclaimed wall and the summary link that he gave end with them (V1)', async () => {
  const server = await openServer({ folder: newDataFolder() });
  const { session } = await openScene({ server, phones: 0 });
  const { ask, remove } = await invited(server, session, null);
  const own = ownDesk(server, session);
  const [his, mine] = [await confirmedWall(server, session, ask), await confirmedWall(server, session, own)];
  const opened = await connectFor(server.url, (await ask<DeskAccess>('GET', '/desk')).body.wallTicket);
  const unclaimed = await askWall(server, session);
  await ask('POST', '/walls', { number: unclaimed.number, subgroup: null });
  const links = [(await ask<Link>('POST', '/summary-links')).body, (await own<Link>('POST', '/summary-links')).body];
  for (const link of links) expect((await read(server, link)).status).toBe(200);

  await remove();
  for (const wall of [his.wall, opened]) await wall.waitFor('goodbye', () => wall.goodbyes.includes('signedOff'));
  expect((await connectFor(server.url, his.ticket)).welcomes[0]).toMatchObject({ ok: false });
  expect((await claim(server, unclaimed)).status).toBe(401);
  expect((await Promise.all(links.map((link) => read(server, link)))).map(({ status }) => status)).toEqual([404, 200]);
  expect((await connectFor(server.url, mine.ticket)).welcomes[0]).toMatchObject({ ok: true });
  expect(mine.wall.goodbyes).toEqual([]);
});

test('given the facilitator signs off, then the walls opened and confirmed from that desk end too, and the team’s link stays', async () => {
  const server = await openServer({ folder: newDataFolder() });
  const { session, desk, wall } = await openScene({ server, phones: 0 });
  const own = ownDesk(server, session);
  const confirmed = await confirmedWall(server, session, own);
  const link = (await own<Link>('POST', '/summary-links')).body;
  await server.asFacilitator('POST', '/api/sign-off');
  for (const line of [desk, wall, confirmed.wall]) await line.waitFor('goodbye', () => line.goodbyes.length > 0);
  for (const ticket of [session.wallTicket, session.miniTicket, confirmed.ticket]) {
    expect((await connectFor(server.url, ticket)).welcomes[0]).toMatchObject({ ok: false });
  }
  expect((await read(server, link)).status).toBe(200);
});

test('given a desk of one subgroup, then downloads, the draft of the summary and its links are refused; a whole desk gets them (V1)', async () => {
  const { server, session } = await openScene({ phones: 8, step: 'model-groepen' });
  const paths = ['/exports/markdown', '/exports/csv', '/exports/json', '/summary', '/summary-links'];
  const statuses = async (ask: Ask) => Promise.all(paths.map(async (path) => (await ask('GET', path)).status));
  const [ofB, ofAll] = [await invited(server, session, 'b'), await invited(server, session, null)];
  expect(await statuses(ofB.ask)).toEqual([403, 403, 403, 403, 403]);
  expect(await statuses(ofAll.ask)).toEqual([200, 200, 200, 200, 200]);
});

test('given somebody asks for walls without end, then their own asking is refused, and a wall that waits is still confirmed', async () => {
  let now = Date.now();
  const server = await openServer({ clock: () => now });
  const session = await server.planSession();
  const from = (address: string) =>
    server.call<WallAsked>('POST', '/api/walls', { entry: session.code }, { 'x-forwarded-for': address });
  const first = await from('192.0.2.1');
  const many: number[] = [];
  for (let i = 0; i < 30; i++) many.push((await from('192.0.2.2')).status);
  expect(many.filter((status) => status === 200)).toHaveLength(20);
  expect(many.at(-1)).toBe(429);
  expect((await from('192.0.2.3')).status).toBe(200);
  const own = ownDesk(server, session);
  expect((await own('POST', '/walls', { number: first.body.number, subgroup: null })).status).toBe(200);
  expect((await claim(server, first.body)).status).toBe(200);
  now += 11 * 60_000;
  expect((await from('192.0.2.2')).status).toBe(200);
});

test('an answer of the API is stored by no browser, however its path is written', async () => {
  const server = await openServer();
  for (const path of ['/api/me', '/%61pi/me', '/api/none', '/%61pi/m%65']) {
    expect((await server.call('GET', path)).headers.get('cache-control'), path).toContain('no-store');
  }
});
