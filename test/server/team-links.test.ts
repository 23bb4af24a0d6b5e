/** A team's link: how long it lasts, its password, and that what is taken away leaves open tabs at once (V4, P2, P4). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { hashPassword } from '../../server/passwords.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { Link, LinkRow } from '../../shared/api.ts';
import type { SummaryPage } from '../../shared/views/summary.ts';
import type { Planned, TestServer } from '../support/server.ts';
import { answerOf, must, onePerUnit, openScene, openServer, type Scene, unitOfPhone } from '../support/server-scene.ts';
import { newFolder } from './store-folder.ts';

const password = 'Blauwe fiets 7';
const from = (address: string) => ({ 'x-forwarded-for': address });
const tokenOf = ({ url }: Link) => url.split('#')[1] ?? '';
const linksOf = (server: TestServer, { session }: Planned) => {
  const path = `/api/sessions/${session}/summary-links`;
  return {
    make: (terms: object = {}) => server.asFacilitator<Link>('POST', path, terms),
    list: () => server.asFacilitator<LinkRow[]>('GET', path),
    revoke: (link: string) => server.asFacilitator('DELETE', `${path}/${link}`),
  };
};
const read = (server: TestServer, body: object, headers = {}) =>
  server.call<SummaryPage>('POST', '/api/summary/read', body, headers);
const unlock = (server: TestServer, token: string, typed: string, headers = {}) =>
  server.call<{ reader: string }>('POST', '/api/summary/unlock', { token, password: typed }, headers);

/** A session of which the summary is published, with one answer in it. */
async function published(): Promise<Scene & { answer: string }> {
  const scene = await openScene({ phones: 2, step: 'def-duo' });
  const [phone] = onePerUnit(scene.phones);
  const unit = phone && unitOfPhone(phone)?.unit;
  if (!phone || !unit) throw new Error('nobody is in a pair');
  await must(phone, answerOf(unit, 'Dit herkennen wij.'));
  await must(scene.desk, { type: 'RevealStep', step: 'def-duo', revealed: true });
  await must(scene.desk, { type: 'PublishSummary', introduction: '' });
  return { ...scene, answer: `def-duo/${unit}/def/recognisable` };
}

/** An open tab: it has the page, and asks to hear of the next. */
async function openTab({ server, session }: Pick<Scene, 'server' | 'session'>, token: string) {
  const first = await read(server, { token });
  const tag = first.headers.get('etag') ?? '';
  const waiting = server.house.bell.waitingFor(session.session);
  const next = read(server, { token, wait: true }, { 'if-none-match': tag });
  await vi.waitFor(() => expect(server.house.bell.waitingFor(session.session)).toBe(waiting + 1));
  return { first, tag, next };
}
async function within(ms: number, act: () => Promise<unknown>, tabs: Promise<{ status: number }>[]) {
  const began = performance.now();
  await act();
  const answers = await Promise.all(tabs);
  expect(performance.now() - began).toBeLessThan(ms);
  return answers.map(({ status }) => status);
}

test('given a link that is revoked, then every open tab hears of it within a second, and reads nothing more (V4)', async () => {
  const { server, session, desk } = await published();
  const links = linksOf(server, session);
  const [gone, other] = [(await links.make()).body, (await links.make()).body];
  const tabs = [];
  for (let i = 0; i < 5; i++) tabs.push(await openTab({ server, session }, tokenOf(gone)));
  const others = await openTab({ server, session }, tokenOf(other));
  expect(
    await within(
      1_000,
      () => links.revoke(gone.link),
      tabs.map(({ next }) => next),
    ),
  ).toEqual([404, 404, 404, 404, 404]);
  expect((await read(server, { token: tokenOf(gone) })).status).toBe(404);
  // The other team's goes on waiting, with what it has.
  expect(server.house.bell.waitingFor(session.session)).toBe(1);
  await must(desk, { type: 'WithdrawSummary' });
  expect((await others.next).body.summary).toBeNull();
});

