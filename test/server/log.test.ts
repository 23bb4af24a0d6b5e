/** What the program writes down of itself: lines from a list, at any level, and of 1,000 canaries none (P4). */
import { type FastifyBaseLogger, fastify } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { logOptions } from '../../server/http/log.ts';
import { openLibrary } from '../../server/library/library.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import { protocolVersion } from '../../shared/protocol-version.ts';
import { openSocket } from '../support/client.ts';

const canaries = Array.from({ length: 1_000 }, (_, i) => `Kanarie${i}${crypto.randomUUID().slice(0, 8)}`);

function errorWith(words: string): Error {
  const error = new Error(`"${words}" is wrong\n    at ${words} (file:///${words}.ts:1:1)\n    at /x/${words}.ts:2:2`);
  return Object.assign(error, { name: words, code: words, detail: words });
}

/** A server at its most talkative, whose store fails with what it was given. */
async function talkative() {
  const lines: string[] = [];
  const logger = { ...logOptions, level: 'trace', stream: { write: (line: string) => void lines.push(line) } };
  let words = '';
  const failing = { ...openMemoryStore(), probe: () => Promise.reject(errorWith(words)) };
  const store = { ...failing, grantByHash: () => Promise.reject(errorWith(words)) };
  const config = { port: 0, host: '127.0.0.1', dataDir: 'none', publicUrl: undefined };
  const app = await buildApp({ config, store, library: openLibrary([]), logger });
  onTestFinished(() => app.close());
  const url = await app.listen();
  const fail = (next: string) => {
    words = next;
  };
  return { url, lines, fail };
}

test('of 1,000 canaries in paths, queries, headers, bodies, tickets and errors none is in a line, at any level (P4)', async () => {
  const { url, lines, fail } = await talkative();
  const asked: ((canary: string) => Promise<unknown>)[] = [
    (one) => fetch(`${url}/${one}`),
    (one) => fetch(`${url}/api/sessions/${one}/exports/${one}?use=${one}`),
    (one) => fetch(`${url}/healthz?${one}=${one}`),
    (one) =>
      fetch(`${url}/api/home`, { headers: { cookie: `ig_facilitator=${one}`, 'user-agent': one, referer: one } }),
    (one) => post('/api/join', `{"entry":"${one}","${one}`),
    (one) => post('/api/join', JSON.stringify({ entry: one, commandId: one.padEnd(22, 'x'), people: 1, name: one })),
    (one) => post('/api/own', JSON.stringify({ ticket: one })),
    (one) => post('/api/own/consent', JSON.stringify({ ticket: one, agrees: true, version: one })),
    (one) => fetch(`${url}/afmelden/${one}`, { redirect: 'manual' }),
    (one) => post(`/afmelden/${one}`, one),
    (one) => post('/api/interest/confirm', JSON.stringify({ secret: one.padEnd(43, 'x').slice(0, 43) })),
    (one) => post('/api/sign-in', JSON.stringify({ key: one })),
    (one) => post('/api/summary/read', JSON.stringify({ token: one.padEnd(22, 'x') })),
  ];
  const post = (path: string, body: string) =>
    fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  // Ten at a time, each its own way: what fails then quotes all ten.
  for (let from = 0; from < canaries.length; from += asked.length) {
    const ten = canaries.slice(from, from + asked.length);
    fail(ten.join(' '));
    await Promise.all(asked.map((ask, i) => ask(ten[i] ?? '')));
  }
  expect(lines.length).toBeGreaterThan(1_000);
  const all = lines.join('');
  expect(all).toContain('"msg":"a request failed"');
  expect(canaries.filter((one) => all.includes(one))).toEqual([]);
  // Each line holds what is on the list and nothing else.
  const keys = new Set(lines.flatMap((line) => Object.keys(JSON.parse(line) as object)));
  expect([...keys].sort()).toEqual(['err', 'level', 'msg', 'req', 'reqId', 'res', 'responseTime', 'time']);
});

