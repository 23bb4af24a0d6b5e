import { hashOf, newSecret } from '../secrets.ts';

/** As many wait at once, at most: then the oldest goes. */
const mostWaiting = 2_000;

/** What was begun in one browser and is finished there, once and soon: kept here under a secret that its cookie holds. In memory only. */
export function buildPending<T>(clock: () => number, lifetime: number) {
  const waiting = new Map<string, { value: T; until: number }>();

  return {
    add(value: T): string {
      const secret = newSecret();
      const now = clock();
      for (const [key, { until }] of waiting) {
        if (until > now && waiting.size < mostWaiting) break;
        waiting.delete(key);
      }
      waiting.set(hashOf(secret), { value, until: now + lifetime });
      return secret;
    },
    /** It is gone by that. */
    take(secret: string | undefined): T | undefined {
      const key = hashOf(secret ?? '');
      const found = waiting.get(key);
      waiting.delete(key);
      return found && found.until > clock() ? found.value : undefined;
    },
  };
}
