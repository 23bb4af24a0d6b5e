/** Afspraken die een oogst vraagt, zoals wat, wie en wanneer. */
export const agreements = {
  title: 'Afspraken',
  about: 'De wand toont ze meteen. Ze komen in de samenvatting.',
  named: 'Noem bij “wie” liever een rol dan een naam: wie de samenvatting leest, leest dit ook.',
  none: 'Nog geen afspraken.',
  /** Something that has to be filled in is not. */
  open: (field: string): string => (field ? `Vul nog in: ${field}` : 'Vul nog in wat leeg is.'),
  add: 'Leg vast',
  added: 'De afspraak staat op de wand.',
  edit: 'Wijzig de afspraak',
  save: 'Bewaar',
  changed: 'De afspraak is gewijzigd.',
  remove: 'Verwijder de afspraak',
  removed: 'De afspraak is weg.',
};
