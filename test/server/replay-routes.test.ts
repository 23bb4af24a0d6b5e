// Terugkijken over HTTP: who may, up to when, and that what was taken away is in none of its bytes (V1, V4, P1).
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { archiveOf, importArchive } from '../../server/exports/archive.ts';
import { openLibrary } from '../../server/library/library.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { Command } from '../../shared/commands.ts';
import { isOnWall, textOf, textsIn } from '../../shared/session/selectors.ts';
import { subgroupsOf } from '../../shared/session/subgroups.ts';
import { valuesOf } from '../../shared/session/table.ts';
import type { ReplayPage } from '../../shared/views/replay.ts';
import { playSession } from '../shared/summary-session.ts';

const config = { port: 0, host: '127.0.0.1', dataDir: 'none', publicUrl: undefined };
let app: Awaited<ReturnType<typeof buildApp>>;
let origin = '';
let cookie = '';
const { log, wholeAfternoon } = playSession();
wholeAfternoon();
const archive = archiveOf(log);
const seats = log.flatMap((event) => (event.type === 'ParticipantJoined' ? [event.seat] : []));

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, ...headers },
    body: JSON.stringify(body),
  });
const get = (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers });
const readBy = (token: string, headers = {}) => post('/api/replay/read', { token }, headers);
async function host() {
  const found = await app.house.hosts.open('ses1');
  if (!found) throw new Error('no host');
  return found;
}
let given = 0;
async function atDesk(command: Command): Promise<void> {
  const actor = { role: 'desk', facilitator: 'facilitator' } as const;
  const result = await (await host()).give({ command, actor, commandId: `replay-test-${++given}` });
  expect(result.ok, command.type).toBe(true);
}
const publish = () => atDesk({ type: 'PublishSummary', introduction: 'Lees het na' });
const deskBytes = async (wall = '') => (await get(`/api/sessions/ses1/replay?wall=${wall}`, { cookie })).text();
const link = async () => (await app.house.access.give('summary', 'ses1', 'link')).secret;

/** An answer that the wall shows, with its words. */
async function onWall(at: number) {
  const { state } = await host();
  const shown = [...valuesOf(state.answers)].filter(
    (answer) => isOnWall(state, answer) && textsIn(answer.values).length > 0,
  );
  const answer = shown.sort((a, b) => a.firstSeq - b.firstSeq)[at];
  if (!answer) throw new Error('nothing is shown');
  const [field = ''] = Object.entries(answer.values).flatMap(([id, value]) => (value.kind === 'text' ? [id] : []));
  const [seen = ''] = textsIn(answer.values);
  return { answer: answer.answer, field, seen, said: textOf(state, seen) };
}

beforeEach(async () => {
  app = await buildApp({ config, store: openMemoryStore(), library: openLibrary([]) });
  await importArchive(app.house, archive, 'facilitator');
  origin = await app.listen();
  const signedIn = await post('/api/sign-in', { key: await app.house.access.startKey() });
  cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});
afterEach(() => app.close());

test('every wall up to now is for the desk of the whole session; others get nothing of it', async () => {
  expect((await get('/api/sessions/ses1/replay')).status).toBe(401);
  const token = await link();
  expect((await get('/api/sessions/ses1/replay', { authorization: `Bearer ${token}` })).status).toBe(401);
  const page = JSON.parse(await deskBytes()) as ReplayPage;
  expect(page.by).toBe('desk');
  expect(page.moments?.length).toBeGreaterThan(100);
  const { state } = await host();
  expect(page.walls.map(({ id }) => id)).toEqual([null, ...subgroupsOf(state).map(({ id }) => id)]);
  const own = JSON.parse(await deskBytes(page.walls[1]?.id ?? '')) as ReplayPage;
  expect(own.wall).toBe(page.walls[1]?.id);
  expect(JSON.stringify(own.moments).length).toBeLessThan(JSON.stringify(page.moments).length);
  expect((await get('/api/sessions/ses1/replay?wall=constructor', { cookie })).status).toBe(404);
});

test('a desk of one subgroup does not look back on the others', async () => {
  const invitation = await post('/api/sessions/ses1/invitations', { name: '', subgroup: 'a' }, { cookie });
  const { url } = (await invitation.json()) as { url: string };
  const accepted = await app.house.access.accept(url.split('=').at(-1) ?? '');
  const co = `ig_co_ses1=${accepted?.secret}`;
  expect((await get('/api/sessions/ses1/replay', { cookie: co })).status).toBe(403);
});

