/** klaar: who is done with a step. */
import type { Prompt, Step } from '../script.ts';
import { answerableItems, hasCards, stepOf } from '../script-queries.ts';
import { dealtItems, unitOf } from './selectors.ts';
import { answerIdOf, type SessionState } from './state.ts';
import { get } from './table.ts';
import { hasTurns, turnCount } from './turns.ts';

/** Something was sent, and maybe not all of it. */
export const hasBegun = (state: SessionState, step: string, unit: string): boolean =>
  (get(state.submitted, `${step}/${unit}`) ?? 0) > 0;

/** Whoever skips it is done all the same: it can be left empty, or asks for a boundary situation, which not everybody has. */
const isOptional = ({ fields, about }: Prompt): boolean =>
  about !== undefined || (fields.length > 0 && fields.every((field) => field.optional));

/**
 * Of how many items: all that each unit is asked, or so many as it chooses. Of items that were dealt each unit takes as many
 * as it has time for, and of columns of cards those for which it has something to say: one.
 */
function enough(step: Step, items: readonly string[], dealt: readonly string[]): number {
  if (dealt.length > 0 || hasCards(step) || step.turns) return 1;
  return Math.min(items.length, step.items?.choose ?? items.length);
}

/**
 * Whether a unit is done (klaar) with a step: it has answered every prompt, but for those that may be skipped, of so many
 * items as `enough` says, or of the list as a whole; in turns, in each of its turns.
 */
export function hasSubmitted(state: SessionState, stepId: string, unit: string): boolean {
  const step = stepOf(state.script, stepId);
  if (!step || !hasBegun(state, stepId, unit)) return false;
  const asked = step.prompts.filter((prompt) => !isOptional(prompt));
  const dealt = dealtItems(state, stepId, unit);
  const items = dealt.length > 0 ? dealt : answerableItems(state.script, step);
  const count = hasTurns(step) ? turnCount(state, step, unitOf(state, unit)) : 0;
  const turns = hasTurns(step) ? Array.from({ length: count }, (_, i) => i + 1) : [null];
  const isAnswered = (item: string, prompt: string, turn: number | null): boolean => {
    const answer = get(state.answers, answerIdOf({ step: stepId, unit, item, prompt, turn }));
    return answer !== undefined && !answer.withdrawn;
  };
  // Whichever card is left says something.
  const isDone = (item: string, turn: number | null) =>
    hasCards(step)
      ? step.prompts.some(({ id }) => isAnswered(item, id, turn))
      : asked.every(({ id }) => isAnswered(item, id, turn));
  return turns.every((turn) => items.filter((item) => isDone(item, turn)).length >= enough(step, items, dealt));
}
