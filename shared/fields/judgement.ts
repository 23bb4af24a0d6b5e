import { areDistinct, type FieldKind } from './field-kind.ts';

/** oordeel: one step of a scale; two where the writers say that they differ (verdeeld). */
export const judgement: FieldKind<'judgement'> = {
  isEmpty: (value) => value.choices.length === 0,
  check: (value, field, { script, step }) => {
    const known = (script.scales[field.scale] ?? []).map((option) => option.id);
    if (!value.choices.every((choice) => known.includes(choice))) return 'doesNotFit';
    return value.choices.length > 1 && !(step.split && areDistinct(value.choices)) ? 'noSplitHere' : undefined;
  },
};
