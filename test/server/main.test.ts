/** The program as it is started: settings, starting twice, stopping, a fresh key. */
import { statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { openSocket } from '../support/client.ts';
import { runProgram, startProgram } from '../support/server-process.ts';
import { newDataFolder } from '../support/server-stores.ts';

const isHealthy = async (url: string) => (await fetch(`${url}/healthz`)).status === 200;
const isOneLine = (text: string) => text.trim().split('\n').length === 1;

test('signing in at an organisation takes all its settings or none, over https, with one address to come back to', () => {
  const publicUrl = 'https://gesprek.example.nl';
  const oidc = {
    OIDC_ISSUER: 'https://connect.example.nl',
    OIDC_CLIENT_ID: 'in-gesprek',
    OIDC_CLIENT_SECRET: 'geheim',
  };
  const { OIDC_CLIENT_SECRET, ...half } = oidc;
  const read = (more: Record<string, string>) => readConfig({ PUBLIC_URL: publicUrl, ...more });
  const settings = { issuer: oidc.OIDC_ISSUER, clientId: 'in-gesprek', clientSecret: OIDC_CLIENT_SECRET };
  expect(read(oidc)).toMatchObject({ ok: true, config: { oidc: settings } });
  expect(read({ ...oidc, OIDC_CLAIM: 'groups=a=b' })).toMatchObject({
    config: { oidc: { claim: { name: 'groups', value: 'a=b' } } },
  });
  expect(read({ ...oidc, OIDC_ISSUER: 'http://localhost:9000' }).ok).toBe(true);
  const refused = [
    [half, /belong together/],
    [{ OIDC_CLAIM: 'a=b' }, /belong together/],
    [{ ...oidc, PUBLIC_URL: '' }, /needs PUBLIC_URL/],
    [{ ...oidc, OIDC_ISSUER: 'http://connect.example.nl' }, /OIDC_ISSUER must be the https/],
    [{ ...oidc, OIDC_ISSUER: 'connect.example.nl' }, /OIDC_ISSUER must be the https/],
    [{ ...oidc, OIDC_CLAIM: 'begeleider' }, /OIDC_CLAIM must be/],
    [{ ...oidc, OIDC_CLIENT_SECRET: 'é' }, /OIDC_CLIENT_SECRET must be/],
  ] as const;
  for (const [more, why] of refused) {
    const answer = read(more);
    expect(answer.ok ? '' : answer.mistakes.join()).toMatch(why);
    expect(JSON.stringify(answer)).not.toContain('geheim');
  }
});

test('settings have defaults, and an empty one counts as not set', () => {
  const config = {
    port: 3000,
    host: '0.0.0.0',
    dataDir: 'data',
    publicUrl: undefined,
    proxies: [],
    keepAtMost: 365,
    linesPerAddress: 1000,
  };
  expect(readConfig({})).toEqual({ ok: true, config });
  expect(readConfig({ PORT: '', PUBLIC_URL: '', HOME: '/root' })).toEqual({ ok: true, config });
  expect(readConfig({ TRUST_PROXY: 'none', PUBLIC_URL: 'https://a.example' })).toMatchObject({
    config: { proxies: [] },
  });
  const given = { PORT: '0', HOST: '::1', DATA_DIR: '/srv/x', PUBLIC_URL: 'https://a.example/' };
  expect(readConfig({ MOST_PHONES: '250' })).toMatchObject({ config: { mostPhones: 250 } });
  expect(readConfig({ ...given, KEEP_AT_MOST_DAYS: '180' })).toEqual({
    ok: true,
    config: {
      port: 0,
      host: '::1',
      dataDir: '/srv/x',
      publicUrl: 'https://a.example',
      proxies: ['127.0.0.0/8', '::1'],
      keepAtMost: 180,
      linesPerAddress: 1000,
    },
  });
});

test.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['LINES_PER_ADDRESS', '9'],
  ['TRUST_PROXY', 'yes'],
  ['TRUST_PROXY', '10.0.0.0/8, proxy.example'],
  ['MOST_PHONES', '9'],
  ['MOST_PHONES', 'veel'],
  ['PORT', '3000.5'],
  ['PORT', 'http'],
  ['HOST', 'a b'],
  ['HOST', 'http://a'],
  ['DATA_DIR', 'a\0b'],
  ['KEEP_AT_MOST_DAYS', '6'],
  ['KEEP_AT_MOST_DAYS', '3661'],
  ['KEEP_AT_MOST_DAYS', 'een jaar'],
  ['SMTP_URL', 'mail.example.nl'],
  ['SMTP_URL', 'https://mail.example.nl'],
  // Alone: from whom, and where do its links lead?
  ['SMTP_URL', 'smtps://mail.example.nl'],
  ['MAIL_FROM', 'gesprek'],
  ['MAIL_FROM', 'a@example.nl, b@example.nl'],
  ['PUBLIC_URL', 'gesprek.example.nl'],
  ['PUBLIC_URL', 'https://gesprek.example.nl/map'],
  ['PUBLIC_URL', 'https://gesprek.example.nl?a=1'],
  ['PUBLIC_URL', 'ftp://gesprek.example.nl'],
  ['PUBLIC_URL', 'https://user:secret@gesprek.example.nl'],
])('%s=%s is refused in one sentence that names the setting', (name, value) => {
  const read = readConfig({ [name]: value });
  expect(read).toMatchObject({ ok: false, mistakes: [expect.stringContaining(name)] });
});

