import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Broken } from './check.ts';
import type { Fault, Outcome, Tools } from './fault.ts';
import { newFolder, startProgram } from './support/program.ts';
import { buildRoad } from './support/road.ts';
import { openRoom } from './support/room.ts';
import { until } from './support/until.ts';

const phones = 20;

/** A newer server that speaks another protocol takes the place of this one, while the old pages stay open. */
async function updated(tools: Tools): Promise<Outcome> {
  const { after, rounds } = tools;
  const program = await startProgram(after, newFolder(after));
  const road = await buildRoad(after, () => program.port);
  const room = await openRoom(tools, program, { phones, roadOf: () => road.url });
  const broken: Broken[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const phone of room.phones) void room.say(phone);
    await program.kill('SIGTERM');
    const before = room.acknowledged();
    const opened = road.opened();
    const newer = { mutant: 'newer protocol', env: { PORT: `${program.port}` } };
    const next = await startProgram(after, program.folder, newer);
    for (const phone of room.phones) void room.say(phone);
    // Sent away, each comes again by a line of its own.
    await until('each was sent away', () => road.opened() - opened > 2 * phones);
    if (room.acknowledged() > before)
      broken.push({ invariant: 'act', what: 'the newer one took words of an old page' });
    if (room.backOnline() > 0) broken.push({ invariant: 'act', what: 'an old page says that it is online' });
    await next.kill('SIGTERM');
    await program.start();
    await room.drained();
  }
  const figures = `${room.acts.length} answers; old pages say that there is no connection, and keep what is written`;
  return { broken: [...broken, ...(await room.end()).broken], figures };
}

/** The kill, the cut and the stop once more, where there is no way out at all: a network namespace with nothing but itself. */
async function withoutInternet({ seed, rounds }: Tools): Promise<Outcome> {
  const rows = ['kill', 'cut', 'stop'];
  const broken: Broken[] = [];
  for (const row of rows) {
    const again = `"$0" "$1" --only=${row} --rounds=${rounds} --seed=${seed}`;
    const inside = `ip link set lo up && test -z "$(ip route)" && ${again}`;
    const main = join(import.meta.dirname, 'main.ts');
    const ran = spawnSync('/usr/bin/unshare', ['-n', 'sh', '-c', inside, process.execPath, main], { encoding: 'utf8' });
    const onlySlow = /BROKEN \(speed \d+x\)/.test(ran.stdout);
    if (ran.status !== 0)
      broken.push({ invariant: onlySlow ? 'speed' : 'act', what: `${row}: ${ran.stdout.slice(-300)}` });
  }
  return { broken, figures: `${rows.join(', ')} in a network namespace without a route` };
}

export const updates: readonly Fault[] = [
  {
    name: 'update',
    promise: 'an old page on a server of another protocol loses nothing of what is written on it (A3, A4)',
    quick: 0,
    full: 3,
    run: updated,
  },
  {
    name: 'no-internet',
    promise: 'without internet all works on a network of its own (S1, A2)',
    quick: 0,
    full: 1,
    needs: ['root'],
    run: withoutInternet,
  },
];
