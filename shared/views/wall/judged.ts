import type { Field, Item, Prompt, ScaleOption, ScaleShape, Step, Text } from '../../script.ts';
import { judgementFieldOf, scaleOf, unitSize } from '../../script-queries.ts';
import { activeUnits, answersOf, isOnWall, runOf } from '../../session/selectors.ts';
import type { Answer, SessionState } from '../../session/state.ts';
import { waitsFrozen } from '../../session/still.ts';
import { countJudgements, judgedOptions } from '../counts.ts';

/** One judgement question over one item, counted (D3): the parts in the scale's order, with what stands outside n. */
export type JudgedCount = {
  parts: { id: string; label: Text; shape: ScaleShape; count: number }[];
  n: number;
  unknown: number;
  /** What outside-n options are called ("weet ik niet"). */
  unknownLabel: Text | null;
  split: number;
  /** Outside n: units that sit here and whose answer this screen does not show: none came, or the desk keeps it. */
  unseen: number;
};

/** What the room may read of a step: hidden and withdrawn answers are in no list and no count. */
export const visibleAnswers = (state: SessionState, step: Step): Answer[] =>
  answersOf(state, step.id).filter((answer) => isOnWall(state, answer) && !waitsFrozen(state, answer));

/** How many answers wait while the wall keeps still. */
export const frozenOut = (state: SessionState, step: Step): number =>
  answersOf(state, step.id).filter((answer) => isOnWall(state, answer) && waitsFrozen(state, answer)).length;

/** Counts one judgement field. */
export function countOf(state: SessionState, field: Field, answers: readonly Answer[]): JudgedCount {
  const scale = scaleOf(state.script, field);
  const counts = countJudgements(state.script, field, answers);
  return {
    parts: scale.map(({ id, label, shape, counted }, i) => ({
      id,
      label,
      shape: counted ? shape : 'unknown',
      count: counts.options[i]?.count ?? 0,
    })),
    n: counts.n,
    unknown: counts.unknown,
    unknownLabel: scale.find((option) => !option.counted)?.label ?? null,
    split: counts.split,
    unseen: 0,
  };
}

/** `countOf` for the room, with the units that are not among these answers; unsaid where nobody answered, and where the units are others by now. */
export function roomCountOf(state: SessionState, step: Step, field: Field, answers: readonly Answer[]): JudgedCount {
  const count = countOf(state, field, answers);
  const units = new Set(activeUnits(state).map(({ unit }) => unit));
  const answering = new Set(answers.map(({ unit }) => unit));
  const run = runOf(state, step.id);
  const asksAll = unitSize(step) > 1 && !step.items?.deal && run !== undefined && run.closedAt !== null;
  const areSame = [...answering].every((unit) => units.has(unit));
  return { ...count, unseen: asksAll && areSame && answering.size > 0 ? units.size - answering.size : 0 };
}

/** The judgement fields of a step's prompts, each with the words that name it shortest. */
export const judgedPrompts = (step: Step): { prompt: Prompt; field: Field; title: Text }[] =>
  step.prompts.flatMap((prompt) => {
    const field = judgementFieldOf(prompt.fields);
    return field ? [{ prompt, field, title: field.label ?? prompt.title }] : [];
  });

/** How an answer was judged: one shape, or `split` where its writers differ. */
export function judgementOf(
  state: SessionState,
  prompt: Prompt,
  values: Answer['values'],
): { shape: ScaleShape | 'split'; labels: Text[] } | null {
  const field = judgementFieldOf(prompt.fields);
  const chosen = field ? judgedOptions(state.script, field, values[field.id]) : [];
  const [first] = chosen;
  if (!first) return null;
  const shape = chosen.length > 1 ? 'split' : first.counted ? first.shape : 'unknown';
  return { shape, labels: chosen.map((option) => option.label) };
}

/** The scale that a step's legend explains: the first that its prompts use. */
export function legendOf(state: SessionState, step: Step | undefined): ScaleOption[] {
  const [first] = step ? judgedPrompts(step) : [];
  return first ? scaleOf(state.script, first.field) : [];
}

/** An item's name on the wall: its title, else its text. */
export const nameOf = (item: Item): Text => item.title ?? item.text ?? {};
