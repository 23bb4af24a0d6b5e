// The summary and the files over HTTP: who may read what, and that a revoked link is dead at once (V1, V4).
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { archiveOf, importArchive } from '../../server/exports/archive.ts';
import { allKinds } from '../../server/exports/register.ts';
import { openLibrary } from '../../server/library/library.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { ExportRow } from '../../shared/exports.ts';
import type { SummaryDraft, SummaryPage } from '../../shared/views/summary.ts';
import { playSession } from '../shared/summary-session.ts';

const config = { port: 0, host: '127.0.0.1', dataDir: 'none', publicUrl: undefined };
let app: Awaited<ReturnType<typeof buildApp>>;
let origin = '';
let cookie = '';
/** Where the clock of the program stands still; undefined: it goes as everybody's. */
let stopped: number | undefined;
const { log, wholeAfternoon } = playSession();
wholeAfternoon();
const archive = archiveOf(log);
const seats = log.flatMap((event) => (event.type === 'ParticipantJoined' ? [event.seat] : []));

beforeEach(async () => {
  stopped = undefined;
  const clock = () => stopped ?? Date.now();
  app = await buildApp({ config, store: openMemoryStore(), library: openLibrary([]), clock });
  await importArchive(app.house, archive, 'facilitator');
  origin = await app.listen();
  const signedIn = await post('/api/sign-in', { key: await app.house.access.startKey() });
  cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});
afterEach(() => app.close());

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, ...headers },
    body: JSON.stringify(body),
  });
const publish = (introduction: string) => giveAtDesk({ type: 'PublishSummary', introduction });
const get = (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers });
const readBy = (token: string, headers = {}) => post('/api/summary/read', { token }, headers);
const giveAtDesk = async (command: object) => {
  const host = await app.house.hosts.open('ses1');
  if (!host) throw new Error('no host');
  const actor = { role: 'desk', facilitator: 'facilitator' } as const;
  return host.give({ command, actor, commandId: `test${Math.random()}` } as never);
};

test('the draft is for the desk alone', async () => {
  expect((await get('/api/sessions/ses1/summary')).status).toBe(401);
  const { secret } = await app.house.access.give('summary', 'ses1', 'link');
  expect((await get('/api/sessions/ses1/summary', { authorization: `Bearer ${secret}` })).status).toBe(401);
  const response = await get('/api/sessions/ses1/summary', { cookie });
  expect(((await response.json()) as SummaryDraft).draft.head.people).toBe(24);
});

test('link and ticket read nothing before publishing, then the same summary; what is unchanged costs a 304', async () => {
  const link = await app.house.access.give('summary', 'ses1', 'link');
  const { ticket } = await app.house.access.seatTicket('ses1', seats[0] ?? '');
  expect(await (await readBy(link.secret)).json()).toEqual({
    by: 'link',
    language: 'nl',
    versions: [],
    comments: null,
    summary: null,
  });
  await publish('Lees het na');
  const byLink = (await (await readBy(link.secret)).json()) as SummaryPage;
  const bySeat = (await (await readBy(ticket)).json()) as SummaryPage;
  expect(byLink.summary?.publication?.introduction).toBe('Lees het na');
  expect(bySeat.summary).toEqual(byLink.summary);
  expect([byLink.by, bySeat.by]).toEqual(['link', 'seat']);
  const tag = (await readBy(link.secret)).headers.get('etag') ?? '';
  expect((await readBy(link.secret, { 'if-none-match': tag })).status).toBe(304);
});

test('an earlier version is read by who asks for it, at the desk too; what cannot be read is the newest, and no number gets more', async () => {
  const { secret } = await app.house.access.give('summary', 'ses1', 'link');
  await publish('Lees het na');
  await publish('De tweede');
  const read = async (version?: number) =>
    (await (await post('/api/summary/read', { token: secret, version })).json()) as SummaryPage;
  expect((await read()).versions.map(({ version }) => version)).toEqual([1, 2]);
  expect((await read()).summary?.publication).toMatchObject({ version: 2, introduction: 'De tweede' });
  expect((await read(1)).summary?.publication).toMatchObject({ version: 1, introduction: 'Lees het na' });
  expect((await read(9)).summary?.publication?.version).toBe(2);
  for (const version of [0, -1, 1.5, '1']) {
    expect((await post('/api/summary/read', { token: secret, version })).status).toBe(400);
  }
  const path = '/api/sessions/ses1/summary/1';
  expect(((await (await get(path, { cookie })).json()) as SummaryPage['summary'])?.publication?.version).toBe(1);
  expect((await get(path)).status).toBe(401);
  expect((await get('/api/sessions/ses1/summary/3', { cookie })).status).toBe(400);
});

