import type { CommandOf } from '../../commands.ts';
import type { Step } from '../../script.ts';
import { countedSteps } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';

const minute = 60_000;

/** A step in the script beside the desk: done, now, still to come, or passed over. */
export type PlanRow = { step: Step; phase: 'done' | 'now' | 'later' | 'skipped' };

export function planOf(state: SessionState): PlanRow[] {
  const { steps } = state.script;
  const last = steps.findLastIndex((step) => state.runs[step.id]);
  return steps.map((step, i) => {
    if (step.id === state.step) return { step, phase: 'now' };
    if (state.runs[step.id]) return { step, phase: 'done' };
    return { step, phase: i < last || state.skipped.includes(step.id) ? 'skipped' : 'later' };
  });
}

/** The nearest step that is not passed over; the way back leads through all that was opened. */
function neighbour(state: SessionState, by: 1 | -1): Step | undefined {
  const { steps } = state.script;
  const at = steps.findIndex((step) => step.id === state.step);
  if (at < 0) return undefined;
  const that = by > 0 ? steps.slice(at + 1) : steps.slice(0, at).reverse();
  return that.find(({ id }) => !state.skipped.includes(id) || (by < 0 && state.runs[id]));
}
export const nextStep = (state: SessionState): Step | undefined => neighbour(state, 1);
export const previousStep = (state: SessionState): Step | undefined => neighbour(state, -1);

/** Brings this step one place earlier or later; none where it cannot go there: the first step stays the first. */
export function moved({ script }: SessionState, step: string, by: 1 | -1): CommandOf<'MoveStep'> | undefined {
  const steps = script.steps.map(({ id }) => id);
  const at = steps.indexOf(step);
  const to = at + by;
  if (at < 1 || to < 1 || to >= steps.length) return undefined;
  return { type: 'MoveStep', step, before: steps[by > 0 ? at + 2 : to] ?? null };
}

/** Brings it back to before what came after it. */
export function movedBack({ script }: SessionState, step: string): CommandOf<'MoveStep'> {
  const at = script.steps.findIndex(({ id }) => id === step);
  return { type: 'MoveStep', step, before: script.steps[at + 1]?.id ?? null };
}
/** Whole minutes behind the script (below zero: ahead of it), of what was done of it; null before its first counted step. */
export function lagOf(state: SessionState, now: number): number | null {
  const counted = countedSteps(state);
  const opened = counted.flatMap((step) => state.runs[step.id]?.openedAt ?? []);
  const at = counted.findIndex((step) => step.id === state.step);
  const current = counted[at];
  const run = state.runs[state.step];
  if (!current || !run || opened.length === 0) return null;
  const until = state.closedAt ?? now;
  const done = counted.slice(0, at).filter(({ id }) => state.runs[id]);
  const before = done.reduce((sum, step) => sum + step.minutes, 0) * minute;
  const inStep = Math.min(until - run.openedAt, current.minutes * minute);
  return Math.round((until - Math.min(...opened) - before - inStep) / minute);
}
