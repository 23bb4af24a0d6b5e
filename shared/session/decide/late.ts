/** Seating who comes when units have been formed: late, back, or moved by hand. */
import type { NewEvent } from '../../events.ts';
import { unitSize } from '../../script-queries.ts';
import { activeUnits, currentStep, isOpen } from '../selectors.ts';
import type { Seat, SessionState, Unit } from '../state.ts';
import { get } from '../table.ts';
import { dealItems } from './deal-items.ts';
import type { Context, Fold } from './decision.ts';
import { formAnew } from './forming.ts';

/** People above the size of a form that a unit takes before it is parted: nobody who comes late sits alone (D2). */
const spare = 2;

/** Seats one person in an existing unit, or in a new one. */
export function seatEvent(state: SessionState, seat: string, unit: Unit | undefined, context: Context): NewEvent {
  if (unit) return { type: 'SeatMoved', seat, unit: unit.unit, number: unit.number, subgroup: unit.subgroup };
  const subgroup = smallestSubgroup(state);
  return { type: 'SeatMoved', seat, unit: context.newId(), number: state.unitCount + 1, subgroup };
}

/** The subgroup with the fewest people; null while there are none. */
function smallestSubgroup(state: SessionState): string | null {
  const counts = new Map<string, number>();
  for (const unit of activeUnits(state)) {
    if (unit.subgroup) counts.set(unit.subgroup, (counts.get(unit.subgroup) ?? 0) + unit.people);
  }
  return [...counts].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/**
 * Seats somebody in one of these units: the smallest and least mixed that has room. Where none has, those who came last to
 * the largest begin a new one with the newcomer. A phone whose people are enough for a unit is one.
 */
export function seatLate(
  state: SessionState,
  seat: Seat,
  units: readonly Unit[],
  size: number,
  context: Context,
): NewEvent[] {
  const alike = (unit: Unit) =>
    unit.seats.some((s) => get(state.seats, s)?.perspectives.some((p) => seat.perspectives.includes(p))) ? 1 : 0;
  const bySize = [...units].sort((a, b) => a.people - b.people || alike(a) - alike(b) || a.number - b.number);
  const [smallest, largest] = [bySize[0], bySize.at(-1)];
  if (!smallest || !largest || seat.people >= size) return [seatEvent(state, seat.seat, undefined, context)];
  if (smallest.people + seat.people <= size + spare) return [seatEvent(state, seat.seat, smallest, context)];
  const begun = { unit: context.newId(), number: state.unitCount + 1, subgroup: largest.subgroup };
  const members = [...largest.seats.slice(1 - size), seat.seat];
  return members.map((member) => ({ type: 'SeatMoved', seat: member, ...begun }));
}

/** The unit that somebody was taken out of, where others of it still sit. */
const unitBefore = (state: SessionState, seat: string): Unit | undefined =>
  activeUnits(state).findLast(({ everSeats }) => everSeats.includes(seat));

/** Seats somebody who is here but in no unit yet, once units exist or are asked for; deals to a new unit in the open step. */
export function placeLate(state: SessionState, seat: Seat, context: Context, fold: Fold): NewEvent[] {
  const step = currentStep(state);
  const asked = step && isOpen(state, step.id) ? unitSize(step) : 0;
  if (state.unitSize < 2 && asked < 2) return [];
  const events = placed(state, seat, asked, context);
  return step ? [...events, ...dealItems(fold(state, events), step)] : events;
}

function placed(state: SessionState, seat: Seat, asked: number, context: Context): NewEvent[] {
  const step = currentStep(state);
  if (step && state.unitSize < 2) return formAnew(state, step, asked, state.seq, context);
  const before = unitBefore(state, seat.seat);
  if (before) return [seatEvent(state, seat.seat, before, context)];
  return seatLate(state, seat, activeUnits(state), state.unitSize, context);
}
