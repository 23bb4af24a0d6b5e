import { isIPv6 } from 'node:net';
import { buildTokenBucket, buildTokenBuckets } from './token-bucket.ts';

/** The network that an address stands for: an IPv6 household has a whole /64, whose addresses count as one. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  const groups = [...head, ...zeros, ...tail].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}

/** A program on this machine itself: the practice session, a measurement. */
export const isThisMachine = (address: string): boolean => ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address);

const perAddress = { burst: 10, aMinute: 10 };
const perServer = { burst: 120, aMinute: 120 };

/**
 * Slows down who tries typed codes: only wrong ones count, so a whole room behind one address can join at once. With too
 * many wrong ones no code from there is looked at for a while, not even a right one: else trying on would pay.
 */
export function buildGuesses(clock: () => number) {
  const server = buildTokenBucket(perServer.burst, perServer.aMinute / 60);
  const ofAddress = buildTokenBuckets(perAddress.burst, perAddress.aMinute / 60);
  /** One look at a time: a thousand guesses sent at once are still counted one by one. */
  let lane: Promise<unknown> = Promise.resolve();

  return {
    attempt<T>(address: string, look: () => Promise<T | undefined>): Promise<T | 'wrong' | 'tooFast'> {
      const result = lane.then(async () => {
        const own = ofAddress(networkOf(address), clock());
        if (!own.hasOne(clock()) || !server.hasOne(clock())) return 'tooFast' as const;
        const found = await look();
        if (found !== undefined) return found;
        own.take(clock());
        server.take(clock());
        return 'wrong' as const;
      });
      lane = result.catch(() => undefined);
      return result;
    },
  };
}
