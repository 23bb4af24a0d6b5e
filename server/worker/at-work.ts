import { constants, setPriority } from 'node:os';
import { failureOf } from './failure.ts';
import type { Said } from './in-worker.ts';

type Task<Given, Made> = {
  /** True once it has all. */
  take: (given: Given) => boolean;
  make: (tell: (done: number) => void) => Promise<Made>;
};

/** In a worker: begins with the data it is started with, takes what it is given one after the other, and makes what was asked for. */
export function atWork<Data, Given, Made>(begin: (data: Data) => Task<Given, Made>): void {
  if (!process.send) throw new Error('this file runs in a worker');
  const say = (said: Said<Made>) => process.send?.(said);
  let task: Task<Given, Made> | undefined;

  const go = async (given: Data | Given): Promise<Said<Made>> => {
    if (!task) {
      task = begin(given as Data);
      return { type: 'more' };
    }
    if (!task.take(given as Given)) return { type: 'more' };
    return { type: 'made', made: await task.make((done) => say({ type: 'told', done })) };
  };

  // Where processors are few, answers go before a file.
  setPriority(constants.priority.PRIORITY_LOW);
  // The server ends whoever has done its work; one that is gone itself leaves nobody behind.
  process.once('disconnect', () => process.exit());
  process.on('message', async (given: Data | Given) => {
    try {
      say(await go(given));
    } catch (error) {
      say({ type: 'failed', failure: failureOf(error) });
    }
  });
}
