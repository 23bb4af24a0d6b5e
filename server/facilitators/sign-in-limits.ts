import { networkOf } from '../entry/networks.ts';
import { buildTokenBuckets } from '../token-bucket.ts';

const perAddress = { burst: 10, aMinute: 10 };
const perName = { burst: 10, aMinute: 1 / 3 };
const mostNetworks = 30;

/** One attempt that was let through: its tokens are given back when it was right. */
export type Attempt = { isKnown: boolean; right: () => void };

/**
 * Slows down who guesses passphrases: wrong ones count by address, and by name from wherever they come. Where somebody
 * signed in well lately, no guesses count but those at that name from there: nobody elsewhere keeps its owner out. A name that
 * is not there is limited in the same way. Addresses are in memory only.
 */
export function buildSignInLimits(clock: () => number) {
  const ofAddress = buildTokenBuckets(perAddress.burst, perAddress.aMinute / 60);
  const ofName = buildTokenBuckets(perName.burst, perName.aMinute / 60);
  /** By name: from which networks it was right, the last ones. */
  const known = new Map<string, Set<string>>();

  return {
    /** Undefined: too many were wrong. */
    begin(nameKey: string, address: string): Attempt | undefined {
      const now = clock();
      const network = networkOf(address);
      const isKnown = known.get(nameKey)?.has(network) ?? false;
      const taken = isKnown ? [ofName(`${nameKey}\n${network}`, now)] : [ofAddress(network, now), ofName(nameKey, now)];
      if (!taken.every((bucket) => bucket.hasOne(now))) return undefined;
      // Before the answer is known: a thousand at once are counted one by one.
      for (const bucket of taken) bucket.take(now);
      return {
        isKnown,
        right: () => {
          for (const bucket of taken) bucket.giveBack();
        },
      };
    },
    /** Somebody signed in well from there, by whatever road. */
    remember(nameKey: string, address: string): void {
      const networks = known.get(nameKey) ?? new Set();
      const network = networkOf(address);
      networks.delete(network);
      networks.add(network);
      for (const oldest of networks) if (networks.size > mostNetworks) networks.delete(oldest);
      known.set(nameKey, networks);
    },
    forget: (nameKey: string) => void known.delete(nameKey),
  };
}
