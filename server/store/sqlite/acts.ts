import type { DatabaseSync } from 'node:sqlite';
import type { Act } from '../store.ts';

/** What facilitators did, for a while: expired ones are never told, and go at the next addition. */
export function buildActs(database: DatabaseSync, now: () => number) {
  const sweep = database.prepare('DELETE FROM acts WHERE expires_at <= ?');
  const upsert = database.prepare(
    `INSERT INTO acts (id, at, who, act, session, about, count, expires_at) VALUES (?, ?, ?, ?, ?, ?, 1, ?)
     ON CONFLICT (id) DO UPDATE SET at = excluded.at, count = acts.count + 1, expires_at = excluded.expires_at`,
  );
  const select = database.prepare(
    `SELECT id, at, who, act, session, about, count, expires_at AS expiresAt
     FROM acts WHERE expires_at > ? ORDER BY at DESC, id`,
  );

  return {
    add({ id, at, who, act, session, about, expiresAt }: Act): void {
      sweep.run(now());
      upsert.run(id, at, who, act, session, about, expiresAt);
    },
    list: () => select.all(now()).map((row) => ({ ...row }) as Act & { count: number }),
  };
}
