/** Loaded before the server in its own process: tells how late its loop was and how much memory it holds. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const lag = monitorEventLoopDelay({ resolution: 10 });
lag.enable();

/** What is still held once all that nothing needs is cleared away. */
function held(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

process.on('message', (message) => {
  if (message === 'begin') lag.reset();
  const figures = { lagP99: lag.percentile(99) / 1e6, lagMost: lag.max / 1e6, rss: process.memoryUsage.rss() };
  if (message === 'figures') process.send?.(figures);
  if (message === 'settled') process.send?.({ ...figures, held: held() });
});
process.channel?.unref();
