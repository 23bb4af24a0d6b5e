/** Where facilitators are signed in, and what they did: listed for who it concerns, kept for a while, apart from any log (P4). */
import { describe, expect, test } from 'vitest';
import { endOutlived } from '../../server/facilitators/ending.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { SignInRow } from '../../shared/account.ts';
import type { ActPage } from '../../shared/acts.ts';
import type { DeskAccess, Link } from '../../shared/api.ts';
import { cookieOf } from '../support/server.ts';
import { connectFor, must, openServer } from '../support/server-scene.ts';

const day = 24 * 60 * 60_000;
const minute = 60_000;
async function openAt() {
  const clock = { now: Date.now() };
  const store = openMemoryStore({ now: () => clock.now });
  const server = await openServer({ store, clock: () => clock.now });
  const signIns = async (cookie: string) =>
    (await server.call<SignInRow[]>('GET', '/api/account/sign-ins', undefined, { cookie })).body;
  const again = async (headers = {}) => {
    const key = await server.house.access.startKey();
    return cookieOf(await server.call('POST', '/api/sign-in', { key }, headers));
  };
  return { clock, server, signIns, again };
}

describe('a cookie', () => {
  test('is listed with since when, when it was last used, roughly which device and its open desks; nothing of its address or browser is kept', async () => {
    const { clock, server, signIns, again } = await openAt();
    const agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Mobile/15E148';
    clock.now += minute;
    const phone = await again({ 'user-agent': agent, 'x-forwarded-for': '192.0.2.77' });
    const { session } = await server.planSession();
    const { ticket } = (await server.asFacilitator<DeskAccess>('GET', `/api/sessions/${session}/desk`)).body;
    await connectFor(server.url, ticket);
    clock.now += 20 * minute;
    await server.call('GET', '/api/home', undefined, { cookie: phone });
    const [first, second, ...more] = await signIns(phone);
    expect(more).toEqual([]);
    expect([first?.here, first?.device, first?.desks]).toEqual([false, 'computer', 1]);
    expect([second?.here, second?.device, second?.desks]).toEqual([true, 'phone', 0]);
    expect([second?.since, second?.seenAt]).toEqual([clock.now - 20 * minute, clock.now]);
    const kept = JSON.stringify(await server.house.store.grants({}));
    expect(kept).not.toMatch(/iPhone|Mozilla|192\.0\.2/);
  });

  test('is signed off from elsewhere at once, with its open desk; or all of them', async () => {
    const { server, signIns, again } = await openAt();
    const { session } = await server.planSession();
    const { ticket } = (await server.asFacilitator<DeskAccess>('GET', `/api/sessions/${session}/desk`)).body;
    const desk = await connectFor(server.url, ticket);
    const phone = await again();
    const [other] = (await signIns(phone)).filter(({ here }) => !here);
    const end = await server.call('DELETE', `/api/account/sign-ins/${other?.id}`, undefined, { cookie: phone });
    expect(end.status).toBe(200);
    await desk.waitFor('goodbye', () => desk.goodbyes.includes('signedOff'));
    expect((await server.asFacilitator('GET', '/api/home')).status).toBe(401);
    const third = await again();
    await server.call('POST', '/api/sign-off', { everywhere: true }, { cookie: phone });
    for (const cookie of [phone, third])
      expect((await server.call('GET', '/api/home', undefined, { cookie })).status).toBe(401);
  });

  test('ends fourteen days after it was last used, thirty after signing in, and its desks end with it', async () => {
    const { clock, server, again } = await openAt();
    const idle = await again();
    const { session } = await server.planSession();
    const status = async (cookie: string) => (await server.call('GET', '/api/home', undefined, { cookie })).status;
    for (const used of [13, 26]) {
      clock.now += 13 * day;
      expect([used, await status(server.cookie)]).toEqual([used, 200]);
    }
    expect(await status(idle)).toBe(401);
    const { ticket } = (await server.asFacilitator<DeskAccess>('GET', `/api/sessions/${session}/desk`)).body;
    expect((await connectFor(server.url, ticket)).welcomes[0]).toMatchObject({ ok: true });
    clock.now += 4 * day;
    expect(await status(server.cookie)).toBe(401);
    expect((await connectFor(server.url, ticket)).welcomes[0]).toEqual({ ok: false, refusal: { reason: 'noTicket' } });
  });
});

test('a desk that stays open keeps its cookie in use, and is signed off when that ends all the same', async () => {
  const { clock, server } = await openAt();
  const { session } = await server.planSession();
  const { ticket } = (await server.asFacilitator<DeskAccess>('GET', `/api/sessions/${session}/desk`)).body;
  const desk = await connectFor(server.url, ticket);
  for (const days of [10, 10, 9]) {
    clock.now += days * day;
    await endOutlived(server.house);
    expect(desk.goodbyes).toEqual([]);
  }
  clock.now += day;
  await endOutlived(server.house);
  await desk.waitFor('goodbye', () => desk.goodbyes.includes('signedOff'));
});

