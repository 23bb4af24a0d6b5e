/** One export in a thread of its own: asks for the log, makes the file, hands it over. */
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { Logged } from '../../../shared/events.ts';
import { exportFile } from '../register.ts';
import { failureOf } from './failure.ts';
import type { FromWorker, ToWorker, WorkerData } from './messages.ts';

/** Milliseconds between two words about how far it is. */
const tellEvery = 100;

const port = parentPort;
if (!port) throw new Error('this file runs in a worker');
const say = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

// On Linux a thread has a priority of its own: where processors are few, answers go before a file. Elsewhere it is the whole program's.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);

const { kind } = workerData as WorkerData;
const log: Logged[] = [];

port.on('message', ({ portion, last }: ToWorker) => {
  for (const event of portion) log.push(event);
  if (last) void make();
  else say({ type: 'more' });
});
say({ type: 'more' });

async function make(): Promise<void> {
  try {
    const { body, ...rest } = await exportFile(log, kind, seldom());
    const bytes = ownBytes(body);
    say({ type: 'made', file: { ...rest, body: bytes } }, [bytes.buffer]);
  } catch (error) {
    say({ type: 'failed', failure: failureOf(error) });
  }
  port?.close();
}

/** Builders may tell at each row. */
function seldom(): (done: number) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (done) => {
    const now = performance.now();
    if (now - toldAt < tellEvery) return;
    toldAt = now;
    say({ type: 'told', done: Math.min(1, Math.max(0, done)) });
  };
}

/** In memory that nothing else uses, so that it changes hands without being copied. */
function ownBytes(body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  const { buffer, byteLength } = body;
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && !Buffer.isBuffer(body);
  return isWhole ? (body as Uint8Array<ArrayBuffer>) : new Uint8Array(body);
}
