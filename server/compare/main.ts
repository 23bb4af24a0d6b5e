/** One comparison in a thread of its own: reckons each session's part, and hands over the whole. */
import { workerData } from 'node:worker_threads';
import type { Logged } from '../../shared/events.ts';
import { type ComparePart, comparePart, compareSessions } from '../../shared/views/compare.ts';
import { atWork } from '../worker/at-work.ts';
import type { CompareData, ComparedPortion } from './comparing.ts';

const { script } = workerData as CompareData;
const parts: ComparePart[] = [];
let log: Logged[] = [];

atWork<ComparedPortion, Uint8Array<ArrayBuffer> | null>(
  ({ portion, last, isLastSession }) => {
    for (const event of portion) log.push(event);
    if (!last) return false;
    parts.push(comparePart(log));
    log = [];
    return isLastSession;
  },
  async () => {
    if (parts.some((part) => part.script !== script)) return { made: null, moved: [] };
    const made = new TextEncoder().encode(JSON.stringify(compareSessions(parts)));
    return { made, moved: [made.buffer] };
  },
);
