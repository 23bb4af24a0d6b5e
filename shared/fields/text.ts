import { isTooLong } from '../text.ts';
import type { FieldKind } from './field-kind.ts';

export const text: FieldKind<'text'> = {
  isEmpty: (value) => value.text.trim() === '',
  check: (value, field) => (isTooLong(value.text, field.max) ? 'textTooLong' : undefined),
};
