/** The order of discussion: most (no + partly + split) first, then most difference between subgroups. */

import type { Step, Text } from '../../script.ts';
import { judgementFieldOf } from '../../script-queries.ts';
import { unitOf } from '../../session/selectors.ts';
import type { Answer } from '../../session/state.ts';
import { countJudgements, deviating } from '../counts.ts';
import type { View } from './figures.ts';
import { sizeAsked } from './people.ts';
import type { Rank, SectionView } from './summary-form.ts';

/** The units that judged at least once, and those that were against at least once. */
function unitsAgainst({ state }: Pick<View, 'state'>, steps: readonly Step[], answers: readonly Answer[]) {
  const judged = new Set<string>();
  const sizes = new Set<number>();
  const against = new Set<string>();
  for (const answer of answers) {
    const prompt = steps.find((s) => s.id === answer.step)?.prompts.find((p) => p.id === answer.prompt);
    const field = prompt && judgementFieldOf(prompt.fields);
    if (!field || answer.hidden) continue;
    const counts = countJudgements(state.script, field, [answer]);
    if (counts.answered === 0 || counts.unknown > 0) continue;
    judged.add(answer.unit);
    sizes.add(answer.number === null ? 1 : sizeAsked(state, answer));
    if (deviating(state.script, field, counts) > 0) against.add(answer.unit);
  }
  return { judged, against, size: sizes.size === 1 ? ([...sizes][0] ?? 0) : 0 };
}

/** How far subgroups lie apart; 0 where one is too small to be compared. Sorts, and is never shown. */
function differenceOf(view: Pick<View, 'state'>, judged: ReadonlySet<string>, against: ReadonlySet<string>): number {
  const groups = new Map<string, { n: number; against: number }>();
  for (const unit of judged) {
    const subgroup = unitOf(view.state, unit)?.subgroup;
    if (!subgroup) continue;
    const group = groups.get(subgroup) ?? { n: 0, against: 0 };
    groups.set(subgroup, { n: group.n + 1, against: group.against + (against.has(unit) ? 1 : 0) });
  }
  const all = [...groups.values()];
  if (all.length < 2 || all.some((group) => group.n < view.state.script.privacy.breakdownFrom)) return 0;
  const parts = all.map((group) => group.against / group.n);
  return Math.max(...parts) - Math.min(...parts);
}

export function orderOf(
  view: Pick<View, 'state'>,
  steps: readonly Step[],
  items: readonly { id: string; title: Text }[],
  answers: readonly Answer[],
): Pick<SectionView, 'order' | 'orderedBy'> {
  const ranks = items.flatMap(({ id, title }, place) => {
    const { judged, against, size } = unitsAgainst(
      view,
      steps,
      answers.filter((answer) => answer.item === id),
    );
    if (judged.size === 0) return [];
    const rank: Rank = { item: id, title, against: against.size, n: judged.size, size };
    return [{ rank, place, difference: differenceOf(view, judged, against) }];
  });
  if (ranks.length < 2) return { order: [], orderedBy: { difference: false, script: false } };
  ranks.sort((a, b) => b.rank.against - a.rank.against || b.difference - a.difference || a.place - b.place);
  const equal = ranks.flatMap((one, i) => {
    const next = ranks[i + 1];
    return next && one.rank.against > 0 && next.rank.against === one.rank.against ? [[one, next] as const] : [];
  });
  return {
    order: ranks.map(({ rank }) => rank),
    orderedBy: {
      difference: equal.some(([one, next]) => one.difference !== next.difference),
      script: equal.some(([one, next]) => one.difference === next.difference),
    },
  };
}
