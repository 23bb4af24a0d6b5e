import type { DatabaseSync } from 'node:sqlite';
import type { Credential, CredentialFilter } from '../store.ts';

const columns = 'id, kind, facilitator, name, created_at AS createdAt, used_at AS usedAt, facts';

/** Facilitators' passkeys and their accounts elsewhere. */
export function buildCredentials(database: DatabaseSync) {
  const insert = database.prepare(
    `INSERT INTO credentials (id, kind, facilitator, name, created_at, used_at, facts)
     SELECT ?, ?, id, ?, ?, ?, ? FROM facilitators WHERE id = ? ON CONFLICT DO NOTHING`,
  );
  const select = database.prepare(
    `SELECT ${columns} FROM credentials WHERE id = coalesce(?, id) AND kind = coalesce(?, kind)
       AND facilitator = coalesce(?, facilitator) ORDER BY created_at, id`,
  );
  const change = database.prepare('UPDATE credentials SET used_at = ?, facts = ? WHERE id = ?');
  const remove = database.prepare('DELETE FROM credentials WHERE id = ? AND facilitator = ?');
  const removeAll = database.prepare('DELETE FROM credentials WHERE facilitator = ?');

  return {
    add: ({ id, kind, facilitator, name, createdAt, usedAt, facts }: Credential) =>
      Number(insert.run(id, kind, name, createdAt, usedAt, facts, facilitator).changes) > 0,
    list: ({ id, kind, facilitator }: CredentialFilter): Credential[] =>
      select.all(id ?? null, kind ?? null, facilitator ?? null).map((row) => ({ ...row }) as Credential),
    renew: (id: string, { usedAt, facts }: Pick<Credential, 'usedAt' | 'facts'>) =>
      Number(change.run(usedAt, facts, id).changes) > 0,
    remove: (id: string, facilitator: string) => Number(remove.run(id, facilitator).changes) > 0,
    removeOf: (facilitator: string) => void removeAll.run(facilitator),
  };
}
