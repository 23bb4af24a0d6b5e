import type { Step } from '../../script.ts';
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
    return { step, phase: i < last ? 'skipped' : 'later' };
  });
}

const neighbour = (state: SessionState, by: 1 | -1): Step | undefined => {
  const at = state.script.steps.findIndex((step) => step.id === state.step);
  return at < 0 ? undefined : state.script.steps[at + by];
};
export const nextStep = (state: SessionState): Step | undefined => neighbour(state, 1);
export const previousStep = (state: SessionState): Step | undefined => neighbour(state, -1);

/** Whole minutes behind the script (below zero: ahead of it); null before its first counted step. */
export function lagOf(state: SessionState, now: number): number | null {
  const counted = state.script.steps.filter((step) => !step.before);
  const opened = counted.flatMap((step) => state.runs[step.id]?.openedAt ?? []);
  const at = counted.findIndex((step) => step.id === state.step);
  const current = counted[at];
  const run = state.runs[state.step];
  if (!current || !run || opened.length === 0) return null;
  const until = state.closedAt ?? now;
  const before = counted.slice(0, at).reduce((sum, step) => sum + step.minutes, 0) * minute;
  const inStep = Math.min(until - run.openedAt, current.minutes * minute);
  return Math.round((until - Math.min(...opened) - before - inStep) / minute);
}
