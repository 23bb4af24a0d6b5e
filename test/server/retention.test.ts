/** What the phones promise before anybody joins: after so many days all of it is gone (P2). */
import { expect, test } from 'vitest';
import { archiveOf } from '../../server/exports/archive.ts';
import { keptUntil } from '../../server/retention.ts';
import { CorruptLog } from '../../server/store/errors.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { Home, Keeping, Link } from '../../shared/api.ts';
import type { Own } from '../../shared/own.ts';
import type { SummaryPage } from '../../shared/views/summary.ts';
import { cookieOf, type TestServer } from '../support/server.ts';
import { must, openScene, openServer, type Phone } from '../support/server-scene.ts';

const day = 24 * 60 * 60_000;
/** The cookie of somebody who was invited. */
async function coFacilitatorIn(server: TestServer, session: string): Promise<string> {
  const path = `/api/sessions/${session}/invitations`;
  const { url } = (await server.asFacilitator<Link>('POST', path, { name: '', subgroup: null })).body;
  return cookieOf(await server.call('POST', '/api/invitations/accept', { invitation: url.split('=')[1] ?? '' }));
}
/** Later than the store's own clock, by which a session is made. */
const start = Date.now() + day;

test('ninety days after it was closed a session is deleted, and its screens are told; a day earlier it is not (P2)', async () => {
  let now = start;
  const server = await openServer({ clock: () => now });
  const { desk, phones, session } = await openScene({ server, phones: 1 });
  await must(desk, { type: 'CloseSession' });
  now += 89 * day;
  expect(await server.deleteOverdue()).toEqual([]);
  const told = new Promise((resolve) => phones[0]?.socket.once('goodbye', resolve));
  now += day;
  expect(await server.deleteOverdue()).toEqual([session.session]);
  expect(await told).toBe('deleted');
  expect((await server.asFacilitator<Home>('GET', '/api/home')).body.sessions).toEqual([]);
  expect(await server.house.store.read(session.session)).toEqual([]);
});

test('who opens a session again keeps it as long from then on', async () => {
  let now = start;
  const server = await openServer({ clock: () => now });
  const { desk } = await openScene({ server, phones: 0 });
  await must(desk, { type: 'CloseSession' });
  now += 80 * day;
  await must(desk, { type: 'ReopenSession' });
  now += 89 * day;
  expect(await server.deleteOverdue()).toEqual([]);
  now += day;
  expect(await server.deleteOverdue()).toHaveLength(1);
});

test('who comes home sees until when each session is kept', async () => {
  const server = await openServer({ clock: () => start });
  const { desk, phones } = await openScene({ server, phones: 2 });
  await must(phones[0] as Phone, { type: 'LeaveSession' });
  await must(desk, { type: 'CloseSession' });
  const [row] = (await server.asFacilitator<Home>('GET', '/api/home')).body.sessions;
  // Who went home early took part: so many the summary says too.
  expect(row).toMatchObject({ keptUntil: start + 90 * day, people: 2 });
});

test('a session that nobody closed is kept as long, after its date or its last step; one brought back, from then', async () => {
  const { server, session, desk } = await openScene({ phones: 0 });
  await must(desk, { type: 'OpenStep', step: 'welkom', from: null });
  const host = await server.house.hosts.open(session.session);
  const state = host?.state;
  if (!host || !state) throw new Error('no session');
  const opened = state.runs['welkom']?.openedAt ?? 0;
  expect(keptUntil({ ...state, date: '2020-01-01' }, 0)).toBe(opened + 90 * day);
  expect(keptUntil({ ...state, date: 'someday' }, 0)).toBe(opened + 90 * day);
  expect(keptUntil({ ...state, date: '2099-12-31' }, 0)).toBe(Date.UTC(2099, 11, 31) + 90 * day);
  expect(keptUntil({ ...state, closedAt: 5, heldAt: 5 }, opened)).toBe(opened + 90 * day);
  // Held on its day, phones read before it closes what the summary says afterwards.
  const held = { ...state, date: '2026-11-28', heldAt: Date.UTC(2026, 10, 28, 13) };
  const closed = { ...held, heldAt: Date.UTC(2026, 10, 28, 14), closedAt: Date.UTC(2026, 10, 28, 14) };
  for (const one of [held, closed]) expect(new Date(keptUntil(one, 0)).toISOString()).toContain('2027-02-26');
  expect(archiveOf(host.log())).toContain('welkom');
});

