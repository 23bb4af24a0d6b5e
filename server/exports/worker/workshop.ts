import { Worker } from 'node:worker_threads';
import type { Logged } from '../../../shared/events.ts';
import type { ExportKind } from '../../../shared/exports.ts';
import type { ExportFile } from '../register.ts';
import { ExportFailed, failureOf } from './failure.ts';
import type { FromWorker, ToWorker, WorkerData } from './messages.ts';
import { buildTurns } from './turns.ts';

/** So few events at a time that copying them holds up nobody: about a millisecond. */
const portionSize = 200;
const settled = { atOnce: 2, mostWaiting: 20, megabytes: 512, longest: 5 * 60_000 };
const code = new URL('./main.ts', import.meta.url);

/** How many are served first, or how far it is, from 0 to 1. */
export type Progress = { ahead: number } | { done: number };

export type Order = {
  kind: ExportKind;
  /** Asked when its turn has come: nothing that was hidden while it waited is in the file. */
  log: () => readonly Logged[];
  /** Whoever asked has gone. */
  signal: AbortSignal;
  tell?: (progress: Progress) => void;
};

export type Workshop = ReturnType<typeof buildWorkshop>;

/**
 * Where exports are made: each in a worker of its own with a bound on its memory (megabytes of heap) and time
 * (milliseconds), few at once, so that acknowledgements do not wait for a file.
 */
export function buildWorkshop(bounds: Partial<typeof settled> = {}) {
  const { atOnce, mostWaiting, megabytes, longest } = { ...settled, ...bounds };
  const takeTurn = buildTurns(atOnce, mostWaiting);
  const closing = new AbortController();
  const workers = new Set<Worker>();

  async function makeInWorker({ kind, log, tell }: Order, signal: AbortSignal): Promise<ExportFile> {
    const worker = new Worker(code, {
      workerData: { kind } satisfies WorkerData,
      // None of the server's settings, and no secret among them.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    workers.add(worker);
    const give = handOver(log(), (message) => worker.postMessage(message));
    try {
      return await new Promise<ExportFile>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        worker.on('error', (error) => reject(new ExportFailed(failureOf(error))));
        worker.on('exit', () => reject(new ExportFailed({ name: 'exit', place: '' })));
        worker.on('message', (message: FromWorker) => {
          if (message.type === 'more') give();
          else if (message.type === 'told') tell?.({ done: message.done });
          else if (message.type === 'made') resolve(message.file);
          else reject(new ExportFailed(message.failure));
        });
        if (signal.aborted) reject(signal.reason);
      });
    } finally {
      await worker.terminate();
      workers.delete(worker);
    }
  }

  return {
    /** Throws ExportFailed, TooManyExports, or the signal's reason. */
    async make(order: Order): Promise<ExportFile> {
      const here = AbortSignal.any([order.signal, closing.signal]);
      const free = await takeTurn(here, (ahead) => order.tell?.({ ahead }));
      const late = new AbortController();
      const clock = setTimeout(() => late.abort(new ExportFailed({ name: 'timeout', place: '' })), longest);
      try {
        return await makeInWorker(order, AbortSignal.any([here, late.signal]));
      } finally {
        clearTimeout(clock);
        free();
      }
    },
    /** How many are being made now. */
    busy: (): number => workers.size,
    /** Ends all that are being made or wait. */
    stop(): void {
      closing.abort(new ExportFailed({ name: 'closing', place: '' }));
    },
  };
}

/** Gives the next portion at each call. */
function handOver(log: readonly Logged[], post: (message: ToWorker) => void): () => void {
  let from = 0;
  return () => {
    const to = from + portionSize;
    post({ portion: log.slice(from, to), last: to >= log.length });
    from = to;
  };
}
