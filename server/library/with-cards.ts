import type { Prompt, Script, Step } from '../../shared/script.ts';
import { cardId } from '../../shared/script-queries.ts';

/** With `cards` a step's one question is asked as often: the first must be answered, the others may stay empty. */
const again = (prompt: Prompt, nth: number): Prompt => ({
  ...prompt,
  id: cardId(prompt, nth),
  fields: prompt.fields.map((field) => ({ ...field, optional: true })),
});

/** More is no card for each thing that comes to mind, and no phone shows it well. */
export const mostCards = 10;

function stepWithCards(step: Step): Step {
  const [question, ...others] = step.prompts;
  if (!step.cards || !question || others.length > 0) return step;
  const more = Array.from({ length: Math.min(step.cards.max, mostCards) - 1 }, (_, i) => again(question, i + 2));
  return { ...step, prompts: [question, ...more] };
}

/** The script as a session plays it: each card of a step is a question of its own, with an answer of its own. */
export const withCards = (script: Script): Script => ({ ...script, steps: script.steps.map(stepWithCards) });
