import { initialState } from '../../../shared/session/initial-state.ts';
import { seatOf, textOf, textsOfAnswer } from '../../../shared/session/selectors.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { emptyTable, set, type Table, valuesOf } from '../../../shared/session/table.ts';
import type { Keep } from '../../live/storage.ts';
import { isMine, myUnit } from '../people.ts';
import type { Room } from '../room.ts';
import { type KeptSeat, keyFor, readSeat } from '../seat.ts';

const keyOf = (seat: KeptSeat) => keyFor(seat, 'seen');
/** Milliseconds: what was seen on another day is over. */
const lasts = 12 * 3_600_000;

/** `build`: of the program that wrote it; another one may read it otherwise. `offset`: of the server's clock. */
type Seen = { build: string; at: number; offset: number; state: SessionState };

const tableOf = <V>(rows: readonly (readonly [string, V])[]): Table<V> =>
  rows.reduce((table, [key, value]) => set(table, key, value), emptyTable<V>());

/** What is left without the words and names of others: the step, one's own place, and what one's unit sent. */
function ownPart(state: SessionState, seat: string): SessionState {
  const { session, script, scriptHash, language, title, step, runs, added, skipped, paused } = state;
  const { pairing, unitSize, deals, turns, unclear, closedAt } = state;
  const me = seatOf(state, seat);
  const unit = myUnit(state, seat);
  const own = [...valuesOf(state.answers)]
    .filter((answer) => isMine(state, answer, seat))
    .map((answer) => ({ ...answer, earlier: [], unseen: null }));
  const texts = [title, me?.name ?? '', ...own.flatMap(textsOfAnswer)];
  return {
    ...initialState(),
    ...{ session, script, scriptHash, language, title, step, runs, added, skipped, paused },
    ...{ pairing, unitSize, deals, turns, unclear, closedAt },
    seats: tableOf(me ? [[seat, me]] : []),
    units: tableOf(unit ? [[unit.unit, unit]] : []),
    answers: tableOf(own.map((answer) => [answer.answer, answer])),
    texts: tableOf(texts.map((id) => [id, textOf(state, id)])),
  };
}

/** Only where the page itself can be opened without a network, and as long as this seat is this phone's. */
export function keepSeen({ live, keep, seat }: Room): void {
  if (!navigator.serviceWorker || readSeat(keep)?.ticket !== seat.ticket) return;
  const at = Date.now();
  const seen: Seen = { build: import.meta.url, at, offset: live.now() - at, state: ownPart(live.state, seat.seat) };
  keep.set(keyOf(seat), JSON.stringify(seen));
}

export const forgetSeen = (keep: Keep, seat: KeptSeat): void => keep.remove(keyOf(seat));

/** The room as this phone saw it last. */
export function readSeen(keep: Keep, seat: KeptSeat): Seen | undefined {
  try {
    const seen = JSON.parse(keep.get(keyOf(seat)) ?? 'null') as Seen | null;
    if (seen?.build === import.meta.url && Date.now() - seen.at < lasts) return seen;
  } catch {
    // Not ours: then nothing was seen.
  }
  forgetSeen(keep, seat);
  return undefined;
}
