/** One comparison in a thread of its own: asks for the logs, reckons each session's part, hands over the whole. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Logged } from '../../shared/events.ts';
import { type ComparePart, comparePart, compareSessions } from '../../shared/views/compare.ts';
import { failureOf } from '../exports/worker/failure.ts';
import type { FromWorker, ToWorker, WorkerData } from './messages.ts';

const port = parentPort;
if (!port) throw new Error('this file runs in a worker');
const say = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

const { script } = workerData as WorkerData;
const parts: ComparePart[] = [];
let log: Logged[] = [];

port.on('message', ({ portion, ends, last }: ToWorker) => {
  try {
    for (const event of portion) log.push(event);
    if (ends) {
      parts.push(comparePart(log));
      log = [];
    }
    if (last) finish();
    else say({ type: 'more' });
  } catch (error) {
    const { name, place } = failureOf(error);
    say({ type: 'failed', place: `${name} ${place}` });
    port.close();
  }
});
say({ type: 'more' });

function finish(): void {
  const fits = parts.every((part) => part.script === script);
  const body = fits ? new Uint8Array(new TextEncoder().encode(JSON.stringify(compareSessions(parts)))) : null;
  say({ type: 'made', body }, body ? [body.buffer] : []);
  port?.close();
}