test('its owner keeps it longer with a reason, up to what the operator allows; co-facilitators read why, and may not (P2)', async () => {
  let now = start;
  const server = await openServer({ clock: () => now, keepAtMost: 200 });
  const { desk, session } = await openScene({ server, phones: 0 });
  await must(desk, { type: 'CloseSession' });
  const path = `/api/sessions/${session.session}/keeping`;
  const set = (days: number, reason: string) => server.asFacilitator<Keeping>('POST', path, { days, reason });
  expect((await set(150, '')).body).toEqual({ reason: 'nothingWritten' });
  expect((await set(201, 'Het onderzoek loopt nog')).body).toEqual({ reason: 'doesNotFit' });
  expect((await set(150, 'Het onderzoek loopt nog')).body).toEqual({
    until: start + 150 * day,
    days: 150,
    reason: 'Het onderzoek loopt nog',
    most: 200,
    owner: true,
  });
  const beside = await coFacilitatorIn(server, session.session);
  const told = await server.call<Keeping>('GET', path, undefined, { cookie: beside });
  expect(told.body).toMatchObject({ reason: 'Het onderzoek loopt nog', owner: false });
  expect((await server.call('POST', path, { days: 180, reason: 'Nog langer' }, { cookie: beside })).status).toBe(403);
  expect((await server.call('GET', path)).status).toBe(401);
  now += 149 * day;
  expect(await server.deleteOverdue()).toEqual([]);
  // Kept shorter again: no reason is asked, and what is over already is not set this way.
  expect((await set(149, '')).body).toEqual({ reason: 'doesNotFit' });
  now += day;
  expect(await server.deleteOverdue()).toEqual([session.session]);
});

test('a shorter time is what counts from then on; a new session promises no more than the operator allows', async () => {
  let now = start;
  const server = await openServer({ clock: () => now, keepAtMost: 30 });
  const { desk, session } = await openScene({ server, phones: 0 });
  await must(desk, { type: 'CloseSession' });
  const path = `/api/sessions/${session.session}/keeping`;
  expect((await server.asFacilitator<Keeping>('GET', path)).body).toMatchObject({ days: 30, most: 30, reason: '' });
  await server.asFacilitator('POST', path, { days: 7, reason: '' });
  now += 7 * day;
  expect(await server.deleteOverdue()).toEqual([session.session]);
});

test('who reads the summary, or on their phone what is kept of them, is told until when, also after that was changed', async () => {
  let now = start;
  const server = await openServer({ clock: () => now });
  const { desk, phones, session } = await openScene({ server, phones: 1 });
  await must(desk, { type: 'PublishSummary', introduction: 'Samen' });
  await must(desk, { type: 'CloseSession' });
  const read = async () =>
    (await server.call<SummaryPage>('POST', '/api/summary/read', { token: phones[0]?.joined.ticket })).body.keptUntil;
  expect(await read()).toBe(start + 90 * day);
  const own = async () =>
    (await server.call<Own>('POST', '/api/own', { ticket: phones[0]?.joined.ticket })).body.notice.nl;
  const dayOf = (at: number) => new Intl.DateTimeFormat('nl', { dateStyle: 'long' }).format(at);
  expect((await own()).until).toContain(dayOf(start + 90 * day));
  now += 5 * day;
  await server.asFacilitator('POST', `/api/sessions/${session.session}/keeping`, { days: 120, reason: 'Vervolg' });
  expect(await read()).toBe(start + 120 * day);
  expect((await own()).until).toContain(dayOf(start + 120 * day));
  expect((await own()).lines.join()).toContain('120 dagen');
});

test('a session with a damaged log is deleted when its owner asks, and goes by itself in the end (P2)', async () => {
  let now = start;
  const broken = new Set<string>();
  const store = openMemoryStore();
  const read = async (session: string, after?: number) => {
    if (broken.has(session)) throw new CorruptLog(session, 2, 'damaged for this test');
    return store.read(session, after);
  };
  const server = await openServer({ store: { ...store, read }, clock: () => now });
  const [one, two] = [await server.planSession(), await server.planSession()];
  // Nobody is there any more: from now on each is read from the store.
  now += 31 * 60_000;
  await server.house.hosts.closeIdle();
  for (const { session } of [one, two]) broken.add(session);
  expect((await server.asFacilitator('DELETE', `/api/sessions/${one.session}`)).status).toBe(200);
  expect((await store.sessions()).map(({ session }) => session)).toEqual([two.session]);
  now += 402 * day;
  expect(await server.deleteOverdue()).toEqual([two.session]);
});
