import type { FieldValue, FieldValues } from '../../../shared/commands.ts';
import { isEmpty } from '../../../shared/fields/register.ts';
import type { Prompt } from '../../../shared/script.ts';
import { textOf } from '../../../shared/session/selectors.ts';
import type { Answer, SessionState } from '../../../shared/session/state.ts';
import { isTooLong, normaliseText } from '../../../shared/text.ts';
import { isAsked } from '../../fields/is-asked.ts';

/** An answer's values with its words in place; undefined where there is no answer (any more). */
export function valuesOfAnswer(state: SessionState, answer: Answer | undefined): FieldValues | undefined {
  return answer && !answer.withdrawn ? valuesOf(state, answer.values) : undefined;
}

/** Stored values with their words in place. */
export function valuesOf(state: SessionState, values: Answer['values']): FieldValues {
  const filled = Object.entries(values).map(([id, value]): [string, FieldValue] => [
    id,
    value.kind === 'text' ? { kind: 'text', text: textOf(state, value.text) } : copyOf(value),
  ]);
  return Object.fromEntries(filled);
}

const copyOf = (value: Exclude<FieldValue, { kind: 'text' }>): FieldValue => ({ ...value });

/** What would be sent: only what is asked and filled in, as the server will write it down. */
export function sendable(prompt: Prompt, values: FieldValues): FieldValues {
  const kept: FieldValues = {};
  for (const field of prompt.fields) {
    const value = values[field.id];
    if (!value || isEmpty(value) || !isAsked(field, prompt, values)) continue;
    kept[field.id] = value.kind === 'text' ? { kind: 'text', text: normaliseText(value.text) } : value;
  }
  return kept;
}

export const hasContent = (values: FieldValues | undefined): boolean =>
  Boolean(values && Object.values(values).some((value) => !isEmpty(value)));

const inOrder = (values: FieldValues): string =>
  JSON.stringify(
    Object.entries(values)
      .filter(([, value]) => !isEmpty(value))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, value]) => [id, value.kind === 'text' ? normaliseText(value.text) : value]),
  );

export const areSame = (a: FieldValues | undefined, b: FieldValues | undefined): boolean =>
  inOrder(a ?? {}) === inOrder(b ?? {});

/** Whether everything in `part` is also in `whole`: a text that was written on from holds what it grew from. */
export function isWithin(part: FieldValues, whole: FieldValues): boolean {
  return Object.entries(part).every(([id, value]) => {
    if (isEmpty(value)) return true;
    const other = whole[id];
    if (value.kind !== 'text') return areSame({ [id]: value }, other && { [id]: other });
    return other?.kind === 'text' && other.text.includes(value.text.trim());
  });
}

export const tooLong = (prompt: Prompt, values: FieldValues): boolean =>
  prompt.fields.some((field) => {
    const value = values[field.id];
    return field.kind === 'text' && value?.kind === 'text' && isTooLong(normaliseText(value.text), field.max);
  });

/** "Niet bewaren" was chosen. */
export const isWithdrawing = (prompt: Prompt, values: FieldValues): boolean =>
  prompt.fields.some((field) => {
    const value = values[field.id];
    const chosen = value?.kind === 'choice' ? value.choices : [];
    return field.kind === 'choice' && field.options.some(({ id, withdraws }) => withdraws && chosen.includes(id));
  });
