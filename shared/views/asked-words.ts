import type { Field, Language, Prompt, Script, Step, Text } from '../script.ts';
import { judgementFieldOf, say } from '../script-queries.ts';
import { isFeedback } from '../session/feedback.ts';

const isAsked = (words: string): boolean => /[?？؟]\s*$/u.test(words);

/** Whether more than one step asks about the same: then who reads has to know which it was. */
const isAskedAgain = ({ steps }: Script, step: Step): boolean =>
  steps.some((one) => one.compareWith && (one.id === step.id || one.compareWith === step.id)) ||
  (step.items !== undefined &&
    steps.some(
      (one) => one.id !== step.id && one.items?.set === step.items?.set && one.prompts.length > 0 && !isFeedback(one),
    ));

/**
 * What a question asked, for who was not there: the name of a field where that asks by itself ("Duidelijk?"), else the
 * question, of choices and marks with the name; and first the step's name, where others ask about the same.
 */
export function askedWords(
  script: Script,
  step: Step,
  prompt: Prompt,
  field: Field | undefined = judgementFieldOf(prompt.fields),
): Text {
  const again = isAskedAgain(script, step);
  const asked = (one: Language): string => {
    const [title, label] = [say(prompt.title, one), say(field?.label, one)];
    if (isAsked(label)) return label;
    return field && field.kind !== 'judgement' && label && label !== title ? `${title} · ${label}` : title || label;
  };
  return Object.fromEntries(
    script.languages.map((one) => [one, again ? `${say(step.title, one)} · ${asked(one)}` : asked(one)]),
  );
}
