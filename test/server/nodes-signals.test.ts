/** Several nodes on one store: who is here, what is typed, and what ends, whichever node it came by (V1, V2, V4, P2). */
import { expect, test } from 'vitest';
import { recheckRights } from '../../server/facilitators/ending.ts';
import type { Link, WallAsked } from '../../shared/api.ts';
import { type Loses, openNodes } from '../support/exchange.ts';
import type { TestServer } from '../support/server.ts';
import { addPhone, connectFor, must, type Phone, unitOfPhone } from '../support/server-scene.ts';

const all: Loses = () => true;
const none: Loses = () => false;

/** Two phones of one pair, each on a node of its own, and a desk on the first. */
async function openBetween(step = 'def-duo') {
  const nodes = await openNodes();
  const { a, b } = nodes;
  const session = await a.planSession();
  const desk = await connectFor(a.url, session.ticket);
  const left = await addPhone(a, session);
  const joined = await session.join();
  const right: Phone = { ...(await connectFor(b.url, joined.ticket)), joined };
  await must(desk, { type: 'OpenStep', step, from: null });
  for (const one of [left, right]) await one.waitFor('a unit', () => unitOfPhone(one));
  return { ...nodes, session, desk, left, right };
}
const place = (phone: Phone) => ({
  unit: unitOfPhone(phone)?.unit ?? '',
  step: 'def-duo',
  item: 'def',
  prompt: 'recognisable',
});
const typed = (phone: Phone, words: string) =>
  phone.draft({ ...place(phone), values: { why: { kind: 'text', text: words } }, at: Date.now(), grewFrom: [] });
const draftOf = (phone: Phone) => {
  const value = phone.drafts.at(-1)?.values['why'];
  return value?.kind === 'text' ? value.text : undefined;
};

test('a desk on one node knows who is here by another, who writes there, and how many walls and desks there are', async () => {
  const { b, session, desk, left, right } = await openBetween();
  const wall = await connectFor(b.url, session.wallTicket);
  await connectFor(b.url, session.ticket);
  const seats = [left, right].map(({ joined }) => joined.seat).sort();
  await wall.socket.emitWithAck('pages', { pages: 3 });
  await desk.waitFor('all who are here', () => {
    const now = desk.presence();
    return now?.online.join() === seats.join() && now.walls === 1 && now.desks === 2 && now.pages === 3;
  });
  await wall.waitFor('n of m', () => wall.counts()?.online === 2);
  await must(right, { type: 'TakePen', unit: unitOfPhone(right)?.unit ?? '' });
  await typed(right, 'Ik schrijf.');
  await desk.waitFor('who writes', () => desk.presence()?.writing.includes(right.joined.seat));
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    await one.waitFor('who sits beside', () => one.beside()?.here.includes(other.joined.seat));
  }
  right.stop();
  await desk.waitFor('who left', () => desk.presence()?.online.join() === left.joined.seat);
  await left.waitFor('who left', () => left.beside()?.here.length === 1);
});

test('a node that stops takes those who were there with it, and one that comes is told who is here', async () => {
  const { b, session, desk, left, more } = await openBetween();
  await desk.waitFor('both', () => desk.presence()?.online.length === 2);
  await b.stop();
  await desk.waitFor('one', () => desk.presence()?.online.join() === left.joined.seat);
  const c = await more();
  const wall = await connectFor(c.url, session.wallTicket);
  await wall.waitFor('who is here elsewhere', () => wall.counts()?.online === 1);
  const there = await connectFor(c.url, session.ticket);
  await there.waitFor('who is here elsewhere', () => there.presence()?.online.join() === left.joined.seat);
});

test('what is typed at one node is seen beside it at the other, and by a hello there; nothing of it is told between them (P2)', async () => {
  const { b, exchange, left, right } = await openBetween();
  await must(left, { type: 'TakePen', unit: unitOfPhone(left)?.unit ?? '' });
  await typed(left, 'Wat ik typ');
  await right.waitFor('what is typed', () => draftOf(right) === 'Wat ik typ');
  await typed(left, 'Wat ik typ gaat door');
  await right.waitFor('what is typed', () => draftOf(right) === 'Wat ik typ gaat door');
  const anew = await connectFor(b.url, right.joined.ticket);
  expect(JSON.stringify(anew.welcomes[0])).toContain('Wat ik typ gaat door');
  expect(JSON.stringify(exchange.told)).not.toContain('Wat ik typ');
});

test('given somebody is taken out at one node, then their phone at the other is sent away, also where no hint came (V1)', async () => {
  for (const loses of [none, all]) {
    const { exchange, desk, right } = await openBetween();
    exchange.lose(loses);
    await must(desk, { type: 'RemoveSeat', seat: right.joined.seat, removed: true });
    await right.waitFor('sent away', () => right.goodbyes.includes('removed'), 4_000);
  }
});

