import { itemsOf } from '../script-queries.ts';
import { areDistinct, type FieldKind } from './field-kind.ts';

/** Items of the step's set that are marked ("welke herkennen jullie niet?"). */
export const marks: FieldKind<'marks'> = {
  isEmpty: (value) => value.items.length === 0,
  check: (value, _field, { script, step }) => {
    const known = itemsOf(script, step).map((item) => item.id);
    return areDistinct(value.items) && value.items.every((id) => known.includes(id)) ? undefined : 'doesNotFit';
  },
};
