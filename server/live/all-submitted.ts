import type { Step } from '../../shared/script.ts';
import { answerableItems } from '../../shared/script-queries.ts';
import { actingUnit, currentStep, dealtItems, isOpen, seatOf } from '../../shared/session/selectors.ts';
import { answerIdOf, type SessionState } from '../../shared/session/state.ts';
import { get } from '../../shared/session/table.ts';

/** Whether a unit has answered every prompt of at least one item (or of the list as a whole). */
function hasAnswered(state: SessionState, step: Step, unit: string): boolean {
  const dealt = dealtItems(state, step.id, unit);
  const items = dealt.length > 0 ? dealt : answerableItems(state.script, step);
  return items.some((item) =>
    step.prompts.every((prompt) => {
      const answer = get(state.answers, answerIdOf({ step: step.id, unit, item, prompt: prompt.id }));
      return answer !== undefined && !answer.withdrawn;
    }),
  );
}

/**
 * The step to show because everyone has submitted: its policy says so, it is open and not shown yet, at least two units
 * are present, and each unit with somebody present has answered. One unit alone is no room: then the desk decides.
 */
export function stepToReveal(state: SessionState, present: Iterable<string>): string | undefined {
  const step = currentStep(state);
  if (step?.wall.reveal !== 'whenAllSubmitted' || step.prompts.length === 0) return undefined;
  if (!isOpen(state, step.id) || state.runs[step.id]?.revealed) return undefined;
  const units = new Set<string>();
  for (const seat of present) {
    const unit = seatOf(state, seat)?.gone === null && actingUnit(state, step, seat);
    if (unit) units.add(unit);
  }
  return units.size >= 2 && [...units].every((unit) => hasAnswered(state, step, unit)) ? step.id : undefined;
}
