/** Guessing a facilitator's passphrase from many networks at once: it is slow, and keeps nobody out (docs/decisions/029). */
import { expect, test } from 'vitest';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { Answered, TestServer } from '../support/server.ts';
import { openServer } from '../support/server-scene.ts';

const passphrase = 'vier ezels op een natte zolder';
const minute = 60_000;
const home = '192.0.2.1';

/** A facilitator with a passphrase, on a server with a clock of its own. `forget`: as after a restart, no network is known. */
async function openAt() {
  const clock = { now: Date.now() };
  const store = openMemoryStore({ now: () => clock.now });
  let server = await openServer({ store, clock: () => clock.now });
  const chosen = { name: 'Dorien', passphrase, endOthers: false };
  await server.call('POST', '/api/account/passphrase', chosen, { cookie: server.cookie });
  const at = (address: string, words = 'wat dan ook maar iets', name = 'Dorien', cookie = '') =>
    server.call(
      'POST',
      '/api/sign-in',
      { name, passphrase: words },
      { 'x-forwarded-for': address, ...(cookie && { cookie }) },
    );
  const restart = async () => {
    server = await openServer({ store, clock: () => clock.now });
  };
  return { clock, at, restart, server: (): TestServer => server };
}
/** A network of its own in a neighbourhood of its own. */
const stranger = (n: number) => `100.${64 + (n >> 8)}.${n & 255}.7`;
const looked = (tries: readonly Answered<unknown>[]) => tries.filter(({ status }) => status === 401).length;
const deviceIn = ({ headers }: Answered<unknown>) =>
  headers
    .getSetCookie()
    .find((one) => one.startsWith('ig_device='))
    ?.split(';')[0] ?? '';

test('two hundred networks that guess one name are looked at thirty times, and eighty an hour after that', async () => {
  const { clock, at, restart } = await openAt();
  await restart();
  const tries = await Promise.all(Array.from({ length: 200 }, (_, n) => at(stranger(n))));
  expect(looked(tries)).toBe(30);
  let later = 0;
  for (let passed = 0; passed < 60; passed++) {
    clock.now += minute;
    const next = Array.from({ length: 4 }, (_, n) => at(stranger(200 + 4 * passed + n)));
    later += looked(await Promise.all(next));
  }
  expect(later).toBeGreaterThan(70);
  expect(later).toBeLessThanOrEqual(80);
});

test('meanwhile its owner comes in by a browser that signed in before, wherever it is and after a restart', async () => {
  const { at, restart } = await openAt();
  const device = deviceIn(await at(home, passphrase));
  expect(device).toMatch(/^ig_device=[\w-]{43}$/);
  await restart();
  await Promise.all(Array.from({ length: 60 }, (_, n) => at(stranger(n))));
  expect((await at('203.0.113.9', passphrase)).status).toBe(429);
  expect((await at('203.0.113.9', passphrase, 'Dorien', device)).status).toBe(200);
  // It opens nothing by itself, says nothing of another name, and guesses with it are counted too.
  expect((await at('203.0.113.9', passphrase, 'Niemand', device)).status).toBe(401);
  const wrong = await Promise.all(Array.from({ length: 14 }, () => at('203.0.113.9', 'wat dan ook', 'Dorien', device)));
  expect(looked(wrong)).toBe(10);
});

test('meanwhile its owner comes in from anywhere where the guesses come from a handful of networks, or a minute later', async () => {
  const { clock, at, restart } = await openAt();
  await restart();
  for (let round = 0; round < 5; round++) {
    await Promise.all(Array.from({ length: 40 }, (_, n) => at(stranger(n % 8))));
    clock.now += 3 * minute;
  }
  await Promise.all(Array.from({ length: 40 }, (_, n) => at(stranger(n % 8))));
  expect((await at('203.0.113.9', passphrase)).status).toBe(200);
  await Promise.all(Array.from({ length: 60 }, (_, n) => at(stranger(1_000 + n))));
  expect((await at('203.0.113.10', passphrase)).status).toBe(429);
  clock.now += minute;
  expect((await at('203.0.113.10', passphrase)).status).toBe(200);
});

test('whoever guesses at one name after another is slowed down for the whole server, and others still come in', async () => {
  const { at, server } = await openAt();
  await at(home, passphrase);
  const tries = await Promise.all(Array.from({ length: 300 }, (_, n) => at(stranger(n), 'iets', `Naam ${n}`)));
  expect(looked(tries)).toBe(40);
  expect((await at(home, passphrase)).status).toBe(200);
  // Who goes by a key or a passkey is held up by none of it.
  const key = await server().house.access.startKey();
  expect((await server().call('POST', '/api/sign-in', { key })).status).toBe(200);
});

test('who signs off everywhere, or lost a laptop, leaves no browser that is known', async () => {
  const { at, restart, server } = await openAt();
  const signedIn = await at(home, passphrase);
  const device = deviceIn(signedIn);
  // The same browser keeps what it has.
  expect(deviceIn(await at(home, passphrase, 'Dorien', device))).toBe(device);
  expect(await server().house.store.grants({ kind: 'device' })).toHaveLength(2);
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  await server().call('POST', '/api/sign-off', { everywhere: true }, { cookie });
  await restart();
  await Promise.all(Array.from({ length: 60 }, (_, n) => at(stranger(n))));
  expect((await at('203.0.113.9', passphrase, 'Dorien', device)).status).toBe(429);
});
