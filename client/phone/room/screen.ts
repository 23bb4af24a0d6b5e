import type { Step } from '../../../shared/script.ts';
import { unitSize } from '../../../shared/script-queries.ts';
import { actingUnit, answersOf, currentStep, isFinding } from '../../../shared/session/selectors.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { myUnit } from '../people.ts';

type ScreenName =
  | 'waiting'
  | 'finding'
  | 'paired'
  | 'presentation'
  | 'reading'
  | 'grouping'
  | 'answering'
  | 'talking'
  | 'closing';
export type Screen = { name: ScreenName; step: Step | undefined; unit: string | null };

/** Where people act with others, they meet first: once a unit. */
export const meets = (step: Step): boolean =>
  step.kind === 'grouping' || (step.kind === 'answering' && unitSize(step) !== 1);

/** What this phone shows now: always the step that is open. `met`: units whose people found each other. */
export function screenOf(state: SessionState, seat: string, met: readonly string[]): Screen {
  const step = currentStep(state);
  const unit = myUnit(state, seat);
  const at = (name: ScreenName): Screen => ({ name, step, unit: unit?.unit ?? null });
  if (state.closedAt !== null) return at('closing');
  if (!step) return at('waiting');
  if (!unit && isFinding(state)) return at('finding');
  if (meets(step) && unit && !met.includes(unit.unit)) return at('paired');
  switch (step.kind) {
    case 'arrival':
      return at('waiting');
    case 'answering':
      // Nothing is asked but what to take along: the stars stand with the talk.
      if (step.prompts.length === 0) return at('talking');
      return actingUnit(state, step, seat) ? at('answering') : at('waiting');
    case 'discussion':
    case 'harvest':
      return at('talking');
    default:
      return at(step.kind);
  }
}

/** Whether this screen does not stand there whole without the rest of the room (`parts.svelte.ts`). */
export function needsRest({ name, step }: Screen, state: SessionState): boolean {
  if (name !== 'answering') return name !== 'waiting';
  return step !== undefined && (hasMore(step) || answersOf(state, step.id).length > 0);
}

/** An answering step with more than judgements and texts. */
export const hasMore = ({ carry, turns, items, stayInformed, prompts }: Step): boolean =>
  Boolean(carry || turns || items?.choose || stayInformed) ||
  prompts.some(({ fields }) => fields.some(({ kind }) => kind !== 'judgement' && kind !== 'text'));
