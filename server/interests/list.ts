import type { Store } from '../store/store.ts';
import { confirmed, confirmLink, isLinkOf, leftAgain, leftAt, monthOf, stopLink } from './standing.ts';

/** The list of who wants to be kept informed; `mails`: each is asked by mail to confirm it. */
export function buildInterestList(store: Store, clock: () => number, mails: boolean) {
  return {
    async leave(script: string, email: string): Promise<void> {
      const now = clock();
      const left = { script, month: monthOf(now), email, ...leftAt(now, mails) };
      await store.changeInterest(left, (known) => leftAgain(known, left));
    },
    /** Whether there was such an address; a second press finds it confirmed. */
    async confirm(secret: string): Promise<boolean> {
      const found = (await store.interests()).find((one) => isLinkOf(confirmLink, one, secret));
      if (!found || found.standing === 'unasked') return false;
      let there = false;
      await store.changeInterest(found, (known) => {
        there = known !== undefined;
        return known && confirmed(known, clock());
      });
      return there;
    },
    /** The address goes, from wherever it stands in the list. */
    async stop(secret: string): Promise<boolean> {
      const all = await store.interests();
      const found = all.find((one) => isLinkOf(stopLink, one, secret));
      if (!found) return false;
      const isSame = (email: string) => email.toLowerCase() === found.email.toLowerCase();
      for (const one of all) if (isSame(one.email)) await store.changeInterest(one, () => undefined);
      return true;
    },
    remove: (place: { script: string; month: string; email: string }): Promise<void> =>
      store.changeInterest(place, () => undefined),
  };
}
