/** Backups: made while the server runs, put back with one command, and unreadable once what is in them was deleted. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildBackups, type Made } from '../../server/backup/backups.ts';
import { keptPlaces } from '../../server/backup/kept-keys.ts';
import { restore } from '../../server/backup/restore.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { SqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { clientFor, note, openRoom, removeSession, run, stopRoom } from '../support/backup-room.ts';
import { startProgram } from '../support/server-process.ts';
import { newDataFolder } from '../support/server-stores.ts';
import { change, type Folder, newFolder, openIn } from './store-folder.ts';
import { begun, entry, noted, oneStep, sampleAt } from './store-samples.ts';

const asBytes = (one: string | Uint8Array) => (typeof one === 'string' ? Buffer.from(one) : Buffer.from(one));
const filesUnder = (folder: string): Buffer[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path));
/** How many of these lie readable in any file under any of the folders. */
const readable = (wanted: readonly (string | Uint8Array)[], ...folders: string[]): number =>
  wanted.filter((one) => folders.flatMap(filesUnder).some((bytes) => bytes.includes(asBytes(one)))).length;

type Shop = { folder: Folder; store: SqliteStore; to: string; make: () => Promise<Extract<Made, { ok: true }>> };
/** A store with two sessions, and where its backups go. */
async function openShop(clock = () => sampleAt): Promise<Shop & { backups: ReturnType<typeof buildBackups> }> {
  const folder = newFolder();
  const store = openIn(folder);
  await store.append('s1', 0, [entry('a', [noted('n1', 'kanarie-een')])], 'owner');
  await begun(store, 's2', 2);
  const backups = buildBackups({ store, dataDir: folder.path, clock });
  const to = newDataFolder();
  const make = async () => {
    const made = await backups.make(to);
    if (!made.ok) throw new Error(made.why + made.detail);
    return made;
  };
  return { folder, store, to, make, backups };
}
const folderAt = (path: string): Folder => ({ path, file: (name) => join(path, name) });
const keyOf = (keys: string, session: string) =>
  change(join(keys, 'keys.db'), `SELECT key FROM keys WHERE name = 'session/${session}'`)[0]?.['key'] as
    | Uint8Array
    | undefined;

test('A2 a backup made amid writing is a prefix of the log that holds all that was acknowledged before it began', async () => {
  const { store, make, folder } = await openShop();
  let written = 2;
  let isMade = false;
  const writing = (async () => {
    while (!isMade) {
      await store.append('s2', written, [oneStep(`during-${written}`)]);
      written += 1;
    }
  })();
  for (let round = 0; round < 5; round++) {
    const before = written;
    const { folder: backup, keys } = await make();
    const back = newDataFolder();
    expect(await restore({ folder: backup, keys, dataDir: back, replace: false })).toMatchObject({ ok: true });
    const log = await openIn(folderAt(back)).read('s2');
    expect(log.length).toBeGreaterThanOrEqual(before);
    expect(log).toEqual((await store.read('s2')).slice(0, log.length));
  }
  isMade = true;
  await writing;
  expect(written).toBeGreaterThan(2);
  expect(keptPlaces(folder.path)).toHaveLength(1);
});

test('the running program makes it, another puts it back, and phones return in a new epoch (S4)', async () => {
  const room = await openRoom();
  const seq = await note(room, 'voor de back-up');
  const to = newDataFolder();
  expect(await run('backup', room.folder, to)).toMatchObject({ code: 0, errors: '' });
  await note(room, 'na de back-up');
  const phone = await clientFor(room.url, room.joined.ticket);
  const from = { cursor: phone.cursor(), state: phone.state() };
  phone.stop();

  const refused = await run('restore', room.folder, to, '--replace');
  expect([refused.code, refused.errors]).toEqual([1, expect.stringContaining('is running')]);
  await stopRoom(room);
  const told = await run('restore', room.folder, to);
  expect([told.code, told.errors]).toEqual([1, expect.stringMatching(/1 session .*would be lost.*--replace/)]);
  expect(await run('restore', room.folder, to, '--replace')).toMatchObject({ code: 0, errors: '' });

  const after = await startProgram({ DATA_DIR: room.folder });
  const back = await clientFor(after.url, room.joined.ticket, { from });
  expect(back.welcomes[0]).toMatchObject({ ok: true, fresh: true });
  expect(back.cursor().epoch).not.toBe(from.cursor.epoch);
  const desk = await clientFor(after.url, room.access.ticket);
  expect(desk.state().seq).toBe(seq);
});

