/** Looks whether a folder holds a backup that this program can put back: whole, and not newer. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { keysSchema, mainSchema } from '../store/sqlite/schema.ts';
import { currentForm } from '../store/upcasters.ts';
import {
  type About,
  aboutFile,
  aboutSchema,
  backupVersion,
  keysFile,
  keysFolder,
  mainFile,
  sha256Of,
} from './about.ts';

export type Unfit = 'notABackup' | 'newer' | 'changed' | 'noKeys' | 'keysDamaged';
export type ReadBackup =
  | { ok: true; main: string; keys: string; about: About }
  | { ok: false; why: Unfit; what: string };

const no = (why: Unfit, what: string): ReadBackup => ({ ok: false, why, what });

/** A backup itself, or the newest of those that lie in a folder. */
function backupIn(folder: string): string | undefined {
  if (existsSync(join(folder, aboutFile))) return folder;
  if (!existsSync(folder)) return undefined;
  const [newest] = readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isDirectory() && !one.name.endsWith('.part'))
    .map(({ name }) => join(folder, name))
    .filter((path) => existsSync(join(path, aboutFile)))
    .sort()
    .reverse();
  return newest;
}

function aboutIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The form of a file of ours; undefined: it is no such file, or it is damaged. */
function formOf(file: string, table: string): number | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true, timeout: 0 });
    if (database.prepare('PRAGMA quick_check').get()?.['quick_check'] !== 'ok') return undefined;
    if (!database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table)) return undefined;
    return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  } catch {
    return undefined;
  } finally {
    database?.close();
  }
}

export async function readBackup(folder: string, keysIn?: string): Promise<ReadBackup> {
  const place = backupIn(folder);
  if (!place) return no('notABackup', folder);
  const raw = aboutIn(join(place, aboutFile));
  const version = raw instanceof Object && 'version' in raw ? Number(raw.version) : 0;
  if (version > backupVersion) return no('newer', place);
  const parsed = aboutSchema.safeParse(raw);
  if (!parsed.success) return no('notABackup', place);
  const about = parsed.data;
  if (about.schema > mainSchema.length || about.form > currentForm) return no('newer', place);

  const main = join(place, mainFile);
  if (!existsSync(main) || (await sha256Of(main)) !== about.sha256) return no('changed', main);
  const form = formOf(main, 'events');
  if (form === undefined) return no('changed', main);
  if (form > mainSchema.length) return no('newer', main);

  const keys = join(keysIn ?? keysBeside(place, about), keysFile);
  if (!existsSync(keys)) return no('noKeys', keys);
  const keysForm = formOf(keys, 'keys');
  if (keysForm === undefined) return no('keysDamaged', keys);
  return keysForm > keysSchema.length ? no('newer', keys) : { ok: true, main, keys, about };
}

/** Beside the backup, as they were made; else where they were put when it was made. */
function keysBeside(place: string, { keys }: About): string {
  const beside = join(dirname(place), keysFolder);
  return existsSync(join(beside, keysFile)) ? beside : keys;
}
