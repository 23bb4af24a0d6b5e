import type { Act } from '../store.ts';
import type { Run } from './database.ts';

const upsert = `
  INSERT INTO acts (id, at, who, act, session, about, count, expires_at) VALUES ($1, $2, $3, $4, $5, $6, 1, $7)
  ON CONFLICT (id) DO UPDATE SET at = excluded.at, count = acts.count + 1, expires_at = excluded.expires_at`;
const select = `
  SELECT id, at, who, act, session, about, count, expires_at AS "expiresAt"
  FROM acts WHERE expires_at > $1 ORDER BY at DESC, id COLLATE "C"`;

/** What facilitators did, for a while: expired ones are never told, and go at the next addition. */
export function buildActs(now: () => number) {
  return {
    async add(run: Run, { id, at, who, act, session, about, expiresAt }: Act): Promise<void> {
      await run('DELETE FROM acts WHERE expires_at <= $1', [now()]);
      await run(upsert, [id, at, who, act, session, about, expiresAt]);
    },
    list: (run: Run) => run<Act & { count: number }>(select, [now()]),
  };
}
