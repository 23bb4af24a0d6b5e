import type { Prompt, Step } from '../../script.ts';
import { judgementFieldOf, scaleOf } from '../../script-queries.ts';
import { answersOf } from '../../session/selectors.ts';
import { comparedStep, shiftTable } from '../../session/shift.ts';
import type { View } from './figures.ts';
import type { ShiftView } from './summary-form.ts';

/** Before and after beside each other; null where nothing is compared, or nobody answered the second time. */
export function shiftView({ state }: View, step: Step, item: string, prompt: Prompt): ShiftView {
  const before = comparedStep(state, step);
  const field = judgementFieldOf(prompt.fields);
  const table = shiftTable(state, step, item, prompt.id);
  const isAnswered = answersOf(state, step.id).some(
    (answer) => answer.item === item && answer.prompt === prompt.id && !answer.withdrawn && !answer.hidden,
  );
  if (!before || !field || !table || !isAnswered) return null;
  const from = state.script.privacy.breakdownFrom;
  if (table.n < from) return { shown: false, from };
  const options = scaleOf(state.script, field)
    .filter((option) => option.counted)
    .map(({ id, label, shape }) => ({ id, label, shape }));
  const same = table.rows.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  return { shown: true, before: before.title, after: step.title, options, same, ...table };
}