test.each([
  ['an error by itself', (log: FastifyBaseLogger, one: string) => log.error(errorWith(one))],
  ['an error without a sentence', (log: FastifyBaseLogger, one: string) => log.error({ err: errorWith(one) })],
  [
    'an error with a sentence of its own',
    (log: FastifyBaseLogger, one: string) => log.error({ err: errorWith(one) }, one),
  ],
  [
    'an error under another name',
    (log: FastifyBaseLogger, one: string) => log.error({ error: errorWith(one), body: one }),
  ],
  ['a sentence', (log: FastifyBaseLogger, one: string) => log.warn(`no route for ${one}`)],
  ['a sentence with a blank', (log: FastifyBaseLogger, one: string) => log.warn('a request failed %s', one)],
])('%s says nothing of what somebody wrote (P4)', (_, write) => {
  const lines: string[] = [];
  const { log } = fastify({ logger: { ...logOptions, stream: { write: (line: string) => void lines.push(line) } } });
  write(log, 'Kanarie');
  expect(lines).toHaveLength(1);
  expect(lines.join('')).not.toContain('Kanarie');
});

test('an error says where in the program it happened', () => {
  const lines: string[] = [];
  const { log } = fastify({ logger: { ...logOptions, stream: { write: (line: string) => void lines.push(line) } } });
  const err = new TypeError('of Kanarie\nwhat');
  // Vitest asks Node for a test file with a query behind its name; a file of the program has none.
  err.stack = (err.stack ?? '').replace(/\?vitest=\d+/, '');
  log.error({ err }, 'a request failed');
  expect(JSON.parse(lines.join(''))).toMatchObject({
    msg: 'a request failed',
    err: { type: 'TypeError', message: '', stack: expect.stringMatching(/log\.test\.ts:\d+:\d+$/) },
  });
});

test('what somebody may not do, guesses and sends without form is counted: by route, reason and kind of secret, one line a minute, and no words (P4)', async () => {
  const lines: string[] = [];
  const logger = { ...logOptions, stream: { write: (line: string) => void lines.push(line) } };
  const config = { port: 0, host: '127.0.0.1', dataDir: 'none', publicUrl: undefined };
  const app = await buildApp({ config, store: openMemoryStore(), library: openLibrary([]), logger });
  const url = await app.listen();
  const canary = 'Kanarie-in-de-mijn';
  const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: object) =>
    fetch(url + path, {
      method,
      headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
  await ask('GET', '/api/home');
  for (const which of [canary, 'BBBB'])
    await ask('GET', `/api/sessions/${which}/desk?x=${canary}`, { cookie: `ig_facilitator=${canary}` });
  await ask('POST', '/api/own', {}, { ticket: canary });
  await ask('POST', '/api/join', {}, { entry: canary });
  await ask('POST', '/api/sign-in', { origin: 'https://elsewhere.example' }, { key: canary });
  await ask('GET', `/${canary}`);
  const socket = openSocket(url);
  const hello = await socket.emitWithAck('hello', { protocol: protocolVersion, ticket: 'B'.repeat(43), cursor: null });
  expect(hello).toEqual({ ok: false, refusal: { reason: 'noTicket' } });
  await socket.emitWithAck('command', { commandId: 'c'.repeat(22), command: { type: 'TakeLead' } });
  socket.disconnect();
  const told = () =>
    lines.map((line) => JSON.parse(line) as { msg: string; refused: object }).filter(({ msg }) => msg === 'refused');
  expect(told()).toEqual([]);
  await app.close();
  expect(
    told()
      .map(({ refused }) => Object.values(refused).join(', '))
      .sort(),
  ).toEqual([
    'GET /api/home, noTicket, nothing, 1',
    'GET /api/sessions/:id/desk, noTicket, cookie, 2',
    'POST /api/join, malformed, nothing, 1',
    'POST /api/own, noTicket, ticket, 1',
    'POST /api/sign-in, notAllowed, nothing, 1',
    'command TakeLead, noTicket, nothing, 1',
    'hello, noTicket, nothing, 1',
  ]);
  expect(lines.join('')).not.toMatch(/Kanarie|BBBB|127\.0\.0\.1|elsewhere/);
});
