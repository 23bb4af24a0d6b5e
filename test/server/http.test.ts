/** The HTTP API and the pages. */
import { expect, test } from 'vitest';
import type { Home, Link } from '../../shared/api.ts';
import type { Script } from '../../shared/script.ts';
import { connectFor, must, openScene, openServer, submit } from '../support/server-scene.ts';
import { newDataFolder } from '../support/server-stores.ts';

test('pages and API carry the strict headers, and nothing refers elsewhere (P3)', async () => {
  const server = await openServer();
  for (const path of ['/', '/api/me', '/no-such-page', '/healthz']) {
    const { headers } = await server.call('GET', path);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types svelte-trusted-html in-gesprek-worker',
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe|upgrade-insecure|https?:|\*/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('strict-transport-security')).toBeNull();
  }
  expect((await server.call('GET', '/api/me')).headers.get('cache-control')).toBe('no-store');
});

test('a change is JSON from our own pages: no form, no other origin', async () => {
  const server = await openServer();
  const { cookie } = server;
  const post = (headers: Record<string, string>, body: string) =>
    fetch(`${server.url}/api/sign-off`, { method: 'POST', headers: { cookie, ...headers }, body });
  expect((await post({ 'content-type': 'application/x-www-form-urlencoded' }, 'a=1')).status).toBe(415);
  expect((await post({ 'content-type': 'text/plain' }, '{}')).status).toBe(415);
  for (const origin of ['http://evil.example', 'null', `${server.url}0`]) {
    const refused = await post({ 'content-type': 'application/json', origin }, '{}');
    expect([refused.status, await refused.json()]).toEqual([403, { reason: 'notAllowed' }]);
  }
  expect((await server.asFacilitator('GET', '/api/me')).body).toMatchObject({ facilitator: true });
  expect((await post({ 'content-type': 'application/json', origin: server.url }, '{}')).status).toBe(200);
});

