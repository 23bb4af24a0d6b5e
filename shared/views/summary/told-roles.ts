/** Which roles may stand beside what a unit or a person said: one rule for every export and for the summary. */
import { groupBy } from '../../group-by.ts';
import { perspectivesAt } from '../../session/selectors.ts';
import type { Seat, SessionState, Unit } from '../../session/state.ts';
import { suppress } from '../../session/suppress.ts';
import { get, valuesOf } from '../../session/table.ts';
import { presentOrLeft } from './people.ts';
import { perspectivesOf } from './perspectives.ts';

/** Perspectives by id; `others`: some that are not told. */
export type ToldRoles = { named: string[]; others: boolean };
const nothing: ToldRoles = { named: [], others: false };

/** The perspectives in a unit, as far as they are told at all: a role of too few people or units is "other roles". */
export function rolesInUnits(state: SessionState): (unit: string) => ToldRoles {
  const told = perspectivesOf(state);
  if (told.reason !== 'shown') return () => nothing;
  const within = (unit: Unit | undefined) =>
    new Set((unit?.everSeats ?? []).flatMap((seat) => get(state.seats, seat) ?? []).flatMap(perspectivesAt));
  const units = [...valuesOf(state.units)].map(within);
  const cells = state.script.perspectives.options.map(({ id }) => {
    const count = units.filter((roles) => roles.has(id)).length;
    const isTold = told.shown.some((cell) => cell.id === id);
    return { id, count: isTold ? count : Math.min(count, told.from - 1) };
  });
  const { shown, hidden } = suppress(cells, told.from);
  return (id) => {
    const roles = within(get(state.units, id));
    const named = shown.flatMap((cell) => (roles.has(cell.id) ? [cell.id] : []));
    return { named, others: hidden.some((cell) => roles.has(cell.id)) };
  };
}

/**
 * The perspectives of one phone. They stand beside somebody's own answers, so what counts is who shares all that is told
 * of them: a set of roles is told only where enough others have just these, and as many on their phone. Null where no
 * role is told of anybody.
 */
export function rolesOfSeats(state: SessionState): (seat: Seat) => ToldRoles | null {
  const { reason, from, shown } = perspectivesOf(state);
  if (reason !== 'shown') return () => null;
  const keyOf = (seat: Seat) => JSON.stringify([seat.people, perspectivesAt(seat).toSorted()]);
  const groups = [...groupBy(presentOrLeft(state), keyOf)].map(([key, all]) => ({ key, count: all.length }));
  const told = new Set(suppress(groups, from).shown.map(({ key }) => key));
  return (seat) => {
    const roles = perspectivesAt(seat);
    if (!told.has(keyOf(seat)) || roles.some((role) => !shown.some(({ id }) => id === role)))
      return { named: [], others: true };
    return {
      named: state.script.perspectives.options.flatMap(({ id }) => (roles.includes(id) ? [id] : [])),
      others: false,
    };
  };
}
