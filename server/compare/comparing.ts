import { Worker } from 'node:worker_threads';
import type { Logged } from '../../shared/events.ts';
import type { FromWorker, ToWorker, WorkerData } from './messages.ts';

/** So few events at a time that copying them holds up nobody: about a millisecond. */
const portionSize = 200;
const megabytes = 512;
const longest = 60_000;
const code = new URL('./main.ts', import.meta.url);

/** The comparison could not be made; `place` says where, without what people wrote (P4). */
class ComparisonFailed extends Error {
  override readonly name = 'ComparisonFailed';
  readonly code: string;
  constructor(place: string) {
    super();
    this.code = place;
  }
}

/** Portion after portion, session after session: a log is read when the one before it was handed over. */
async function* portionsOf(logs: readonly (() => Promise<readonly Logged[]>)[]): AsyncGenerator<ToWorker> {
  for (const [i, read] of logs.entries()) {
    const log = await read();
    for (let from = 0; from < log.length; from += portionSize) {
      const ends = from + portionSize >= log.length;
      yield { portion: log.slice(from, from + portionSize), ends, last: ends && i === logs.length - 1 };
    }
  }
}

/** Sessions beside one another as JSON, made in a worker so that nobody's answer waits; null where a script is another. */
export async function compareInWorker(
  { script, logs }: WorkerData & { logs: readonly (() => Promise<readonly Logged[]>)[] },
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const worker = new Worker(code, {
    workerData: { script } satisfies WorkerData,
    // None of the server's settings, and no secret among them.
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  const portions = portionsOf(logs);
  const end = AbortSignal.any([signal, AbortSignal.timeout(longest)]);
  try {
    return await new Promise((resolve, reject) => {
      const stop = () => reject(new ComparisonFailed('ended'));
      const give = async () => {
        const { value } = await portions.next();
        if (value) worker.postMessage(value);
      };
      end.addEventListener('abort', stop, { once: true });
      worker.on('error', (error) => reject(new ComparisonFailed(error.name)));
      worker.on('exit', () => reject(new ComparisonFailed('exit')));
      worker.on('message', (message: FromWorker) => {
        if (message.type === 'more') give().catch(reject);
        else if (message.type === 'made') resolve(message.body);
        else reject(new ComparisonFailed(message.place));
      });
      if (end.aborted) stop();
    });
  } finally {
    await worker.terminate();
  }
}
