/** Counting judgements honestly (D3): every figure with its n; don't-know and split stand apart, never in a mean. */
import type { StoredValue } from '../events.ts';
import type { Field, ScaleOption, Script, Step } from '../script.ts';
import { scaleOf } from '../script-queries.ts';
import { dealtItems, judgementsIn } from '../session/selectors.ts';
import type { Answer, SessionState } from '../session/state.ts';

export type Counts = {
  /** By option, in the scale's order; only answers with one judgement. */
  options: { id: string; count: number }[];
  /** Answers with one judgement that counts: the sum of the counted options. */
  n: number;
  /** Outside n: judged with an option that does not count ("weet ik niet"). */
  unknown: number;
  /** Outside n: the writers differ (verdeeld). */
  split: number;
  /** Every answer that holds a judgement here. */
  answered: number;
};

/** Counts one judgement field over answers to the same prompt. */
export function countJudgements(script: Script, field: Field, answers: readonly Answer[]): Counts {
  const scale = scaleOf(script, field);
  const counts = new Map(scale.map((option) => [option.id, 0]));
  let split = 0;
  let answered = 0;
  for (const answer of answers) {
    const judged = answer.withdrawn ? [] : judgementsIn(answer.values, field);
    if (judged.length === 0) continue;
    answered += 1;
    if (judged.length > 1) split += 1;
    else counts.set(judged[0] as string, (counts.get(judged[0] as string) ?? 0) + 1);
  }
  const sumOf = (counted: boolean) =>
    scale.reduce((sum, option) => sum + (option.counted === counted ? (counts.get(option.id) ?? 0) : 0), 0);
  return {
    options: scale.map(({ id }) => ({ id, count: counts.get(id) ?? 0 })),
    n: sumOf(true),
    unknown: sumOf(false),
    split,
    answered,
  };
}

/** What was judged, in the order given; where the writers differ and said how many think so, the label begins with it: "2 × ja". */
export function judgedOptions(script: Script, field: Field, value: StoredValue | undefined): ScaleOption[] {
  if (value?.kind !== 'judgement') return [];
  const scale = scaleOf(script, field);
  return value.choices.flatMap((choice, i) => {
    const option = scale.find(({ id }) => id === choice);
    const voices = value.voices?.[i];
    if (!option || !voices) return option ?? [];
    const counted = Object.entries(option.label).map(([language, words]) => [language, `${voices} × ${words}`]);
    return { ...option, label: Object.fromEntries(counted) };
  });
}

/** How many of these speak against the text: open, half, or split; the order of discussion begins with most. */
export function deviating(script: Script, field: Field, counts: Counts): number {
  const scale = scaleOf(script, field);
  const against = counts.options.filter(({ id }) => {
    const shape = scale.find((option) => option.id === id)?.shape;
    return shape === 'open' || shape === 'half';
  });
  return against.reduce((sum, option) => sum + option.count, 0) + counts.split;
}

/** Coverage: for each item, how many units were dealt it and how many have answered it at least once. */
export function coverageOf(
  state: SessionState,
  step: Step,
  units: readonly string[],
  answers: readonly Answer[],
): Map<string, { dealt: number; answered: number }> {
  const coverage = new Map<string, { dealt: number; answered: number }>();
  const at = (item: string) => {
    const known = coverage.get(item) ?? { dealt: 0, answered: 0 };
    coverage.set(item, known);
    return known;
  };
  for (const unit of units) for (const item of dealtItems(state, step.id, unit)) at(item).dealt += 1;
  const seen = new Set<string>();
  for (const answer of answers) {
    if (answer.withdrawn || answer.step !== step.id || seen.has(`${answer.item}/${answer.unit}`)) continue;
    seen.add(`${answer.item}/${answer.unit}`);
    at(answer.item).answered += 1;
  }
  return coverage;
}
