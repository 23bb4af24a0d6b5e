import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Logged } from '../../shared/events.ts';
import { type Failure, failureOf, WorkFailed } from './failure.ts';

/** So few events at a time that copying them holds up nobody: about a millisecond. */
const portionSize = 200;

/** A part of a log; `last`: there is no more of it. */
export type Portion = { portion: readonly Logged[]; last: boolean };

/** What a worker says: the next portion, please; how far it is (0 to 1); what it made; or why it could not. */
export type Said<Made> =
  | { type: 'more' }
  | { type: 'told'; done: number }
  | { type: 'made'; made: Made }
  | { type: 'failed'; failure: Failure };

export function* portionsOf(log: readonly Logged[]): Generator<Portion> {
  for (let from = 0; from === 0 || from < log.length; from += portionSize) {
    const to = from + portionSize;
    yield { portion: log.slice(from, to), last: to >= log.length };
  }
}

export const beginWorker = (code: URL, megabytes: number) =>
  fork(code, {
    serialization: 'advanced',
    // None of the server's settings, and no secret among them; where Node keeps what it compiled is no secret.
    env: { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] },
    execArgv: [`--max-old-space-size=${megabytes}`],
    // What a dying process prints may hold words (P4).
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });

type Work<Given> = {
  code: URL;
  /** The first that the worker is given. */
  data: object;
  /** Handed over one by one, each when the worker asks. */
  given: Iterator<Given> | AsyncIterator<Given>;
  /** Megabytes of heap. */
  megabytes: number;
  signal: AbortSignal;
  tell?: ((done: number) => void) | undefined;
};

/**
 * Has something made in a process of its own: nobody's answer waits for it, and whatever becomes of it, the server lives
 * (nodejs/node#64500: a thread that ends can end its process). Throws WorkFailed, or the signal's reason.
 */
export async function inWorker<Made, Given>({
  code,
  data,
  given,
  megabytes,
  signal,
  tell,
}: Work<Given>): Promise<Made> {
  const worker = beginWorker(code, megabytes);
  const gone = worker.pid === undefined ? undefined : once(worker, 'exit');
  try {
    return await new Promise<Made>((resolve, reject) => {
      const hand = (what: Given | object) => {
        // Whoever does not take it has gone: 'exit' says so.
        worker.send(what as object, () => {});
      };
      const give = async () => {
        const next = await given.next();
        if (!next.done) hand(next.value);
      };
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.on('error', (error) => reject(new WorkFailed(failureOf(error))));
      worker.on('exit', (status, by) => reject(new WorkFailed({ name: 'exit', place: String(by ?? status) })));
      worker.on('message', (message) => {
        const said = message as Said<Made>;
        if (said.type === 'more') give().catch(reject);
        else if (said.type === 'told') tell?.(said.done);
        else if (said.type === 'made') resolve(said.made);
        else reject(new WorkFailed(said.failure));
      });
      if (signal.aborted) reject(signal.reason);
      else hand(data);
    });
  } finally {
    worker.kill('SIGKILL');
    await gone;
  }
}
