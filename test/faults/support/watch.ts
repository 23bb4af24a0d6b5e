/** Loaded before the server in its own process: tells how late its loop was and how much memory it holds. */
import { createHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const lag = monitorEventLoopDelay({ resolution: 10 });
lag.enable();

/** What its loop itself did between two ticks (microseconds): where it was later than that, it waited for a processor. */
const work = createHistogram();
let before = process.threadCpuUsage();
setInterval(() => {
  const { user, system } = process.threadCpuUsage(before);
  before = process.threadCpuUsage();
  work.record(Math.max(1, user + system));
}, 10).unref();

/** What is still held once all that nothing needs is cleared away. */
function held(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

process.on('message', (message) => {
  if (message === 'begin') {
    lag.reset();
    work.reset();
  }
  const lags = { lagP99: lag.percentile(99) / 1e6, lagMost: lag.max / 1e6, workP99: work.percentile(99) / 1e3 };
  const figures = { ...lags, ticks: lag.count, rss: process.memoryUsage.rss() };
  if (message === 'figures') process.send?.(figures);
  if (message === 'settled') process.send?.({ ...figures, held: held() });
});
process.channel?.unref();
