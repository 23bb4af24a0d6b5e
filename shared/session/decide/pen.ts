import type { Actor } from '../actor.ts';
import { freeFrom, penOf } from '../pen.ts';
import { unitOf } from '../selectors.ts';
import type { Pen, SessionState, Unit } from '../state.ts';
import { accept, type Decisions, refuse, type Sign } from './decision.ts';

/** The unit in which this seat sits and may write. */
function ownUnit(state: SessionState, unit: string, actor: Actor): (Unit & { me: string }) | undefined {
  const known = unitOf(state, unit);
  return known && actor.role === 'seat' && known.seats.includes(actor.seat) ? { ...known, me: actor.seat } : undefined;
}

/** When it was taken: now, or while the taker's phone was away, as the server knows it; never at a time of one's own making. */
function takenAt(at: number | undefined, own: Sign | null, now: number): number {
  return at !== undefined && own !== null && at <= own.since ? Math.max(at, own.hereUntil) : now;
}

/**
 * Whether who holds the pen is writing with it. Whose phone came back only after it was taken, offline, and who neither
 * got the pen nor wrote since, was not there to hold it.
 */
const isUsed = (pen: Pen, { since, wroteAt }: Sign, taken: number, now: number): boolean =>
  now < freeFrom(pen, wroteAt) && !(taken < since && wroteAt < since && pen.at < since);

/** Who writes keeps the pen until they pass it on or lay it down, or left it unused for a while: others can ask. */
export const penDecisions: Decisions<'TakePen' | 'PassPen' | 'AskPen'> = {
  TakePen: (state, { unit, at }, actor, { now, signOf }) => {
    const own = ownUnit(state, unit, actor);
    if (!own) return refuse('noSuchUnit');
    const pen = penOf(state, unit);
    if (pen.seat === own.me) return accept();
    const sign = pen.seat === null ? null : signOf(pen.seat);
    if (sign && isUsed(pen, sign, takenAt(at, signOf(own.me), now), now)) return refuse('penInUse');
    return accept({ type: 'PenTaken', unit, seat: own.me, from: null });
  },
  PassPen: (state, { unit, seat }, actor) => {
    const own = ownUnit(state, unit, actor);
    if (!own) return refuse('noSuchUnit');
    if (seat !== null && !own.seats.includes(seat)) return refuse('noSuchSeat');
    const holder = penOf(state, unit).seat;
    if (holder === seat) return accept();
    return holder === own.me ? accept({ type: 'PenTaken', unit, seat, from: own.me }) : refuse('penInUse');
  },
  AskPen: (state, { unit }, actor) => {
    const own = ownUnit(state, unit, actor);
    if (!own) return refuse('noSuchUnit');
    const { seat, asked } = penOf(state, unit);
    if (seat === null || seat === own.me) return refuse('nothingToDo');
    return asked === own.me ? accept() : accept({ type: 'PenAsked', unit, seat: own.me });
  },
};
