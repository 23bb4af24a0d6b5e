/** What stands beside the inputs, on a phone and at the desk. */
export const fields = {
  counter: (used: number, max: number) => `${used} / ${max}`,
  left: (count: number) => (count === 1 ? 'Nog 1 teken.' : `Nog ${count} tekens.`),
  over: (count: number) => (count === 1 ? '1 teken te veel.' : `${count} tekens te veel.`),
  /** What the writer alone is told. */
  tells: {
    name: 'Staat hier een naam? Laat die liever weg.',
    number: 'Staat hier iemands nummer? Laat het liever weg.',
    mail: 'Staat hier een e-mailadres? Laat het liever weg.',
  },
  split: 'Wij verschillen van mening',
  /** One row for each who may differ, from 1. */
  voice: (nth: number) => ['De één vindt', 'De ander vindt'][nth - 1] ?? `Nog iemand vindt (${nth})`,
  same: 'Steeds hetzelfde telt als één oordeel.',
  optional: 'mag',
  date: 'Datum',
  marks: 'Tik aan wat niet past',
};
