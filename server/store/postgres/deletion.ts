import { scriptKeptAs } from '../session-rules.ts';
import type { Run } from './database.ts';
import type { Keys } from './keys.ts';

const tables = ['events', 'texts', 'results', 'drafts', 'grants', 'shares', 'sessions'];

async function removeRows(run: Run, session: string, at: number): Promise<void> {
  await run('INSERT INTO deleted VALUES ($1, $2) ON CONFLICT DO NOTHING', [session, at]);
  const script = scriptKeptAs(session);
  if (script !== undefined) await run('DELETE FROM scripts WHERE script = $1', [script]);
  else for (const table of tables) await run(`DELETE FROM ${table} WHERE session = $1`, [session]);
}

/** Deletes a session's (or a script's) key, and then its rows; its id stays as a tombstone beside both. */
export function buildDeletion(keys: Keys, now: () => number) {
  return {
    async remove(run: Run, session: string): Promise<void> {
      const [known] = await run(
        `SELECT 1 FROM sessions WHERE session = $1 UNION ALL SELECT 1 FROM deleted WHERE session = $1
         UNION ALL SELECT 1 FROM scripts WHERE script = $2`,
        [session, scriptKeptAs(session) ?? null],
      );
      if (known) {
        await keys.bury(session, now());
        await removeRows(run, session, now());
      }
      // What was given out for a session that never was
      await run('DELETE FROM grants WHERE session = $1', [session]);
    },

    /** Ends what was cut short, and deletes again what an older copy that was put back had brought back. */
    async finish(run: Run): Promise<void> {
      const buried = await keys.buried();
      const here = await run<{ session: string; deleted_at: number }>('SELECT session, deleted_at FROM deleted');
      const known = new Set(here.map(({ session }) => session));
      const there = new Set(buried.map(({ session }) => session));
      for (const { session, at } of buried) if (!known.has(session)) await removeRows(run, session, at);
      for (const { session, deleted_at: at } of here) if (!there.has(session)) await keys.bury(session, at);
    },
  };
}
