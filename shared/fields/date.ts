import type { FieldKind } from './field-kind.ts';

/** A calendar day, ISO 8601 (2026-11-23). */
export const date: FieldKind<'date'> = {
  isEmpty: (value) => value.date === '',
  check: (value) => {
    const [year = 0, month = 0, day = 0] = value.date.split('-').map(Number);
    const days = [
      31,
      year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
      31,
      30,
      31,
      30,
      31,
      31,
      30,
      31,
      30,
      31,
    ];
    return day >= 1 && day <= (days[month - 1] ?? 0) ? undefined : 'doesNotFit';
  },
};
