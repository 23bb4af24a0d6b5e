/** verschuiving: eerst en daarna naast elkaar, op wand, bureau en samenvatting. */
export const shift = {
  title: 'Eerst en daarna',
  first: 'eerst',
  second: 'daarna',
  /** The titles of the two steps. */
  how: (before: string, after: string): string =>
    `Een rij: wat mensen eerst zeiden (${before}). Een kolom: wat zij daarna zeiden (${after}).`,
  cell: (count: number, from: string, to: string): string => `${count}: eerst ${from}, daarna ${to}`,
  n: (n: number): string => `n = ${n}, wie twee keer oordeelde`,
  same: (same: number, n: number): string => `${same} van ${n} oordeelden twee keer hetzelfde.`,
  once: (count: number): string =>
    count === 1 ? '1 oordeelde één keer en staat er niet in.' : `${count} oordeelden één keer en staan er niet in.`,
  tooFew: (from: number): string => `Dit tonen we vanaf ${from} mensen die twee keer oordelen.`,
  changed: 'Er is net iets veranderd. De zaal zou zien wie wat oordeelde.',
  deskOnly: (from: number): string => `Onder de ${from} zie alleen jij dit.`,
};
