import type { CorruptLog } from '../errors.ts';
import type { Database } from './database.ts';

/** What an operator's self-check asks of a database. */
export type DatabaseFacts = {
  /** "15.18" */
  version: string;
  fsync: boolean;
  fullPages: boolean;
  autovacuum: boolean;
  /** As it is on the program's own lines. */
  commits: string;
  /** How far its clock is ahead of this machine's (ms), and how long it takes to hear from it. */
  aheadMs: number;
  latencyMs: number;
  /** Nobody on the way can read along: it is on this machine, or the line is encrypted. */
  isPrivate: boolean;
  lines: { open: number; waiting: number };
  /** What the server can still take beside these. */
  free: number;
  /** Where the keys are the write-ahead log is kept, and with it keys that were deleted. */
  keysArchived: boolean;
  /** The logs found to be damaged since the program started. */
  damaged: CorruptLog[];
};

const select = `
  SELECT split_part(current_setting('server_version'), ' ', 1) AS version, current_setting('fsync') = 'on' AS fsync,
    current_setting('full_page_writes') = 'on' AS "fullPages", current_setting('autovacuum') = 'on' AS autovacuum,
    current_setting('synchronous_commit') AS commits,
    (1000 * extract(epoch FROM clock_timestamp()))::float8 AS at,
    coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS ssl,
    coalesce(inet_client_addr() = inet_server_addr(), true) AS "isHere",
    current_setting('max_connections')::integer - (SELECT count(*) FROM pg_stat_activity)::integer AS free`;
type Row = Pick<DatabaseFacts, 'version' | 'fsync' | 'fullPages' | 'autovacuum' | 'commits' | 'free'> & {
  at: number;
  ssl: boolean;
  isHere: boolean;
};

const looks = 5;

/** Asked a few times; the quickest answer tells most about the way and the clock. */
export async function lookAtDatabase(
  database: Database,
  keys: Database,
  damaged: () => CorruptLog[],
): Promise<DatabaseFacts> {
  const answers: { row: Row; latencyMs: number; aheadMs: number }[] = [];
  for (let n = 0; n < looks; n++) {
    const [from, began] = [performance.now(), Date.now()];
    const [row] = await database.run<Row>(select, []);
    const latencyMs = performance.now() - from;
    if (row) answers.push({ row, latencyMs, aheadMs: row.at - began - latencyMs / 2 });
  }
  const [best] = answers.sort((a, b) => a.latencyMs - b.latencyMs);
  if (!best) throw new Error('a row was expected');
  const [archive] = await keys.run<{ kept: boolean }>(`SELECT current_setting('archive_mode') <> 'off' AS kept`, []);
  const { at: _, ssl, isHere, ...row } = best.row;
  const { latencyMs, aheadMs } = best;
  return {
    ...{ ...row, latencyMs, aheadMs, isPrivate: ssl || isHere, lines: database.lines(), damaged: damaged() },
    keysArchived: archive?.kept ?? false,
  };
}
