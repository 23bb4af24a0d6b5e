import type { ShiftView, ValidityView } from '../../views/summary/summary-form.ts';
import { shift } from '../shift.nl.ts';

type NoIndex = Extract<NonNullable<ValidityView>, { shown: false }>['reason'];
type NoShift = Extract<NonNullable<ShiftView>, { shown: false }>['reason'];

/** Afspraken, en de I-CVI. */
export const agreed = {
  agreements: 'Afspraken',
  validity: {
    title: 'I-CVI',
    told: (agree: number, n: number): string => `${agree} van ${n} deskundigen gaven een van de twee hoogste oordelen.`,
    needed: (needed: number, n: number): string =>
      `Grens bij n = ${n}: minstens ${needed} van ${n}. Zie Lynn (1986) en Polit & Beck (2006).`,
    who: (experts: string): string => `Deskundig zijn hier: ${experts}. Ieder oordeelde alleen, vóór het gesprek.`,
    limits: 'Bij weinig mensen kan een deel toeval zijn. Wie er waren, is geen steekproef.',
    later: 'Wat later kwam, telt hier niet mee.',
    none: {
      open: () => 'Die komt als de stap gesloten is.',
      tooFew: (from: number) =>
        `Niet getoond. Daarvoor zijn minstens ${from} deskundigen nodig. Van anderen zijn er dan geen, of minstens ${from}.`,
      changed: () => 'Er veranderde te weinig: een nieuw cijfer zou iets over enkelen zeggen.',
    } satisfies Record<NoIndex, (from: number) => string> as Record<NoIndex, (from: number) => string>,
  },
  /** Of the table of before and after, beside the words that it has on the wall too. */
  shiftTold: {
    none: {
      open: () => 'De tabel komt als de stap gesloten is.',
      tooFew: shift.tooFew,
      changed: () => 'Er veranderde te weinig: een nieuwe tabel zou iets over enkelen zeggen.',
    } satisfies Record<NoShift, (from: number) => string> as Record<NoShift, (from: number) => string>,
    later: 'Wat later kwam, staat er niet in.',
  },
};
