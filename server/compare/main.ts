/** One comparison in a process of its own: reckons each session's part, and hands over the whole. */
import type { Logged } from '../../shared/events.ts';
import { type ComparePart, comparePart, compareSessions } from '../../shared/views/compare.ts';
import { atWork } from '../worker/at-work.ts';
import type { CompareData, ComparedPortion } from './comparing.ts';

atWork<CompareData, ComparedPortion, Uint8Array | null>(({ script }) => {
  const parts: ComparePart[] = [];
  let log: Logged[] = [];
  return {
    take({ portion, last, isLastSession }) {
      for (const event of portion) log.push(event);
      if (!last) return false;
      parts.push(comparePart(log));
      log = [];
      return isLastSession;
    },
    async make() {
      if (parts.some((part) => part.script !== script)) return null;
      return new TextEncoder().encode(JSON.stringify(compareSessions(parts)));
    },
  };
});
