import type { Broken } from './check.ts';
import type { Fault, Outcome, Tools } from './fault.ts';
import { newFolder, startProgram } from './support/program.ts';
import { openRoom } from './support/room.ts';
import { quantile, until } from './support/until.ts';

const stopWithin = 2_000;
const backWithin = 3_000;
const allWithin = 6_000;

const list = (times: readonly number[]) => times.map((ms) => (ms / 1000).toFixed(1)).join(', ');

/** Stops or kills the server under so many phones that write, starts it again, and sees when they are back. */
async function restart(tools: Tools, phones: number, signal: 'SIGTERM' | 'SIGKILL'): Promise<Outcome> {
  const { after, random, rounds } = tools;
  const program = await startProgram(after, newFolder(after));
  const room = await openRoom(tools, program, { phones });
  const [stops, p95s, lasts]: number[][] = [[], [], []];
  const broken: Broken[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = room.acknowledged();
    for (const phone of room.phones) void room.say(phone);
    await until('some are acknowledged', () => room.acknowledged() > before + random.below(phones / 2));
    const stopped = await program.kill(signal);
    if (signal === 'SIGTERM') {
      stops?.push(stopped);
      if (stopped > stopWithin) broken.push({ invariant: 'speed', what: `gone only after ${stopped.toFixed(0)} ms` });
    }
    await until('nobody is online', () => room.backOnline() === 0);
    await program.start();
    const from = performance.now();
    await until('95 % are back', () => room.backOnline() >= phones * 0.95);
    p95s?.push(performance.now() - from);
    await until('all are back', () => room.backOnline() === phones);
    lasts?.push(performance.now() - from);
    await room.drained();
  }
  const [p95, last] = [quantile(p95s ?? [], 1), quantile(lasts ?? [], 1)];
  if (p95 > backWithin) broken.push({ invariant: 'speed', what: `95 % back only after ${p95.toFixed(0)} ms` });
  if (last > allWithin) broken.push({ invariant: 'speed', what: `the last back only after ${last.toFixed(0)} ms` });
  const end = await room.end();
  const gone = stops?.length ? `gone within ${quantile(stops, 1).toFixed(0)} ms, ` : '';
  const figures = `${phones} phones: ${gone}95 % back within ${list(p95s ?? [])} s, the last ${list(lasts ?? [])} s`;
  return { broken: [...broken, ...end.broken], figures };
}

/** A second program on the same folder, while phones write into the first. */
async function secondServer(tools: Tools): Promise<Outcome> {
  const { after, rounds } = tools;
  const program = await startProgram(after, newFolder(after));
  const room = await openRoom(tools, program, { phones: 10 });
  const broken: Broken[] = [];
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const phone of room.phones) void room.say(phone);
    const from = performance.now();
    const second = await startProgram(after, program.folder).catch((error: Error) => error);
    times.push(performance.now() - from);
    const isRefused = second instanceof Error && /ended \(1\).*already running/s.test(second.message);
    if (!isRefused) broken.push({ invariant: 'act', what: 'the second one was not refused in plain words' });
    await room.drained();
  }
  const slowest = quantile(times, 1);
  if (slowest > backWithin) broken.push({ invariant: 'speed', what: `the second took ${slowest.toFixed(0)} ms` });
  const figures = `the second is gone within ${(slowest / 1000).toFixed(1)} s`;
  return { broken: [...broken, ...(await room.end()).broken], figures };
}

export const restarts: readonly Fault[] = [
  {
    name: 'stop',
    promise: 'stopped with many phones, it is gone at once, keeps all it acknowledged, and they come back (A2, A3, S4)',
    quick: 1,
    full: 0,
    run: (tools) => restart(tools, 40, 'SIGTERM'),
  },
  {
    name: 'stop-300',
    promise: 'stopped with 300 phones, 95 % are back within 3 s (A2, A3, S4)',
    quick: 0,
    full: 5,
    run: (tools) => restart(tools, 300, 'SIGTERM'),
  },
  {
    name: 'kill-300',
    promise: 'killed with 300 phones, 95 % are back within 3 s (A2, A3, S4)',
    quick: 0,
    full: 5,
    run: (tools) => restart(tools, 300, 'SIGKILL'),
  },
  {
    name: 'second-server',
    promise: 'a second server on the same folder is refused, and the first goes on (S1, A2)',
    quick: 1,
    full: 5,
    run: secondServer,
  },
];
