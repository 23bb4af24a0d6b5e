/** The threat model's own figure, whole: a hundred thousand guesses on a real server. */
import { expect, test } from 'vitest';
import { codeAt, comeIn, lookUpAll } from '../support/guessing.ts';
import { openServer } from '../support/server-scene.ts';

test('100,000 guesses from one address: 0 hits, while 40 by QR there and 40 by code elsewhere get in at their first try (P1)', async () => {
  const server = await openServer();
  const session = await server.planSession();
  const codes = Array.from({ length: 100_000 }, (_, n) => codeAt(n)).filter((code) => code !== session.code);
  const from = performance.now();
  const attack = lookUpAll(server, codes, () => '198.51.100.7');
  const arriving = Promise.all([
    comeIn(server, session, { count: 40, by: 'secret', address: '198.51.100.7' }),
    comeIn(server, session, { count: 40, by: 'code', address: '203.0.113.9' }),
  ]);
  expect(await arriving).toEqual([40, 40]);
  const statuses = await attack;
  const seconds = (performance.now() - from) / 1000;
  console.log(`100,000 guesses in ${seconds.toFixed(1)} s: ${JSON.stringify(statuses)}`);
  expect(statuses['200'] ?? 0).toBe(0);
  expect(statuses['404']).toBeLessThanOrEqual(11 + seconds / 6);
  // And after it the attacker's own room scans, the others type.
  expect(await comeIn(server, session, { count: 1, by: 'code', address: '203.0.113.9' })).toBe(1);
}, 120_000);
