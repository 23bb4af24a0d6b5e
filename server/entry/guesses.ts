import { buildTokenBucket, buildTokenBuckets } from '../token-bucket.ts';
import { buildHomes, type Homes } from './homes.ts';
import { neighbourhoodOf, networkOf } from './networks.ts';

const hour = 60 * 60;
export type GuessLimits = {
  /** Wrong ones of one network: at once, and a minute after that. */
  own: { burst: number; aMinute: number };
  /** Of all networks together; the last `kept` are for networks that hardly guessed wrong lately. */
  all: { burst: number; aMinute: number; kept: number };
};
/** For codes: docs/decisions/029 says what these figures are worth. */
const codeLimits: GuessLimits = { own: { burst: 10, aMinute: 10 }, all: { burst: 120, aMinute: 120, kept: 60 } };
/** Wrong ones in an hour after which a network, or its neighbourhood, counts as one that guesses. */
const lately = { network: 2, neighbourhood: 10 };

/**
 * Slows down who tries codes: only wrong ones count, so a whole room behind one address can join at once. With too many
 * wrong ones from a network no code from there is looked at for a while, not even a right one: else trying on would pay.
 * With too many from all together, who hardly guessed is still looked at, and so is everybody in a network where a screen
 * of that same session is: for its own code alone, so that no other session's is any easier to find.
 */
export function buildGuesses(clock: () => number, homes: Homes = buildHomes(clock), { own, all } = codeLimits) {
  const together = buildTokenBucket(all.burst, all.aMinute / 60);
  const ofNetwork = buildTokenBuckets(own.burst, own.aMinute / 60);
  const lateOf = {
    network: buildTokenBuckets(lately.network, lately.network / hour),
    neighbourhood: buildTokenBuckets(lately.neighbourhood, lately.neighbourhood / hour),
  };
  /** One look at a time: a thousand guesses sent at once are still counted one by one. */
  let lane: Promise<unknown> = Promise.resolve();

  return {
    /** `sessionOf`: which session that what was found belongs to. */
    attempt<T>(
      address: string,
      look: () => Promise<T | undefined>,
      sessionOf: (found: T) => string | null = () => null,
    ): Promise<T | 'wrong' | 'tooFast'> {
      const network = networkOf(address);
      const result = lane.then(async () => {
        const now = clock();
        const mine = ofNetwork(network, now);
        const lates = [lateOf.network(network, now), lateOf.neighbourhood(neighbourhoodOf(address), now)];
        const hardlyGuessed = lates.every((one) => one.hasOne(now));
        const isLookedAt = together.holds(hardlyGuessed ? 1 : all.kept + 1, now);
        if (!mine.hasOne(now) || !(isLookedAt || homes.isSome(network))) return 'tooFast' as const;
        const found = await look();
        if (found !== undefined && (isLookedAt || homes.isAt(sessionOf(found), network))) return found;
        for (const bucket of [mine, ...(isLookedAt ? [together, ...lates] : [])]) bucket.take(clock());
        return isLookedAt ? ('wrong' as const) : ('tooFast' as const);
      });
      lane = result.catch(() => undefined);
      return result;
    },
  };
}
