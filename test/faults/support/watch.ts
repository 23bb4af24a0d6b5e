/** Loaded before the server in its own process: tells how late its loop was and how much memory it holds. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const lag = monitorEventLoopDelay({ resolution: 10 });
lag.enable();
process.on('message', (message) => {
  if (message === 'begin') lag.reset();
  if (message !== 'figures') return;
  process.send?.({ lagP99: lag.percentile(99) / 1e6, lagMost: lag.max / 1e6, rss: process.memoryUsage.rss() });
});
process.channel?.unref();
