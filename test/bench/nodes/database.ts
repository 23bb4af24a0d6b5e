/** The PostgreSQL of several nodes, and what it spends. */
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { makePostgres } from '../../support/postgres-server.ts';
import type { Spent } from '../probe.ts';

/** Linux counts processor time in hundredths of a second. */
const tick = 10;

type Process = { pid: number; parent: number; own: number; ofEnded: number };

/** Undefined: it ended meanwhile. */
function processOf(pid: number): Process | undefined {
  try {
    // Behind the name, which may hold spaces and brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
      (i) => fields[i],
    );
    return { pid, parent, own: (user + system) * tick, ofEnded: (endedUser + endedSystem) * tick };
  } catch {
    return undefined;
  }
}

/** Of a process and its children, those that ended too, ms. */
function cpuOf(pid: number): number {
  const children = readdirSync('/proc')
    .flatMap((name) => (/^\d+$/.test(name) ? (processOf(Number(name)) ?? []) : []))
    .filter(({ parent }) => parent === pid);
  const main = processOf(pid);
  return [main, ...children].reduce((sum, one) => sum + (one?.own ?? 0), main?.ofEnded ?? 0);
}

const counted = `
  SELECT (SELECT sum(calls) FROM pg_stat_statements) AS statements,
    (SELECT sum(calls) FROM pg_stat_statements WHERE query = 'COMMIT') AS commits,
    pg_current_wal_insert_lsn() - '0/0' AS log`;

/** One of its own in this folder, with fsync; `spent`: all that it spent so far. `BENCH_PROFILE`: a folder for what it was asked. */
export async function startDatabase(folder: string) {
  // It runs as a user of its own.
  chmodSync(folder, 0o711);
  const more = ['shared_preload_libraries=pg_stat_statements', 'autovacuum_naptime=20'];
  const server = await makePostgres({ durable: true, in: folder, settings: more });
  const pid = Number(readFileSync(join(server.data, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query('CREATE EXTENSION pg_stat_statements');
  const asked = async () =>
    (await client.query('SELECT calls, total_exec_time AS ms, query FROM pg_stat_statements ORDER BY calls DESC')).rows;
  return {
    url: server.url,
    async spent(): Promise<Spent> {
      const cpu = cpuOf(pid);
      const { rows } = await client.query(counted);
      const { statements, commits, log } = rows[0] as Record<keyof Spent, string | null>;
      return { cpu, statements: Number(statements), commits: Number(commits), log: Number(log) };
    },
    async end(): Promise<void> {
      const profile = process.env['BENCH_PROFILE'];
      if (profile) writeFileSync(join(profile, `statements-${pid}.json`), JSON.stringify(await asked(), null, 1));
      await client.end();
      await server.remove();
    },
  };
}
