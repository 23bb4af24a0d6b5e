import type { Field, Step, Text } from '../../script.ts';
import { judgementFieldOf, scaleOf, stepOf, unitSize } from '../../script-queries.ts';
import { dealtItems, unitOf } from '../../session/selectors.ts';
import type { Answer, SessionState } from '../../session/state.ts';
import { subgroupNamed } from '../../session/subgroups.ts';
import { countJudgements, judgedOptions } from '../counts.ts';
import type { Attendance } from './attendance.ts';
import type { ComparedRoles } from './compared-roles.ts';
import { subgroupsOf } from './people.ts';
import type { ShiftOf } from './shift.ts';
import type { Comparison, Figures, ItemView, Judged } from './summary-form.ts';
import type { ValidityOf } from './validity.ts';

/** What a reader is for: the facilitator sees what is hidden, marked; others know only how many. */
export type Reader = 'facilitator' | 'reader';
export type View = {
  state: SessionState;
  attendance: Attendance;
  reader: Reader;
  comparedRoles: ComparedRoles;
  validity: ValidityOf;
  shift: ShiftOf;
};

/** Everybody who could have answered this item in this step, answered or not. */
function couldAnswer({ state, attendance }: View, step: Step, item: string): Set<string> {
  const { units = [], seats = [] } = attendance[step.id] ?? {};
  if (unitSize(step) === 1) return new Set(seats);
  if (!step.items?.deal) return new Set(units);
  return new Set(units.filter((unit) => dealtItems(state, step.id, unit).includes(item)));
}

/** How many of the units that were there were given this item, where it was not all of them. */
export function dealtOf(view: View, steps: readonly Step[], item: string): ItemView['dealt'] {
  const step = steps.find((one) => one.items?.deal && unitSize(one) !== 1 && couldAnswer(view, one, item).size > 0);
  const of = step ? (view.attendance[step.id]?.units.length ?? 0) : 0;
  const units = step ? couldAnswer(view, step, item).size : 0;
  return step && units < of ? { units, of, size: unitSize(step) } : null;
}

/** A boundary situation that the facilitator never let go to the wall. */
export const isUnreleased = (step: Step | undefined, answer: Answer): boolean =>
  !answer.released && step?.prompts.find(({ id }) => id === answer.prompt)?.about === 'boundarySituation';

/** Counts of a judgement, each with what lies outside its n (D3): a hidden answer is not counted, and is said to be there. */
export function figuresOf(view: View, step: Step, item: string, field: Field, answers: readonly Answer[]): Figures {
  const { script } = view.state;
  const visible = answers.filter((answer) => !answer.hidden);
  const counts = countJudgements(script, field, visible);
  const answered = new Set(answers.map((answer) => answer.unit));
  const silent = [...couldAnswer(view, step, item)].filter((unit) => !answered.has(unit)).length;
  const withdrawn = answers.filter((answer) => answer.withdrawn).length;
  const unseen = answers.filter((answer) => answer.hidden && !answer.withdrawn);
  const unreleased = unseen.filter((answer) => isUnreleased(step, answer)).length;
  const unjudged = visible.filter((answer) => !answer.withdrawn).length - counts.answered;
  return {
    options: scaleOf(script, field).map(({ id, label, shape, counted }, i) => ({
      ...{ id, label, shape, counted },
      count: counts.options[i]?.count ?? 0,
    })),
    ...{ n: counts.n, unknown: counts.unknown, split: counts.split, withdrawn },
    ...{ hidden: unseen.length - unreleased, unreleased },
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

/** What was asked with the judgement of an answer. */
export function askedOf(state: SessionState, answer: Answer): Text | null {
  const prompt = stepOf(state.script, answer.step)?.prompts.find(({ id }) => id === answer.prompt);
  return (prompt && judgementFieldOf(prompt.fields)?.label) ?? prompt?.title ?? null;
}

/** The judgements in an answer, as labels with their shapes; more than one where the writers differ. */
export function judgedOf(state: SessionState, answer: Answer): Judged[] {
  const step = stepOf(state.script, answer.step);
  const fields = step?.prompts.find((prompt) => prompt.id === answer.prompt)?.fields ?? [];
  return fields.flatMap((field) =>
    judgedOptions(state.script, field, answer.values[field.id]).map(({ label, shape }) => ({ label, shape })),
  );
}
