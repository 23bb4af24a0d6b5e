import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Fault, Outcome, Tools } from './fault.ts';
import { lostEnds, newFolder, startProgram } from './support/program.ts';
import { openRoom } from './support/room.ts';
import { afterPowerLoss, buildShim } from './support/shim.ts';
import { until } from './support/until.ts';

const phones = 50;
const each = 10;
const mostWait = 40;

/** The power goes amid 500 answers; the server starts again on what the disk may hold then. */
async function powerLoss({ rounds, random, after, seed }: Tools, mutant?: string): Promise<Outcome> {
  const outcome: Outcome = { broken: [], figures: '' };
  const LD_PRELOAD = buildShim(newFolder(after));
  let [given, open] = [0, 0];
  // With a bug there may be no room left to go on in.
  const perRoom = mutant ? 1 : 10;
  for (let done = 0; done < rounds; done += perRoom) {
    const home = newFolder(after);
    const place = (round: number) => ({ data: join(home, `${round}`), durable: join(home, `${round}-durable`) });
    let now = place(0);
    mkdirSync(now.durable);
    const program = await startProgram(after, now.data, { mutant, env: { LD_PRELOAD, DURABLE: now.durable } });
    const room = await openRoom({ rounds, random, after, seed }, program, { phones });
    for (let round = 1; round <= Math.min(perRoom, rounds - done); round++) {
      const before = room.acknowledged();
      for (let i = 0; i < each; i++) for (const phone of room.phones) void room.say(phone);
      const when = before + 1 + random.below(phones * (each - 1));
      await until('so many are acknowledged', () => room.acknowledged() >= when);
      await setTimeout(random.below(mostWait));
      await program.kill('SIGKILL');
      open += room.acts.filter((act) => !act.outcome).length;
      given += phones * each;
      const next = place(round);
      afterPowerLoss(now.durable, now.data, next.data, random);
      // What it starts with is on the disk.
      cpSync(next.data, next.durable, { recursive: true });
      await program.start(next.data, { DURABLE: next.durable });
      now = next;
      await (mutant ? room.drained(5_000).catch(() => undefined) : room.drained());
    }
    outcome.broken.push(...(await room.end({ folder: now.data })).broken, ...lostEnds(program));
  }
  outcome.figures = `${given} answers, ${open} not acknowledged when the power went`;
  return outcome;
}

export const powers: readonly Fault[] = [
  {
    name: 'power-loss',
    promise:
      'when the power goes amid 500 answers, what was acknowledged is there once, and the rest comes once (A2, A3)',
    quick: 0,
    full: 50,
    needs: ['a C compiler'],
    run: (tools) => powerLoss(tools),
  },
  {
    name: 'power-loss-without-sync',
    promise: 'a server that does not wait for its disk is caught (A2)',
    quick: 0,
    full: 5,
    needs: ['a C compiler'],
    breaks: ['I1'],
    run: (tools) => powerLoss(tools, 'no sync'),
  },
];
