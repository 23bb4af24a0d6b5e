import { setTimeout } from 'node:timers/promises';
import type { Fault, Outcome, Tools } from './fault.ts';
import { lostEnds, newFolder, startProgram } from './support/program.ts';
import { buildRoad } from './support/road.ts';
import { openRoom, type Room } from './support/room.ts';
import { quantile, until } from './support/until.ts';

const phones = 50;
const each = 10;
/** A room is used for so many rounds: its log grows. */
const perRoom = 10;
const mostWait = 40;

const publishes = 'publish before append';
const lastOf = ({ acts }: Room): number =>
  Math.max(0, ...acts.map(({ outcome }) => (outcome && 'acknowledged' in outcome ? outcome.acknowledged : 0)));

/** Kills the server at a moment that chance picks, while 500 answers are on their way, and starts it again. */
async function killAmidAnswers({ rounds, random, after, ...rest }: Tools, mutant?: string): Promise<Outcome> {
  const outcome: Outcome = { broken: [], figures: '' };
  const starts: number[] = [];
  let [given, open] = [0, 0];
  for (let done = 0; done < rounds; done += perRoom) {
    const tools = { rounds, random, after, ...rest };
    const program = await startProgram(after, newFolder(after), { mutant });
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
      // The next acknowledgements come a good while after what they are about was told, if it was told too early.
      if (mutant === publishes)
        await until('more is told than acknowledged', () => room.desk.state().seq > lastOf(room));
      await program.kill('SIGKILL');
      road.become('good');
      open += room.acts.filter((act) => !act.outcome).length;
      starts.push(await program.start());
      // A server with a bug may leave phones behind for good: the checker is to say so.
      await (mutant ? room.drained(5_000).catch(() => undefined) : room.drained());
      given += phones * each;
    }
    outcome.broken.push(...(await room.end()).broken, ...lostEnds(program));
  }
  const seconds = (quantile(starts, 1) / 1000).toFixed(1);
  outcome.figures = `${given} answers, ${open} not acknowledged at a kill; listens again within ${seconds} s`;
  return outcome;
}

export const kills: readonly Fault[] = [
  {
    name: 'kill',
    promise: 'killed amid 500 answers, what was acknowledged is there once, and what was not comes once (A1, A2, A3)',
    quick: 2,
    full: 100,
    run: (tools) => killAmidAnswers(tools),
  },
  {
    name: 'kill-acknowledge-before-write',
    promise: 'a server that acknowledges before it writes is caught (A2)',
    quick: 1,
    full: 3,
    breaks: ['I1'],
    run: (tools) => killAmidAnswers(tools, 'acknowledge before write'),
  },
  {
    name: 'kill-no-idempotency-key',
    promise: 'a server that forgets which commands it did is caught (A1)',
    quick: 1,
    full: 10,
    breaks: ['I1'],
    run: (tools) => killAmidAnswers(tools, 'no idempotency key'),
  },
  {
    name: 'kill-publish-before-append',
    promise: 'a server that tells before it writes is caught (S2)',
    quick: 1,
    full: 10,
    breaks: ['I4'],
    run: (tools) => killAmidAnswers(tools, publishes),
  },
];
