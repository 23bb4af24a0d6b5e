import type { FieldValue, FieldValues } from '../commands.ts';
import type { RefusalReason } from '../refusals.ts';
import type { Field, Prompt } from '../script.ts';
import { choice } from './choice.ts';
import { date } from './date.ts';
import type { FieldKind, FieldPlace } from './field-kind.ts';
import { judgement } from './judgement.ts';
import { marks } from './marks.ts';
import { text } from './text.ts';

const register: { [K in Field['kind']]: FieldKind<K> } = { judgement, text, choice, marks, date };

const kindOf = (kind: Field['kind']) => register[kind] as FieldKind<Field['kind']>;

export const isEmpty = (value: FieldValue | undefined): boolean => !value || kindOf(value.kind).isEmpty(value as never);

/** The first field that has to be filled in and is not, where the script does not leave it open; the first of all never is. */
export const openField = (fields: readonly Field[], values: FieldValues): Field | undefined =>
  fields.find(({ id, optional }, place) => (place === 0 || !optional) && isEmpty(values[id]));

/** Checks what was filled in against the prompt's fields; empty values are no mistake, an empty whole is. */
export function checkValues(
  values: FieldValues,
  prompt: Pick<Prompt, 'fields'>,
  place: FieldPlace,
): RefusalReason | undefined {
  for (const [id, value] of Object.entries(values)) {
    const field = prompt.fields.find((f) => f.id === id);
    if (!field || field.kind !== value.kind) return 'doesNotFit';
    if (isEmpty(value)) continue;
    const reason = kindOf(field.kind).check(value as never, field as never, place);
    if (reason) return reason;
  }
  return Object.values(values).every(isEmpty) ? 'nothingWritten' : undefined;
}
