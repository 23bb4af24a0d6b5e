/** Afspraken die een oogst vraagt, zoals wat, wie en wanneer. */
export const agreements = {
  title: 'Afspraken',
  about: 'De wand toont ze meteen. Ze komen in de samenvatting.',
  named: 'Noem bij “wie” liever een rol dan een naam: wie de samenvatting leest, leest dit ook.',
  none: 'Nog geen afspraken.',
  add: 'Leg vast',
  added: 'De afspraak staat op de wand.',
  edit: 'Wijzig de afspraak',
  save: 'Bewaar',
  changed: 'De afspraak is gewijzigd.',
  remove: 'Verwijder de afspraak',
  removed: 'De afspraak is weg.',
};
