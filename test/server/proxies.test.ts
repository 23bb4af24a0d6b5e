/** For whom a proxy asks is believed of the proxies that the operator named, and of nobody else. */
import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { buildProxies, proxiesByDefault, proxiesIn } from '../../server/proxies.ts';
import { openServer } from '../support/server-scene.ts';

const asking = (remoteAddress: string, told?: string) =>
  ({ socket: { remoteAddress }, headers: told === undefined ? {} : { 'x-forwarded-for': told } }) as IncomingMessage;

test.each([
  ['none', '127.0.0.1', '192.0.2.7', '127.0.0.1'],
  ['loopback', '127.0.0.1', '192.0.2.7', '192.0.2.7'],
  ['loopback', '::ffff:127.0.0.1', '192.0.2.7', '192.0.2.7'],
  ['loopback', '::1', 'whatever it says, 192.0.2.7', '192.0.2.7'],
  ['loopback', '10.0.0.5', '192.0.2.7', '10.0.0.5'],
  ['10.0.0.5, 2001:db8::/32', '10.0.0.5', '192.0.2.7', '192.0.2.7'],
  ['10.0.0.5, 2001:db8::/32', '2001:db8::9', '192.0.2.7', '192.0.2.7'],
  ['10.0.0.5, 2001:db8::/32', '127.0.0.1', '192.0.2.7', '127.0.0.1'],
  // Through two of ours: who they saw first. Who wrote the rest is not believed.
  ['loopback, 10.0.0.0/8', '127.0.0.1', '203.0.113.1, 192.0.2.7, 10.9.9.9', '192.0.2.7'],
  ['loopback', '127.0.0.1', undefined, '127.0.0.1'],
  ['loopback', '127.0.0.1', '', '127.0.0.1'],
])('with %s, who comes from %s and says "%s" is %s', (setting, from, told, found) => {
  expect(buildProxies(proxiesIn(setting) ?? []).addressOf(asking(from, told))).toBe(found);
});

test.each([
  // A browser on the same machine comes through the proxy as the machine itself.
  ['loopback', '127.0.0.1', '127.0.0.1', true],
  ['loopback', '127.0.0.1', '192.0.2.7', true],
  ['loopback', '127.0.0.1', undefined, false],
  ['loopback', '10.0.0.5', '192.0.2.7', false],
  ['none', '127.0.0.1', '192.0.2.7', false],
])('with %s, %s that says "%s" tells for whom it asks: %s', (setting, from, told, isTold) => {
  expect(buildProxies(proxiesIn(setting) ?? []).isTold(asking(from, told))).toBe(isTold);
});

test('a setting that names no proxies is refused; without one a program on this machine is believed only behind an address', () => {
  const wrong = [
    '',
    'proxy.example',
    '10.0.0.5/33',
    '10.0.0.5/0',
    '10.0.0.5/',
    '999.1.1.1',
    '10.0.0.5,',
    'loopback;none',
  ];
  expect(wrong.filter((text) => proxiesIn(text) !== undefined)).toEqual([]);
  expect(proxiesByDefault(undefined)).toEqual([]);
  expect(proxiesByDefault('https://gesprek.example.nl')).toEqual(['127.0.0.0/8', '::1']);
});

test('a program on this machine that says to be somebody else each time is counted as itself, and seen by the self-check', async () => {
  const server = await openServer({ proxies: [] });
  const look = (i: number) =>
    server.call('POST', '/api/look-up', { entry: 'BCDFGH' }, { 'x-forwarded-for': `198.51.100.${i}` });
  expect(server.house.proxies.isUnheard).toBe(false);
  const answers: unknown[] = [];
  for (let i = 0; i < 12; i++) answers.push((await look(i)).body['reason']);
  expect(answers.at(-1)).toBe('tooFast');
  expect(server.house.proxies.isUnheard).toBe(true);
});