test('P2 once a session is deleted, no backup of it can be read: its key is in no file, and a restore leaves it out', async () => {
  const room = await openRoom();
  const canaries = Array.from({ length: 20 }, () => `kanarie-${crypto.randomUUID()}`);
  for (const words of canaries) await note(room, words);
  const to = newDataFolder();
  await run('backup', room.folder, to);
  const keys = join(to, 'keys');
  const key = keyOf(keys, room.access.session);
  if (!key) throw new Error('no key in the backup');
  expect(readable([key], to)).toBe(1);
  await removeSession(room);
  await stopRoom(room);
  expect(readable([key, ...canaries], to, room.folder)).toBe(0);

  const back = newDataFolder();
  const { code, output } = await run('restore', back, to);
  expect([code, output]).toEqual([0, expect.stringContaining('left out')]);
  const store = openIn(folderAt(back));
  expect(await store.sessions()).toEqual([]);
  expect(await store.read(room.access.session)).toEqual([]);
  await store.close();
  expect(readable([key, ...canaries], back)).toBe(0);
});

test('P2 a place for keys that cannot be reached at a deletion is written anew as soon as it can', async () => {
  const { folder, store, to, make, backups } = await openShop();
  const { keys } = await make();
  const key = keyOf(keys, 's1') as Uint8Array;
  renameSync(to, `${to}-away`);
  await store.deleteSession('s1');
  await backups.renewKeys();
  renameSync(`${to}-away`, to);
  expect(readable([key], to)).toBe(1);
  await backups.renewKeys();
  expect(readable([key], to)).toBe(0);
  expect(keyOf(keys, 's2')).toBeDefined();
  rmSync(join(keys, 'keys.db'));
  await backups.renewKeys();
  expect([keptPlaces(folder.path), existsSync(join(keys, 'keys.db'))]).toEqual([[], false]);
});

test('P2 an old copy of the keys does not bring back what was deleted in the folder that it is put back in', async () => {
  const { folder, store, to, make } = await openShop();
  const { keys } = await make();
  const old = newDataFolder();
  writeFileSync(join(old, 'keys.db'), readFileSync(join(keys, 'keys.db')));
  const key = keyOf(old, 's1') as Uint8Array;
  await store.deleteSession('s1');
  await store.close();
  const restored = await restore({ folder: to, keys: old, dataDir: folder.path, replace: true });
  expect(restored).toMatchObject({ ok: true, sessions: 1, deleted: 1 });
  expect(await openIn(folder).read('s1')).toEqual([]);
  expect(readable([key], folder.path)).toBe(0);
});

test('every session begins another epoch, and the rest is as it was (S4)', async () => {
  const { store, to, make } = await openShop();
  await make();
  const dataDir = newDataFolder();
  await restore({ folder: to, dataDir, replace: false });
  const back = openIn(folderAt(dataDir));
  const [before, after] = [await store.sessions(), await back.sessions()];
  const withoutEpoch = before.map(({ epoch: _, ...rest }) => rest);
  expect(after.map(({ epoch: _, ...rest }) => rest)).toEqual(withoutEpoch);
  expect(new Set([...before, ...after].map(({ epoch }) => epoch)).size).toBe(4);
  expect(await back.read('s1')).toEqual(await store.read('s1'));
});

