import type { Language } from '../../shared/script.ts';
import { say } from '../../shared/script-queries.ts';
import { perspectivesAt } from '../../shared/session/selectors.ts';
import type { SessionState, Unit } from '../../shared/session/state.ts';
import { suppress } from '../../shared/session/suppress.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import { perspectivesOf } from '../../shared/views/summary/perspectives.ts';

/** The perspectives in a unit, as far as they are told at all: a role of too few people or units is "other roles". */
export function unitPerspectives(state: SessionState, language: Language, others: string): (unit: string) => string[] {
  const told = perspectivesOf(state);
  if (told.reason !== 'shown') return () => [];
  const within = (unit: Unit | undefined) =>
    new Set((unit?.everSeats ?? []).flatMap((seat) => get(state.seats, seat) ?? []).flatMap(perspectivesAt));
  const units = [...valuesOf(state.units)].map(within);
  const cells = state.script.perspectives.options.map(({ id, label }) => {
    const count = units.filter((roles) => roles.has(id)).length;
    const isTold = told.shown.some((cell) => cell.id === id);
    return { id, label, count: isTold ? count : Math.min(count, told.from - 1) };
  });
  const { shown, hidden } = suppress(cells, told.from);
  return (id) => {
    const roles = within(get(state.units, id));
    const named = shown.filter((cell) => roles.has(cell.id)).map((cell) => say(cell.label, language));
    return hidden.some((cell) => roles.has(cell.id)) ? [...named, others] : named;
  };
}
