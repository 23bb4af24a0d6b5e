import { setTimeout } from 'node:timers/promises';
import type { Fault, Outcome, Tools } from './fault.ts';
import { lostEnds, newFolder, type Program, startProgram } from './support/program.ts';
import { buildRoad, type Road } from './support/road.ts';
import { openRoom, type Room } from './support/room.ts';
import { quantile, until } from './support/until.ts';

const phones = 50;
const each = 10;
/** A room is used for so many rounds: its log grows. */
const perRoom = 10;
const mostWait = 40;
/** Phones that are enough for a bug to show, and how long (ms) they may take over it afterwards. */
const few = 8;
const enough = 10_000;

/** Kills the server at a moment that chance picks, while 500 answers are on their way, and starts it again. */
async function killAmidAnswers({ rounds, random, after, ...rest }: Tools): Promise<Outcome> {
  const outcome: Outcome = { broken: [], figures: '' };
  const starts: number[] = [];
  let [given, open] = [0, 0];
  for (let done = 0; done < rounds; done += perRoom) {
    const tools = { rounds, random, after, ...rest };
    const program = await startProgram(after, newFolder(after));
    const road = await buildRoad(after, () => program.port);
    const room = await openRoom(tools, program, { phones, roadOf: (i) => (i % 2 ? road : program).url });
    for (let round = done; round < Math.min(rounds, done + perRoom); round++) {
      const before = room.acknowledged();
      for (let i = 0; i < each; i++) for (const phone of room.phones) void room.say(phone);
      const when = before + 1 + random.below(phones * (each - 1));
      await until('so many are acknowledged', () => room.acknowledged() >= when);
      // What is stored and not yet told matters most: half of the phones no longer hear what they are answered.
      road.become('deaf');
      await setTimeout(random.below(mostWait));
      await program.kill('SIGKILL');
      road.become('good');
      open += room.acts.filter((act) => !act.outcome).length;
      starts.push(await program.start());
      await room.drained();
      given += phones * each;
    }
    outcome.broken.push(...(await room.end()).broken, ...lostEnds(program));
  }
  const seconds = (quantile(starts, 1) / 1000).toFixed(1);
  outcome.figures = `${given} answers, ${open} not acknowledged at a kill; listens again within ${seconds} s`;
  return outcome;
}

type Scene = { program: Program; road: Road; room: Room };

/** Kills a server with a bug at the moment at which that bug shows: nothing of it is left to chance. */
async function killWhere(tools: Tools, mutant: string, shows: (scene: Scene) => Promise<unknown>): Promise<Outcome> {
  const { after, rounds } = tools;
  const program = await startProgram(after, newFolder(after), { mutant });
  const road = await buildRoad(after, () => program.port);
  const room = await openRoom(tools, program, { phones: few, roadOf: (i) => (i % 2 ? road : program).url });
  for (let round = 0; round < rounds; round++) {
    await shows({ program, road, room });
    await program.kill('SIGKILL');
    road.become('good');
    await program.start();
    // A server with a bug may leave phones behind for good: the checker is to say so.
    await until('the deaf ones have said it again', () => room.unheard(road.url) === 0, enough).catch(() => undefined);
  }
  const broken = [...(await room.end()).broken, ...lostEnds(program)];
  return { broken, figures: `${room.acts.length} answers` };
}

const sayAll = ({ phones: all, say }: Room) => {
  for (const phone of all) void say(phone);
};

/** It acknowledges, and has written nothing yet. */
async function acknowledgedOnly({ program, room }: Scene): Promise<void> {
  const before = room.acknowledged();
  await program.hold();
  sayAll(room);
  await until('some are acknowledged', () => room.acknowledged() > before);
}

/** What phones said is stored, and they do not hear so: each has to say it again. */
async function storedUnheard({ road, room }: Scene): Promise<void> {
  road.become('deaf');
  const before = room.acts.length;
  for (const phone of room.phones) if (phone.goes === road.url) void room.say(phone);
  await until('what they said is told', () => room.acts.slice(before).every(room.isTold));
}

/** It has told of answers, and has written nothing yet. */
async function toldOnly({ program, room }: Scene): Promise<void> {
  await program.hold();
  const before = room.desk.state().seq;
  sayAll(room);
  await until('some are told', () => room.desk.state().seq > before);
}

export const kills: readonly Fault[] = [
  {
    name: 'kill',
    promise: 'killed amid 500 answers, what was acknowledged is there once, and what was not comes once (A1, A2, A3)',
    quick: 1,
    full: 100,
    run: (tools) => killAmidAnswers(tools),
  },
  {
    name: 'kill-acknowledge-before-write',
    promise: 'a server that acknowledges before it writes is caught (A2)',
    quick: 1,
    full: 3,
    breaks: ['I1'],
    run: (tools) => killWhere(tools, 'acknowledge before write', acknowledgedOnly),
  },
  {
    name: 'kill-no-idempotency-key',
    promise: 'a server that forgets which commands it did is caught (A1)',
    quick: 1,
    full: 3,
    breaks: ['I1'],
    run: (tools) => killWhere(tools, 'no idempotency key', storedUnheard),
  },
  {
    name: 'kill-publish-before-append',
    promise: 'a server that tells before it writes is caught (S2)',
    quick: 1,
    full: 3,
    breaks: ['I4'],
    run: (tools) => killWhere(tools, 'publish before append', toldOnly),
  },
];
