import { closeSync, existsSync, fsyncSync, openSync, statSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import type { CorruptLog } from '../errors.ts';
import { type Databases, emptyLog } from './database.ts';
import type { Keys } from './keys.ts';

/** Of a store that lives in files: what its operator asks of it while it is used. */
export type StoreFiles = {
  /** Copies all but the keys to a new file: one that stands alone, with all that was acknowledged before. */
  copyTo: (file: string) => Promise<void>;
  /** Copies the keys, and when which session was deleted. */
  copyKeysTo: (file: string) => Promise<void>;
  /** When a session was last deleted; null where none ever was. */
  lastDeletedAt: () => number | null;
  /** How the disk is used, as SQLite says it now. */
  settings: () => StoreSettings;
  /** The logs known to be damaged. */
  damaged: () => CorruptLog[];
};

type StoreSettings = {
  /** 2: what is acknowledged has reached the disk. */
  synchronous: number;
  journal: string;
  locking: string;
  wipes: boolean;
  /** Bytes in the file and in the log beside it. */
  fileBytes: number;
  logBytes: number;
  version: string;
  hasKeys: boolean;
};

export function buildStoreFiles(
  { main, keys: keysDatabase }: Databases,
  keys: Keys,
  damaged: () => CorruptLog[],
): StoreFiles {
  return {
    copyTo: (file) => copy(main, file),
    copyKeysTo: (file) => copy(keysDatabase, file),
    lastDeletedAt: () =>
      [...keys.buried().values()].reduce<number | null>((last, at) => Math.max(last ?? at, at), null),
    settings: () => settingsOf(main, keysDatabase),
    damaged,
  };
}

const sizeOf = (file: string | null): number => (file && existsSync(file) ? statSync(file).size : 0);

function settingsOf(main: DatabaseSync, keys: DatabaseSync): StoreSettings {
  const read = (name: string) => Object.values(main.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  const file = main.location();
  return {
    synchronous: Number(read('synchronous')),
    journal: String(read('journal_mode')),
    locking: String(read('locking_mode')),
    wipes: read('secure_delete') === 1,
    fileBytes: sizeOf(file),
    logBytes: sizeOf(file && `${file}-wal`),
    version: String(main.prepare('SELECT sqlite_version() AS version').get()?.['version']),
    hasKeys: sizeOf(keys.location()) > 0,
  };
}

/** Beside the work: SQLite's own copy takes over what is written meanwhile, so that it is of one moment. */
async function copy(from: DatabaseSync, file: string): Promise<void> {
  closeSync(openSync(file, 'wx', 0o600));
  await copyPages(from, file);
  const copied = new DatabaseSync(file, { timeout: 0 });
  try {
    copied.exec('PRAGMA synchronous = FULL');
    emptyLog(copied);
    copied.exec('PRAGMA journal_mode = DELETE');
  } finally {
    copied.close();
  }
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

const maxTries = 100;

/** Node gives up ("not an error") where the first step meets a transaction that is being written; the next try need not. */
async function copyPages(from: DatabaseSync, file: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await backup(from, file);
      return;
    } catch (error) {
      const metWriting = error instanceof Error && 'errcode' in error && error.errcode === 0;
      if (!metWriting || tries >= maxTries) throw error;
      await new Promise(setImmediate);
    }
  }
}
