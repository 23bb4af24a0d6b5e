/** Whose pen it is (de pen): one of a unit types, the others read along. */
import type { Pen, SessionState } from './state.ts';
import { get } from './table.ts';
import { writerOfTurn } from './turns.ts';

/** Who has not written for this long (ms) may be taken over from. */
export const penIdleAfter = 60_000;

const lying: Pen = { seat: null, at: 0, from: null, asked: null };

/** The unit's pen as it is now: whoever sits elsewhere holds it no more, nor asks for it. */
export function penOf(state: SessionState, unitId: string): Pen {
  const unit = get(state.units, unitId);
  const seats = unit?.seats ?? [];
  const pen = get(state.pens, unitId) ?? lying;
  const here = (seat: string | null) => (seat !== null && seats.includes(seat) ? seat : null);
  // In turns it lies before whoever writes in this one.
  return { ...pen, seat: here(pen.seat) ?? (unit ? writerOfTurn(state, unit) : null), asked: here(pen.asked) };
}

/** From when on the pen may be taken over from who last wrote then. */
export const freeFrom = (pen: Pen, wroteAt: number): number => Math.max(pen.at, wroteAt) + penIdleAfter;
