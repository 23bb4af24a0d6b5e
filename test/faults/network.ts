import type { Broken } from './check.ts';
import type { Fault, Outcome, Tools } from './fault.ts';
import type { Phone } from './support/phone.ts';
import { newFolder, startProgram } from './support/program.ts';
import { buildRoad, type Weather } from './support/road.ts';
import { openRoom } from './support/room.ts';
import { quantile, until } from './support/until.ts';

const phones = 20;
const each = 3;
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** A room of which every other phone goes over a road. */
async function openRoads(tools: Tools, mutant?: string) {
  const program = await startProgram(tools.after, newFolder(tools.after), { mutant });
  const road = await buildRoad(tools.after, () => program.port);
  const room = await openRoom(tools, program, { phones, roadOf: (i) => (i % 2 ? road : program).url });
  const far = room.phones.filter(({ goes }) => goes === road.url);
  const sayAll = (some: readonly Phone[] = room.phones) => {
    for (let i = 0; i < each; i++) for (const phone of some) void room.say(phone);
  };
  return { program, road, room, far, near: room.phones.filter((phone) => !far.includes(phone)), sayAll };
}

/** Half of the phones lose the line in the middle of their answers and write on; the others go on as well. */
async function cutWhileWriting(tools: Tools, mutant?: string): Promise<Outcome> {
  const { road, room, far, near, sayAll } = await openRoads(tools, mutant);
  const back: number[] = [];
  for (let round = 0; round < tools.rounds; round++) {
    const before = room.acknowledged();
    sayAll();
    await until('some are acknowledged', () => room.acknowledged() > before + tools.random.below(phones));
    road.become('deaf');
    await until('more are acknowledged', () => near.every((phone) => phone.pending() === 0));
    road.become('closed');
    road.cut();
    await until('they say so', () => far.every(({ live }) => live.status === 'offline'));
    // Each of them misses this one.
    await room.must({ type: 'ExtendClock', step: room.step, seconds: 60 });
    sayAll();
    await until('the others are done', () => near.every((phone) => phone.pending() === 0));
    road.become('good');
    const from = performance.now();
    await until('they are back', () => far.every(({ live }) => live.status === 'online'));
    back.push(performance.now() - from);
    await (mutant ? room.drained(5_000).catch(() => undefined) : room.drained());
  }
  const { broken } = await room.end();
  return {
    broken,
    figures: `${room.acts.length} answers, ${far.length} phones cut; back within ${seconds(quantile(back, 1))}`,
  };
}

/** As without wifi: nothing comes through any more, and nobody is told. */
async function wifiOff(tools: Tools): Promise<Outcome> {
  const { road, room, far, near, sayAll } = await openRoads(tools);
  const noticed: number[] = [];
  const back: number[] = [];
  for (let round = 0; round < tools.rounds; round++) {
    sayAll();
    road.become('dead');
    const from = performance.now();
    sayAll();
    await until('they say so', () => far.every(({ live }) => live.status === 'offline'), 40_000);
    noticed.push(performance.now() - from);
    await until('the others are done', () => near.every((phone) => phone.pending() === 0));
    road.cut();
    road.become('good');
    road.cut();
    const again = performance.now();
    await until('they are back', () => far.every(({ live }) => live.status === 'online'), 40_000);
    back.push(performance.now() - again);
    await room.drained();
  }
  const { broken } = await room.end();
  const figures = `${far.length} phones notice within ${seconds(quantile(noticed, 1))}, are back within ${seconds(quantile(back, 1))}`;
  return { broken, figures };
}

/** The network's own page in the place of the server, in the middle of it. */
async function captivePortal(tools: Tools): Promise<Outcome> {
  const { road, room, far, sayAll } = await openRoads(tools);
  const broken: Broken[] = [];
  const [said, back]: [number[], number[]] = [[], []];
  for (let round = 0; round < tools.rounds; round++) {
    sayAll();
    road.become('portal');
    road.cut();
    const from = performance.now();
    await until('they say that the network asks something', () => far.every(({ live }) => live.behindPortal));
    said.push(performance.now() - from);
    sayAll();
    road.become('good');
    const again = performance.now();
    await until('they are back', () => far.every(({ live }) => live.status === 'online'));
    back.push(performance.now() - again);
    await room.drained();
  }
  if (quantile(back, 1) > 3_000) broken.push({ invariant: 'speed', what: `back after ${seconds(quantile(back, 1))}` });
  const figures = `said within ${seconds(quantile(said, 1))}, back within ${seconds(quantile(back, 1))} once passed`;
  return { broken: [...broken, ...(await room.end()).broken], figures };
}

