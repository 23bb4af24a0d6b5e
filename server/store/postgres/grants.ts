import { SecretTaken, UnknownSession } from '../errors.ts';
import { markedSecret } from '../sealing.ts';
import { checkedFieldsOf, type GrantFilter } from '../session-rules.ts';
import type { Grant } from '../store.ts';
import type { Run } from './database.ts';
import type { Keys } from './keys.ts';

const columns = 'id, kind, session, subject, created_at AS "createdAt", expires_at AS "expiresAt", terms';
const filtered = `expires_at > $1 AND ($2::text IS NULL OR id = $2) AND ($3::text IS NULL OR session = $3)
  AND ($4::text IS NULL OR kind = $4) AND ($5::text IS NULL OR subject = $5)`;
/**
 * In one statement, as each join has two. Expired ones go with it, but those that somebody else is at are left to them; one of
 * the same secret is written over. Nothing is given out for a session that was deleted.
 */
const insert = `
  WITH swept AS (
    DELETE FROM grants WHERE secret IN (
      SELECT secret FROM grants WHERE expires_at <= $9 AND secret <> $1 LIMIT 200 FOR UPDATE SKIP LOCKED)
  )
  INSERT INTO grants (secret, id, kind, session, subject, created_at, expires_at, terms)
  SELECT $1, $2, $3, $4, $5, $6::float8, $7::float8, $8 WHERE NOT EXISTS (SELECT 1 FROM deleted WHERE session = $4)
  ON CONFLICT (secret) DO UPDATE SET id = excluded.id, kind = excluded.kind, session = excluded.session,
    subject = excluded.subject, created_at = excluded.created_at, expires_at = excluded.expires_at, terms = excluded.terms
    WHERE grants.expires_at <= $9
  RETURNING 1`;

/** Rights by the hash of their secret; expired ones are never told, and go at the next addition. */
export function buildGrants(keys: Pick<Keys, 'forGrants'>, now: () => number) {
  const marked = async (secretHash: string) => markedSecret(await keys.forGrants(), secretHash);

  const valuesOf = ({ id, session, kind, subject }: GrantFilter) =>
    [now(), id, session, kind, subject].map((value) => value ?? null);

  return {
    async add(run: Run, secretHash: string, grant: Grant): Promise<void> {
      const { id, kind, session, subject, createdAt, expiresAt, terms } = grant;
      const secret = await marked(secretHash);
      const added = await run(insert, [secret, id, kind, session, subject, createdAt, expiresAt, terms, now()]);
      if (added.length > 0) return;
      const gone = await run('SELECT 1 FROM deleted WHERE session = $1', [session]);
      throw gone.length > 0 ? new UnknownSession(session ?? '') : new SecretTaken();
    },
    async byHash(run: Run, secretHash: string): Promise<Grant | undefined> {
      const [grant] = await run<Grant>(`SELECT ${columns} FROM grants WHERE secret = $1 AND expires_at > $2`, [
        await marked(secretHash),
        now(),
      ]);
      return grant;
    },
    list: (run: Run, filter: GrantFilter): Promise<Grant[]> =>
      run<Grant>(
        `SELECT ${columns} FROM grants WHERE ${filtered} ORDER BY created_at, id COLLATE "C"`,
        valuesOf(filter),
      ),
    renew: (run: Run, id: string, { expiresAt, terms }: Pick<Grant, 'expiresAt' | 'terms'>) =>
      run('UPDATE grants SET expires_at = $1, terms = $2 WHERE id = $3 AND expires_at > $4', [
        expiresAt,
        terms,
        id,
        now(),
      ]),
    async revoke(run: Run, filter: GrantFilter): Promise<number> {
      checkedFieldsOf(filter);
      return (await run(`DELETE FROM grants WHERE ${filtered} RETURNING 1`, valuesOf(filter))).length;
    },
  };
}
