import type { NoPerspectives } from '../../views/summary/summary-form.ts';

type Why = Record<Exclude<NoPerspectives, 'notAsked'>, (from: number) => string>;

/** Rollen naast elkaar. */
export const roles = {
  title: 'Per rol',
  rule: 'Per rol telt wie alleen antwoordde, of met de eigen rol.',
  later: 'Wat later kwam, telt hier niet mee.',
  /** Before the reason; `partly`: other questions here do stand by role. */
  lead: (partly: boolean): string => (partly ? 'Niet overal per rol.' : 'Niet per rol.'),
  none: {
    mixed: () => 'De meesten antwoordden samen, vanuit verschillende rollen.',
    tooFew: (from) => `Daarvoor zijn er van twee rollen elk ${from} antwoorden nodig.`,
    changed: () => 'Er veranderde te weinig: nieuwe cijfers zouden iets over enkelen zeggen.',
    open: () => 'Dat komt als de stap gesloten is.',
  } satisfies Why as Why,
};
