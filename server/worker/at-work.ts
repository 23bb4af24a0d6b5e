import { constants, setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { failureOf } from './failure.ts';
import type { Said } from './in-worker.ts';

/**
 * In a worker: takes what it is given, one after the other, asking for each; `take` gives true once it has all, and then
 * `make` gives what was asked for, with the memory that changes hands instead of being copied.
 */
export function atWork<Given, Made>(
  take: (given: Given) => boolean,
  make: (tell: (done: number) => void) => Promise<{ made: Made; moved: ArrayBuffer[] }>,
): void {
  const port = parentPort;
  if (!port) throw new Error('this file runs in a worker');
  const say = (said: Said<Made>, moved: ArrayBuffer[] = []) => port.postMessage(said, moved);

  // On Linux a thread has a priority of its own: where processors are few, answers go before a file. Elsewhere it is the whole program's.
  if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

  const finish = async () => {
    const { made, moved } = await make((done) => say({ type: 'told', done }));
    say({ type: 'made', made }, moved);
    port.close();
  };
  port.on('message', async (given: Given) => {
    try {
      if (take(given)) await finish();
      else say({ type: 'more' });
    } catch (error) {
      say({ type: 'failed', failure: failureOf(error) });
      port.close();
    }
  });
  say({ type: 'more' });
}
