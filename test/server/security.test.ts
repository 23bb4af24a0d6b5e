/** What every answer of the server says and refuses, by whatever road it is asked (docs/security.md). */
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { buildDoor } from '../../server/sockets/door.ts';
import { openSockets } from '../../server/sockets/gateway.ts';
import { openSocket } from '../support/client.ts';
import { openScene, openServer } from '../support/server-scene.ts';

const line = '/socket.io/?EIO=4&transport=polling';
/** Pages, parts, answers and refusals, also those of the line's own road. */
const everything = ['/', '/icons.svg', '/api/me', '/api/home', '/no-such-page', '/healthz', line, '/socket.io/?EIO=9'];

test('every answer and every refusal, the line’s too, is kept to its own kind and place', async () => {
  const server = await openServer();
  for (const path of everything) {
    const { headers } = await server.call('GET', path);
    const policy = headers.get('content-security-policy') ?? '';
    expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
    expect([path, headers.get('referrer-policy')]).toEqual([path, 'no-referrer']);
    expect([path, policy]).toEqual([path, expect.stringContaining("default-src 'none'")]);
    expect([path, policy]).toEqual([path, expect.stringMatching(/frame-ancestors '(self|none)'/)]);
    expect([path, headers.get('strict-transport-security')]).toEqual([path, null]);
    if (path.startsWith('/socket.io')) continue;
    for (const part of ["object-src 'none'", "base-uri 'none'"])
      expect([path, policy.includes(part)]).toEqual([path, true]);
  }
});

test('what the router cannot read is refused as all else is, and so is a line at a node that takes nobody in', async () => {
  const server = await openServer();
  for (const path of ['/%', '/assets/%E0%A4%A', '/api/%']) {
    const { status, headers, body } = await server.call('GET', path);
    expect([path, status, body]).toEqual([path, 400, { reason: 'malformed' }]);
    expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
    expect([path, headers.get('content-security-policy')]).toEqual([
      path,
      expect.stringContaining("default-src 'none'"),
    ]);
  }
  const shut = createServer();
  const door = buildDoor(10, Date.now, { addressOf: () => '127.0.0.1' });
  const io = openSockets(shut, { port: 0, host: '127.0.0.1', dataDir: 'none', publicUrl: undefined }, door);
  onTestFinished(() => void io.close());
  door.shut(true);
  await new Promise<void>((resolve) => shut.listen(0, '127.0.0.1', resolve));
  const { port } = shut.address() as AddressInfo;
  const { status, headers } = await fetch(`http://127.0.0.1:${port}${line}`);
  expect([status, headers.get('x-content-type-options')]).toEqual([503, 'nosniff']);
  const socket = openSocket(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnection: false });
  await new Promise((resolve) => socket.once('connect_error', resolve));
});

test('behind https every answer says so for a year and for all below its name', async () => {
  const server = await openServer({ publicUrl: 'https://gesprek.example' });
  for (const path of everything) {
    const { headers } = await server.call('GET', path);
    expect([path, headers.get('strict-transport-security')]).toEqual([path, 'max-age=31536000; includeSubDomains']);
  }
});

test('no page of another origin is let read an answer, nor told that it might', async () => {
  const server = await openServer();
  const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
  for (const path of everything) {
    for (const method of ['GET', 'OPTIONS']) {
      const response = await fetch(server.url + path, { method, headers });
      const told = [...response.headers.keys()].filter((name) => name.startsWith('access-control'));
      expect([method, path, told]).toEqual([method, path, []]);
      if (method === 'OPTIONS') expect([path, response.status >= 400]).toEqual([path, true]);
    }
  }
});

