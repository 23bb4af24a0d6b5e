import type { Item, Prompt, Step, Text } from '../../script.ts';
import { itemsOf } from '../../script-queries.ts';
import { activeUnits, answersOf } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';
import { coverageOf } from '../counts.ts';
import { countOf, type JudgedCount, judgedPrompts } from '../wall/judged.ts';

export type DeskFigures = {
  columns: { prompt: Prompt; title: Text }[];
  /** One row an item; one without item where the step asks about a whole list or a single text. */
  rows: { item: Item | null; cells: JudgedCount[]; coverage: { dealt: number; answered: number } | null }[];
  /** Answers that count here: neither withdrawn nor hidden. */
  answers: number;
  units: number;
};

/** What a step's judgements come to so far, with how far its items are covered; also before the wall may show it. */
export function figuresOf(state: SessionState, step: Step): DeskFigures {
  const answers = answersOf(state, step.id).filter((answer) => !answer.withdrawn && !answer.hidden);
  const columns = judgedPrompts(step);
  const items = step.items && step.items.as !== 'list' ? itemsOf(state.script, step) : [];
  const isSplitUp = items.length > 1;
  const units = activeUnits(state).map(({ unit }) => unit);
  const coverage = isSplitUp ? coverageOf(state, step, units, answersOf(state, step.id)) : undefined;
  const rows = (isSplitUp ? items : [null]).map((item) => ({
    item,
    coverage: (item && coverage?.get(item.id)) ?? (item && coverage ? { dealt: 0, answered: 0 } : null),
    cells: columns.map(({ prompt, field }) =>
      countOf(
        state,
        field,
        answers.filter((answer) => answer.prompt === prompt.id && (!item || answer.item === item.id)),
      ),
    ),
  }));
  const shared = new Set(answers.map((answer) => answer.unit)).size;
  return {
    columns: columns.map(({ prompt, title }) => ({ prompt, title })),
    rows,
    answers: answers.length,
    units: shared,
  };
}
