/** Seating who comes when units have been formed: late, back, or moved by hand. */
import type { NewEvent } from '../../events.ts';
import { unitSize } from '../../script-queries.ts';
import { groupCount } from '../pairing.ts';
import { penOf } from '../pen.ts';
import { activeUnits, currentStep, isFinding, isOpen, perspectivesAt, seekingSeats } from '../selectors.ts';
import type { Seat, SessionState, Unit } from '../state.ts';
import { get } from '../table.ts';
import { dealItems } from './deal-items.ts';
import type { Context, Fold } from './decision.ts';
import { formAnew } from './forming.ts';

/** Seats one person in an existing unit, or in a new one. */
export function seatEvent(state: SessionState, seat: string, unit: Unit | undefined, context: Context): NewEvent {
  if (unit) return { type: 'SeatMoved', seat, unit: unit.unit, number: unit.number, subgroup: unit.subgroup };
  const subgroup = smallestSubgroup(state);
  return { type: 'SeatMoved', seat, unit: context.newId(), number: state.unitCount + 1, subgroup };
}

/** The subgroup with the fewest people; null while there are none. */
export function smallestSubgroup(state: SessionState): string | null {
  const counts = new Map<string, number>();
  for (const unit of activeUnits(state)) {
    if (unit.subgroup) counts.set(unit.subgroup, (counts.get(unit.subgroup) ?? 0) + unit.people);
  }
  return [...counts].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** The seats that came last to a unit, with enough people for a unit with the newcomer, and enough left behind (D2). */
function partOf(state: SessionState, unit: Unit, newcomer: Seat): string[] | undefined {
  const wanted = Math.floor((unit.people + newcomer.people) / 2);
  const leaving: string[] = [];
  let people = newcomer.people;
  const writer = penOf(state, unit.unit).seat;
  const whoWritesStays = (a: string, b: string) => Number(a === writer) - Number(b === writer);
  for (const seat of [...unit.seats].reverse().sort(whoWritesStays)) {
    if (people >= Math.max(2, wanted)) break;
    leaving.push(seat);
    people += get(state.seats, seat)?.people ?? 0;
  }
  const staying = unit.people - (people - newcomer.people);
  return leaving.length > 0 && people >= 2 && staying >= 2 ? leaving.reverse() : undefined;
}

const peopleIn = (units: readonly Unit[]): number => units.reduce((sum, unit) => sum + unit.people, 0);

/**
 * Seats somebody in one of these units: the smallest and least mixed. When the room makes one unit more with the newcomer
 * (of five people in pairs, the sixth), those who came last to the largest begin it together: a three becomes two pairs.
 * A phone whose people are enough for a unit is one.
 */
export function seatLate(
  state: SessionState,
  seat: Seat,
  units: readonly Unit[],
  size: number,
  context: Context,
): NewEvent[] {
  const own = perspectivesAt(seat);
  const isAlike = (other: Seat) => perspectivesAt(other).some((p) => own.includes(p));
  const alike = (unit: Unit) => Number(unit.seats.flatMap((s) => get(state.seats, s) ?? []).some(isAlike));
  const bySize = [...units].sort((a, b) => a.people - b.people || alike(a) - alike(b) || a.number - b.number);
  const [smallest, largest] = [bySize[0], bySize.at(-1)];
  const isLonely = smallest?.people === 1;
  if (!smallest || !largest || (seat.people >= size && !isLonely)) {
    return [seatEvent(state, seat.seat, undefined, context)];
  }
  const isOneMore = groupCount(peopleIn(units) + seat.people, size) > units.length && smallest.people >= size;
  const leaving = isOneMore ? partOf(state, largest, seat) : undefined;
  if (!leaving) return [seatEvent(state, seat.seat, smallest, context)];
  const begun = { unit: context.newId(), number: state.unitCount + 1, subgroup: largest.subgroup };
  return [...leaving, seat.seat].map((member) => ({ type: 'SeatMoved', seat: member, ...begun }));
}

/** The unit that somebody was taken out of, where others of it still sit. */
const unitBefore = (state: SessionState, seat: string): Unit | undefined =>
  activeUnits(state).findLast(({ everSeats }) => everSeats.includes(seat));

/**
 * Where people find each other, who comes late does so too while somebody else looks, or while there is nobody to sit
 * with. Two on one phone have found each other, and who sat with somebody goes back there.
 */
function findsSomebody(state: SessionState, seat: Seat): boolean {
  if (!isFinding(state) || seat.people > 1 || unitBefore(state, seat.seat)) return false;
  return activeUnits(state).length === 0 || seekingSeats(state).some((other) => other.seat !== seat.seat);
}

/** Seats somebody who is here but in no unit yet, once units exist or are asked for; deals to a new unit in the open step. */
export function placeLate(state: SessionState, seat: Seat, context: Context, fold: Fold): NewEvent[] {
  const step = currentStep(state);
  if (findsSomebody(state, seat)) return [];
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
