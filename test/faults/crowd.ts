import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Broken } from './check.ts';
import type { Fault, Outcome, Tools } from './fault.ts';
import { newFolder, startProgram } from './support/program.ts';
import { buildRoad } from './support/road.ts';
import { openRoom, type Room } from './support/room.ts';
import { quantile, until } from './support/until.ts';

const phones = 40;
const keptOutFor = 11_000;
const samples = 300;

/** Milliseconds until each of so many answers was acknowledged, one after another, at a person's pace for each phone. */
async function timed({ say, phones: all }: Room): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < samples; i++) {
    const from = performance.now();
    await say(all[i % all.length]);
    times.push(performance.now() - from);
  }
  return times;
}

/** One ticket sends as many messages as its line takes, from a process of its own. */
async function flooded(tools: Tools): Promise<Outcome> {
  const program = await startProgram(tools.after, newFolder(tools.after));
  const room = await openRoom(tools, program, { phones });
  const broken: Broken[] = [];
  const told: string[] = [];
  for (let round = 0; round < tools.rounds; round++) {
    const idle = quantile(await timed(room), 0.95);
    const ticket = room.phones[phones - 1]?.joined.ticket ?? '';
    const flooder = spawn(process.execPath, [join(import.meta.dirname, 'support/flooder.ts'), program.url, ticket], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    tools.after(() => flooder.kill('SIGKILL'));
    let sent = '';
    flooder.stdout.on('data', (part) => {
      sent = String(part).trim().split('\n').at(-1) ?? sent;
    });
    await until('it floods', () => sent !== '');
    const busy = quantile(await timed(room), 0.95);
    flooder.kill('SIGKILL');
    if (busy > 2 * idle)
      broken.push({ invariant: 'speed', what: `p95 ${idle.toFixed(1)} ms, flooded ${busy.toFixed(1)}` });
    told.push(`p95 ${idle.toFixed(1)} ms, flooded by ${sent} messages/s ${busy.toFixed(1)} ms`);
  }
  await room.drained();
  // From where a flood came only so many lines a second are opened for a while: the checker opens many at once.
  await setTimeout(keptOutFor);
  return { broken: [...broken, ...(await room.end()).broken], figures: told.join('; ') };
}

const sleepers = 60;
/** The first phone's seat has a line of its own beside its phone. */
const listeners = 1;
/** As fast as a desk may. */
const pace = 220;
const mostEach = 1e6;
const noticedWithin = 20_000;

/** Phones stop reading while much is told to them: the server lets go of them, and remembers little for each. */
async function asleep(tools: Tools): Promise<Outcome> {
  const program = await startProgram(tools.after, newFolder(tools.after));
  const road = await buildRoad(tools.after, () => program.port);
  const room = await openRoom(tools, program, { phones: sleepers, roadOf: () => road.url });
  const broken: Broken[] = [];
  let [most, slowest, woke] = [0, 0, 0];
  for (let round = 0; round < tools.rounds; round++) {
    await until('the desk sees all', () => room.desk.presence()?.online.length === sleepers);
    const before = (await program.figures()).rss;
    road.become('asleep');
    const from = performance.now();
    let number = 0;
    // What the desk says goes to every phone.
    while ((room.desk.presence()?.online.length ?? 0) > listeners && performance.now() - from < 2 * noticedWithin) {
      number += 1;
      await room.desk
        .command({ type: 'ExtendClock', step: room.step, seconds: number % 2 ? 60 : -59 })
        .catch(() => undefined);
      most = Math.max(most, ((await program.figures()).rss - before) / sleepers);
      await setTimeout(pace);
    }
    slowest = Math.max(slowest, performance.now() - from);
    road.become('good');
    road.cut();
    const again = performance.now();
    const ends = () => room.desk.state().runs[room.step]?.endsAt;
    await until('they are up to date', () =>
      room.phones.every(({ live }) => live.status === 'online' && live.state.runs[room.step]?.endsAt === ends()),
    );
    woke = Math.max(woke, performance.now() - again);
  }
  if (most > mostEach) broken.push({ invariant: 'speed', what: `${(most / 1e6).toFixed(2)} MB for each who sleeps` });
  if (slowest > noticedWithin) broken.push({ invariant: 'speed', what: `noticed after ${slowest.toFixed(0)} ms` });
  const figures = `${sleepers} asleep: noticed within ${(slowest / 1000).toFixed(1)} s, ${(most / 1e6).toFixed(2)} MB each at most, up to date ${(woke / 1000).toFixed(1)} s after waking`;
  return { broken: [...broken, ...(await room.end()).broken], figures };
}

export const crowds: readonly Fault[] = [
  {
    name: 'flood',
    promise: 'one ticket that floods holds nobody else up (A2)',
    quick: 0,
    full: 3,
    run: flooded,
  },
  {
    name: 'asleep',
    promise: 'phones that sleep are let go of, cost little, and are up to date at once when they wake (S4)',
    quick: 0,
    full: 1,
    run: asleep,
  },
];
