import type { Broken } from './check.ts';
import type { Fault, Outcome, Tools } from './fault.ts';
import { startInside } from './support/inside.ts';
import { newFolder, startProgram } from './support/program.ts';
import { buildRoad } from './support/road.ts';
import { openRoom } from './support/room.ts';
import { until } from './support/until.ts';

const minute = 60_000;
const jumps = [-10 * minute, 10 * minute, -10 * minute, 24 * 60 * minute, -24 * 60 * minute];
const phones = 10;
/** More than a ticket may say at once. */
const each = 35;
/** They may say 30 at once and 5 a second after that, and try again every 1.5 s. */
const drainedWithin = 15_000;

/** The server's clock is set back and forth while phones write. */
async function clockJumps(tools: Tools): Promise<Outcome> {
  let offset = 0;
  const clock = () => Date.now() + offset;
  const server = await startInside(tools.after, { folder: newFolder(tools.after), clock });
  const room = await openRoom(tools, server, { phones });
  const broken: Broken[] = [];
  for (let round = 0; round < tools.rounds; round++) {
    for (const jump of jumps) {
      for (let i = 0; i < each; i++) for (const phone of room.phones) void room.say(phone);
      offset += jump;
      await room
        .drained(drainedWithin)
        .catch((error: Error) =>
          broken.push({ invariant: 'act', what: `after a jump of ${jump / minute} minutes: ${error.message}` }),
        );
    }
  }
  const end = await room.end();
  const list = jumps.map((jump) => jump / minute).join(', ');
  return {
    broken: [...broken, ...end.broken],
    figures: `${room.acts.length} answers, the clock set by ${list} minutes`,
  };
}

/** This process's clock, and so that of all its phones, is wrong by so much until the end. */
function shiftPhones(after: Tools['after']): (by: number) => void {
  const right = Date.now;
  let offset = 0;
  Date.now = () => right() + offset;
  after(() => {
    Date.now = right;
  });
  return (by) => {
    offset += by;
  };
}

const second = 1_000;

/** Phones whose clock is ten minutes slow, and ten minutes fast: their countdowns are the room's. */
async function phoneClock(tools: Tools): Promise<Outcome> {
  const broken: Broken[] = [];
  let [most, given] = [0, 0];
  for (const wrong of [-10 * minute, 10 * minute]) {
    const now = Date.now;
    const program = await startProgram(tools.after, newFolder(tools.after));
    const shift = shiftPhones(tools.after);
    shift(wrong);
    const room = await openRoom(tools, program, { phones });
    for (let round = 0; round < tools.rounds; round++) {
      for (const phone of room.phones) void room.say(phone);
      await room.drained();
    }
    most = Math.max(most, ...room.phones.map(({ live }) => Math.abs(live.now() - now())));
    given += room.acts.length;
    broken.push(...(await room.end()).broken);
    shift(-wrong);
  }
  if (most > second) broken.push({ invariant: 'act', what: `a countdown is ${most.toFixed(0)} ms off` });
  return { broken, figures: `${given} answers; countdowns at most ${most.toFixed(0)} ms off` };
}

const steps = 15;
const backWithin = 5 * second;

/** Five minutes without wifi, as all clocks have it, in which each phone goes on writing. */
async function fiveMinutes(tools: Tools): Promise<Outcome> {
  const broken: Broken[] = [];
  const shift = shiftPhones(tools.after);
  const server = await startInside(tools.after, { folder: newFolder(tools.after), clock: () => Date.now() });
  const road = await buildRoad(tools.after, () => server.port);
  const room = await openRoom(tools, server, { phones, roadOf: () => road.url });
  let slowest = 0;
  for (let round = 0; round < tools.rounds; round++) {
    road.become('closed');
    road.cut();
    await until('they say so', () => room.phones.every(({ live }) => live.status === 'offline'));
    for (let step = 0; step < steps; step++) {
      for (const phone of room.phones) void room.say(phone);
      shift((5 * minute) / steps);
    }
    const kept = room.phones.every((phone) => phone.pending() >= steps);
    if (!kept) broken.push({ invariant: 'act', what: 'what was written is not kept' });
    road.become('good');
    const from = performance.now();
    await room.drained();
    slowest = Math.max(slowest, performance.now() - from);
  }
  if (slowest > backWithin) broken.push({ invariant: 'speed', what: `sent after ${slowest.toFixed(0)} ms` });
  const figures = `${room.acts.length} answers of ${phones} phones, all there once within ${(slowest / second).toFixed(1)} s`;
  return { broken: [...broken, ...(await room.end()).broken], figures };
}

export const clocks: readonly Fault[] = [
  {
    name: 'clock-jumps',
    promise: 'a server whose clock is set back or forth goes on, in the order of seq (S1, A2)',
    quick: 0,
    full: 1,
    run: clockJumps,
  },
  {
    name: 'phone-clock',
    promise: 'phones whose clock is ten minutes off count down with the room (S1, A2)',
    quick: 0,
    full: 2,
    run: phoneClock,
  },
  {
    name: 'wifi-off-5-minutes',
    promise: 'what is written in five minutes without wifi is there once as soon as it is back (A1, A3)',
    quick: 0,
    full: 3,
    run: fiveMinutes,
  },
];