test('a revoked link is dead at once, also for an open tab that has the summary', async () => {
  await publish('Lees het na');
  const { secret, grant } = await app.house.access.give('summary', 'ses1', 'link');
  const tag = (await readBy(secret)).headers.get('etag') ?? '';
  await app.house.access.revoke('ses1', 'summary', grant.id);
  const response = await readBy(secret, { 'if-none-match': tag });
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ reason: 'noTicket' });
});

test('a code, a wall’s or a desk’s ticket, or nonsense reads nothing', async () => {
  await publish('Lees het na');
  const { code, secret } = await app.house.access.entryOf('ses1');
  const wall = await app.house.access.give('wall', 'ses1', 'wall');
  for (const token of [secret, wall.secret, 'x'.repeat(40)]) expect((await readBy(token)).status).toBe(404);
  expect((await readBy(code)).status).toBe(400);
});

test('who was taken out reads nothing any more', async () => {
  await publish('Lees het na');
  const { ticket } = await app.house.access.seatTicket('ses1', seats[1] ?? '');
  expect((await readBy(ticket)).status).toBe(200);
  await giveAtDesk({ type: 'RemoveSeat', seat: seats[1], removed: true });
  expect((await readBy(ticket)).status).toBe(404);
});

test('the server tells a desk which files there are: each of the register, those of the owner for the owner alone (P1)', async () => {
  const list = async (who: string) =>
    (await (await get('/api/sessions/ses1/exports', { cookie: who })).json()) as ExportRow[];
  expect((await get('/api/sessions/ses1/exports')).status).toBe(401);
  const all = await list(cookie);
  expect(all.map(({ kind }) => kind)).toEqual(allKinds);
  expect(all).toContainEqual({ kind: 'archive', group: 'keep', forResearch: false });
  const invitation = await app.house.access.give('invitation', 'ses1', 'link');
  const co = `ig_co_ses1=${(await app.house.access.accept(invitation.secret))?.secret}`;
  expect((await list(co)).map(({ kind }) => kind)).toEqual(allKinds.filter((kind) => kind !== 'archive'));
});

test('files are for the desk, with a safe name; the archive for the owner alone', async () => {
  expect((await get('/api/sessions/ses1/exports/csv')).status).toBe(401);
  const file = await get('/api/sessions/ses1/exports/csv', { cookie });
  expect(file.headers.get('content-disposition')).toBe(
    'attachment; filename="in-gesprek_2026-11-23_werkplaats-wijk-welzijn_eindhoven_antwoorden.csv"',
  );
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const invitation = await app.house.access.give('invitation', 'ses1', 'link');
  const accepted = await app.house.access.accept(invitation.secret);
  const co = `ig_co_ses1=${accepted?.secret}`;
  expect((await get('/api/sessions/ses1/exports/markdown', { cookie: co })).status).toBe(200);
  expect((await get('/api/sessions/ses1/exports/archive', { cookie: co })).status).toBe(403);
  expect((await get('/api/sessions/ses1/exports/archive', { cookie })).status).toBe(200);
  for (const kind of ['toString', '__proto__', '..%2f..%2fetc', 'nothing']) {
    expect((await get(`/api/sessions/ses1/exports/${kind}`, { cookie })).status).toBe(400);
  }
});

test('one link reads as often as a team needs, and no more: others notice nothing', async () => {
  await publish('Lees het na');
  const [team, other] = [
    await app.house.access.give('summary', 'ses1', 'a'),
    await app.house.access.give('summary', 'ses1', 'b'),
  ];
  const read = async () => {
    const response = await readBy(team.secret);
    await response.arrayBuffer();
    return response.status;
  };
  // All in one moment, however long a busy machine is at it.
  stopped = Date.now();
  const statuses = await Promise.all(Array.from({ length: 200 }, read));
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(100);
  expect(statuses).toContain(429);
  // Not read to its end: that keeps nobody from stopping the server (afterEach).
  expect((await readBy(other.secret)).status).toBe(200);
});
