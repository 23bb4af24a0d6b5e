/** One phase of the work: what it took of the people, of the server's process and of the load generator's. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { quantile } from '../arithmetic.ts';
import type { Spent } from '../probe.ts';
import type { Server } from '../systems.ts';
import { sleep } from './pace.ts';

/** Times in ms. */
export type Phase = {
  count: number;
  seconds: number;
  p50: number;
  p99: number;
  /** From sending to the wall, of answers. */
  wallP50?: number;
  wallP99?: number;
  /** Processor time of the server for each. */
  cpuEach: number;
  /** Of several nodes: the same of their database, ms; how many statements and commits, bytes of its log. */
  database?: Spent;
  /** How late the server's loop was, 99th percentile. */
  lateP99: number;
  /** Of one core, what the load generator used while the work went on; from 0.9 on it may be the limit. */
  load: number;
  /** How late the load generator's own loop was. */
  loadLateP99: number;
};

/** What trails behind the work (drafts that are dropped, counts) belongs to it. */
const trailing = 300;

/** `work` gives the times of each. */
export async function measure(
  server: Server,
  count: number,
  work: () => Promise<{ times: readonly number[]; wall?: readonly number[] }>,
): Promise<Phase> {
  const own = monitorEventLoopDelay({ resolution: 2 });
  const before = await server.probe();
  own.enable();
  const ownBefore = process.cpuUsage();
  const from = performance.now();
  const { times, wall } = await work();
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(ownBefore);
  own.disable();
  await sleep(trailing);
  const after = await server.probe();
  return {
    ...{ count, seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99) },
    ...(wall && { wallP50: quantile(wall, 0.5), wallP99: quantile(wall, 0.99) }),
    ...{ cpuEach: (after.cpu - before.cpu) / count, lateP99: after.late },
    ...(after.database && before.database && { database: eachOf(before.database, after.database, count) }),
    load: (user + system) / 1e6 / seconds,
    loadLateP99: Math.max(0, own.percentile(99) / 1e6 - 2),
  };
}

const eachOf = (before: Spent, after: Spent, count: number): Spent => ({
  cpu: (after.cpu - before.cpu) / count,
  statements: (after.statements - before.statements) / count,
  commits: (after.commits - before.commits) / count,
  log: (after.log - before.log) / count,
});
