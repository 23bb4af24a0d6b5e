/** One export in a process of its own. */
import type { Logged } from '../../../shared/events.ts';
import { atWork } from '../../worker/at-work.ts';
import type { Portion } from '../../worker/in-worker.ts';
import { type ExportFile, exportFile } from '../register.ts';
import type { ExportData } from './workshop.ts';

/** Milliseconds between two words about how far it is. */
const tellEvery = 100;

atWork<ExportData, Portion, ExportFile>(({ kind, use }) => {
  const log: Logged[] = [];
  return {
    take({ portion, last }) {
      for (const event of portion) log.push(event);
      return last;
    },
    async make(tell) {
      const { body, ...rest } = await exportFile(log, kind, seldom(tell), use);
      return { ...rest, body: typeof body === 'string' ? new TextEncoder().encode(body) : body };
    },
  };
});

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
