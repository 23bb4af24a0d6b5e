import type { Store } from '../store/store.ts';
import { confirmationFor } from './letter.ts';
import type { Send } from './post-office.ts';
import { beingSent, mailboxOf, nextMorning, notSent, sent, wasMailedToday } from './standing.ts';

const lookEvery = 10 * 60_000;

type Parts = { store: Store; clock: () => number; origin: () => string; send: Send };

/** Sends what is due, in the order of a keyed mark; what does not get out is tried again later, also after a restart. */
export function buildMailing({ store, clock, origin, send }: Parts) {
  let going: Promise<void> | undefined;
  let over = false;

  async function round(): Promise<void> {
    const all = await store.interests();
    // By address: whoever asks a thousand times, in any session, fills nobody's mailbox.
    const mailed = new Set(all.filter((one) => wasMailedToday(one, clock())).map(mailboxOf));
    for (const one of all) {
      if (over) return;
      const now = clock();
      if (one.sendAfter === null || one.sendAfter > now) continue;
      const address = mailboxOf(one);
      if (mailed.has(address)) {
        await store.changeInterest(one, (known) => known && { ...known, sendAfter: nextMorning(now) });
        continue;
      }
      mailed.add(address);
      let isWanted = false;
      await store.changeInterest(one, (known) => {
        isWanted = known?.sendAfter === one.sendAfter;
        return known && isWanted ? beingSent(known, now) : known;
      });
      if (!isWanted) continue;
      const out = await send(confirmationFor(one, origin())).then(
        () => true,
        () => false,
      );
      // It may be confirmed or gone by now.
      await store.changeInterest(one, (known) =>
        known?.standing === 'waiting' ? (out ? sent : notSent)(known, clock()) : known,
      );
    }
  }

  /** One at a time; resolves when what was due was tried. */
  function sendDue(): Promise<void> {
    going ??= round()
      .catch(() => undefined)
      .finally(() => {
        going = undefined;
      });
    return going;
  }

  return {
    sendDue,
    /** Looks at once and then every ten minutes; gives what stops it. */
    start(): () => void {
      void sendDue();
      const looking = setInterval(() => void sendDue(), lookEvery).unref();
      return () => {
        over = true;
        clearInterval(looking);
      };
    },
  };
}
