/** Where a reference keeps what came: nowhere, or durably before anybody is answered. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** `body`: as JSON. */
type Line = { session: string; seq: number; body: string };

/** Written in the order of coming; `done` is called with each slice once it is on disk. */
export type Log<T> = { append: (line: Line, of: T) => void };

export type Done<T> = (slice: readonly T[]) => void;

export const buildNoLog = <T>(done: Done<T>): Log<T> => ({ append: (_, of) => done([of]) });

/** Lines in one transaction; what is left waits for the next turn of the loop, so that none is long. */
const perTurn = 64;

/** SQLite, WAL, `synchronous = FULL`: one fsync for all that gathered. */
export function buildSqliteLog<T>(folder: string, done: Done<T>): Log<T> {
  const database = new DatabaseSync(join(folder, 'reference.db'));
  database.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA locking_mode = EXCLUSIVE;
     CREATE TABLE events (session TEXT, seq INTEGER, body TEXT, PRIMARY KEY (session, seq)) WITHOUT ROWID`,
  );
  const [begin, commit] = ['BEGIN IMMEDIATE', 'COMMIT'].map((sql) => database.prepare(sql));
  const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?)');
  let waiting: { line: Line; of: T }[] = [];

  function write(): void {
    const slice = waiting.slice(0, perTurn);
    waiting = waiting.slice(perTurn);
    begin?.run();
    for (const { line } of slice) insert.run(line.session, line.seq, line.body);
    commit?.run();
    if (waiting.length > 0) setImmediate(write);
    done(slice.map(({ of }) => of));
  }

  return {
    append(line, of) {
      if (waiting.push({ line, of }) === 1) setImmediate(write);
    },
  };
}