test('whatever is sent to the API is answered with a reason, never with what was sent', async () => {
  const server = await openServer();
  const bodies = [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"entry":1}',
    `{"entry":"${'x'.repeat(100)}"}`,
    '{"__proto__":{"a":1}}',
    '{"constructor":{"prototype":{}}}',
    `"${'geheim'.repeat(20_000)}"`,
  ];
  const paths = [
    'look-up',
    'join',
    'recover',
    'interest',
    'interest/confirm',
    'interest/stop',
    'interests/remove',
    'sign-in',
    'walls',
    'walls/claim',
    'invitations/accept',
    'summary/read',
    'sessions',
    'import',
  ];
  for (const path of paths) {
    for (const body of bodies) {
      const response = await fetch(`${server.url}/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: server.cookie },
        body,
      });
      const text = await response.text();
      expect([path, response.status >= 400 && response.status < 500]).toEqual([path, true]);
      expect(Object.keys(JSON.parse(text))).toEqual(['reason']);
      expect(text).not.toContain('geheim');
    }
  }
  for (const path of ['/api/nothing', '/api/sessions/%2e%2e/desk', '/api/scripts/..%2f..%2fetc', '/api/scripts/none']) {
    const { status, body } = await server.asFacilitator('GET', path);
    expect([path, status >= 400 && status < 500, Object.keys(body)]).toEqual([path, true, ['reason']]);
  }
});

test('the start page lists scripts and one’s sessions', async () => {
  const { server, session, desk, phones } = await openScene({ step: 'def-duo' });
  await submit(phones[0] as (typeof phones)[0], 'Eén.');
  await server.planSession();
  const home = (await server.asFacilitator<Home>('GET', '/api/home')).body;
  expect(home.refused).toEqual([]);
  expect(home.scripts.find(({ id }) => id === 'definition-check')?.fillIns).toMatchObject([
    { set: 'definition', min: 1, max: 1 },
  ]);
  expect(home.scripts.find(({ id }) => id === 'verslagcheck')?.days).toBe(7);
  const row = home.sessions.find((one) => one.session === session.session);
  expect(row).toMatchObject({
    title: 'Proefsessie',
    place: 'Utrecht',
    phase: 'running',
    people: 2,
    answers: 1,
    archived: false,
  });
  expect(home.sessions.filter(({ phase }) => phase === 'planned')).toHaveLength(1);
  await must(desk, { type: 'CloseSession' });
  const later = (await server.asFacilitator<Home>('GET', '/api/home')).body;
  expect(later.sessions.find((one) => one.session === session.session)?.phase).toBe('past');
});

test('items are typed in when a session is made, within the script’s limits', async () => {
  const server = await openServer();
  const details = { language: 'nl', title: '', date: '2026-11-24', place: '', partner: '', collaboration: '' };
  const planned = (fillIns: object) =>
    server.asFacilitator('POST', '/api/sessions', {
      ...details,
      script: 'een-twee-vier-allen',
      pairing: 'self',
      fillIns,
    });
  expect(await planned({})).toMatchObject({ status: 400, body: { reason: 'nothingWritten' } });
  expect((await planned({ stellingen: ['x'.repeat(161)] })).body).toEqual({ reason: 'textTooLong' });
  expect((await planned({ stellingen: Array(10).fill('Een.') })).body).toEqual({ reason: 'doesNotFit' });
  expect((await planned({ other: ['Een.'] })).body).toEqual({ reason: 'doesNotFit' });
  const { status, body } = await planned({ stellingen: [' Een.  ', '', 'Twee.\u0000'] });
  expect(status).toBe(200);
  const host = await server.house.hosts.open(String(body['session']));
  expect(host?.state.script.itemSets[0]?.items.map(({ text }) => text?.nl)).toEqual(['Een.', 'Twee.']);
});

test('a session again has the same script, place and partner, and not the people', async () => {
  const { server, session } = await openScene();
  const again = await server.asFacilitator<{ session: string }>('POST', `/api/sessions/${session.session}/again`, {
    date: '2027-01-15',
  });
  const host = await server.house.hosts.open(again.body.session);
  expect(host?.state).toMatchObject({ date: '2027-01-15', closedAt: null });
  expect(host?.state.seats.size).toBe(0);
  expect(host?.state.script).toEqual(session.script);
});

test('the phones’ part of a script comes compressed, for ever, and without hints', async () => {
  const { server, session } = await openScene({ phones: 0 });
  const host = await server.house.hosts.open(session.session);
  const get = (encoding: string) =>
    fetch(`${server.url}/api/scripts/${host?.state.scriptHash}`, { headers: { 'accept-encoding': encoding } });
  const bodies = new Set<string>();
  for (const [encoding, expected] of [
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ] as const) {
    const response = await get(encoding);
    expect(response.headers.get('content-encoding')).toBe(expected);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    bodies.add(await response.text());
  }
  expect(bodies.size).toBe(1);
  const script = JSON.parse([...bodies][0] ?? '') as Script;
  expect(script.steps.flatMap(({ hints }) => hints)).toEqual([]);
  expect(script.steps.filter(({ wall }) => wall.text)).toEqual([]);
});

test('a script is found after a restart before anybody said hello', async () => {
  const folder = newDataFolder();
  const before = await openServer({ folder });
  const session = await before.planSession();
  const hash = (await before.house.hosts.open(session.session))?.state.scriptHash;
  await before.stop();
  const after = await openServer({ folder });
  expect((await after.call('GET', `/api/scripts/${hash}`)).status).toBe(200);
});

test('deleting says goodbye to everyone, and leaves nothing to come back to (P2)', async () => {
  const { server, session, desk, wall, phones } = await openScene({ step: 'def-duo' });
  await submit(phones[0] as (typeof phones)[0], 'Weg.');
  expect((await server.asFacilitator('DELETE', `/api/sessions/${session.session}`)).status).toBe(200);
  for (const screen of [desk, wall, ...phones]) {
    await screen.waitFor('goodbye', () => screen.goodbyes.includes('deleted'));
  }
  const [phone] = phones as [(typeof phones)[0]];
  expect((await connectFor(server.url, phone.joined.ticket)).welcomes[0]).toMatchObject({ ok: false });
  expect((await server.call('POST', '/api/look-up', { entry: session.secret })).status).toBe(404);
  expect((await server.asFacilitator('GET', `/api/sessions/${session.session}/desk`)).status).toBe(404);
  expect((await server.asFacilitator<Home>('GET', '/api/home')).body.sessions).toEqual([]);
});

test('an archive goes out and comes back in on another server', async () => {
  const { server, session, phones } = await openScene({ step: 'def-duo' });
  await submit(phones[0] as (typeof phones)[0], 'Bewaard.');
  const archive = await server.asFacilitator<object>('GET', `/api/sessions/${session.session}/exports/archive`);
  expect(archive.status).toBe(200);
  const other = await openServer();
  expect((await other.call('POST', '/api/import', archive.body)).status).toBe(401);
  const imported = await other.asFacilitator('POST', '/api/import', archive.body);
  expect(imported).toMatchObject({ status: 200, body: { session: session.session } });
  const [here, there] = await Promise.all([server, other].map(({ house }) => house.hosts.open(session.session)));
  expect(there?.state).toEqual(here?.state);
  expect((await other.asFacilitator('POST', '/api/import', archive.body)).body).toEqual({ reason: 'nothingToDo' });
  await other.asFacilitator('DELETE', `/api/sessions/${session.session}`);
  expect((await other.asFacilitator('POST', '/api/import', archive.body)).body).toEqual({ reason: 'noSuchSession' });
});

test('a team’s link to the summary is listed and taken back', async () => {
  const { server, session } = await openScene({ phones: 0 });
  const path = `/api/sessions/${session.session}/summary-links`;
  const link = (await server.asFacilitator<Link>('POST', path)).body;
  expect(link.url).toMatch(/\/samenvatting#[\w-]{43}$/);
  expect((await server.asFacilitator<Link[]>('GET', path)).body).toEqual([
    { link: link.link, createdAt: link.createdAt, expiresAt: link.expiresAt, locked: false, comments: false },
  ]);
  const read = () => server.call('POST', '/api/summary/read', { token: link.url.split('#')[1] ?? '' });
  expect((await read()).status).toBe(200);
  await server.asFacilitator('DELETE', `${path}/${link.link}`);
  expect((await read()).status).toBe(404);
});

test('an address to keep informed is kept apart, and a formula stays text', async () => {
  const { server, phones } = await openScene({ phones: 1 });
  const [phone] = phones as [(typeof phones)[0]];
  const leave = (email: string, { ticket } = phone.joined) => server.call('POST', '/api/interest', { ticket, email });
  expect((await leave('=HYPERLINK@example.nl')).status).toBe(200);
  expect((await leave('noor@example.nl', { ...phone.joined, ticket: 'x'.repeat(43) })).status).toBe(401);
  const csv = await server.asFacilitator<string>('GET', '/api/interests.csv');
  expect(csv.body).toContain("'=HYPERLINK@example.nl");
  expect((await server.call('GET', '/api/interests.csv')).status).toBe(401);
});

test('a part that an open page asks for after an update, and that is gone, is told to be so in words, and kept nowhere', async () => {
  const server = await openServer();
  const { status, headers, body } = await server.call<string>('GET', '/assets/Room-BXRknyIH.js');
  expect(status).toBe(404);
  expect(headers.get('content-type')).toMatch(/^text\/plain/);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(String(body)).toMatch(/Vernieuw de pagina[.\s]+This .* Reload the page/);
});

test('unknown pages get a small page, never a file of the server', async () => {
  const server = await openServer();
  for (const path of [
    '/no',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/../../package.json',
    '/.built-from',
  ]) {
    const { status, body } = await server.call<string>('GET', path);
    expect([path, status >= 400]).toEqual([path, true]);
    expect(String(body)).not.toMatch(/root:|"dependencies"/);
  }
});
