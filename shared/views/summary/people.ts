import { stepOf, unitSize } from '../../script-queries.ts';
import { activeUnits, unitOf } from '../../session/selectors.ts';
import type { Answer, Seat, SessionState } from '../../session/state.ts';
import { valuesOf } from '../../session/table.ts';

/** Everybody who took part: who went home early was here; who was taken out was not. */
export const presentOrLeft = (state: SessionState): Seat[] =>
  [...valuesOf(state.seats)].filter((seat) => seat.gone !== 'removed');

/** The units that answered something; before anything was answered, those that sit together. */
export function unitsOf(state: SessionState, answers: readonly Answer[]): string[] {
  const answering = new Set(answers.filter((answer) => answer.number !== null).map((answer) => answer.unit));
  return answering.size ? [...answering] : activeUnits(state).map(({ unit }) => unit);
}

/** Of these units those that hold more people than they were meant to: a trio among pairs. */
export function largerOf(state: SessionState, units: readonly string[]): { size: number; count: number }[] {
  const sizes = units.map((unit) => unitOf(state, unit)?.people ?? 0).filter((size) => size > state.unitSize);
  return [...new Set(sizes)]
    .sort((a, b) => a - b)
    .map((size) => ({ size, count: sizes.filter((s) => s === size).length }));
}

/** "Duo 3" stays "Duo 3", also when people join it or leave it after it answered: named by what its step asked for. */
export function sizeNamed(state: SessionState, answer: Answer): number {
  const step = stepOf(state.script, answer.step);
  const asked = step ? unitSize(step) : 0;
  return asked > 1 ? asked : (unitOf(state, answer.unit)?.people ?? 1);
}

/** The subgroups that people are in. */
export const subgroupsOf = (state: SessionState): string[] => {
  const known = new Set([...valuesOf(state.units)].flatMap((unit) => unit.subgroup ?? []));
  return (state.script.subgroups?.names ?? []).map((name) => name.id).filter((id) => known.has(id));
};
