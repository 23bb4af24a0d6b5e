/** Behind a balancer that holds each session to one node, as docs/deploy/nginx-nodes.conf does (S1, S4, A1, A2). */
import { expect, onTestFinished, test } from 'vitest';
import { newFolder, startProgram } from '../faults/support/program.ts';
import { openRoom, type Running } from '../faults/support/room.ts';
import { until } from '../faults/support/until.ts';
import { openBalancer } from '../support/balancer.ts';
import { compiled } from '../support/compiled.ts';
import { randomFrom } from '../support/room-random.ts';
import { openCable } from './cable.ts';
import { newDatabase } from './database.ts';

const after = (clean: () => unknown) => onTestFinished(async () => void (await clean()));

async function startNode(database: string) {
  const cable = await openCable(database);
  onTestFinished(cable.close);
  const env = { ...compiled, DATABASE_URL: cable.url };
  const program = await startProgram(after, newFolder(after), { env });
  return { cable, program };
}

test('all that names a session lands on one node and the others do not read it; that node dies, and all of it goes on by one other (A1, A2, S4)', async () => {
  const { url: database, drop } = await newDatabase();
  onTestFinished(drop);
  const first = await Promise.all([startNode(database), startNode(database)]);
  // Whose key counts: each that starts ends the one before.
  const last = await startNode(database);
  const nodes = [...first, last];
  const ports = () => nodes.map(({ program }) => (program.isAlive() ? program.port : -1));
  const balancer = await openBalancer(ports, { sticking: 'session' });
  onTestFinished(balancer.close);
  const running: Running = {
    ...{ url: balancer.url, port: Number(new URL(balancer.url).port), key: last.program.key, folder: '', database },
    errors: () => nodes.map(({ program }) => program.errors()).join('\n'),
    isAlive: () => nodes.some(({ program }) => program.isAlive()),
    kill: async (signal) => Math.max(...(await Promise.all(nodes.map(({ program }) => program.kill(signal))))),
    figures: async () => ({ lagP99: 0, workP99: 0 }),
  };
  const tools = { rounds: 1, seed: 1, random: randomFrom(1), after };
  const room = await openRoom(tools, running, { phones: 6 });
  const sayAll = () => Promise.all(room.phones.map((phone) => room.say(phone)));

  // Planning it, before it had a name, may have gone elsewhere.
  const [holder = -1, ...more] = balancer.reachedBy(room.session);
  expect(more).toEqual([]);
  const asks = nodes.map(({ cable }) => cable.countOf(room.session));
  await sayAll();
  await until('the desk was told of all', () => room.acts.every(room.isTold));
  expect(asks.map((count) => count() > 0)).toEqual(nodes.map((_, node) => node === holder));

  const said = sayAll();
  await nodes[holder]?.program.kill('SIGKILL');
  await said;
  await until('everybody is back', () => room.backOnline() === room.phones.length);
  await sayAll();
  const [, heir = -1, ...others] = balancer.reachedBy(room.session);
  expect(others).toEqual([]);
  expect(asks[heir]?.()).toBeGreaterThan(0);
  // Every screen holds what a newcomer gets, and the log all that was acknowledged, once.
  expect((await room.end()).broken).toEqual([]);
}, 60_000);
