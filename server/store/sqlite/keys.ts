import { createSecretKey, type KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { newKey } from '../sealing.ts';
import { emptyLog } from './database.ts';

const nameOf = (session: string) => `session/${session}`;

export type Keys = {
  /** Stored durably before anything is sealed with it. */
  create: (session: string) => KeyObject;
  of: (session: string) => KeyObject | undefined;
  /** The one for e-mail addresses; not a session's. */
  forInterests: () => KeyObject;
  /** The one under which the hashes of secrets are marked: what people type is short, and its hash alone could be found by trying. */
  forGrants: () => KeyObject;
  /** The point of no return of a deletion: the key goes, a tombstone stays. */
  bury: (session: string, at: number) => void;
  isBuried: (session: string) => boolean;
  /** These texts and commands of the session do not come back, whatever happens to its log; other marks are only kept. */
  noteErased: (session: string, ids: readonly string[]) => void;
  isErased: (session: string, id: string) => boolean;
  /** All of them: [session, id]. */
  erased: () => [string, string][];
  /** When each deleted session was deleted. */
  buried: () => ReadonlyMap<string, number>;
  wipe: () => void;
};

/** The keys in `keys.db`, each kept in memory from its first use. */
export function buildKeys(database: DatabaseSync): Keys {
  const insert = database.prepare('INSERT INTO keys (name, key) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const select = database.prepare('SELECT key FROM keys WHERE name = ?');
  const remove = database.prepare('DELETE FROM keys WHERE name = ?');
  const mark = database.prepare('INSERT INTO deleted (session, deleted_at) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const rows = database.prepare('SELECT session, deleted_at FROM deleted').all();
  const buried = new Map(rows.map((row) => [String(row['session']), Number(row['deleted_at'])]));
  const held = new Map<string, KeyObject>();
  const erase = database.prepare('INSERT INTO erased VALUES (?, ?) ON CONFLICT DO NOTHING');
  const selectErased = database.prepare('SELECT 1 FROM erased WHERE session = ? AND id = ?');
  const removes = ['ends', 'lost', 'erased'].map((table) => database.prepare(`DELETE FROM ${table} WHERE session = ?`));
  // Where the logs end is written all the time, and not waited for (known-ends.ts).
  database.exec('PRAGMA synchronous = NORMAL');

  /** All or nothing, and on the disk when it returns. */
  function durably(work: () => void): void {
    database.exec('PRAGMA synchronous = FULL');
    try {
      database.exec('BEGIN IMMEDIATE');
      work();
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    } finally {
      database.exec('PRAGMA synchronous = NORMAL');
    }
  }

  function find(name: string): KeyObject | undefined {
    const known = held.get(name);
    if (known) return known;
    const row = select.get(name)?.['key'];
    if (!(row instanceof Uint8Array)) return undefined;
    const key = createSecretKey(row);
    held.set(name, key);
    return key;
  }
  /** A key left by a crash just before the session's first event is used again: a key is never overwritten. */
  function findOrMake(name: string): KeyObject {
    const known = find(name);
    if (known) return known;
    const key = newKey();
    durably(() => insert.run(name, key.export()));
    held.set(name, key);
    return key;
  }

  return {
    create: (session) => findOrMake(nameOf(session)),
    of: (session) => find(nameOf(session)),
    forInterests: () => findOrMake('interests'),
    forGrants: () => findOrMake('grants'),
    bury(session, at) {
      durably(() => {
        remove.run(nameOf(session));
        mark.run(session, at);
        for (const statement of removes) statement.run(session);
      });
      buried.set(session, buried.get(session) ?? at);
      held.delete(nameOf(session));
    },
    noteErased(session, ids) {
      if (ids.length > 0)
        durably(() => {
          for (const id of ids) erase.run(session, id);
        });
    },
    isErased: (session, id) => selectErased.get(session, id) !== undefined,
    erased: () =>
      database
        .prepare('SELECT session, id FROM erased')
        .all()
        .map(({ session, id }) => [String(session), String(id)]),
    isBuried: (session) => buried.has(session),
    buried: () => buried,
    wipe: () => emptyLog(database),
  };
}
