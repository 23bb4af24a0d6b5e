/** Nobody gets in by guessing, and nobody is kept out by who guesses (P1, E18). The figures: docs/decisions/029. */
import { expect, test } from 'vitest';
import { buildGuesses } from '../../server/entry/guesses.ts';
import { buildHomes } from '../../server/entry/homes.ts';
import { neighbourhoodOf } from '../../server/entry/networks.ts';
import { codeAt, comeIn, lookUpAll } from '../support/guessing.ts';
import { must, openScene, openServer } from '../support/server-scene.ts';

const attacker = '198.51.100.7';
const room = '203.0.113.9';

test('thousands of guesses from one address find nothing, while forty by QR there and forty by code elsewhere get in at once (P1)', async () => {
  const server = await openServer();
  const session = await server.planSession();
  const guesses = Array.from({ length: 3_000 }, (_, n) => codeAt(n)).filter((code) => code !== session.code);
  const attack = lookUpAll(server, guesses, () => attacker);
  const [byQr, byCode] = await Promise.all([
    comeIn(server, session, { count: 40, by: 'secret', address: attacker }),
    comeIn(server, session, { count: 40, by: 'code', address: room }),
  ]);
  const statuses = await attack;
  expect([byQr, byCode]).toEqual([40, 40]);
  expect(Object.keys(statuses).sort()).toEqual(['404', '429']);
  expect(statuses['404']).toBeLessThan(20);
});

const wrong = async () => undefined;
const right = (session: string) => async () => ({ session });
const sessionOf = ({ session }: { session: string }) => session;

/** A machine of whole minutes, in which addresses from many places guess without end. */
function underAttack(addresses: readonly string[]) {
  let now = 0;
  const clock = () => now;
  const homes = buildHomes(clock);
  const guesses = buildGuesses(clock, homes);
  let lookedAt = 0;
  return {
    homes,
    guesses,
    lookedAt: () => lookedAt,
    /** Each address keeps at it all the while; the last tries are of just now. */
    async last(minutes: number): Promise<void> {
      for (const end = now + minutes * 60_000; now < end; ) {
        now += 1_000;
        const tries = addresses.map((address) => guesses.attempt(address, wrong));
        lookedAt += (await Promise.all(tries)).filter((answer) => answer === 'wrong').length;
      }
    },
  };
}
const places = (count: number) => Array.from({ length: count }, (_, n) => `198.18.${n}.7`);

test('a hundred addresses that guess for an hour shut the door for nobody elsewhere, by code too (P1)', async () => {
  const attack = underAttack(places(100));
  for (const minutes of [1, 9, 50]) {
    await attack.last(minutes);
    const people = Array.from({ length: 40 }, () => attack.guesses.attempt(room, right('x'), sessionOf));
    expect(new Set((await Promise.all(people)).map((one) => (typeof one === 'string' ? one : 'in')))).toEqual(
      new Set(['in']),
    );
  }
  // What is looked at in all stays what the server's own limit allows.
  expect(attack.lookedAt()).toBeLessThanOrEqual(120 + 60 * 120);
});

test('where a session’s own screens are its code works through any attack, and no other session’s does (P1)', async () => {
  const attack = underAttack(places(250).flatMap((place) => [place, `${place}1`]));
  attack.homes.seen(room, 'x');
  await attack.last(2);
  expect(await attack.guesses.attempt('203.0.114.1', right('x'), sessionOf)).toBe('tooFast');
  expect(await attack.guesses.attempt(room, right('x'), sessionOf)).toEqual({ session: 'x' });
  expect(await attack.guesses.attempt(room, right('y'), sessionOf)).toBe('tooFast');
  // Nor does a screen of one's own make guessing pay.
  const own = await Promise.all(Array.from({ length: 30 }, () => attack.guesses.attempt(room, wrong)));
  expect(new Set(own)).toEqual(new Set(['tooFast']));
  expect(await attack.guesses.attempt(room, right('x'), sessionOf)).toBe('tooFast');
});

test('who rents a whole /32 or /24 counts as one neighbour', () => {
  expect(neighbourhoodOf('2001:db8:7:9::1')).toBe(neighbourhoodOf('2001:db8:ffff::2'));
  expect(neighbourhoodOf('198.51.100.7')).toBe(neighbourhoodOf('198.51.100.8'));
  expect(neighbourhoodOf('198.51.100.7')).not.toBe(neighbourhoodOf('198.51.101.7'));
});

test('unknown, closed and locked get the same answer in the same time, and count the same; the QR code says which (P1)', async () => {
  const { server, session: locked, desk } = await openScene({ phones: 0 });
  const { session: closed, desk: other } = await openScene({ server, phones: 0 });
  await must(desk, { type: 'LockDoor', locked: true });
  await must(other, { type: 'CloseSession' });
  const codes = { unknown: 'BCDFGH', closed: closed.code, locked: locked.code };
  const times: number[] = [];
  for (const [i, entry] of [...Object.values(codes), ...Object.values(codes)].entries()) {
    const at = performance.now();
    const answer = await server.call('POST', '/api/look-up', { entry }, { 'x-forwarded-for': `198.51.100.${i}` });
    times.push(performance.now() - at);
    expect([answer.status, answer.body]).toEqual([404, { reason: 'noSuchSession' }]);
  }
  expect(Math.min(...times)).toBeGreaterThanOrEqual(195);
  const tries = Array.from({ length: 14 }, () =>
    server.call('POST', '/api/look-up', { entry: locked.code }, { 'x-forwarded-for': '192.0.2.1' }),
  );
  expect((await Promise.all(tries)).filter(({ status }) => status === 404)).toHaveLength(10);
  expect((await server.call('POST', '/api/look-up', { entry: locked.secret })).body).toEqual({ reason: 'doorLocked' });
  expect((await server.call('POST', '/api/look-up', { entry: closed.secret })).body).toEqual({
    reason: 'sessionClosed',
  });
});
