/** Of whom perspectives stand beside each other, and why not, in words: once for a section. */
import type { NoPerspectives, PerspectiveComparison, SectionView } from './summary-form.ts';

type Words = {
  rule: string;
  lead: (partly: boolean) => string;
  none: Record<Exclude<NoPerspectives, 'notAsked'>, (from: number) => string>;
};

/** Where nobody was asked for a perspective, nobody misses it. */
export const reasonIn = (perspectives: NonNullable<PerspectiveComparison>, { none }: Words): string | null =>
  perspectives.shown || perspectives.reason === 'notAsked' ? null : none[perspectives.reason](perspectives.from);

/** Empty where nothing was judged, or nobody was asked for a perspective. */
export function aboutRoles({ items }: SectionView, words: Words): string {
  const all = items.flatMap((item) => item.prompts.flatMap(({ perspectives }) => perspectives ?? []));
  const isAnyShown = all.some(({ shown }) => shown);
  const reasons = new Set(all.flatMap((one) => reasonIn(one, words) ?? []));
  const why = reasons.size ? [words.lead(isAnyShown), ...reasons] : [];
  return [...(isAnyShown ? [words.rule] : []), ...why].join(' ');
}