describe('what was done', () => {
  test('is told to who did it, to the owner of the session and to administrators, with ids and no words, for fourteen days', async () => {
    const { clock, server } = await openAt();
    const [anke, ben] = [await server.another('Anke'), await server.another('Ben')];
    const canary = 'KanarieInDeTitel';
    const plan = {
      ...{ script: 'win-professionele-werkplaatsen', language: 'nl', title: canary, date: '2026-12-01', place: canary },
      ...{ partner: '', collaboration: '', pairing: 'automatic', fillIns: {} },
    };
    const { session } = (await anke.call<{ session: string }>('POST', '/api/sessions', plan)).body;
    const path = `/api/sessions/${session}`;
    const actsOf = async (call: typeof anke.call) => (await call<ActPage>('GET', '/api/acts')).body.rows;
    const told = async (call: typeof anke.call) =>
      (await actsOf(call)).filter((row) => row.session === session).map(({ act, by, about }) => [act, by, about]);

    clock.now += 1;
    await anke.call('POST', `${path}/shares`, { name: 'Ben' });
    clock.now += 1;
    await ben.call('GET', `${path}/exports/json`);
    clock.now += 1;
    await anke.call<Link>('POST', `${path}/summary-links`, {});
    const { ticket } = (await ben.call<DeskAccess>('GET', `${path}/desk`)).body;
    const desk = await connectFor(server.url, ticket);
    clock.now += 1;
    await must(desk, { type: 'PublishSummary', introduction: '' });
    clock.now += 1;
    await anke.call('DELETE', `${path}/shares/${ben.id}`);
    expect(await told(anke.call)).toEqual([
      ['unshared', 'you', 'Ben'],
      ['published', 'facilitator', null],
      ['linkMade', 'you', null],
      ['exported', 'facilitator', 'json'],
      ['shared', 'you', 'Ben'],
      ['sessionMade', 'you', null],
    ]);
    expect((await told(ben.call)).map(([act]) => act)).toEqual(['unshared', 'published', 'exported', 'shared']);
    expect(await told(server.asFacilitator)).toHaveLength(6);
    clock.now += 1;
    await anke.call('DELETE', path);
    expect((await told(server.asFacilitator))[0]).toEqual(['sessionDeleted', 'facilitator', null]);
    // Nothing is left of it but its id.
    expect(await told(ben.call)).toHaveLength(4);
    expect(JSON.stringify(await server.house.store.acts())).not.toContain(canary);
    clock.now += 14 * day;
    expect(await server.house.store.acts()).toEqual([]);
  });

  test('that a session is kept longer or shorter is told, by whom', async () => {
    const { clock, server } = await openAt();
    const { session } = await server.planSession();
    clock.now += 1;
    await server.asFacilitator('POST', `/api/sessions/${session}/keeping`, { days: 30, reason: '' });
    const [last] = (await server.asFacilitator<ActPage>('GET', '/api/acts')).body.rows;
    expect(last).toMatchObject({ act: 'retentionChanged', by: 'you', session });
  });

  test('wrong passphrases are counted by the hour, for the one who was guessed at and for administrators', async () => {
    const { clock, server } = await openAt();
    const anke = await server.another('Anke');
    clock.now = Math.ceil(clock.now / 3_600_000) * 3_600_000;
    for (const name of ['Anke', 'anke', 'Niemand', 'ANKE'])
      await server.call('POST', '/api/sign-in', { name, passphrase: 'zomaar iets dat niet klopt' });
    const failed = async (call: typeof anke.call) =>
      (await call<ActPage>('GET', '/api/acts')).body.rows
        .filter(({ act }) => act === 'signInFailed')
        .map(({ by, count }) => [by, count])
        .sort();
    expect(await failed(anke.call)).toEqual([['you', 3]]);
    expect(await failed(server.asFacilitator)).toEqual([
      ['facilitator', 3],
      ['program', 1],
    ]);
  });

  test('more than five hundred acts are told in pages, each once, newest first, also where new ones come in between', async () => {
    const { clock, server } = await openAt();
    const { store } = server.house;
    for (let i = 0; i < 1_105; i++) {
      // Some at the same moment.
      if (i % 3 === 0) clock.now += 1;
      await server.house.acts.note('facilitator', 'exported', { about: String(i) });
    }
    const page = async (before: string | null) =>
      (await server.asFacilitator<ActPage>('GET', `/api/acts${before ? `?before=${before}` : ''}`)).body;
    const first = await page(null);
    clock.now += 1;
    await server.house.acts.note('facilitator', 'exported', { about: 'later' });
    const second = await page(first.older);
    const third = await page(second.older);
    expect([first, second, third].map(({ rows, older }) => [rows.length, older === null])).toEqual([
      [500, false],
      [500, false],
      [(await store.acts()).length - 1_001, true],
    ]);
    const rows = [first, second, third].flatMap((one) => one.rows);
    const told = rows.filter(({ act }) => act === 'exported').map(({ about }) => Number(about));
    expect([...told].sort((a, b) => a - b)).toEqual(Array.from({ length: 1_105 }, (_, i) => i));
    expect(rows.every(({ at }, i) => i === 0 || at <= (rows[i - 1]?.at ?? 0))).toBe(true);
    for (const wrong of ['x', '%00', Buffer.from('1 ').toString('base64url')])
      expect((await server.asFacilitator('GET', `/api/acts?before=${wrong}`)).status).toBe(400);
  });
});
