import type { Item, Prompt, Text } from '../../script.ts';
import { itemsOf } from '../../script-queries.ts';
import { currentStep, revealPolicyOf } from '../../session/selectors.ts';
import type { Answer, SessionState } from '../../session/state.ts';
import { orderedItems } from './groups.ts';
import { type JudgedCount, judgedPrompts, roomCountOf, visibleAnswers } from './judged.ts';
import { answeredHere } from './scene.ts';

export type Distribution = {
  /** One column a judged prompt; `isReleased`: of what was released one by one, so that none is not "nobody". */
  columns: { prompt: Prompt; title: Text; isReleased: boolean }[];
  /** One row an item; one row without item for a whole list. */
  rows: { item: Item | null; cells: JudgedCount[] }[];
  /** Items that were marked, most first; per marking prompt how often. */
  marked: { item: Item; count: number; perPrompt: number[] }[];
  /** How many items nobody marked. */
  unmarked: number;
  /** The prompts that ask for marks, in the order of `perPrompt`. */
  marking: { prompt: Prompt; title: Text }[];
};

const empty: Distribution = { columns: [], rows: [], marked: [], unmarked: 0, marking: [] };

export function distributionOf(state: SessionState): Distribution {
  const step = answeredHere(state);
  if (!step) return empty;
  const answers = visibleAnswers(state, step);
  const columns = judgedPrompts(step);
  const order = currentStep(state)?.wall.order ?? 'script';
  const items: (Item | null)[] = orderedItems(state, step, order);
  const rows = (items.length ? items : [null]).map((item) => ({
    item,
    cells: columns.map(({ prompt, field }) =>
      roomCountOf(
        state,
        step,
        field,
        answers.filter((answer) => answer.prompt === prompt.id && (!item || answer.item === item.id)),
      ),
    ),
  }));
  const marking = step.prompts.flatMap((prompt) => {
    const field = prompt.fields.find((one) => one.kind === 'marks');
    return field ? [{ prompt, field, title: field.label ?? prompt.title }] : [];
  });
  const marked = itemsOf(state.script, step).map((item) => {
    const perPrompt = marking.map(({ prompt, field }) => marksFor(answers, prompt.id, field.id, item.id));
    return { item, perPrompt, count: perPrompt.reduce((sum, count) => sum + count, 0) };
  });
  return {
    columns: columns.map(({ prompt, title }) => ({
      ...{ prompt, title },
      isReleased: revealPolicyOf(step, prompt) === 'afterRelease',
    })),
    rows,
    marked: marked.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count),
    unmarked: marking.length ? marked.filter(({ count }) => count === 0).length : 0,
    marking: marking.map(({ prompt, title }) => ({ prompt, title })),
  };
}

function marksFor(answers: readonly Answer[], prompt: string, field: string, item: string): number {
  return answers.filter((answer) => {
    const value = answer.prompt === prompt ? answer.values[field] : undefined;
    return value?.kind === 'marks' && value.items.includes(item);
  }).length;
}