test('given an answer that is hidden or withdrawn, or a summary that is withdrawn, then an open tab has the page without it at once (V4)', async () => {
  const scene = await published();
  const { server, session, desk, answer } = scene;
  const token = tokenOf((await linksOf(server, session).make()).body);
  const tab = await openTab(scene, token);
  expect(JSON.stringify(tab.first.body)).toContain('Dit herkennen wij.');
  const hiding = () => must(desk, { type: 'HideAnswer', answer, hidden: true });
  expect(await within(300, hiding, [tab.next])).toEqual([200]);
  expect(JSON.stringify((await tab.next).body)).not.toContain('Dit herkennen wij.');
  const again = await openTab(scene, token);
  expect(await within(1_000, () => must(desk, { type: 'WithdrawSummary' }), [again.next])).toEqual([200]);
  expect((await again.next).body.summary).toBeNull();
});

test('given a session in full swing, then an open tab hears nothing of what changes nothing in what it reads, and its page is made once', async () => {
  const scene = await published();
  const { server, session, desk } = scene;
  const token = tokenOf((await linksOf(server, session).make()).body);
  const tab = await openTab(scene, token);
  for (const locked of [true, false, true]) await must(desk, { type: 'LockDoor', locked });
  const later = await read(server, { token }, { 'if-none-match': tab.tag });
  expect(later.status).toBe(304);
  expect(server.house.bell.waitingFor(session.session)).toBe(1);
  await server.asFacilitator('DELETE', `/api/sessions/${session.session}`);
  expect((await tab.next).status).toBe(404);
});

test('given tabs that were closed or a server that stops, then nobody is waited for', async () => {
  const scene = await published();
  const { server, session } = scene;
  const token = tokenOf((await linksOf(server, session).make()).body);
  const tab = await openTab(scene, token);
  const closing = new AbortController();
  const closed = fetch(`${server.url}/api/summary/read`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'if-none-match': tab.tag },
    body: JSON.stringify({ token, wait: true }),
    signal: closing.signal,
  }).catch(() => 'closed');
  await vi.waitFor(() => expect(server.house.bell.waitingFor(session.session)).toBe(2));
  closing.abort();
  expect(await closed).toBe('closed');
  await vi.waitFor(() => expect(server.house.bell.waitingFor(session.session)).toBe(1));
  const began = performance.now();
  const stopped = server.stop();
  expect((await tab.next).status).toBe(304);
  expect(performance.now() - began).toBeLessThan(1_000);
  await stopped;
});

test('given how long it lasts, then a link is dead the moment that it ends', async () => {
  let now = Date.now();
  const clock = () => now;
  const server = await openServer({ clock, store: openMemoryStore({ now: clock }) });
  const { session } = await openScene({ server, phones: 0 });
  const links = linksOf(server, session);
  const day = 24 * 60 * 60_000;
  for (const [terms, days] of [
    [{ days: 7 }, 7],
    [{ days: 30 }, 30],
    [{ days: 90 }, 90],
    [{}, 90],
  ] as const) {
    const { body } = await links.make(terms);
    expect(body.expiresAt - body.createdAt).toBe(days * day);
  }
  for (const days of [0, 8, 91, -7, '7']) expect((await links.make({ days })).status).toBe(400);
  const week = (await links.make({ days: 7 })).body;
  expect((await read(server, { token: tokenOf(week) })).status).toBe(200);
  now = week.expiresAt;
  expect((await read(server, { token: tokenOf(week) })).status).toBe(404);
});

