import type { Logged } from '../../shared/events.ts';
import { unitOf } from '../../shared/session/selectors.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import type { Store } from '../store/store.ts';
import type { buildDrafts } from './drafts.ts';

type Parts = {
  session: string;
  store: Store;
  drafts: ReturnType<typeof buildDrafts>;
  state: () => SessionState;
  stoppedWriting: (seat: string) => void;
};

/** What a phone holds of its seat. */
const seatKinds = ['seat', 'recovery'] as const;
const isFrom = (source: string, seat: string): boolean => source.startsWith(`${seat}@`);

/** When a whole room comes back, each asks in which units they sat. */
const known = new WeakMap<SessionState['units'], ReadonlyMap<string, string[]>>();

function unitsBySeat({ units }: SessionState): ReadonlyMap<string, string[]> {
  const found = known.get(units);
  if (found) return found;
  const bySeat = new Map<string, string[]>();
  for (const { unit, everSeats } of valuesOf(units))
    for (const seat of everSeats) bySeat.set(seat, [...(bySeat.get(seat) ?? []), unit]);
  known.set(units, bySeat);
  return bySeat;
}

/** Which drafts go with what happens. */
export function buildDropping({ session, store, drafts, state, stoppedWriting }: Parts) {
  /** Somebody is erased: what they typed goes, and what grew from it under another's pen. */
  async function dropDraftsOfSeat(seat: string): Promise<void> {
    const kept = await drafts.of(unitsOf(seat)).catch(() => []);
    const theirs = kept.filter(
      ({ draft }) => draft.seat === seat || draft.grewFrom?.some((from) => isFrom(from, seat)),
    );
    await Promise.all(theirs.map(({ draft }) => drafts.drop(draft, true)));
    await Promise.all(seatKinds.map((kind) => store.revokeGrants({ session, kind, subject: seat })));
  }

  /** Where this seat ever wrote: for itself, and in each unit that it sat in. */
  const unitsOf = (seat: string): string[] => [seat, ...(unitsBySeat(state()).get(seat) ?? [])];

  return {
    unitsOf,

    /** `by`: whose node stored it. */
    dropDraftsOf(event: Logged, by: 'us' | 'others'): void {
      if (event.type === 'PersonErased') void dropDraftsOfSeat(event.seat).catch(() => undefined);
      const isWiped = event.type === 'AnswerMasked' && event.forGood;
      if (event.type !== 'AnswerSubmitted' && event.type !== 'AnswerWithdrawn' && !isWiped) return;
      const answer = get(state().answers, event.answer);
      if (!answer) return;
      const { unit, step, item, prompt, turn } = answer;
      const writers = unitOf(state(), unit)?.everSeats ?? [unit];
      // Words that leave for good leave the drafts of all who sat there too: theirs may hold the same name.
      const isForGood = event.type !== 'AnswerSubmitted';
      const seats = isForGood ? writers : event.seat ? [event.seat] : [];
      for (const seat of seats) {
        stoppedWriting(seat);
        const place = { unit, step, item, prompt, turn, seat };
        void (by === 'us' ? drafts.drop(place, isForGood) : drafts.dropOlder(place, event.at, isForGood));
      }
    },
  };
}
