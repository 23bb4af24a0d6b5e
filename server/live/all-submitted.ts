import { hasSubmitted } from '../../shared/session/done.ts';
import { actingUnit, currentStep, isOpen, seatOf } from '../../shared/session/selectors.ts';
import type { SessionState } from '../../shared/session/state.ts';

/**
 * The step to show because everyone has submitted: its policy says so, it is open, not held and not shown yet, at least two units
 * are present, and each unit with somebody present has answered. One unit alone is no room: then the desk decides.
 */
export function stepToReveal(state: SessionState, present: Iterable<string>): string | undefined {
  const step = currentStep(state);
  if (step?.wall.reveal !== 'whenAllSubmitted' || step.prompts.length === 0) return undefined;
  const run = state.runs[step.id];
  if (!isOpen(state, step.id) || run?.revealed || run?.held) return undefined;
  const units = new Set<string>();
  for (const seat of present) {
    const unit = seatOf(state, seat)?.gone === null && actingUnit(state, step, seat);
    if (!unit || units.has(unit)) continue;
    // Mostly somebody is not done yet: then the others need not be looked at.
    if (!hasSubmitted(state, step.id, unit)) return undefined;
    units.add(unit);
  }
  return units.size >= 2 ? step.id : undefined;
}
