/** Why perspectives do not stand beside each other, in words: once for a section. */
import type { NoPerspectives, PerspectiveComparison, SectionView } from './summary-form.ts';

type Words = {
  lead: (partly: boolean) => string;
  none: Record<Exclude<NoPerspectives, 'notAsked'>, (from: number) => string>;
};

/** Where nobody was asked for a perspective, nobody misses it. */
export const reasonIn = (perspectives: NonNullable<PerspectiveComparison>, { none }: Words): string | null =>
  perspectives.shown || perspectives.reason === 'notAsked' ? null : none[perspectives.reason](perspectives.from);

/** Empty where all that was judged stands by perspective, or nothing was. */
export function whyNotByRole({ items }: SectionView, words: Words): string {
  const all = items.flatMap((item) => item.prompts.flatMap(({ perspectives }) => perspectives ?? []));
  const reasons = new Set(all.flatMap((one) => reasonIn(one, words) ?? []));
  return reasons.size ? [words.lead(all.some(({ shown }) => shown)), ...reasons].join(' ') : '';
}
