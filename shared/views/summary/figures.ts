import type { Field, Step } from '../../script.ts';
import { scaleOf, stepOf, unitSize } from '../../script-queries.ts';
import { dealtItems, unitOf } from '../../session/selectors.ts';
import type { Answer, SessionState } from '../../session/state.ts';
import { subgroupNamed } from '../../session/subgroups.ts';
import { countJudgements } from '../counts.ts';
import type { Attendance } from './attendance.ts';
import { subgroupsOf } from './people.ts';
import type { Comparison, Figures, Judged } from './summary-form.ts';

/** What a reader is for: the facilitator sees what is hidden, marked; others do not know of it. */
export type Reader = 'facilitator' | 'reader';
export type View = { state: SessionState; attendance: Attendance; reader: Reader };

/** Everybody who could have answered this item in this step, answered or not. */
function couldAnswer({ state, attendance }: View, step: Step, item: string): Set<string> {
  const { units = [], seats = [] } = attendance[step.id] ?? {};
  if (unitSize(step) === 1) return new Set(seats);
  if (!step.items?.deal) return new Set(units);
  return new Set(units.filter((unit) => dealtItems(state, step.id, unit).includes(item)));
}

/** Counts of a judgement, each with what lies outside its n (D3). Hidden answers are gone from every count. */
export function figuresOf(view: View, step: Step, item: string, field: Field, answers: readonly Answer[]): Figures {
  const { script } = view.state;
  const visible = answers.filter((answer) => !answer.hidden);
  const counts = countJudgements(script, field, visible);
  const answered = new Set(answers.map((answer) => answer.unit));
  const silent = [...couldAnswer(view, step, item)].filter((unit) => !answered.has(unit)).length;
  const withdrawn = visible.filter((answer) => answer.withdrawn).length;
  const unjudged = visible.length - withdrawn - counts.answered;
  return {
    options: scaleOf(script, field).map(({ id, label, shape, counted }, i) => ({
      ...{ id, label, shape, counted },
      count: counts.options[i]?.count ?? 0,
    })),
    ...{ n: counts.n, unknown: counts.unknown, split: counts.split, withdrawn },
    notAnswered: silent + unjudged,
  };
}

/** Subgroups beside one another, only where each holds enough units: otherwise one group's answers could be read off. */
export function comparisonOf(
  view: View,
  step: Step,
  item: string,
  field: Field,
  answers: readonly Answer[],
): Comparison {
  const { script } = view.state;
  const from = script.privacy.breakdownFrom;
  const groups = subgroupsOf(view.state).map((id) => ({
    label: subgroupNamed(view.state, id)?.label ?? { nl: id },
    answers: answers.filter((answer) => unitOf(view.state, answer.unit)?.subgroup === id),
  }));
  const answering = groups.filter((group) => group.answers.some((answer) => !answer.withdrawn && !answer.hidden));
  if (unitSize(step) === 1 || answering.length < 2) return null;
  const figures = answering.map((group) => ({
    label: group.label,
    figures: { ...figuresOf(view, step, item, field, group.answers), notAnswered: 0 },
  }));
  const enough = figures.every(({ figures: { n, unknown, split } }) => n + unknown + split >= from);
  return enough ? { shown: true, groups: figures } : { shown: false, reason: 'tooFewUnits', from };
}

/** The judgements in an answer, as labels with their shapes; two where the writers differ. */
export function judgedOf(state: SessionState, answer: Answer): Judged[] {
  const step = stepOf(state.script, answer.step);
  const fields = step?.prompts.find((prompt) => prompt.id === answer.prompt)?.fields ?? [];
  return fields.flatMap((field) => {
    const value = answer.values[field.id];
    if (value?.kind !== 'judgement') return [];
    const scale = scaleOf(state.script, field);
    return value.choices.flatMap((choice) => {
      const option = scale.find(({ id }) => id === choice);
      return option ? [{ label: option.label, shape: option.shape }] : [];
    });
  });
}
