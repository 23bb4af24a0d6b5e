import { neighbourhoodOf, networkOf } from '../entry/networks.ts';
import { buildTokenBuckets, type TokenBucket } from '../token-bucket.ts';

/** Wrong ones: at once, and an hour after that. docs/decisions/029 says what these figures are worth. */
type Share = { burst: number; anHour: number };
const perNetwork: Share = { burst: 10, anHour: 600 };
/** Of one name where its owner signed in well before: by that device, or from that network. */
const ofOwner: Share = { burst: 10, anHour: 20 };
/** `kept`: beside that, for networks that hardly guessed lately. */
const perName = { all: { burst: 10, anHour: 20 }, kept: { burst: 20, anHour: 60 } };
const together = { all: { burst: 20, anHour: 900 }, kept: { burst: 20, anHour: 900 } };
/** Wrong ones after which a network, or its neighbourhood, counts as one that guesses. */
const lately = { network: { burst: 2, anHour: 2 }, neighbourhood: { burst: 10, anHour: 10 } };
const mostNetworks = 30;

const bucketsOf = ({ burst, anHour }: Share) => buildTokenBuckets(burst, anHour / 3600);

/** One attempt that was let through: its tokens are given back when it was right. */
export type Attempt = { isKnown: boolean; right: () => void };

/** Before the answer is known: a thousand at once are counted one by one. */
function attempt(isKnown: boolean, buckets: readonly TokenBucket[], now: number): Attempt {
  const taken = buckets.filter((bucket) => bucket.take(now));
  return {
    isKnown,
    right: () => {
      for (const bucket of taken) bucket.giveBack();
    },
  };
}

/**
 * Slows down who guesses passphrases: wrong ones count by network, by name from wherever they come, and for the whole
 * server. A device with which somebody signed in well, and a network from which they did, have a row of their own for
 * that name: nobody elsewhere keeps its owner out. A name that is not there is limited in the same way. Networks are in
 * memory only.
 */
export function buildSignInLimits(clock: () => number) {
  const ofNetwork = bucketsOf(perNetwork);
  const rowOf = bucketsOf(ofOwner);
  const [ofName, keptOfName] = [bucketsOf(perName.all), bucketsOf(perName.kept)];
  const [ofAll, keptOfAll] = [bucketsOf(together.all), bucketsOf(together.kept)];
  const lateOf = { network: bucketsOf(lately.network), neighbourhood: bucketsOf(lately.neighbourhood) };
  /** By name: from which networks it was right, the last ones. */
  const known = new Map<string, Set<string>>();

  function inRow(row: string): Attempt | undefined {
    const now = clock();
    const bucket = rowOf(row, now);
    return bucket.hasOne(now) ? attempt(true, [bucket], now) : undefined;
  }

  return {
    /** Undefined: too many were wrong. `device`: names one with which the owner of that name signed in before. */
    begin(nameKey: string, address: string, device?: string): Attempt | undefined {
      const now = clock();
      const network = networkOf(address);
      if (device !== undefined) return inRow(`device\n${device}`);
      if (known.get(nameKey)?.has(network)) return inRow(`network\n${network}\n${nameKey}`);
      const lates = [lateOf.network(network, now), lateOf.neighbourhood(neighbourhoodOf(address), now)];
      const hardlyGuessed = lates.every((bucket) => bucket.hasOne(now));
      const either = (all: TokenBucket, kept: TokenBucket) => (hardlyGuessed && !all.hasOne(now) ? kept : all);
      const asked = [
        ofNetwork(network, now),
        either(ofName(nameKey, now), keptOfName(nameKey, now)),
        either(ofAll('', now), keptOfAll('', now)),
      ];
      return asked.every((bucket) => bucket.hasOne(now)) ? attempt(false, [...asked, ...lates], now) : undefined;
    },
    /** Of somebody who is signed in, about their own passphrase. */
    beginOwn: (facilitator: string): Attempt | undefined => inRow(`own\n${facilitator}`),
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
