// A2 A1 on a database that fails: lines that are cut, commits whose answer is lost, a server that crashes.
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { CannotStore } from '../../server/store/errors.ts';
import { openPostgresStore } from '../../server/store/postgres/postgres-store.ts';
import type { Store } from '../../server/store/store.ts';
import { startProgram } from '../faults/support/program.ts';
import { openRoom } from '../faults/support/room.ts';
import { until } from '../faults/support/until.ts';
import { begun, entry, noted, oneStep } from '../server/store-samples.ts';
import { makePostgres } from '../support/postgres-server.ts';
import { randomFrom } from '../support/room-random.ts';
import { newDataFolder } from '../support/server-stores.ts';
import { openCable } from './cable.ts';

const server = await makePostgres({ durable: true });
afterAll(server.remove);
let schemas = 0;
/** Phones of each session, what each of them says, and after which share of that the server crashes. */
const [phones, each, crashes] = process.env['FULL'] ? [6, 40, [0.2, 0.6]] : [2, 8, [0.4]];

async function open(url = server.url, schema = `lost_${++schemas}`): Promise<Store & { schema: string }> {
  const store = await openPostgresStore({ url, schema });
  onTestFinished(() => store.close());
  return { ...store, schema };
}
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

/** Gives a command until it is stored, as a phone does; how often it was told that it was not. */
async function insist(store: Store, session: string, name: string): Promise<number> {
  let seq = 0;
  for (let refused = 0; ; ) {
    try {
      const appended = await store.append(session, seq, [oneStep(name)]);
      if (appended.ok || appended.repeated.length > 0) return refused;
      seq = appended.tail.at(-1)?.seq ?? seq;
    } catch (error) {
      if (!(error instanceof CannotStore)) throw error;
      refused += 1;
      await wait(20);
    }
  }
}
const stepsOf = async (store: Store, session: string) =>
  (await store.read(session)).map((event) => ('step' in event ? event.step : ''));

test('A2 a database server that crashes under two nodes loses nothing that was acknowledged, and doubles nothing', async () => {
  const one = await open();
  const nodes = [one, await open(server.url, one.schema)];
  const sessions = ['s1', 's2', 's3'];
  for (const session of sessions) await begun(one, session);
  const acknowledged = new Map(sessions.map((session) => [session, [] as string[]]));
  let refused = 0;
  const given = sessions.flatMap((session) => upTo(phones).map((phone) => ({ session, phone })));
  const all = given.map(async ({ session, phone }) => {
    for (const n of upTo(each)) {
      const name = `${session}-${phone}-${n}`;
      refused += await insist(nodes[phone % 2] as Store, session, name);
      acknowledged.get(session)?.push(name);
    }
  });
  const total = () => [...acknowledged.values()].flat().length;
  for (const share of crashes) {
    while (total() < given.length * each * share) await wait(2);
    await server.stop('crash');
    await server.start();
  }
  await Promise.all(all);
  expect(refused).toBeGreaterThan(0);
  for (const session of sessions) {
    const steps = await stepsOf(one, session);
    expect(steps.slice(1).sort()).toEqual(acknowledged.get(session)?.sort());
    expect(await nodes[1]?.read(session)).toEqual(await one.read(session));
  }
});

test('A1 a commit whose answer is lost is told as not stored; the same command once more finds itself', async () => {
  const cable = await openCable(server.url);
  onTestFinished(cable.close);
  const store = await open(cable.url);
  await begun(store, 's1');
  cable.cutAt('COMMIT', 'after');
  await expect(store.append('s1', 1, [oneStep('a')])).rejects.toThrow(CannotStore);
  const again = await store.append('s1', 1, [oneStep('a')]);
  expect(again).toMatchObject({ ok: false, tail: [{ seq: 2 }], repeated: ['command-a'] });
  expect(await store.resultOf('s1', 'command-a')).toEqual({ seq: 2, data: null });
});

test('A2 a line that is cut before its commit has stored nothing, also of what waited beside it', async () => {
  const cable = await openCable(server.url);
  onTestFinished(cable.close);
  const store = await open(cable.url);
  await begun(store, 's1');
  cable.cutAt('COMMIT', 'before');
  const both = await Promise.allSettled([
    store.append('s1', 1, [oneStep('a')]),
    store.append('s1', 2, [entry('b', [noted('n1', 'words')])]),
  ]);
  expect(both).toMatchObject([1, 2].map(() => ({ status: 'rejected', reason: { name: 'CannotStore' } })));
  expect(await store.read('s1')).toHaveLength(1);
  expect(await store.append('s1', 1, [oneStep('a')])).toMatchObject({ ok: true });
});

test('without its database every call is CannotStore and the probe fails; once it is back all goes on by itself', async () => {
  const store = await open();
  await begun(store, 's1');
  await server.stop();
  const calls = await Promise.allSettled([
    store.append('s1', 1, [oneStep('a')]),
    store.read('s1'),
    store.probe(),
    store.facilitators(),
    store.changeFacilitator('f1', { administrator: true }),
  ]);
  expect(calls).toMatchObject(calls.map(() => ({ status: 'rejected', reason: { name: 'CannotStore' } })));
  await server.start();
  await store.probe();
  expect(await store.append('s1', 1, [oneStep('a')])).toMatchObject({ ok: true });
});

test('a database that is not there is refused at opening', async () => {
  await expect(openPostgresStore({ url: 'postgres://postgres:geheim@127.0.0.1:9/x' })).rejects.toThrow(CannotStore);
});

test('A1 A2 A3 S3 S4 a room whose program is killed, and whose database crashes: all that was written is there, once', async () => {
  process.env['DATABASE_URL'] = server.url;
  onTestFinished(() => {
    delete process.env['DATABASE_URL'];
  });
  const after = (clean: () => unknown) => onTestFinished(async () => void (await clean()));
  const program = await startProgram(after, newDataFolder());
  const room = await openRoom({ rounds: 1, seed: 7, random: randomFrom(7), after }, program, { phones: 4 });
  const sayAll = () => {
    for (const phone of room.phones) void room.say(phone);
  };
  const isHealthy = async () => (await fetch(`${program.url}/healthz`)).status;
  sayAll();
  sayAll();
  await until('some are acknowledged', () => room.acknowledged() > 2);
  await program.kill('SIGKILL');
  await program.start();
  await room.drained();
  sayAll();
  await server.stop('crash');
  sayAll();
  expect(await isHealthy()).toBe(503);
  await server.start();
  await room.drained();
  expect(await isHealthy()).toBe(200);
  expect(program.isAlive()).toBe(true);
  expect(room.acknowledged()).toBe(16);
  expect(await room.end()).toMatchObject({ broken: [] });
});
