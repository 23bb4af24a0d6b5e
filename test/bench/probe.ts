/** Loaded before a server that is measured (`--import`): tells over ipc what its process spent, asked by `gc` after a collection. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const every = 2;
const delay = monitorEventLoopDelay({ resolution: every });
delay.enable();

export type Probed = {
  /** Processor time so far, ms. */
  cpu: number;
  /** Bytes. */
  rss: number;
  mostRss: number;
  /** How late its loop was, ms, 99th percentile since it was asked last. */
  late: number;
  /** Of several nodes: what their database spent so far. */
  database?: Spent;
};

/** Processor time in ms; statements, and bytes of its write-ahead log. */
export type Spent = { cpu: number; statements: number; commits: number; log: number };

process.on('message', (asked) => {
  if (asked === 'gc') for (let i = 0; i < 2; i++) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const told: Probed = {
    cpu: (user + system) / 1000,
    rss: process.memoryUsage.rss(),
    mostRss: process.resourceUsage().maxRSS * 1024,
    late: Math.max(0, delay.percentile(99) / 1e6 - every),
  };
  delay.reset();
  process.send?.(told);
});
process.once('disconnect', () => process.exit());