test('given a password, then who has not given it reads nothing but that there is one; the right one opens this link alone', async () => {
  const { server, session } = await published();
  const links = linksOf(server, session);
  const [link, other] = [(await links.make({ password })).body, (await links.make({ password })).body];
  expect((await links.list()).body.map(({ locked }) => locked)).toEqual([true, true]);
  const [token, elsewhere] = [tokenOf(link), tokenOf(other)];
  expect((await read(server, { token })).body).toEqual({
    ...{ by: 'link', language: 'nl', locked: true, versions: [], comments: null, summary: null },
  });
  expect(await unlock(server, token, 'Blauwe fiets 8')).toMatchObject({ status: 401, body: { reason: 'noTicket' } });
  expect((await unlock(server, token, '')).status).toBe(401);
  const { reader } = (await unlock(server, token, ` ${password.normalize('NFD')} `)).body;
  expect((await read(server, { token, reader })).body.summary).not.toBeNull();
  // Neither the ticket alone, nor with another link.
  expect((await read(server, { token: reader })).status).toBe(404);
  expect((await read(server, { token: elsewhere, reader })).body.locked).toBe(true);
  expect((await read(server, { token, reader: token })).body.locked).toBe(true);
  await links.revoke(link.link);
  expect((await read(server, { token, reader })).status).toBe(404);
  expect((await unlock(server, token, password)).status).toBe(401);
  expect((await links.make({ password: 'te kort' })).body).toEqual({ reason: 'doesNotFit' });
  expect((await links.make({ password: '   ' })).body.locked).toBe(false);
});

test('given who tries passwords, then that is slowed down per address, and others are not held up (E18)', async () => {
  const { server, session } = await published();
  const token = tokenOf((await linksOf(server, session).make({ password })).body);
  const tries = Array.from({ length: 14 }, (_, i) => unlock(server, token, i ? '' : 'geraden', from('198.51.100.7')));
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(11);
  expect(statuses).toContain(429);
  expect((await unlock(server, token, password, from('198.51.100.7'))).status).toBe(429);
  expect((await unlock(server, token, password, from('198.51.100.8'))).status).toBe(200);
});

test('given who gives the right password again and again, then that is slowed down there, and others come in (E18)', async () => {
  const { server, session } = await published();
  const lock = await hashPassword(password, { ln: 4, r: 8, p: 1 });
  const terms = JSON.stringify({ lock, comments: false });
  const token = (await server.house.access.give('summary', session.session, 'facilitator', undefined, { terms }))
    .secret;
  const right = Array.from({ length: 70 }, () => unlock(server, token, password, from('198.51.100.7')));
  const statuses = (await Promise.all(right)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(62);
  expect(statuses).toContain(429);
  expect((await unlock(server, token, password, from('198.51.100.8'))).status).toBe(200);
});

test('given so many sign in that one more would wait too long, then who gives a link’s password still comes in', async () => {
  const { server, session } = await published();
  const cost = { ln: 14, r: 8, p: 1 };
  const terms = JSON.stringify({ lock: await hashPassword(password, cost), comments: false });
  const token = (await server.house.access.give('summary', session.session, 'facilitator', undefined, { terms }))
    .secret;
  // Two at once, and forty wait.
  const signingIn = Array.from({ length: 42 }, () => hashPassword('iemand die zich aanmeldt', cost));
  expect((await unlock(server, token, password)).status).toBe(200);
  await Promise.all(signingIn);
});

test('given a password, then no file holds it, and who lists the links gets neither it nor its hash (P2, P4)', async () => {
  const folder = newFolder();
  const server = await openServer({ folder: folder.path });
  const { session } = await openScene({ server, phones: 0 });
  const links = linksOf(server, session);
  const { body } = await links.make({ password });
  expect((await unlock(server, tokenOf(body), password)).status).toBe(200);
  expect(JSON.stringify([body, (await links.list()).body])).not.toMatch(/lock"|salt|hash|fiets/);
  const grants = await server.house.store.grants({ session: session.session, kind: 'summary' });
  expect(JSON.parse(grants[0]?.terms ?? '')).toEqual({
    lock: expect.stringMatching(/^\$scrypt\$ln=14,r=8,p=5\$[\w-]{22}\$[\w-]{43}$/),
    comments: false,
  });
  await server.stop();
  for (const name of readdirSync(folder.path)) {
    expect(readFileSync(join(folder.path, name)).includes('fiets'), name).toBe(false);
  }
});
