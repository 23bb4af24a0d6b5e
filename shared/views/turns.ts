/** Where the room is, in a step in which each unit takes its turns. */
import { groupBy } from '../group-by.ts';
import type { Step } from '../script.ts';
import { activeUnits } from '../session/selectors.ts';
import type { SessionState, Unit } from '../session/state.ts';
import { turnLeft, turnOf } from '../session/turns.ts';

/** How many units are in each turn, by turn; units that take fewer turns count in their last. */
export function unitsByTurn(state: SessionState, step: Step): ReadonlyMap<number, Unit[]> {
  const byTurn = groupBy(activeUnits(state), (unit) => turnOf(state, step, unit).turn);
  return new Map([...byTurn].sort(([a], [b]) => a - b));
}

/** The turn that most units are in, of two the earlier; with the time of whoever has most left in it. */
export function roomTurn(
  state: SessionState,
  step: Step,
  now: number,
): { turn: number; count: number; left: number | null } {
  const [turn, units] = [...unitsByTurn(state, step)].sort(([, a], [, b]) => b.length - a.length)[0] ?? [1, []];
  const lefts = units.flatMap((unit) => turnLeft(state, step, unit, now) ?? []);
  return { turn, count: step.turns?.count ?? 1, left: lefts.length ? Math.max(...lefts) : null };
}
