/** What stands beside the inputs, on a phone and at the desk. */
export const fields = {
  counter: (used: number, max: number) => `${used} / ${max}`,
  left: (count: number) => (count === 1 ? 'Nog 1 teken.' : `Nog ${count} tekens.`),
  over: (count: number) => (count === 1 ? '1 teken te veel.' : `${count} tekens te veel.`),
  split: 'Wij verschillen van mening',
  first: 'De één vindt',
  second: 'De ander vindt',
  same: 'Twee keer hetzelfde telt als één oordeel.',
  optional: 'mag',
  date: 'Datum',
  marks: 'Tik aan wat niet past',
};
