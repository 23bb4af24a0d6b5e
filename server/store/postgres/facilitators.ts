import { NameTaken } from '../errors.ts';
import type { Credential, CredentialFilter, Facilitator, FacilitatorChange, Share } from '../store.ts';
import type { Run } from './database.ts';

const columns = 'id, name, name_key AS "nameKey", passphrase, administrator, created_at AS "createdAt"';
const upsert = `
  INSERT INTO facilitators (id, name, name_key, passphrase, administrator, created_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key,
    passphrase = excluded.passphrase, administrator = excluded.administrator`;

async function byId(run: Run, id: string): Promise<Facilitator | undefined> {
  const [found] = await run<Facilitator>(`SELECT ${columns} FROM facilitators WHERE id = $1`, [id]);
  return found;
}
async function save(run: Run, facilitator: Facilitator): Promise<void> {
  const { id, name, nameKey, passphrase, administrator, createdAt } = facilitator;
  const named = await run('SELECT 1 FROM facilitators WHERE name_key = $1 AND id <> $2', [nameKey, id]);
  if (named.length > 0) throw new NameTaken();
  await run(upsert, [id, name, nameKey, passphrase, administrator, createdAt]);
}

/** Who may sign in; what writes runs under one lock for all of them. */
export const facilitatorRows = {
  list: (run: Run) => run<Facilitator>(`SELECT ${columns} FROM facilitators ORDER BY created_at, id COLLATE "C"`),
  byId,
  save,
  async change(run: Run, id: string, changed: FacilitatorChange): Promise<Facilitator | undefined> {
    const known = await byId(run, id);
    if (known) await save(run, { ...known, ...changed });
    return known && byId(run, id);
  },
  async remove(run: Run, id: string): Promise<void> {
    await run('DELETE FROM facilitators WHERE id = $1', [id]);
    await run('DELETE FROM shares WHERE facilitator = $1', [id]);
    await run('DELETE FROM credentials WHERE facilitator = $1', [id]);
  },
};

/** Which sessions of others a facilitator may work in. */
export const shareRows = {
  add: (run: Run, { session, facilitator, at }: Share) =>
    run('INSERT INTO shares (session, facilitator, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      session,
      facilitator,
      at,
    ]),
  list: (run: Run, { session, facilitator }: { session?: string; facilitator?: string }) =>
    run<Share>(
      `SELECT session, facilitator, at FROM shares
       WHERE ($1::text IS NULL OR session = $1) AND ($2::text IS NULL OR facilitator = $2)
       ORDER BY at, session COLLATE "C", facilitator COLLATE "C"`,
      [session ?? null, facilitator ?? null],
    ),
  remove: async (run: Run, session: string, facilitator: string): Promise<boolean> =>
    (await run('DELETE FROM shares WHERE session = $1 AND facilitator = $2 RETURNING 1', [session, facilitator]))
      .length > 0,
};

/** Facilitators' passkeys and their accounts elsewhere. */
export const credentialRows = {
  add: async (run: Run, credential: Credential): Promise<boolean> => {
    const { id, kind, facilitator, name, createdAt, usedAt, facts } = credential;
    const added = await run(
      `INSERT INTO credentials (id, kind, facilitator, name, created_at, used_at, facts)
       SELECT $1, $2, id, $3, $4, $5, $6 FROM facilitators WHERE id = $7 ON CONFLICT DO NOTHING RETURNING 1`,
      [id, kind, name, createdAt, usedAt, facts, facilitator],
    );
    return added.length > 0;
  },
  list: (run: Run, { id, kind, facilitator }: CredentialFilter) =>
    run<Credential>(
      `SELECT id, kind, facilitator, name, created_at AS "createdAt", used_at AS "usedAt", facts FROM credentials
       WHERE ($1::text IS NULL OR id = $1) AND ($2::text IS NULL OR kind = $2)
         AND ($3::text IS NULL OR facilitator = $3) ORDER BY created_at, id COLLATE "C"`,
      [id ?? null, kind ?? null, facilitator ?? null],
    ),
  renew: async (run: Run, id: string, { usedAt, facts }: Pick<Credential, 'usedAt' | 'facts'>): Promise<boolean> =>
    (await run('UPDATE credentials SET used_at = $1, facts = $2 WHERE id = $3 RETURNING 1', [usedAt, facts, id]))
      .length > 0,
  remove: async (run: Run, id: string, facilitator: string): Promise<boolean> =>
    (await run('DELETE FROM credentials WHERE id = $1 AND facilitator = $2 RETURNING 1', [id, facilitator])).length > 0,
};