test('link and ticket see nothing before publishing, then the room’s wall up to that moment, and no more; unchanged costs a 304', async () => {
  const token = await link();
  const { ticket } = await app.house.access.seatTicket('ses1', seats[0] ?? '');
  expect(((await (await readBy(token)).json()) as ReplayPage).moments).toBeNull();
  await publish();
  const until = (await host()).state.seq;
  await atDesk({
    type: 'ChangeDetails',
    title: 'Na de publicatie',
    place: '',
    partner: '',
    collaboration: '',
    date: '2026-11-23',
  } as Command);
  const byLink = (await (await readBy(token)).json()) as ReplayPage;
  const response = await readBy(ticket);
  const bySeat = (await response.json()) as ReplayPage;
  expect(bySeat.moments).toEqual(byLink.moments);
  expect([byLink.by, bySeat.by]).toEqual(['link', 'seat']);
  expect(byLink.moments?.at(-1)?.seq).toBe(until);
  expect([byLink.wall, byLink.walls.length]).toEqual([null, 1]);
  expect((await readBy(ticket, { 'if-none-match': response.headers.get('etag') ?? '' })).status).toBe(304);
});

test('a part of the summary that is hidden for readers is not looked back on by them either, and is again when that is undone (V4, D1)', async () => {
  await publish();
  const token = await link();
  const { said, answer } = await onWall(5);
  const read = async () => (await readBy(token)).text();
  expect(await read()).toContain(said);
  const { state } = await host();
  const [step = '', , item = ''] = answer.split('/');
  const set = state.script.steps.find(({ id }) => id === step)?.items?.set ?? step;
  const arrange = async (hidden: string[]) =>
    atDesk({ type: 'ArrangeSummary', titles: [], order: [], hidden, seen: (await host()).state.arranged.seq });
  for (const hidden of [set, `${set}/${item}`]) {
    await arrange([hidden]);
    expect(await read()).not.toContain(said);
    expect(await deskBytes()).toContain(said);
  }
  await arrange([]);
  expect(await read()).toContain(said);
});

test('what is hidden, covered or withdrawn is in none of the bytes from then on, of no wall and for no reader', async () => {
  await publish();
  const token = await link();
  const all = async () =>
    (await Promise.all([deskBytes(), deskBytes('a'), deskBytes('b'), (await readBy(token)).text()])).join();
  const [hidden, covered] = [await onWall(3), await onWall(9)];
  const before = await all();
  for (const { said } of [hidden, covered]) expect(before).toContain(said);
  await atDesk({ type: 'HideAnswer', answer: hidden.answer, hidden: true });
  const { answer, field, seen, said } = covered;
  const spans = [{ from: 0, to: said.length - 1 }];
  await atDesk({ type: 'MaskAnswer', answer, field, seen, spans, forGood: false });
  const after = await all();
  for (const { said: words } of [hidden, covered]) expect(after).not.toContain(words);
});

test('nobody’s name, seat or code is in it, and no secret of the door (P1)', async () => {
  await publish();
  const bytes = (await deskBytes()) + (await (await readBy(await link())).text());
  expect(bytes).not.toContain('CANARYNAME');
  expect(bytes).not.toContain('CANARYFEEDBACK');
  for (const seat of seats) expect(bytes).not.toContain(seat);
  const { code, secret } = await app.house.access.entryOf('ses1');
  for (const one of [code, secret]) expect(bytes.toLowerCase()).not.toContain(one.toLowerCase());
});

test('a revoked link, who was taken out, a code, a wall’s ticket or nonsense see nothing, also with what they had', async () => {
  await publish();
  const { secret, grant } = await app.house.access.give('summary', 'ses1', 'link');
  const tag = (await readBy(secret)).headers.get('etag') ?? '';
  await app.house.access.revoke('ses1', 'summary', grant.id);
  expect((await readBy(secret, { 'if-none-match': tag })).status).toBe(404);
  const { ticket } = await app.house.access.seatTicket('ses1', seats[1] ?? '');
  expect((await readBy(ticket)).status).toBe(200);
  await atDesk({ type: 'RemoveSeat', seat: seats[1] ?? '', removed: true });
  expect((await readBy(ticket)).status).toBe(404);
  const entry = await app.house.access.entryOf('ses1');
  const wall = await app.house.access.give('wall', 'ses1', 'wall');
  for (const token of [entry.secret, wall.secret, 'x'.repeat(40)]) expect((await readBy(token)).status).toBe(404);
});
