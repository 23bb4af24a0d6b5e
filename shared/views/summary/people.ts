import { groupBy } from '../../group-by.ts';
import { stepOf, unitSize } from '../../script-queries.ts';
import { activeUnits, isTakenOut, seatOf, unitOf } from '../../session/selectors.ts';
import type { Answer, Seat, SessionState } from '../../session/state.ts';
import { sumOf, valuesOf } from '../../session/table.ts';
import type { UnitKind } from './summary-form.ts';

/** Everybody who took part: who went home early was here; who was taken out was not. */
export const presentOrLeft = (state: SessionState): Seat[] =>
  [...valuesOf(state.seats)].filter((seat) => !isTakenOut(seat));

/** How many took part: one figure, on the start page and in the summary. */
export const tookPart = (state: SessionState): number =>
  sumOf(state.seats, (seat) => (isTakenOut(seat) ? 0 : seat.people));

/** How many of each number, in their order. */
const tally = (sizes: readonly number[]): { size: number; count: number }[] =>
  [...groupBy(sizes, (size) => size)]
    .map(([size, all]) => ({ size, count: all.length }))
    .sort((a, b) => a.size - b.size);

/** The people whose words an answer holds: two on one phone are two. */
export const peopleBehind = (state: SessionState, { unit, writers }: Answer): number =>
  (writers.length ? writers : [unit]).reduce((sum, seat) => sum + (seatOf(state, seat)?.people ?? 0), 0);

/** The units that answered, by the size that was asked for; of each those with more people: a trio among pairs. */
export function unitKindsOf(state: SessionState, answers: readonly Answer[]): UnitKind[] {
  const people = new Map<string, { asked: number; people: number }>();
  for (const answer of answers) {
    if (answer.number === null) continue;
    const known = people.get(answer.unit)?.people ?? 0;
    people.set(answer.unit, { asked: sizeAsked(state, answer), people: Math.max(known, peopleBehind(state, answer)) });
  }
  if (people.size === 0)
    for (const unit of activeUnits(state)) people.set(unit.unit, { asked: state.unitSize, people: unit.people });
  const byAsked = groupBy(people.values(), ({ asked }) => asked);
  return [...byAsked]
    .map(([size, units]) => ({
      ...{ size, count: units.length },
      larger: tally(units.map((unit) => unit.people).filter((one) => one > size)),
    }))
    .sort((a, b) => a.size - b.size);
}

/** By how many it is called: "Drietal 3" for three, also among pairs, and still so when people join or leave after it answered. */
export const sizeNamed = (state: SessionState, answer: Answer): number => answer.people ?? sizeAsked(state, answer);

/** As how many it was to answer: pairs are counted as pairs, one of three among them too. */
export function sizeAsked(state: SessionState, answer: Answer): number {
  const step = stepOf(state.script, answer.step);
  const asked = step ? unitSize(step) : 0;
  return asked > 1 ? asked : (unitOf(state, answer.unit)?.people ?? 1);
}

/** The subgroups that people are in. */
export const subgroupsOf = (state: SessionState): string[] => {
  const known = new Set([...valuesOf(state.units)].flatMap((unit) => unit.subgroup ?? []));
  return (state.script.subgroups?.names ?? []).map((name) => name.id).filter((id) => known.has(id));
};
