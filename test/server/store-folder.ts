/** A folder of one test, and what lies in it. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { openSqliteStore, type SqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { sampleAt } from './store-samples.ts';

export type Folder = { path: string; file: (name: string) => string };

export function newFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'in-gesprek-store-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return { path, file: (name) => join(path, name) };
}

export function openIn(folder: Folder, onCommit?: (calls: number) => void): SqliteStore {
  const store = openSqliteStore({ folder: folder.path, now: () => sampleAt, ...(onCommit && { onCommit }) });
  onTestFinished(() => store.close());
  return store;
}

/** As a power cut would leave it: all files as they are now, without closing. */
export function copyOf(folder: Folder): Folder {
  const copy = newFolder();
  cpSync(folder.path, copy.path, { recursive: true });
  return copy;
}

const bytesOf = (folder: Folder) => readdirSync(folder.path).map((name) => readFileSync(folder.file(name)));

/** How many of these can be read somewhere in the folder's bytes, as UTF-8 or as UTF-16. */
export function readableIn(folder: Folder, wanted: (string | Uint8Array)[]): number {
  const files = bytesOf(folder);
  const forms = (one: string | Uint8Array) =>
    typeof one === 'string' ? [Buffer.from(one), Buffer.from(one, 'utf16le')] : [Buffer.from(one)];
  return wanted.filter((one) => forms(one).some((form) => files.some((bytes) => bytes.includes(form)))).length;
}

/** Changes one bit of the first place where these bytes lie in a file of a closed store. */
export function flipByte(file: string, at: string, offset: number): void {
  const bytes = readFileSync(file);
  const place = bytes.indexOf(at);
  if (place < 0) throw new Error(`${at} is not in ${file}`);
  bytes.writeUInt8(bytes.readUInt8(place + offset) ^ 1, place + offset);
  writeFileSync(file, bytes);
}

/** Runs SQL on a file of a closed store. */
export function change(file: string, sql: string): Record<string, unknown>[] {
  const database = new DatabaseSync(file);
  try {
    if (/^select/i.test(sql)) return database.prepare(sql).all();
    database.exec(sql);
    return [];
  } finally {
    database.close();
  }
}
