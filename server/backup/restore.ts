/** Puts a backup and its keys in a data folder that no server uses (S4: every session begins a new epoch). */
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStore, CorruptLog } from '../store/errors.ts';
import { newEpoch } from '../store/session-rules.ts';
import { isBusy } from '../store/sqlite/failures.ts';
import { type LostEnd, lostLine } from '../store/sqlite/known-ends.ts';
import { keysSchema } from '../store/sqlite/schema.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { type About, keysFile, mainFile } from './about.ts';
import { keepPlaces, keptPlaces, withPlace } from './kept-keys.ts';
import { readBackup, type Unfit } from './read-backup.ts';

export type Restored =
  | { ok: true; about: About; sessions: number; deleted: number; damaged: string[]; lost: string[] }
  | { ok: false; why: Unfit | 'inUse'; what: string }
  /** Something is there already, and nobody said that it may go. */
  | { ok: false; why: 'wouldOverwrite'; what: string; sessions: number | null };

type Order = { folder: string; keys?: string | undefined; dataDir: string; replace: boolean };

export async function restore({ folder, keys, dataDir, replace }: Order): Promise<Restored> {
  const backup = await readBackup(folder, keys);
  if (!backup.ok) return backup;
  const [main, secrets] = [join(dataDir, mainFile), join(dataDir, keysFile)];
  const present = lookAt(main);
  if (present === 'inUse') return { ok: false, why: 'inUse', what: dataDir };
  if (present && !replace) return { ok: false, why: 'wouldOverwrite', what: dataDir, sessions: present.sessions };

  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const fresh = (file: string) => `${file}.restoring`;
  copyFor(backup.main, fresh(main), beginEpochs);
  copyFor(backup.keys, fresh(secrets), (database) => carryOver(database, secrets));
  // A log of the file that was here would be read into the one that comes.
  for (const file of [main, secrets])
    for (const end of ['-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
  for (const file of [secrets, main]) renameSync(fresh(file), file);
  const { madeAt } = backup.about;
  const place = { keys: dirname(backup.keys), keysAt: Date.parse(madeAt), backup: dirname(backup.main) };
  keepPlaces(dataDir, withPlace(keptPlaces(dataDir), { ...place, madeAt: Date.parse(madeAt) }));
  return { ok: true, about: backup.about, ...(await lookThrough(dataDir, backup.about)) };
}

/** What is in the way: nothing, a store that a server has open, or one with this many sessions (null: not to be read). */
function lookAt(file: string): undefined | 'inUse' | { sessions: number | null } {
  if (!existsSync(file)) return undefined;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
    database.exec('BEGIN IMMEDIATE');
    return { sessions: Number(database.prepare('SELECT count(*) AS n FROM sessions').get()?.['n']) };
  } catch (error) {
    return isBusy(error) ? 'inUse' : { sessions: null };
  } finally {
    database?.close();
  }
}

function copyFor(from: string, to: string, change: (database: DatabaseSync) => void): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
  const database = new DatabaseSync(to, { timeout: 0 });
  try {
    database.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; BEGIN');
    change(database);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

function beginEpochs(database: DatabaseSync): void {
  const begin = database.prepare('UPDATE sessions SET epoch = ? WHERE session = ?');
  for (const { session } of database.prepare('SELECT session FROM sessions').all())
    begin.run(newEpoch(), String(session));
}

/**
 * What was deleted or erased here since stays so, even where the backup of the keys could not be written anew (P2); and
 * how far each log had reached is known beside the older one.
 */
function carryOver(database: DatabaseSync, present: string): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  for (const step of keysSchema.slice(version)) database.exec(step);
  database.exec(`PRAGMA user_version = ${keysSchema.length}`);
  for (const { session, at } of rowsIn(present, 'SELECT session, deleted_at AS at FROM deleted')) {
    database.prepare('DELETE FROM keys WHERE name = ?').run(`session/${session}`);
    database.prepare('INSERT INTO deleted VALUES (?, ?) ON CONFLICT DO NOTHING').run(String(session), Number(at));
  }
  for (const { session, id } of rowsIn(present, 'SELECT session, id FROM erased'))
    database.prepare('INSERT INTO erased VALUES (?, ?) ON CONFLICT DO NOTHING').run(String(session), String(id));
  for (const { session, seq, chain } of rowsIn(present, 'SELECT session, seq, chain FROM ends'))
    database
      .prepare('INSERT OR REPLACE INTO ends VALUES (?, ?, ?)')
      .run(String(session), Number(seq), chain as Uint8Array);
}

/** Damaged, or of an older form: what it knew is lost, and the backup's own is what is left. */
function rowsIn(file: string, query: string): Record<string, unknown>[] {
  if (!existsSync(file)) return [];
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: 0 });
    return database.prepare(query).all();
  } catch {
    return [];
  } finally {
    database?.close();
  }
}

/** Opens it as the server will, which lifts old forms and deletes again what was deleted; and reads every log. */
async function lookThrough(dataDir: string, { sessions: held }: About) {
  const lost: LostEnd[] = [];
  const store = openSqliteStore({ folder: dataDir, onLost: (one) => lost.push(one) });
  try {
    const sessions = await store.sessions();
    const damaged: string[] = [];
    for (const { session } of sessions) {
      await store.read(session).catch((error: unknown) => {
        if (!(error instanceof CorruptLog || error instanceof CannotStore)) throw error;
        damaged.push(error.message);
      });
    }
    return {
      sessions: sessions.length,
      deleted: Math.max(0, held - sessions.length),
      damaged,
      lost: lost.map(lostLine),
    };
  } finally {
    await store.close();
  }
}