const alter = (file: string, change: (about: Record<string, unknown>) => object) =>
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))));
const wrong: [why: string, spoil: (backup: string, keys: string) => void][] = [
  ['notABackup', (backup) => rmSync(backup, { recursive: true })],
  ['notABackup', (backup) => writeFileSync(join(backup, 'about.json'), '{')],
  ['notABackup', (backup) => writeFileSync(join(backup, 'about.json'), '{"format":"else","version":1}')],
  ['newer', (backup) => alter(join(backup, 'about.json'), (about) => ({ ...about, version: 2, more: [] }))],
  ['newer', (backup) => alter(join(backup, 'about.json'), (about) => ({ ...about, schema: 99 }))],
  ['newer', (backup) => alter(join(backup, 'about.json'), (about) => ({ ...about, form: 99 }))],
  ['changed', (backup) => rmSync(join(backup, 'in-gesprek.db'))],
  ['changed', (backup) => writeFileSync(join(backup, 'in-gesprek.db'), 'x', { flag: 'a' })],
  ['noKeys', (_, keys) => rmSync(join(keys, 'keys.db'))],
  ['keysDamaged', (_, keys) => writeFileSync(join(keys, 'keys.db'), 'no keys at all')],
  ['newer', (_, keys) => void change(join(keys, 'keys.db'), 'PRAGMA user_version = 99')],
];
test.each(wrong)('a restore refuses what is %s, and leaves the folder as it was', async (why, spoil) => {
  const { to, make } = await openShop();
  const { folder, keys } = await make();
  spoil(folder, keys);
  const dataDir = newDataFolder();
  expect(await restore({ folder: to, dataDir, replace: true })).toMatchObject({ ok: false, why });
  expect(readdirSync(dataDir)).toEqual([]);
});

test('the newest of a folder is put back, and one that was broken off counts for nothing', async () => {
  let now = sampleAt;
  const { store, to, make } = await openShop(() => now);
  await make();
  await store.append('s2', 2, [oneStep('later')]);
  now += 60_000;
  mkdirSync(join(to, '2099-01-01T00-00-00.part'));
  await make();
  expect(readdirSync(to).filter((name) => name.endsWith('.part'))).toEqual([]);
  const dataDir = newDataFolder();
  await restore({ folder: to, dataDir, replace: false });
  expect(await openIn(folderAt(dataDir)).read('s2')).toHaveLength(3);
});

test('backups are for this account alone, and never in the data folder itself', async () => {
  const { folder, to, make, backups } = await openShop();
  const made = await make();
  const paths = [made.folder, made.keys, join(made.folder, 'in-gesprek.db'), join(made.keys, 'keys.db')];
  expect(paths.map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o700, 0o600, 0o600]);
  expect(await backups.make(join(folder.path, 'copies'))).toMatchObject({ ok: false, why: 'inDataFolder' });
  expect(await backups.make(to, folder.path)).toMatchObject({ ok: false, why: 'inDataFolder' });
  const inMemory = buildBackups({ store: openMemoryStore(), dataDir: folder.path, clock: Date.now });
  expect(await inMemory.make(to)).toMatchObject({ ok: false, why: 'noFiles' });
});

test('a place that cannot be written gives a sentence, and leaves nothing half', async () => {
  const { to, backups } = await openShop();
  writeFileSync(join(to, 'file'), '');
  expect(await backups.make(join(to, 'file', 'folder'))).toMatchObject({ ok: false, why: 'cannotWrite' });
  writeFileSync(join(to, 'keys'), '');
  expect(await backups.make(to)).toMatchObject({ ok: false, why: 'cannotWrite' });
  expect(readdirSync(to).sort()).toEqual(['file', 'keys']);
});

test('without a server the command makes it itself; typed wrong, both commands say how, in one line', async () => {
  const { folder, store } = await openShop();
  await store.close();
  const to = newDataFolder();
  expect(await run('backup', folder.path, to)).toMatchObject({ code: 0, errors: '' });
  expect(await run('restore', newDataFolder(), to)).toMatchObject({ code: 0, errors: '' });
  const nowhere = await run('backup', newDataFolder(), newDataFolder());
  expect(nowhere).toMatchObject({ code: 1, errors: expect.stringContaining('Nothing is kept in') });
  for (const typed of [[], ['a', 'b'], ['a', '--no-such'], ['--keys']]) {
    for (const command of ['backup', 'restore'] as const) {
      const { code, errors } = await run(command, folder.path, ...typed);
      expect([code, errors.trim().split('\n').length]).toEqual([1, 1]);
      expect(errors).toContain(`npm run ${command} -- FOLDER`);
    }
  }
});
