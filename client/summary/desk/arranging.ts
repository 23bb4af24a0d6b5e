import type { Arranged } from '../../../shared/views/summary/summary-form.ts';

/** The form of the summary's sections, as it is given. */
export type Form = Omit<Arranged, 'seq'>;

/** `by` places down; up where it is negative. */
export function movedIn(order: readonly string[], section: string, by: number): string[] {
  const from = order.indexOf(section);
  const rest = order.filter((id) => id !== section);
  return [...rest.slice(0, from + by), section, ...rest.slice(from + by)];
}

/** Empty words give back the script's own title. */
export const titledIn = (titles: Form['titles'], section: string, title: string): Form['titles'] => [
  ...titles.filter((one) => one.section !== section),
  ...(title ? [{ section, title }] : []),
];

export const toggledIn = (hidden: readonly string[], part: string): string[] =>
  hidden.includes(part) ? hidden.filter((one) => one !== part) : [...hidden, part];
