import { stepOf } from '../../script-queries.ts';
import { textOf } from '../../session/selectors.ts';
import type { Agreement, SessionState } from '../../session/state.ts';
import type { AgreementsView } from './summary-form.ts';

const cellOf = (state: SessionState, { values }: Agreement, field: string): string => {
  const value = values[field];
  if (value?.kind === 'text') return textOf(state, value.text);
  return value?.kind === 'date' ? value.date : '';
};

/** What was agreed, step by step, with the fields that each asked for; in the order in which it was made. */
export function agreementsOf(state: SessionState): AgreementsView[] {
  return state.script.steps.flatMap(({ id }) => {
    const step = stepOf(state.script, id);
    const fields = step?.agreement ?? [];
    const rows = Object.values(state.agreements)
      .filter((one) => one.step === id && !one.removed)
      .sort((a, b) => a.seq - b.seq)
      .map((one) => ({ key: `agreement-${one.seq}`, cells: fields.map((field) => cellOf(state, one, field.id)) }))
      .filter(({ cells }) => cells.some(Boolean));
    if (!step || rows.length === 0) return [];
    return [
      {
        step: id,
        title: step.title,
        columns: fields.map(({ id, label, kind }) => ({ id, label: label ?? {}, kind })),
        rows,
      },
    ];
  });
}