test('every answer names its kind, and for text how its letters are written; a download is a file with a safe name, never a page', async () => {
  const { server, session } = await openScene({ phones: 0 });
  const page = (await server.call<string>('GET', '/')).body;
  const parts = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path);
  const files = ['csv', 'json', 'archive'].map((kind) => `/api/sessions/${session.session}/exports/${kind}`);
  expect(parts.length).toBeGreaterThan(2);
  for (const path of [...everything, ...parts, ...files]) {
    const { headers } = await server.call('GET', path, undefined, { cookie: server.cookie });
    const kind = headers.get('content-type') ?? '';
    const isText = /^text\/|json|javascript|xml/.test(kind) && !/openxml|svg/.test(kind);
    expect([path, kind]).toEqual([path, expect.stringMatching(/^[a-z]+\/[\w.+-]+/)]);
    // What the library behind the line says to a wrong handshake is ASCII JSON, which has one way to be written.
    if (isText && path !== '/socket.io/?EIO=9')
      expect([path, kind]).toEqual([path, expect.stringMatching(/charset=utf-8/i)]);
    if (!files.includes(path)) continue;
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9_.-]+"$/);
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('nothing is changed by a GET, and no method answers that no route has', async () => {
  const { server, session } = await openScene({ phones: 0 });
  const id = session.session;
  const changing = [
    'sign-in',
    'sign-off',
    'join',
    'look-up',
    'recover',
    'interest',
    'import',
    'invitations/accept',
    'walls',
    'walls/claim',
    'summary/read',
    `sessions/${id}`,
    `sessions/${id}/again`,
    `sessions/${id}/archive`,
    `sessions/${id}/walls`,
  ];
  for (const path of changing) {
    const { status } = await server.call('GET', `/api/${path}`, undefined, { cookie: server.cookie });
    expect([path, status]).toEqual([path, 404]);
  }
  expect((await server.asFacilitator('GET', '/api/me')).body).toMatchObject({ facilitator: true });
  for (const method of ['PUT', 'PATCH', 'OPTIONS', 'PROPFIND']) {
    const response = await fetch(`${server.url}/api/sessions/${id}`, { method, headers: { cookie: server.cookie } });
    expect([method, response.status]).toEqual([method, 404]);
  }
});

/** Bytes as they are, and what comes back; also what no browser would send. */
function sendRaw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
  });
}

test('TRACE gives nothing back of what was sent', async () => {
  const server = await openServer();
  const answer = await sendRaw(
    server.url,
    'TRACE / HTTP/1.1\r\nHost: a\r\nCookie: x=geheim\r\nConnection: close\r\n\r\n',
  );
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(answer).not.toContain('geheim');
});

test('a message whose end can be read in two ways is refused', async () => {
  const server = await openServer();
  const head = 'POST /api/look-up HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
  const both =
    'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/me HTTP/1.1\r\nHost: a\r\n\r\n';
  const twice = 'Content-Length: 2\r\nContent-Length: 30\r\n\r\n{}';
  const bare = 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n';
  for (const rest of [both, twice, bare]) {
    const answer = await sendRaw(server.url, head + rest);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain('HTTP/1.1 200');
  }
});

test('no file but the built pages is served, and no folder is listed', async () => {
  const server = await openServer();
  const paths = ['.git/config', '.git/HEAD', 'package.json', 'server/main.ts', 'data/keys.db', 'assets/', 'assets'];
  for (const path of [...paths, '%2e%2e/package.json', '..%2fpackage.json', 'assets/..%2f..%2fpackage.json']) {
    const { status, body } = await server.call<string>('GET', `/${path}`);
    expect([path, status]).toEqual([path, expect.toSatisfy((code: number) => code === 404 || code === 403)]);
    expect(JSON.stringify(body)).not.toMatch(/in-gesprek"|\[core\]|base-/);
  }
});

test('who says in a header to be somebody else is counted as who a proxy on this machine saw last', async () => {
  const server = await openServer();
  const guess = (i: number) =>
    server.call('POST', '/api/look-up', { entry: 'BCDFGH' }, { 'x-forwarded-for': `198.51.100.${i}, 203.0.113.7` });
  const reasons: unknown[] = [];
  for (let i = 0; i < 12; i++) reasons.push((await guess(i)).body['reason']);
  expect(reasons.at(0)).toBe('noSuchSession');
  expect(reasons.at(-1)).toBe('tooFast');
});

test('a key that stands twice, or a list where one word is asked, gets nobody further', async () => {
  const server = await openServer();
  const key = await server.house.access.startKey();
  const post = (body: string) =>
    fetch(`${server.url}/api/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect((await post(`{"key":["${key}"]}`)).status).toBe(400);
  expect((await post(`{"key":"${key}","key":"wrong"}`)).status).toBe(401);
  expect((await post(`{"key":"wrong","more":"${key}"}`)).status).toBe(400);
  for (const query of [
    'sessions=a&sessions=b&script=x',
    'script=x&script=y&sessions=a,b',
    'script[a]=1&sessions=a,b',
  ]) {
    const { status } = await server.asFacilitator('GET', `/api/compare?${query}`);
    expect([query, status >= 400 && status < 500]).toEqual([query, true]);
  }
});
