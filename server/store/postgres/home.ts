/** Where the tables stand now: a copy that was put back stands elsewhere, or in a later life of its server. */
import type { Run } from './database.ts';
import type { Keys } from './keys.ts';

const selectPlace = `
  SELECT concat_ws('/', (SELECT system_identifier FROM pg_control_system()),
    left(pg_walfile_name(pg_current_wal_lsn()), 8), 'home'::regclass::oid) AS place`;

/**
 * Begins a new epoch for every session of a copy (S4): phones offer again what they hold. What was erased since stays so,
 * for that was noted beside the keys (P2). Gives how many sessions those are.
 */
export async function settleIn(run: Run, keys: Keys, now: () => number): Promise<number> {
  const [{ place = '' } = {}] = await run<{ place: string }>(selectPlace);
  const [known] = await run<{ place: string }>('SELECT place FROM home');
  if (known?.place === place) return 0;
  await run('INSERT INTO home VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET place = excluded.place', [place]);
  if (!known) return 0;
  const again = await run(
    `UPDATE sessions SET epoch = replace(gen_random_uuid()::text, '-', ''), lost_seq = seq, lost_at = $1 RETURNING 1`,
    [now()],
  );
  const erased = await keys.erased();
  await run(
    `UPDATE texts t SET sealed = NULL FROM unnest($1::text[], $2::text[]) AS gone (session, text)
     WHERE t.session = gone.session AND t.text = gone.text AND t.sealed IS NOT NULL`,
    [erased.map(({ session }) => session), erased.map(({ id }) => id)],
  );
  return again.length;
}