/** All phones behind a proxy that spoils websockets: they poll. */
async function withoutWebsockets(tools: Tools): Promise<Outcome> {
  const broken: Broken[] = [];
  const told: string[] = [];
  for (const weather of ['refusesUpgrade', 'swallowsUpgrade'] as const satisfies Weather[]) {
    const program = await startProgram(tools.after, newFolder(tools.after));
    const road = await buildRoad(tools.after, () => program.port, weather);
    const room = await openRoom(tools, program, { phones, roadOf: () => road.url });
    for (let round = 0; round < tools.rounds; round++) {
      for (let i = 0; i < each; i++) for (const phone of room.phones) void room.say(phone);
      await room.drained();
    }
    const slowest = quantile(
      room.phones.map(({ onlineAfter }) => onlineAfter()),
      1,
    );
    if (slowest > 1_000)
      broken.push({ invariant: 'speed', what: `${weather}: connected after ${slowest.toFixed(0)} ms` });
    told.push(`${weather === 'refusesUpgrade' ? 'refused' : 'swallowed'}: in within ${slowest.toFixed(0)} ms`);
    broken.push(...(await room.end()).broken);
  }
  return { broken, figures: told.join('; ') };
}

const few = 6;
/** A websocket that is swallowed is given up after 4 s. */
const movedWithin = 6_000;

/** Phones that had websockets lose their line: on the same network they ask for one line each; one that spoils them is no end. */
async function moved(tools: Tools): Promise<Outcome> {
  const program = await startProgram(tools.after, newFolder(tools.after));
  const road = await buildRoad(tools.after, () => program.port);
  const room = await openRoom(tools, program, { phones: few, roadOf: () => road.url });
  const broken: Broken[] = [];
  const told: string[] = [];
  const isOnline = () => room.phones.every(({ live }) => live.status === 'online');
  for (let round = 0; round < tools.rounds; round++) {
    for (const weather of ['good', 'refusesUpgrade', 'swallowsUpgrade'] as const satisfies Weather[]) {
      road.become('good');
      await until('they have websockets, and nothing else', () => {
        const { all, websockets } = road.lines();
        return isOnline() && all === few && websockets === few;
      });
      road.become(weather);
      const [opened, from] = [road.opened(), performance.now()];
      road.cut();
      await until('they say so', () => room.phones.every(({ live }) => live.status === 'offline'));
      for (const phone of room.phones) void room.say(phone);
      await until('they are back', isOnline);
      const took = performance.now() - from;
      if (weather === 'good' && road.opened() - opened !== few)
        broken.push({ invariant: 'act', what: `${road.opened() - opened} lines for ${few} phones` });
      if (took > movedWithin) broken.push({ invariant: 'speed', what: `${weather}: back after ${seconds(took)}` });
      told.push(`${weather} ${seconds(took)}`);
      await room.drained();
      // Who polls may have no line at this moment.
      road.become('closed');
      road.cut();
      await until('they are gone', () => room.phones.every(({ live }) => live.status === 'offline'));
    }
  }
  road.become('good');
  await until('they are back', isOnline);
  return { broken: [...broken, ...(await room.end()).broken], figures: told.join(', ') };
}

export const networks: readonly Fault[] = [
  {
    name: 'cut',
    promise:
      'cut off amid answers and writing on, a phone loses nothing, says it twice to nobody, and catches up (A1, A3, S4)',
    quick: 1,
    full: 20,
    run: (tools) => cutWhileWriting(tools),
  },
  {
    name: 'cut-resume-off-by-one',
    promise: 'a server that resumes one event too far is caught (S4)',
    quick: 1,
    full: 3,
    breaks: ['I4'],
    run: (tools) => cutWhileWriting(tools, 'resume off by one'),
  },
  {
    name: 'wifi-off',
    promise: 'without wifi nothing that is written is lost (A3)',
    quick: 0,
    full: 3,
    run: wifiOff,
  },
  {
    name: 'captive-portal',
    promise: 'behind a page of the network phones say so, keep what is written, and come back (A3, A4)',
    quick: 1,
    full: 5,
    run: captivePortal,
  },
  {
    name: 'no-websockets',
    promise: 'behind a proxy that refuses or swallows websockets phones are in at once and all works (A2, S4)',
    quick: 0,
    full: 5,
    run: withoutWebsockets,
  },
  {
    name: 'moved',
    promise: 'a phone whose websocket broke asks for it first, and is back where there are none (A3, S4)',
    quick: 1,
    full: 5,
    run: moved,
  },
];
