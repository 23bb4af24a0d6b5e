import { createSecretKey, type KeyObject } from 'node:crypto';
import { newKey } from '../sealing.ts';
import type { Database } from './database.ts';

const nameOf = (session: string) => `session/${session}`;

export type Keys = ReturnType<typeof buildKeys>;

/** The keys, in a schema of their own that may stand in another database; each is kept in memory from its first use. */
export function buildKeys(database: Database) {
  const held = new Map<string, KeyObject>();
  const { run } = database;

  async function find(name: string): Promise<KeyObject | undefined> {
    const known = held.get(name);
    if (known) return known;
    const [row] = await run<{ key: Buffer }>('SELECT key FROM keys WHERE name = $1', [name]);
    if (!row) return undefined;
    const key = createSecretKey(row.key);
    held.set(name, key);
    return key;
  }
  /** Of two nodes that make one at once the first has made it. */
  async function findOrMake(name: string): Promise<KeyObject> {
    const known = await find(name);
    if (known) return known;
    await run('INSERT INTO keys VALUES ($1, $2) ON CONFLICT DO NOTHING', [name, newKey().export()]);
    const key = await find(name);
    if (!key) throw new Error('a key that was made is not there');
    return key;
  }

  return {
    /** Stored durably before anything is sealed with it. */
    create: (session: string) => findOrMake(nameOf(session)),
    of: (session: string) => find(nameOf(session)),
    /** The one for e-mail addresses; not a session's. */
    forInterests: () => findOrMake('interests'),
    /** The one under which the hashes of secrets are marked. */
    forGrants: () => findOrMake('grants'),
    /** The point of no return of a deletion: the key goes, a tombstone stays. */
    async bury(session: string, at: number): Promise<void> {
      await database.transact('keys', async (within) => {
        await within('DELETE FROM keys WHERE name = $1', [nameOf(session)]);
        await within('INSERT INTO deleted VALUES ($1, $2) ON CONFLICT DO NOTHING', [session, at]);
        await within('DELETE FROM erased WHERE session = $1', [session]);
      });
      held.delete(nameOf(session));
    },
    /** Writes the table anew, so that its file holds no row that was deleted. */
    wipe: () => run('VACUUM FULL keys'),
    /** Whether there is one of a session. */
    areThere: async (): Promise<boolean> =>
      (await run(`SELECT 1 FROM keys WHERE name LIKE 'session/%' LIMIT 1`, [])).length > 0,
    isBuried: async (session: string): Promise<boolean> =>
      (await run('SELECT 1 FROM deleted WHERE session = $1', [session])).length > 0,
    buried: () => run<{ session: string; at: number }>('SELECT session, deleted_at AS at FROM deleted'),
    forget: (session: string) => void held.delete(nameOf(session)),

    /** These texts and commands of the session do not come back, whatever happens to its log; other marks are only kept. */
    async noteErased(session: string, ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return;
      await run('INSERT INTO erased SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING', [session, ids]);
    },
    async erasedOf(session: string): Promise<string[]> {
      const rows = await run<{ id: string }>('SELECT id FROM erased WHERE session = $1', [session]);
      return rows.map(({ id }) => id);
    },
    erased: () => run<{ session: string; id: string }>('SELECT session, id FROM erased'),
  };
}
