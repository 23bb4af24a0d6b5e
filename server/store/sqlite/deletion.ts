import type { DatabaseSync } from 'node:sqlite';
import { emptyLog } from './database.ts';
import type { Keys } from './keys.ts';

const tables = ['events', 'texts', 'heads', 'results', 'drafts', 'grants', 'shares', 'sessions'];

/** Deletes a session's rows and key, inside the caller's transaction; its id stays as a tombstone in both files. */
export function buildDeletion(database: DatabaseSync, keys: Keys, now: () => number) {
  const removes = tables.map((table) => database.prepare(`DELETE FROM ${table} WHERE session = ?`));
  const mark = database.prepare('INSERT INTO deleted (session, deleted_at) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const select = database.prepare('SELECT 1 FROM sessions WHERE session = ?');
  const marks = database.prepare('SELECT session, deleted_at AS at FROM deleted');

  function remove(session: string): void {
    if (keys.of(session) || keys.isBuried(session) || select.get(session)) {
      keys.bury(session, now());
      mark.run(session, keys.buried().get(session) ?? now());
    }
    for (const statement of removes) statement.run(session);
  }

  /** Ends what a crash cut short, and deletes again what a restored old backup brought back. */
  function finish(): void {
    const known = marks.all() as { session: string; at: number }[];
    const keyLeft = known.filter(({ session }) => !keys.isBuried(session) || keys.of(session));
    const rowsLeft = [...keys.buried().keys()].filter((session) => select.get(session));
    if (keyLeft.length + rowsLeft.length === 0) return;
    database.exec('BEGIN IMMEDIATE');
    for (const { session, at } of keyLeft) keys.bury(session, at);
    for (const session of rowsLeft) remove(session);
    database.exec('COMMIT');
    emptyLog(database);
    keys.wipe();
  }
  return { remove, finish };
}
