import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CannotStore } from '../../server/store/errors.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import type { Broken } from './check.ts';
import type { Fault, Outcome, Tools } from './fault.ts';
import { startInside } from './support/inside.ts';
import { newFolder, startProgram } from './support/program.ts';
import { openRoom, type Room } from './support/room.ts';
import { buildShim } from './support/shim.ts';
import { quantile, until } from './support/until.ts';

const phones = 20;
const each = 5;

const sayAll = (room: Room) => {
  for (let i = 0; i < each; i++) for (const phone of room.phones) void room.say(phone);
};
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** A store that says for a while that it cannot: each phone keeps what it wrote. */
async function storeFails(tools: Tools): Promise<Outcome> {
  const folder = newFolder(tools.after);
  const store = openSqliteStore({ folder });
  let fails = false;
  const append: typeof store.append = async (...call) => {
    if (fails && tools.random.chance(0.9)) throw new CannotStore('the disk is full');
    return store.append(...call);
  };
  const server = await startInside(tools.after, { folder, store: { ...store, append } });
  const room = await openRoom(tools, server, { phones });
  for (let round = 0; round < tools.rounds; round++) {
    fails = true;
    sayAll(room);
    await until('phones hear that it failed', () => room.phones.every((phone) => phone.pending() > 0));
    fails = false;
    await room.drained();
  }
  return { broken: (await room.end()).broken, figures: `${room.acts.length} answers, none lost or doubled` };
}

const isHealthy = async (url: string) => (await fetch(`${url}/healthz`)).status === 200;

/** Writes until the disk holds no more. */
function fill(file: string): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const size of [65_536, 4_096, 512]) {
      try {
        while (writeSync(descriptor, Buffer.alloc(size)) === size);
      } catch {
        // A smaller piece may still fit.
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

/** A real disk of 8 MB that is full, and then is not. */
async function diskFull(tools: Tools): Promise<Outcome> {
  const folder = newFolder(tools.after);
  const mounted = spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], { encoding: 'utf8' });
  if (mounted.status !== 0) throw new Error(`cannot mount: ${mounted.stderr}`);
  tools.after(() => spawnSync('/bin/umount', ['-l', folder]));
  const program = await startProgram(tools.after, join(folder, 'data'));
  const room = await openRoom(tools, program, { phones });
  const ballast = join(folder, 'ballast');
  const drained: number[] = [];
  for (let round = 0; round < tools.rounds; round++) {
    fill(ballast);
    sayAll(room);
    // What was written before and has been moved into the file leaves room of its own: until that is full too.
    while (await isHealthy(program.url)) {
      void room.say(tools.random.pick(room.phones));
      await setTimeout(50);
    }
    sayAll(room);
    await until('phones keep what they wrote', () => room.phones.some((phone) => phone.pending() > 0));
    rmSync(ballast);
    const from = performance.now();
    await room.drained(60_000);
    drained.push(performance.now() - from);
  }
  const figures = `${room.acts.length} answers; all stored within ${seconds(quantile(drained, 1))} of room on the disk`;
  return { broken: (await room.end()).broken, figures };
}

/** Two in a hundred writes and syncs fail. */
async function ioErrors(tools: Tools): Promise<Outcome> {
  const home = newFolder(tools.after);
  const dying = join(home, 'dying');
  const env = { LD_PRELOAD: buildShim(home), EIO_PER_MILLE: '20', EIO_FILE: dying, EIO_SEED: `${tools.seed}` };
  const program = await startProgram(tools.after, join(home, 'data'), { env });
  const room = await openRoom(tools, program, { phones });
  const broken: Broken[] = [];
  for (let round = 0; round < tools.rounds; round++) {
    writeFileSync(dying, '');
    sayAll(room);
    await room.drained(90_000);
    rmSync(dying);
    if (!(await isHealthy(program.url))) broken.push({ invariant: 'act', what: 'it cannot store after the errors' });
  }
  return { broken: [...broken, ...(await room.end()).broken], figures: `${room.acts.length} answers` };
}

export const disks: readonly Fault[] = [
  {
    name: 'store-fails',
    promise: 'while the server cannot store, phones keep what they wrote and hear no yes (A2, A3, A4)',
    quick: 2,
    full: 20,
    run: storeFails,
  },
  {
    name: 'disk-full',
    promise: 'a full disk loses nothing that was acknowledged, and all is stored once there is room (A2, A3)',
    quick: 0,
    full: 5,
    needs: ['root'],
    run: diskFull,
  },
  {
    name: 'io-errors',
    promise: 'a disk of which two in a hundred writes fail loses nothing that was acknowledged (A2, A3)',
    quick: 0,
    full: 5,
    needs: ['a C compiler'],
    run: ioErrors,
  },
];
