import { areDistinct, type FieldKind } from './field-kind.ts';

export const choice: FieldKind<'choice'> = {
  isEmpty: (value) => value.choices.length === 0,
  check: (value, field) => {
    const known = field.options.map((option) => option.id);
    const fits = areDistinct(value.choices) && value.choices.every((id) => known.includes(id));
    return fits && (field.many || value.choices.length <= 1) ? undefined : 'doesNotFit';
  },
};
