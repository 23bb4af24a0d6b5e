import { areDistinct, type FieldKind } from './field-kind.ts';

/** oordeel: one step of a scale; two or more where the writers say that they differ (verdeeld). */
export const judgement: FieldKind<'judgement'> = {
  isEmpty: (value) => value.choices.length === 0,
  check: (value, field, { script, step }) => {
    const known = (script.scales[field.scale] ?? []).map((option) => option.id);
    if (!value.choices.every((choice) => known.includes(choice))) return 'doesNotFit';
    const { length } = value.choices;
    if (value.voices && (length === 1 || value.voices.length !== length)) return 'doesNotFit';
    return length > 1 && !(step.split && areDistinct(value.choices)) ? 'noSplitHere' : undefined;
  },
};
