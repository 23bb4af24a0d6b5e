/** toestemming: whose words may be used in research. Taking part is the join itself; this is asked apart from it. */
import { seatOf } from './selectors.ts';
import type { Answer, Seat, SessionState } from './state.ts';

/** Everybody who ever sat at this phone said yes; who was not asked did not. */
const agreesToResearch = ({ consent }: Seat): boolean => consent.own && consent.guests.every(Boolean);

/** Whether this seat's own words, and figures of it, may be used in research. */
export function isForResearch(state: SessionState, seat: string): boolean {
  const known = seatOf(state, seat);
  return state.notice.research && known !== undefined && agreesToResearch(known);
}

/** Words are of all who wrote them together: one who did not say yes keeps all of it out. */
export const isAnswerForResearch = (state: SessionState, { unit, writers }: Answer): boolean =>
  (writers.length > 0 ? writers : [unit]).every((seat) => isForResearch(state, seat));
