import { activeUnits } from '../../session/selectors.ts';
import type { Answer, Seat, SessionState } from '../../session/state.ts';
import { valuesOf } from '../../session/table.ts';

/** Everybody who took part: who went home early was here; who was taken out was not. */
export const presentOrLeft = (state: SessionState): Seat[] =>
  [...valuesOf(state.seats)].filter((seat) => seat.gone !== 'removed');

/** The units that answered something; before anything was answered, those that sit together. */
export function unitsOf(state: SessionState, answers: readonly Answer[]): number {
  const answering = new Set(answers.filter((answer) => answer.number !== null).map((answer) => answer.unit));
  return answering.size || activeUnits(state).length;
}

/** The subgroups that people are in. */
export const subgroupsOf = (state: SessionState): string[] => {
  const known = new Set([...valuesOf(state.units)].flatMap((unit) => unit.subgroup ?? []));
  return (state.script.subgroups?.names ?? []).map((name) => name.id).filter((id) => known.has(id));
};
