import type { words as dutch } from '../../words/summary.nl.ts';
import type { SectionView } from './summary-form.ts';

/** By what the order came about: only the rules that decided anything. */
export function orderRules(
  { orderRule, reading }: Pick<typeof dutch, 'orderRule' | 'reading'>,
  { orderedBy: { difference, script } }: Pick<SectionView, 'orderedBy'>,
): string {
  const then = difference ? reading.orderScriptThen : reading.orderScript;
  return [orderRule, difference && reading.orderDifference, script && then].filter(Boolean).join(' ');
}
