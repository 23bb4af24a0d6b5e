/** Proposing which items each unit starts with. */

import type { NewEvent } from '../../events.ts';
import { groupBy } from '../../group-by.ts';
import type { Step } from '../../script.ts';
import { answerableItems, itemsOf } from '../../script-queries.ts';
import { dealLate, dealRound } from '../dealing.ts';
import { activeUnits, dealtItems } from '../selectors.ts';
import type { SessionState } from '../state.ts';

/** The items that a unit of this subgroup may be dealt; all of them where there are no subgroups. */
export function dealable(state: SessionState, step: Step, subgroup: string | null): string[] {
  const items = itemsOf(state.script, step);
  const own = subgroup ? items.filter((item) => item.subgroup === subgroup) : [];
  return (own.length ? own : items).map((item) => item.id);
}

/** Deals items to every unit that has none yet in this step. */
export function dealItems(state: SessionState, step: Step): NewEvent[] {
  const deal = step.items?.deal;
  if (!deal || answerableItems(state.script, step).length === 0) return [];
  const deals: Record<string, string[]> = {};
  const groups = groupBy(activeUnits(state), (unit) => (deal.across === 'subgroup' ? unit.subgroup : null));
  for (const [subgroup, units] of groups) {
    const items = dealable(state, step, subgroup);
    const dealt = units.map((unit) => dealtItems(state, step.id, unit.unit)).filter((d) => d.length > 0);
    const waiting = units.filter((unit) => dealtItems(state, step.id, unit.unit).length === 0);
    const round = dealt.length === 0 ? dealRound(items, waiting.length, deal.perUnit) : [];
    for (const [i, unit] of waiting.entries()) {
      const given = round[i] ?? dealLate(items, dealt, deal.perUnit);
      deals[unit.unit] = given;
      dealt.push(given);
    }
  }
  return Object.keys(deals).length ? [{ type: 'ItemsDealt', step: step.id, deals }] : [];
}