test.each([
  [
    'smtps://me:p%40ss@mail.example.nl',
    { port: 465, secure: true, requireTLS: false, auth: { user: 'me', pass: 'p@ss' } },
  ],
  ['smtp://mail.example.nl', { port: 587, secure: false, requireTLS: true }],
  ['smtp://mail.example.nl:2525/', { port: 2525, secure: false, requireTLS: true }],
])('mail goes out encrypted: %s', (SMTP_URL, expected) => {
  const read = readConfig({ SMTP_URL, MAIL_FROM: 'a@example.nl', PUBLIC_URL: 'https://a.example' });
  const mail = { host: 'mail.example.nl', from: 'a@example.nl', ...expected };
  expect(read.ok && read.config.mail).toEqual(mail);
});

test('to a mail server on this very machine alone it may be plain', () => {
  const set = (host: string) =>
    readConfig({ SMTP_URL: `smtp://${host}:25`, MAIL_FROM: 'a@example.nl', PUBLIC_URL: 'https://a.example' });
  const isStrict = (host: string) => {
    const read = set(host);
    return read.ok && read.config.mail?.requireTLS;
  };
  expect(['localhost', '127.0.0.1', '[::1]', '127.0.0.1.example.nl'].map(isStrict)).toEqual([
    false,
    false,
    false,
    true,
  ]);
});

test('a bad setting ends the program with one line', async () => {
  const { code, errors, output } = await runProgram('main.ts', { PORT: 'many', PUBLIC_URL: 'x' }).ended;
  expect([code, output, isOneLine(errors)]).toEqual([1, '', true]);
  expect(errors).toMatch(/PORT.*PUBLIC_URL/);
});

test('started twice on one folder, the second says so in one line, and the first goes on', async () => {
  const folder = newDataFolder();
  const first = await startProgram({ DATA_DIR: folder });
  const { code, errors } = await runProgram('main.ts', { DATA_DIR: folder, PORT: '0' }).ended;
  expect([code, isOneLine(errors)]).toEqual([1, true]);
  expect(errors).toContain('already running');
  expect(await isHealthy(first.url)).toBe(true);
});

test('a taken port is said in one line', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await new Promise((resolve) => taken.once('listening', resolve));
  const address = taken.address();
  const port = String(address && typeof address === 'object' ? address.port : 0);
  const { code, errors } = await runProgram('main.ts', { DATA_DIR: newDataFolder(), PORT: port, HOST: '127.0.0.1' })
    .ended;
  expect([code, isOneLine(errors)]).toEqual([1, true]);
  expect(errors).toContain(`Port ${port} is taken`);
});

