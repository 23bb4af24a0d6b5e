import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { SecretTaken } from '../errors.ts';
import { markedPrefix, markedSecret } from '../sealing.ts';
import { checkedFieldsOf, fieldsOf, type GrantFilter } from '../session-rules.ts';
import type { Grant } from '../store.ts';
import type { Keys } from './keys.ts';

const columns = 'id, kind, session, subject, created_at AS createdAt, expires_at AS expiresAt, terms';
const where = (fields: [string, string][]) => fields.map(([field]) => ` AND ${field} = ?`).join('');

/** Rights by the hash of their secret; expired ones are never told, and go at the next addition. */
export function buildGrants(database: DatabaseSync, keys: Pick<Keys, 'forGrants'>, now: () => number) {
  const sweep = database.prepare('DELETE FROM grants WHERE expires_at <= ?');
  const insert = database.prepare(
    `INSERT INTO grants (secret, id, kind, session, subject, created_at, expires_at, terms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const select = database.prepare(`SELECT ${columns} FROM grants WHERE secret = ? AND expires_at > ?`);
  const change = database.prepare('UPDATE grants SET expires_at = ?, terms = ? WHERE id = ? AND expires_at > ?');
  const marked = (secretHash: string) => markedSecret(keys.forGrants(), secretHash);
  const prepared = new Map<string, StatementSync>();
  /** By fields there are few; each is prepared once. */
  function prepare(sql: string): StatementSync {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  }
  /** A null prototype is SQLite's, not ours. */
  const grantOf = (row: object) => ({ ...row }) as Grant;

  return {
    /** Those that an earlier version stored as they were; whether there were some. */
    markAll(): boolean {
      const plain = database.prepare("SELECT secret FROM grants WHERE secret NOT LIKE ? || '%'").all(markedPrefix);
      if (plain.length === 0) return false;
      const mark = database.prepare('UPDATE grants SET secret = ? WHERE secret = ?');
      database.exec('BEGIN IMMEDIATE');
      for (const { secret } of plain) mark.run(marked(String(secret)), String(secret));
      database.exec('COMMIT');
      return true;
    },
    add(secretHash: string, { id, kind, session, subject, createdAt, expiresAt, terms }: Grant): void {
      sweep.run(now());
      const { changes } = insert.run(marked(secretHash), id, kind, session, subject, createdAt, expiresAt, terms);
      if (changes === 0) throw new SecretTaken();
    },
    byHash(secretHash: string): Grant | undefined {
      const row = select.get(marked(secretHash), now());
      return row && grantOf(row);
    },
    list(filter: GrantFilter): Grant[] {
      const fields = fieldsOf(filter);
      const sql = `SELECT ${columns} FROM grants WHERE expires_at > ?${where(fields)} ORDER BY created_at, id`;
      return prepare(sql)
        .all(now(), ...fields.map(([, value]) => value))
        .map(grantOf);
    },
    renew: (id: string, { expiresAt, terms }: Pick<Grant, 'expiresAt' | 'terms'>) =>
      void change.run(expiresAt, terms, id, now()),
    revoke(filter: GrantFilter): number {
      const fields = checkedFieldsOf(filter);
      const sql = `DELETE FROM grants WHERE expires_at > ?${where(fields)}`;
      return Number(prepare(sql).run(now(), ...fields.map(([, value]) => value)).changes);
    },
  };
}
