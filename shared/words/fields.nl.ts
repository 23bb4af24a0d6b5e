/** What stands beside the inputs, on a phone and at the desk. */
export const fields = {
  counter: (used: number, max: number) => `${used} / ${max}`,
  left: (count: number) => (count === 1 ? 'Nog 1 teken.' : `Nog ${count} tekens.`),
  over: (count: number) => (count === 1 ? '1 teken te veel.' : `${count} tekens te veel.`),
  split: 'Wij verschillen van mening',
  /** One row for each who may differ, from 1. */
  voice: (nth: number) => ['De één vindt', 'De ander vindt'][nth - 1] ?? `Nog iemand vindt (${nth})`,
  same: 'Steeds hetzelfde telt als één oordeel.',
  optional: 'mag',
  date: 'Datum',
  marks: 'Tik aan wat niet past',
};
