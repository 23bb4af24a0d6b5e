/** Questions that every screen asks of a script. Pure look-ups, no rules. */
import type { Field, Item, ItemSet, Language, Prompt, ScaleOption, Script, Step, Text } from './script.ts';

/** The words of a text in a language; falls back to the other one, so that nothing is ever blank. */
export function say(text: Text | undefined, language: Language): string {
  if (!text) return '';
  const dutch = text.nl ?? (text.language === 'en' ? undefined : text.quote);
  const english = text.en ?? (text.language === 'en' ? text.quote : undefined);
  return (language === 'nl' ? (dutch ?? english) : (english ?? dutch)) ?? text.quote ?? '';
}

/** The language in which `say` really speaks: for the `lang` attribute. */
export function spokenIn(text: Text | undefined, language: Language): Language {
  if (!text || text[language]) return language;
  if (text.quote) return language === 'en' && text.en ? 'en' : (text.language ?? 'nl');
  return text.nl ? 'nl' : 'en';
}

export const stepOf = (script: Script, stepId: string): Step | undefined => script.steps.find((s) => s.id === stepId);

export const setOf = (script: Script, step: Step): ItemSet | undefined =>
  script.itemSets.find((s) => s.id === step.items?.set);

/** The id that stands for "the whole list" where a step asks one answer about a set, or has no items. */
export const wholeList = 'list';

/** The items that a step's answers are about; context items are never answered. */
export function itemsOf(script: Script, step: Step): Item[] {
  const items = setOf(script, step)?.items ?? [];
  return items.filter((item) => item.place !== 'before' && item.place !== 'after' && item.place !== 'whole');
}

/** The item ids that an answer in this step may carry. */
export function answerableItems(script: Script, step: Step): string[] {
  if (!step.items || step.items.as === 'list') return [wholeList];
  return itemsOf(script, step).map((item) => item.id);
}

/** How one more card of a question is called. */
export const cardId = ({ id }: Prompt, nth: number): string => `${id}-${nth}`;

/** Whether its prompts are one question, as often as there are cards. Older scripts say `cards` of questions that are not. */
export const hasCards = ({ cards, prompts: [first, second] }: Step): boolean =>
  Boolean(cards && first && second?.id === cardId(first, 2));

/** The questions as people read them: with cards all but the first are that one again. */
export const questionsOf = (step: Step): readonly Prompt[] =>
  hasCards(step) ? step.prompts.slice(0, 1) : step.prompts;

/** One more card of the question that stands first. */
export const isAgain = (step: Step, promptId: string): boolean =>
  hasCards(step) && step.prompts.findIndex(({ id }) => id === promptId) > 0;

export const promptOf = (step: Step, promptId: string): Prompt | undefined =>
  step.prompts.find((p) => p.id === promptId);

export const scaleOf = (script: Script, field: Field): ScaleOption[] =>
  field.kind === 'judgement' ? (script.scales[field.scale] ?? []) : [];

/** The judgement of a prompt, if it asks one. */
export const judgementFieldOf = (fields: readonly Field[]): Field | undefined =>
  fields.find((field) => field.kind === 'judgement');

/** The step that a discussion or harvest finally talks about: follows `about` to the step with prompts. */
export function answeredStepOf(script: Script, step: Step): Step | undefined {
  let at: Step | undefined = step;
  for (let hops = 0; at && at.prompts.length === 0 && hops < script.steps.length; hops++) {
    at = at.about ? stepOf(script, at.about) : undefined;
  }
  return at?.prompts.length ? at : undefined;
}

/** The size of the units that a form asks for; 0 where people do not act in units of their own. */
export function unitSize(step: Step): number {
  if (step.form === 'pair') return 2;
  if (typeof step.form === 'object') return step.form.group;
  return step.form === 'individual' ? 1 : 0;
}

/** The script as a phone may see it: no hints for the facilitator, no texts of the wall, `cards` only where there are. */
export function phonePart(script: Script): Script {
  return {
    ...script,
    explorations: [],
    steps: script.steps.map((s) => ({
      ...s,
      ...{ hints: [], wall: { ...s.wall, text: undefined } },
      ...(!hasCards(s) && { cards: undefined }),
    })),
  };
}

/** The script as a wall may see it: everything but the hints for the facilitator. */
export const wallPart = (script: Script): Script => ({
  ...script,
  steps: script.steps.map((step) => ({ ...step, hints: [] })),
});
