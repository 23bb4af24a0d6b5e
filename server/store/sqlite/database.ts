import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStore, NewerSchema, StoreInUse } from '../errors.ts';
import { isBusy } from './failures.ts';
import { keysSchema, mainSchema } from './schema.ts';

export type Databases = { main: DatabaseSync; keys: DatabaseSync };

/** Opens both files for this process alone; throws StoreInUse, NewerSchema or CannotStore, and then holds nothing open. */
export function openDatabases(folder: string): Databases {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new CannotStore(`cannot make the folder ${folder}`, { cause });
  }
  keepOwn(folder, 0o700);
  const main = openDatabase(join(folder, 'in-gesprek.db'), mainSchema);
  try {
    return { main, keys: openDatabase(join(folder, 'keys.db'), keysSchema) };
  } catch (error) {
    main.close();
    throw error;
  }
}

/** For the account alone under which this runs, where the platform knows of that. */
function keepOwn(path: string, mode: number): void {
  try {
    chmodSync(path, mode);
  } catch {
    // Another's folder, a disk without such rights: what the operator arranged stays.
  }
}

/** SQLite gives the logs beside a file the file's own rights. One that is there is not opened here: closing it would end its lock. */
function makeOwn(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch {
    for (const one of [file, `${file}-wal`, `${file}-shm`]) keepOwn(one, 0o600);
  }
}

function openDatabase(file: string, schema: readonly string[]): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    makeOwn(file);
    database = new DatabaseSync(file, { timeout: 0 });
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    // Before anything is written, also the mode in its head.
    refuseNewer(database, file, schema);
    const mode = database.prepare('PRAGMA journal_mode = WAL').get();
    if (mode?.['journal_mode'] !== 'wal') throw new CannotStore(`${file}: this disk cannot hold a write-ahead log`);
    database.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY');
    migrate(database, file, schema);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof NewerSchema || error instanceof CannotStore) throw error;
    if (isBusy(error)) throw new StoreInUse(file);
    throw new CannotStore(`cannot open ${file}`, { cause: error });
  }
}

function refuseNewer(database: DatabaseSync, file: string, schema: readonly string[]): number {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version > schema.length) throw new NewerSchema(file, version, schema.length);
  return version;
}

/** BEGIN IMMEDIATE takes the lock, and with locking_mode EXCLUSIVE it is kept until closing. */
function migrate(database: DatabaseSync, file: string, schema: readonly string[]): void {
  database.exec('BEGIN IMMEDIATE');
  const version = refuseNewer(database, file, schema);
  for (const step of schema.slice(version)) database.exec(step);
  if (version < schema.length) database.exec(`PRAGMA user_version = ${schema.length}`);
  database.exec('COMMIT');
}

/** Moves the write-ahead log into the file and empties it, so that what was deleted is in neither. */
export function emptyLog(database: DatabaseSync): void {
  try {
    const done = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    if (done?.['busy'] !== 0) throw new Error('the log is busy');
  } catch (cause) {
    throw new CannotStore('deleted, but old bytes could not be wiped yet', { cause });
  }
}

/** Moves what stands in the write-ahead log into the file: what harms the one has the less to harm. */
export function moveLog(database: DatabaseSync): void {
  try {
    database.exec('PRAGMA wal_checkpoint(PASSIVE)');
  } catch {
    // SQLite does so itself once the log is long.
  }
}
