import type { DatabaseSync } from 'node:sqlite';
import { scriptKeptAs } from '../session-rules.ts';
import { emptyLog } from './database.ts';
import type { Keys } from './keys.ts';

const tables = ['events', 'texts', 'heads', 'results', 'drafts', 'grants', 'shares', 'sessions'];

/** Deletes a session's (or a script's) rows and key, inside the caller's transaction; its id stays as a tombstone in both files. */
export function buildDeletion(database: DatabaseSync, keys: Keys, now: () => number) {
  const removes = tables.map((table) => database.prepare(`DELETE FROM ${table} WHERE session = ?`));
  const mark = database.prepare('INSERT INTO deleted (session, deleted_at) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const selectSession = database.prepare('SELECT 1 FROM sessions WHERE session = ?');
  const selectScript = database.prepare('SELECT 1 FROM scripts WHERE script = ?');
  const removeScript = database.prepare('DELETE FROM scripts WHERE script = ?');
  const marks = database.prepare('SELECT session, deleted_at AS at FROM deleted');

  function isHere(name: string): boolean {
    const script = scriptKeptAs(name);
    return (script === undefined ? selectSession.get(name) : selectScript.get(script)) !== undefined;
  }
  function remove(session: string): void {
    if (keys.of(session) || keys.isBuried(session) || isHere(session)) {
      keys.bury(session, now());
      mark.run(session, keys.buried().get(session) ?? now());
    }
    const script = scriptKeptAs(session);
    if (script !== undefined) removeScript.run(script);
    else for (const statement of removes) statement.run(session);
  }

  /** Ends what a crash cut short, and deletes again what a restored old backup brought back. */
  function finish(): void {
    const known = marks.all() as { session: string; at: number }[];
    const keyLeft = known.filter(({ session }) => !keys.isBuried(session) || keys.of(session));
    const rowsLeft = [...keys.buried().keys()].filter(isHere);
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
