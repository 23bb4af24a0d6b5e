import { spawn } from 'node:child_process';
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Broken } from './check.ts';
import type { Fault, Outcome, Tools } from './fault.ts';
import { newFolder, startProgram } from './support/program.ts';
import { openRoom } from './support/room.ts';
import { quantile, until } from './support/until.ts';

const phones = 20;
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

/**
 * The server is killed when all is acknowledged, what was synced is harmed, and it starts again. The phones have heard
 * that they were stored, and no longer offer anything.
 */
async function harmed(tools: Tools, harm: Harm): Promise<Outcome> {
  const broken: Broken[] = [];
  let [given, gone, said, away] = [0, 0, 0, 0];
  for (let round = 0; round < tools.rounds; round++) {
    const program = await startProgram(tools.after, newFolder(tools.after));
    const room = await openRoom(tools, program, { phones });
    for (let i = 0; i < each; i++) for (const phone of room.phones) void room.say(phone);
    await room.drained();
    await program.kill('SIGKILL');
    harm(program.folder, tools);
    room.beginAnew();
    await program.start();
    await until('phones are back, or sent away', () => room.phones.every(({ live }) => live.status !== 'offline'));
    if (program.errors()) said += 1;
    away += room.phones.filter(({ live }) => live.status === 'gone').length;
    const end = await room.end();
    given += room.acts.length;
    gone += end.broken.filter(({ invariant }) => invariant === 'I1').length;
    broken.push(...end.broken);
  }
  const figures = `${gone} of ${given} acknowledged answers gone, ${away} phones without their seat; said at the start in ${said} of ${tools.rounds}`;
  return { broken, figures };
}

/** One of the program's commands, as the operator types it. */
function operate(data: string, command: string, ...typed: string[]): Promise<void> {
  const file = join(import.meta.dirname, '../../server/backup', command);
  const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: data };
  const child = spawn(process.execPath, [file, ...typed], { env, stdio: 'ignore' });
  return new Promise((resolve, reject) =>
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`)))),
  );
}

/** A backup is made while phones write, and put back later while they are still there. */
async function restored(tools: Tools): Promise<Outcome> {
  const broken: Broken[] = [];
  const backs: number[] = [];
  let [since, again] = [0, 0];
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
    const held = room.acts.filter(({ outcome }) => !outcome);
    await operate(program.folder, 'restore-main.ts', backup, '--replace');
    room.beginAnew();
    await program.start();
    const from = performance.now();
    await until('phones are back', () => room.backOnline() === phones);
    await room.drained();
    backs.push(performance.now() - from);
    const { broken: found } = await room.end();
    const missing = room.acts.filter(({ words }) => found.some(({ what }) => what.startsWith(`“${words}”`)));
    for (const { words } of [...missing.filter((act) => covered.has(act.words) || held.includes(act))]) {
      broken.push({ invariant: 'act', what: `“${words}” was in the backup, or in an outbox, and is gone` });
    }
    since += room.acts.length - covered.size;
    again += room.acts.length - covered.size - missing.length;
    broken.push(...found);
  }
  const slowest = (quantile(backs, 1) / 1000).toFixed(1);
  return {
    broken,
    figures: `${again} of ${since} answers not in the backup for sure are there; refilled within ${slowest} s`,
  };
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
    promise: 'a server whose disk lost the end of what it had synced starts again, and phones get on with it (S1, S4)',
    quick: 0,
    full: 10,
    open: ['I1'],
    run: (tools) => harmed(tools, torn),
  },
  {
    name: 'garbled-log',
    promise: 'a server whose disk garbled what it had synced starts again, and phones get on with it (S1, S4)',
    quick: 0,
    full: 10,
    open: ['I1'],
    run: (tools) => harmed(tools, garbled),
  },
  {
    name: 'backup-and-restore',
    promise:
      'a backup made while phones write and put back later: all of before it is there, and what outboxes hold comes once (A3, S4)',
    quick: 0,
    full: 5,
    open: ['I1'],
    run: restored,
  },
];
