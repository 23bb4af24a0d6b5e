import type { DatabaseSync } from 'node:sqlite';
import { NameTaken } from '../errors.ts';
import type { Facilitator, FacilitatorChange, Share } from '../store.ts';

const columns = 'id, name, name_key AS nameKey, passphrase, administrator, created_at AS createdAt';
type Row = Omit<Facilitator, 'administrator'> & { administrator: number };
const facilitatorOf = (row: object): Facilitator => {
  const found = row as Row;
  return { ...found, administrator: found.administrator === 1 };
};

/** Who may sign in, and which sessions of others each may work in. */
export function buildFacilitators(database: DatabaseSync) {
  const all = database.prepare(`SELECT ${columns} FROM facilitators ORDER BY created_at, id`);
  const one = database.prepare(`SELECT ${columns} FROM facilitators WHERE id = ?`);
  const named = database.prepare('SELECT 1 FROM facilitators WHERE name_key = ? AND id <> ?');
  const upsert = database.prepare(
    `INSERT INTO facilitators (id, name, name_key, passphrase, administrator, created_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key,
       passphrase = excluded.passphrase, administrator = excluded.administrator`,
  );
  const removes = ['facilitators WHERE id = ?', 'shares WHERE facilitator = ?'].map((what) =>
    database.prepare(`DELETE FROM ${what}`),
  );
  const insert = database.prepare(
    'INSERT INTO shares (session, facilitator, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const remove = database.prepare('DELETE FROM shares WHERE session = ? AND facilitator = ?');
  const shared = database.prepare(
    `SELECT session, facilitator, at FROM shares
     WHERE session = coalesce(?, session) AND facilitator = coalesce(?, facilitator) ORDER BY at, session, facilitator`,
  );

  function byId(id: string): Facilitator | undefined {
    const row = one.get(id);
    return row && facilitatorOf(row);
  }
  function save({ id, name, nameKey, passphrase, administrator, createdAt }: Facilitator): void {
    if (named.get(nameKey, id)) throw new NameTaken();
    upsert.run(id, name, nameKey, passphrase, administrator ? 1 : 0, createdAt);
  }

  return {
    list: (): Facilitator[] => all.all().map(facilitatorOf),
    byId,
    save,
    change(id: string, changed: FacilitatorChange): Facilitator | undefined {
      const known = byId(id);
      if (known) save({ ...known, ...changed });
      return byId(id);
    },
    remove: (id: string) => {
      for (const statement of removes) statement.run(id);
    },
    share: ({ session, facilitator, at }: Share) => void insert.run(session, facilitator, at),
    unshare: (session: string, facilitator: string) => Number(remove.run(session, facilitator).changes) > 0,
    shares: ({ session, facilitator }: { session?: string; facilitator?: string }): Share[] =>
      shared.all(session ?? null, facilitator ?? null).map((row) => ({ ...row }) as Share),
  };
}
