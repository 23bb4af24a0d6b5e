/** What forming, joining and moving have in common: proposing the events that seat people. */
import type { FormedUnit, NewEvent } from '../../events.ts';
import type { Step } from '../../script.ts';
import { answerableItems, itemsOf, stepOf, unitSize } from '../../script-queries.ts';
import { dealLate, dealRound } from '../dealing.ts';
import { formGroups, metKey, type Person } from '../pairing.ts';
import { activeUnits, dealtItems, isOpen, presentSeats } from '../selectors.ts';
import type { Seat, SessionState, Unit } from '../state.ts';
import { get, valuesOf } from '../table.ts';
import type { Context } from './decision.ts';

const personOf = ({ seat, people, perspectives }: Seat): Person => ({ seat, people, perspectives });

function metBefore(state: SessionState): Set<string> {
  const met = new Set<string>();
  for (const unit of valuesOf(state.units)) {
    for (const a of unit.everSeats) for (const b of unit.everSeats) if (a < b) met.add(metKey(a, b));
  }
  return met;
}

/** Everyone who is here, brought together anew in units of about `size`. */
export function formAnew(
  state: SessionState,
  stepId: string,
  size: number,
  seed: number,
  context: Context,
): NewEvent[] {
  const people = presentSeats(state).map(personOf);
  if (people.length === 0) return [];
  const groups = formGroups(people, size, metBefore(state), seed);
  const units = groups.map(
    (group, i): FormedUnit => ({
      unit: context.newId(),
      number: state.unitCount + i + 1,
      seats: group.map((person) => person.seat),
      people: group.reduce((sum, person) => sum + person.people, 0),
      subgroup: null,
    }),
  );
  return [{ type: 'UnitsFormed', step: stepId, size, units }];
}

/** The unit for somebody who comes late: one who sits alone, else the smallest and least mixed. */
export function unitForLate(state: SessionState, seat: Person): Unit | undefined {
  const units = activeUnits(state);
  if (seat.people > 1) return undefined;
  const meets = (unit: Unit) =>
    unit.seats.some((s) => get(state.seats, s)?.perspectives.some((p) => seat.perspectives.includes(p))) ? 1 : 0;
  return units.sort((a, b) => a.people - b.people || meets(a) - meets(b) || a.number - b.number)[0];
}

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

/** Units dealt over the script's subgroups: sizes even, perspectives spread; null where there are too few units. */
export function formSubgroups(state: SessionState): NewEvent[] {
  const units = activeUnits(state);
  const names = state.script.subgroups?.names ?? [];
  if (units.length < (state.script.subgroups?.fromUnits ?? Number.POSITIVE_INFINITY)) return [];
  const perspectiveOf = (unit: Unit) =>
    unit.seats.map((s) => get(state.seats, s)?.perspectives[0] ?? '').sort()[0] ?? '';
  const sorted = [...units].sort((a, b) =>
    perspectiveOf(a) < perspectiveOf(b) ? -1 : perspectiveOf(a) > perspectiveOf(b) ? 1 : a.number - b.number,
  );
  const entries = sorted.map((unit, i): [string, string] => [
    unit.unit,
    (names[i % names.length] as { id: string }).id,
  ]);
  return [{ type: 'SubgroupsFormed', units: Object.fromEntries(entries) }];
}

const wantsSubgroups = (step: Step) =>
  step.kind === 'grouping' || step.form === 'subgroup' || step.items?.deal?.across === 'subgroup';

/** The items that a unit of this subgroup may be dealt; all of them where there are no subgroups. */
function dealable(state: SessionState, step: Step, subgroup: string | null): string[] {
  const items = itemsOf(state.script, step);
  const own = subgroup ? items.filter((item) => item.subgroup === subgroup) : [];
  return (own.length ? own : items).map((item) => item.id);
}

/** Deals items to every unit that has none yet in this step. */
export function dealItems(state: SessionState, step: Step): NewEvent[] {
  const deal = step.items?.deal;
  if (!deal || answerableItems(state.script, step).length === 0) return [];
  const deals: Record<string, string[]> = {};
  const groups = Map.groupBy(activeUnits(state), (unit) => (deal.across === 'subgroup' ? unit.subgroup : null));
  for (const [subgroup, units] of groups) {
    const items = dealable(state, step, subgroup);
    const dealt = units.map((unit) => dealtItems(state, step.id, unit.unit)).filter((d) => d.length > 0);
    const waiting = units.filter((unit) => dealtItems(state, step.id, unit.unit).length === 0);
    const round = dealt.length === 0 ? dealRound(items, waiting.length, deal.perUnit) : [];
    for (const [i, unit] of waiting.entries()) {
      const given = round[i] ?? dealLate(items, dealt, deal.perUnit);
      deals[unit.unit] = given;
      dealt.push(given);
    }
  }
  return Object.keys(deals).length ? [{ type: 'ItemsDealt', step: step.id, deals }] : [];
}

/**
 * What a step needs of people before it starts: units of its size (kept where they are), subgroups, items dealt.
 * `fold` applies proposed events, so that each part sees the one before.
 */
export function prepareUnits(
  state: SessionState,
  step: Step,
  context: Context,
  fold: (state: SessionState, events: NewEvent[]) => SessionState,
): NewEvent[] {
  const events: NewEvent[] = [];
  let now = state;
  const propose = (more: NewEvent[]) => {
    events.push(...more);
    now = fold(now, more);
  };
  const size = unitSize(step) > 1 ? unitSize(step) : wantsSubgroups(step) && !now.unitSize ? 2 : 0;
  if (size > 1 && (now.unitSize !== size || activeUnits(now).length === 0)) {
    propose(formAnew(now, step.id, size, now.seq, context));
  }
  if (wantsSubgroups(step) && !activeUnits(now).some((unit) => unit.subgroup)) propose(formSubgroups(now));
  propose(dealItems(now, step));
  return events;
}

/** Seats somebody who is here but in no unit yet, once units exist; deals to a new unit in the open step. */
export function placeLate(
  state: SessionState,
  seat: Seat,
  context: Context,
  fold: (state: SessionState, events: NewEvent[]) => SessionState,
): NewEvent[] {
  const step = stepOf(state.script, state.step);
  if (state.unitSize < 2 && !(step && unitSize(step) > 1 && isOpen(state, step.id))) return [];
  const events = [seatEvent(state, seat.seat, unitForLate(state, personOf(seat)), context)];
  return step ? [...events, ...dealItems(fold(state, events), step)] : events;
}