test('it stops at once when asked, with lines open, and starts again on the same folder', async () => {
  const folder = newDataFolder();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const running = await startProgram({ DATA_DIR: folder });
    const polling = await fetch(`${running.url}/socket.io/?EIO=4&transport=polling`);
    expect(polling.status).toBe(200);
    const socket = openSocket(running.url, { transports: ['websocket'], reconnection: false });
    await new Promise((resolve) => socket.once('connect', () => resolve(undefined)));
    // Not "io server disconnect": after that a phone would not come back by itself (E3).
    const ended = new Promise((resolve) => socket.once('disconnect', resolve));
    const start = performance.now();
    running.child.kill(signal);
    expect(await running.ended).toMatchObject({ code: 0 });
    expect(await ended).toBe('transport close');
    expect(performance.now() - start).toBeLessThan(2_000);
  }
});

test('`npm run key` gets a fresh key from the server that runs, and the old one ends', async () => {
  const folder = newDataFolder();
  const running = await startProgram({ DATA_DIR: folder });
  expect(statSync(join(folder, 'control.json')).mode & 0o777).toBe(0o600);
  const asked = await runProgram('key.ts', { DATA_DIR: folder }).ended;
  expect(asked).toMatchObject({ code: 0, errors: '' });
  const [, door, fresh = ''] = /^(.+)#sleutel=([\w-]+)$/.exec(asked.output.trim()) ?? [];
  expect(door).toBe(running.door);
  const signIn = (key: string) =>
    fetch(`${running.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key }),
    });
  expect((await signIn(running.key)).status).toBe(401);
  expect((await signIn(fresh)).status).toBe(200);
  for (const authorization of ['', 'Bearer ', `Bearer ${fresh}`]) {
    expect((await fetch(`${running.url}/control/key`, { method: 'POST', headers: { authorization } })).status).toBe(
      401,
    );
  }
});

test('once the first facilitator has a passphrase, a start prints no key: what it prints may be kept for long (P4)', async () => {
  const folder = newDataFolder();
  const first = await startProgram({ DATA_DIR: folder });
  const post = (path: string, body: object, cookie = '') =>
    fetch(`${first.url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
  const cookie = (await post('sign-in', { key: first.key })).headers.get('set-cookie')?.split(';')[0];
  const chosen = { name: 'Anna', passphrase: 'groene fiets staat bij de sloot', endOthers: false };
  expect((await post('account/passphrase', chosen, cookie)).status).toBe(200);
  first.child.kill('SIGTERM');
  await first.ended;
  const again = await startProgram({ DATA_DIR: folder });
  expect(again.key).toBe('');
  const asked = await runProgram('key.ts', { DATA_DIR: folder }).ended;
  expect(asked.output).toMatch(/#sleutel=[\w-]+/);
  again.child.kill('SIGTERM');
  expect((await again.ended).output).not.toContain('sleutel=');
});

test('nothing that people send, and no key but the first, is ever printed (P4)', async () => {
  const running = await startProgram({ DATA_DIR: newDataFolder() });
  const canary = 'Kanarie-in-de-mijn';
  const paths = ['look-up', 'join', 'sign-in', 'import', canary];
  for (const path of paths) {
    for (const body of [`{"entry":"${canary}"}`, `{"${canary}`, `"${canary}`.repeat(9_000)]) {
      await fetch(`${running.url}/api/${path}?name=${canary}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: `ig_facilitator=${canary}`, 'user-agent': canary },
        body,
      });
    }
  }
  running.child.kill('SIGTERM');
  const { output, errors } = await running.ended;
  expect(errors).toBe('');
  expect(output).not.toContain(canary);
  expect(output.split(running.key)).toHaveLength(2);
});

test('without a server `npm run key` says what to do, in one line', async () => {
  const { code, errors } = await runProgram('key.ts', { DATA_DIR: newDataFolder() }).ended;
  expect([code, isOneLine(errors)]).toEqual([1, true]);
});