test('given a session is deleted at one node, then it ends at the other too, and is opened there by nobody (P2)', async () => {
  for (const loses of [none, all]) {
    const { a, b, exchange, session, right } = await openBetween();
    const path = `/api/sessions/${session.session}`;
    expect((await b.asFacilitator('GET', `${path}/desk`)).status).toBe(200);
    exchange.lose(loses);
    expect((await a.asFacilitator('DELETE', path)).status).toBe(200);
    expect((await b.asFacilitator('GET', `${path}/desk`)).status).toBe(404);
    await right.waitFor('deleted', () => right.goodbyes.includes('deleted'), 4_000);
    const again = await connectFor(b.url, right.joined.ticket);
    expect(again.welcomes[0]).toMatchObject({ ok: false });
  }
});

test('given a facilitator signs off at one node, then desks and walls at the other end, also where no hint came', async () => {
  for (const loses of [none, all]) {
    const { b, exchange, session, left, a } = await openBetween();
    const screens = [await connectFor(b.url, session.ticket), await connectFor(b.url, session.wallTicket)];
    exchange.lose(loses);
    await a.asFacilitator('POST', '/api/sign-off');
    for (const one of screens) await one.waitFor('signed off', () => one.goodbyes.includes('signedOff'), 4_000);
    expect(left.goodbyes).toEqual([]);
  }
});

/** What a desk of another facilitator loses. */
test('given what is shared is taken back at one node, then that desk at the other ends, and no other (V1)', async () => {
  const { a, b, session, exchange } = await openBetween();
  exchange.lose(none);
  const guest = await a.another('Gast');
  const path = `/api/sessions/${session.session}`;
  await a.asFacilitator('POST', `${path}/shares`, { name: 'Gast' });
  const access = await b.call<{ ticket: string }>('GET', `${path}/desk`, undefined, { cookie: guest.cookie });
  const theirs = await connectFor(b.url, access.body.ticket);
  const own = await connectFor(b.url, session.ticket);
  expect((await a.asFacilitator('DELETE', `${path}/shares/${guest.id}`)).status).toBe(200);
  await theirs.waitFor('signed off', () => theirs.goodbyes.includes('signedOff'));
  expect(own.goodbyes).toEqual([]);
});

test('given the code is changed at one node, then a wall at the other shows the new one, and the old leads nowhere', async () => {
  const { a, b, session } = await openBetween();
  const wall = await connectFor(b.url, session.wallTicket);
  const old = session.code;
  expect((await a.asFacilitator('POST', `/api/sessions/${session.session}/door`, { change: true })).status).toBe(200);
  const sign = await wall.waitFor('another code', () => wall.door()?.code !== old && wall.door());
  const look = (server: TestServer, entry: string) => server.call('POST', '/api/look-up', { entry });
  expect((await look(b, sign.code)).status).toBe(200);
  expect((await look(b, old)).status).toBe(404);
});

test('a wall that asks at one node is confirmed at another and fetches its ticket at a third, once', async () => {
  const { a, b, session, more } = await openBetween();
  const c = await more();
  const asked = (await a.call<WallAsked>('POST', '/api/walls', { entry: session.code })).body;
  const claim = () => c.call<{ ticket: string }>('POST', '/api/walls/claim', { request: asked.request });
  expect((await claim()).status).toBe(202);
  const path = `/api/sessions/${session.session}/walls`;
  expect((await b.asFacilitator('POST', path, { number: asked.number, subgroup: null })).status).toBe(200);
  const claimed = await Promise.all([claim(), claim()]);
  expect(claimed.map(({ status }) => status).sort()).toEqual([200, 401]);
});

test('a reader who waits at one node hears the moment that the link is revoked at another (V4)', async () => {
  const { a, b, session } = await openBetween();
  const path = `/api/sessions/${session.session}/summary-links`;
  const link = (await a.asFacilitator<Link>('POST', path, {})).body;
  const token = link.url.split('#')[1] ?? '';
  const read = (etag = '', wait = false) =>
    b.call('POST', '/api/summary/read', { token, wait }, { 'if-none-match': etag });
  const first = await read();
  expect(first.status).toBe(200);
  const waiting = read(first.headers.get('etag') ?? '', true);
  await expect.poll(() => b.house.bell.waitingFor(session.session)).toBe(1);
  expect((await a.asFacilitator('DELETE', `${path}/${link.link}`)).status).toBe(200);
  expect((await waiting).status).toBe(404);
});

test('what others did is in the list of where somebody is signed in, whichever node is asked', async () => {
  const { b, desk } = await openBetween();
  await desk.waitFor('itself', () => desk.presence()?.desks === 1);
  await expect
    .poll(async () => {
      const rows = await b.asFacilitator<{ desks: number }[]>('GET', '/api/account/sign-ins');
      return rows.body.reduce((sum, { desks }) => sum + desks, 0);
    })
    .toBe(1);
});

test('given rights are looked at while a session is being deleted, then its screens still hear that it is deleted', async () => {
  const { b, exchange, session, store } = await openBetween();
  const screen = await connectFor(b.url, session.ticket);
  exchange.lose(all);
  await store.deleteSession(session.session);
  await recheckRights(b.house);
  await screen.waitFor('deleted', () => screen.goodbyes.length > 0);
  expect(screen.goodbyes).toEqual(['deleted']);
});
