import type { Item, Prompt, Text } from '../../script.ts';
import { judgementFieldOf, promptOf, scaleOf, stepOf } from '../../script-queries.ts';
import { isOnWall } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';
import { get } from '../../session/table.ts';
import { type Card, cardOf } from './cards.ts';
import { itemIn } from './harvest.ts';
import type { JudgedCount } from './judged.ts';

/** As many rows as fit beneath each other. */
const mostRows = 7;

/** What is compared by perspective, as a wall draws it. */
export type ContrastDrawn = {
  item: Item | null;
  prompt: Prompt;
  rows: { title: Text; count: JudgedCount }[];
  /** At most two; what was hidden, moved, withdrawn or written anew since is not among them. */
  sides: { perspective: Text; card: Card }[];
};

/** Undefined where nothing can be compared, or where this screen was told nothing. */
export function contrastDrawn(state: SessionState): ContrastDrawn | undefined {
  const { contrast, script } = state;
  const step = contrast ? stepOf(script, contrast.step) : undefined;
  const prompt = contrast && step && promptOf(step, contrast.prompt);
  const field = prompt && judgementFieldOf(prompt.fields);
  if (!contrast || !step || !prompt || !field || contrast.none) return undefined;
  const labelOf = (perspective: string): Text =>
    script.perspectives.options.find(({ id }) => id === perspective)?.label ?? {};
  const counted = scaleOf(script, field).filter((option) => option.counted);
  const quoted = contrast.sides.map(({ perspective }) => perspective);
  const others = contrast.groups.filter(({ perspective }) => !quoted.includes(perspective));
  const left = new Set(others.slice(0, mostRows - quoted.length));
  const groups = contrast.groups.filter((group) => quoted.includes(group.perspective) || left.has(group));
  const rows = groups.map(({ perspective, counts }) => {
    const parts = counted.map(({ id, label, shape }, i) => ({ id, label, shape, count: counts[i] ?? 0 }));
    const n = counts.reduce((sum, count) => sum + count, 0);
    return {
      title: labelOf(perspective),
      count: { parts, n, unknown: 0, unknownLabel: null, split: 0, unseen: 0 },
    };
  });
  const sides = contrast.sides.flatMap(({ answer: id, version, perspective }) => {
    const answer = get(state.answers, id);
    const isSame = answer?.version === version && answer.movedTo === null && isOnWall(state, answer);
    const card = isSame ? cardOf(state, step, answer) : undefined;
    return card?.text ? [{ perspective: labelOf(perspective), card }] : [];
  });
  return { item: itemIn(state, contrast.item), prompt, rows, sides };
}
