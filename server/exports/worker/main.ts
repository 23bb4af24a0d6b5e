/** One export in a thread of its own. */
import { workerData } from 'node:worker_threads';
import type { Logged } from '../../../shared/events.ts';
import { atWork } from '../../worker/at-work.ts';
import type { Portion } from '../../worker/in-worker.ts';
import { type ExportFile, exportFile } from '../register.ts';
import type { ExportData } from './workshop.ts';

/** Milliseconds between two words about how far it is. */
const tellEvery = 100;

const { kind } = workerData as ExportData;
const log: Logged[] = [];

atWork<Portion, ExportFile>(
  ({ portion, last }) => {
    for (const event of portion) log.push(event);
    return last;
  },
  async (tell) => {
    const { body, ...rest } = await exportFile(log, kind, seldom(tell));
    const bytes = ownBytes(body);
    return { made: { ...rest, body: bytes }, moved: [bytes.buffer] };
  },
);

/** Builders may tell at each row. */
function seldom(tell: (done: number) => void): (done: number) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (done) => {
    const now = performance.now();
    if (now - toldAt < tellEvery) return;
    toldAt = now;
    tell(Math.min(1, Math.max(0, done)));
  };
}

/** In memory that nothing else uses, so that it changes hands without being copied. */
function ownBytes(body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  const { buffer, byteLength } = body;
  const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && !Buffer.isBuffer(body);
  return isWhole ? (body as Uint8Array<ArrayBuffer>) : new Uint8Array(body);
}
