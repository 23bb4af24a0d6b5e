import { constants, setPriority } from 'node:os';
import { failureOf } from './failure.ts';
import type { Said } from './in-worker.ts';

/** In a warm worker: begins with the data it is started with, and answers each question that comes after. */
export function atHand<Data, Asked, Made>(begin: (data: Data) => (asked: Asked) => Made): void {
  if (!process.send) throw new Error('this file runs in a worker');
  let answer: ((asked: Asked) => Made) | undefined;
  const said = (asked: Asked): Said<Made> | undefined => {
    try {
      return answer && { type: 'made', made: answer(asked) };
    } catch (error) {
      return { type: 'failed', failure: failureOf(error) };
    }
  };
  // Somebody waits for it, but a room goes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  process.once('disconnect', () => process.exit());
  process.on('message', (given: Data | Asked) => {
    if (answer) process.send?.(said(given as Asked));
    else answer = begin(given as Data);
  });
}
