/** Before and after beside each other: as it could be told at a closing of the step, at a publication, or on the wall. */
import type { Prompt, Step } from '../../script.ts';
import { judgementFieldOf, scaleOf } from '../../script-queries.ts';
import { answersOf } from '../../session/selectors.ts';
import { comparedStep, movedBetween, type ShiftTable, shiftTable, tellsFew } from '../../session/shift.ts';
import type { Folded, Moment } from './attendance.ts';
import type { ShiftView } from './summary-form.ts';

export type ShiftOf = (step: Step, item: string, prompt: Prompt) => ShiftView;

/** What was told at this moment of one question, if anything could be; undefined where it was not about it. */
function tableAt({ state, step: at, wall }: Moment, step: Step, item: string, prompt: string): ShiftTable | undefined {
  if (at !== null && at !== step.id) return undefined;
  if (!wall) return shiftTable(state, step, item, prompt) ?? undefined;
  return wall.type === 'ShiftShown' && wall.item === item
    ? wall.shifts.find((shift) => shift.prompt === prompt)
    : undefined;
}

/** The last that readers were told: new figures only where none of before, beside them, tells of a few. */
function lastTold(tables: readonly ShiftTable[], from: number): ShiftTable | null {
  const told: ShiftTable[] = [];
  for (const table of tables)
    if (table.n >= from && !told.some((before) => tellsFew(before, table, from))) told.push(table);
  return told.at(-1) ?? null;
}

/** Null where nothing is compared, or nobody answered the second time. */
export function shiftsIn({ state, moments }: Pick<Folded, 'state' | 'moments'>): ShiftOf {
  const from = state.script.privacy.breakdownFrom;
  return (step, item, prompt) => {
    const before = comparedStep(state, step);
    const field = judgementFieldOf(prompt.fields);
    if (!before || !field) return null;
    const now = shiftTable(state, step, item, prompt.id);
    const isAnswered = answersOf(state, step.id).some(
      (answer) => answer.item === item && answer.prompt === prompt.id && !answer.withdrawn && !answer.hidden,
    );
    if (!now || !isAnswered) return null;
    const tables = moments.flatMap((moment) => tableAt(moment, step, item, prompt.id) ?? []);
    const told = lastTold(tables, from);
    const none = (reason: 'open' | 'tooFew' | 'changed'): ShiftView => ({ shown: false, reason, from });
    if (!told) return none(tables.length ? 'tooFew' : 'open');
    const { came, went } = movedBetween(told, now);
    if (went > 0) return none('changed');
    const options = scaleOf(state.script, field)
      .filter((option) => option.counted)
      .map(({ id, label, shape }) => ({ id, label, shape }));
    const { rows, n, once } = told;
    const same = rows.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
    return { shown: true, before: before.title, after: step.title, options, same, rows, n, once, later: came > 0 };
  };
}
