import { CannotStore, NewerSchema } from '../errors.ts';
import type { Database, Run } from './database.ts';

/** The oldest PostgreSQL on which this was tried, as `server_version_num` has it. */
const oldestServer = 140_000;

/**
 * Makes the tables, or lifts those of an earlier version: all or nothing, and of several programs that begin at once one
 * does it (PostgreSQL's own IF NOT EXISTS fails then). Throws NewerSchema where a newer program was here.
 */
export async function migrate(database: Database, schema: string, steps: readonly string[]): Promise<void> {
  const [{ version = 0 } = {}] = await database.run<{ version: number }>(
    `SELECT current_setting('server_version_num')::integer AS version`,
  );
  if (version < oldestServer) throw new CannotStore(`this is PostgreSQL ${Math.floor(version / 10_000)}, 14 is needed`);
  await database.transact('schema', async (run) => {
    await run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await run('CREATE TABLE IF NOT EXISTS form (id INTEGER PRIMARY KEY, version INTEGER NOT NULL)');
    const known = await formIn(run);
    if (known > steps.length) throw new NewerSchema(`schema ${schema}`, known, steps.length);
    for (const step of steps.slice(known)) await run(step);
    if (known < steps.length) {
      await run('INSERT INTO form VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET version = excluded.version', [
        steps.length,
      ]);
    }
  });
}

async function formIn(run: Run): Promise<number> {
  const [{ version = 0 } = {}] = await run<{ version: number }>('SELECT version FROM form');
  return version;
}
