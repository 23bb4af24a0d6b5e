import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { operate } from '../support/operate.ts';
import type { Broken } from './check.ts';
import type { Fault, Outcome, Tools } from './fault.ts';
import { newFolder, startProgram } from './support/program.ts';
import { openRoom } from './support/room.ts';
import { quantile, until } from './support/until.ts';

const phones = 30;
const each = 5;

type Harm = (folder: string, tools: Tools) => void;

const wal = (folder: string) => join(folder, 'in-gesprek.db-wal');
const torn: Harm = (folder, { random }) =>
  truncateSync(wal(folder), statSync(wal(folder)).size - 1 - random.below(4_096));
const garbled: Harm = (folder, { random }) => {
  const bytes = readFileSync(wal(folder));
  const at = Math.floor(bytes.length * (0.4 + 0.5 * random.next()));
  writeFileSync(wal(folder), bytes.fill(Buffer.from('garbage!'), at, at + 8));
};

const backWithin = 10_000;

/**
 * The server is killed when all is acknowledged, what was synced is harmed, and it starts again: it says what it lost, and
 * the phones put it back.
 */
async function harmed(tools: Tools, harm: Harm): Promise<Outcome> {
  const broken: Broken[] = [];
  const backs: number[] = [];
  let [given, lost, reached] = [0, 0, 0];
  for (let round = 0; round < tools.rounds; round++) {
    const program = await startProgram(tools.after, newFolder(tools.after));
    const room = await openRoom(tools, program, { phones });
    // Who is there stands in the file itself, as it does a quarter of a minute after they came.
    await program.kill('SIGTERM');
    await program.start();
    await until('phones are back', () => room.backOnline() === phones);
    for (let i = 0; i < each; i++) for (const phone of room.phones) void room.say(phone);
    await room.drained();
    await program.kill('SIGKILL');
    harm(program.folder, tools);
    room.beginAnew();
    await program.start();
    const from = performance.now();
    await until('phones are back', () => room.backOnline() === phones);
    await room.drained();
    backs.push(performance.now() - from);
    const told = /ends at seq (\d+), known to have reached (\d+)/.exec(program.errors());
    if (!told) broken.push({ invariant: 'act', what: 'it did not say that the end is gone' });
    lost += Number(told?.[2]) - Number(told?.[1]);
    reached += Number(told?.[2]);
    given += room.acts.length;
    broken.push(...(await room.end()).broken);
  }
  const slowest = quantile(backs, 1);
  if (slowest > backWithin) broken.push({ invariant: 'speed', what: `refilled after ${slowest.toFixed(0)} ms` });
  const figures = `${lost} of ${reached} events gone and said so at the start; all ${given} answers there within ${(slowest / 1000).toFixed(1)} s`;
  return { broken, figures };
}

/** A backup is made while phones write, and put back later while they are still there. */
async function restored(tools: Tools): Promise<Outcome> {
  const broken: Broken[] = [];
  const backs: number[] = [];
  let since = 0;
  for (let round = 0; round < tools.rounds; round++) {
    const program = await startProgram(tools.after, newFolder(tools.after));
    const backup = newFolder(tools.after);
    const room = await openRoom(tools, program, { phones });
    const sayAll = () => {
      for (const phone of room.phones) void room.say(phone);
    };
    for (let i = 0; i < each; i++) sayAll();
    await until('some are acknowledged', () => room.acknowledged() > tools.random.below(phones * each));
    const covered = new Set(room.acts.filter(({ outcome }) => outcome).map(({ words }) => words));
    await operate(program.folder, 'main.ts', backup);
    sayAll();
    await room.drained();
    // Some of it is still on its way when the server goes.
    sayAll();
    await program.kill('SIGKILL');
    await operate(program.folder, 'restore-main.ts', backup, '--replace');
    room.beginAnew();
    await program.start();
    const from = performance.now();
    await until('phones are back', () => room.backOnline() === phones);
    await room.drained();
    backs.push(performance.now() - from);
    since += room.acts.length - covered.size;
    broken.push(...(await room.end()).broken);
  }
  const slowest = quantile(backs, 1);
  if (slowest > backWithin) broken.push({ invariant: 'speed', what: `refilled after ${slowest.toFixed(0)} ms` });
  const figures = `${phones} phones put back all of ${since} answers that were not in the backup for sure, within ${(slowest / 1000).toFixed(1)} s`;
  return { broken, figures };
}

const wordsOf = (folder: string, names: readonly string[]) =>
  names.map((name) => {
    try {
      return readFileSync(join(folder, name));
    } catch {
      return Buffer.alloc(0);
    }
  });
const files = ['', '-wal', '-shm', '-journal'].flatMap((end) => [`in-gesprek.db${end}`, `keys.db${end}`]);

/** The server is killed in the middle of deleting a session: after the next start it is whole, or its key is in no file. */
async function deletedHalfway(tools: Tools): Promise<Outcome> {
  const broken: Broken[] = [];
  let deleted = 0;
  const { DatabaseSync } = await import('node:sqlite');
  for (let round = 0; round < tools.rounds; round++) {
    const program = await startProgram(tools.after, newFolder(tools.after));
    const room = await openRoom(tools, program, { phones: 4 });
    for (const phone of room.phones) void room.say(phone);
    await room.drained();
    await program.kill('SIGTERM');
    const keys = new DatabaseSync(join(program.folder, 'keys.db'));
    const key = keys.prepare('SELECT key FROM keys WHERE name = ?').get(`session/${room.session}`)?.['key'];
    keys.close();
    await program.start();
    const request = { method: 'DELETE', headers: { cookie: room.cookie } };
    const asked = fetch(`${program.url}/api/sessions/${room.session}`, request).catch(() => undefined);
    await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, tools.random.below(60)))]);
    await program.kill('SIGKILL');
    await program.start();
    const answer = await fetch(`${program.url}/api/sessions/${room.session}/desk`, {
      headers: { cookie: room.cookie },
    });
    await program.kill('SIGTERM');
    if (answer.status === 200) continue;
    deleted += 1;
    const bytes = Buffer.from(key as Uint8Array);
    const found = wordsOf(program.folder, files).some((file) => file.includes(bytes));
    if (found) broken.push({ invariant: 'I8', what: 'its key is still there' });
  }
  return { broken, figures: `${deleted} of ${tools.rounds} were deleted, the others are whole` };
}

export const damages: readonly Fault[] = [
  {
    name: 'deleted-halfway',
    promise: 'killed while it deletes a session, the server leaves it whole or unreadable for good (P2)',
    quick: 1,
    full: 20,
    run: deletedHalfway,
  },
  {
    name: 'torn-log',
    promise: 'a server whose disk lost the end of what it had synced says so, and phones put it back (S4, A1, A3)',
    quick: 0,
    full: 10,
    run: (tools) => harmed(tools, torn),
  },
  {
    name: 'garbled-log',
    promise: 'a server whose disk garbled what it had synced says so, and phones put it back (S4, A1, A3)',
    quick: 0,
    full: 10,
    run: (tools) => harmed(tools, garbled),
  },
  {
    name: 'backup-and-restore',
    promise:
      'a backup made while phones write and put back later: all of before it is there, and phones put back the rest, once (A1, A3, S4)',
    quick: 0,
    full: 5,
    run: restored,
  },
];
