import type { Item, Text } from '../../script.ts';
import { judgementFieldOf, promptOf, scaleOf, stepOf } from '../../script-queries.ts';
import { comparedStep, type NoShift, type ShiftTable } from '../../session/shift.ts';
import type { SessionState } from '../../session/state.ts';
import { itemIn } from './harvest.ts';

/** One question, before by after. */
export type ShiftDrawn = ShiftTable & {
  prompt: string;
  title: Text;
  options: { id: string; label: Text; shape: 'full' | 'threeQuarters' | 'half' | 'quarter' | 'open' | 'unknown' }[];
  same: number;
  reckonedAt: number;
};
export type ShiftPicture = { before: Text; after: Text; item: Item | null; tables: ShiftDrawn[]; none: NoShift | null };

/** A table of one question with the words of its scale; undefined where nothing is judged there. */
export function shiftNamed(
  { script }: Pick<SessionState, 'script'>,
  stepId: string,
  prompt: string,
  table: ShiftTable,
): Omit<ShiftDrawn, 'reckonedAt'> | undefined {
  const step = stepOf(script, stepId);
  const asked = step && promptOf(step, prompt);
  const field = asked && judgementFieldOf(asked.fields);
  if (!field) return undefined;
  const options = scaleOf(script, field)
    .filter((option) => option.counted)
    .map(({ id, label, shape }) => ({ id, label, shape }));
  const same = table.rows.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  const { rows, n, once } = table;
  return { prompt, title: field.label ?? asked.title, options, same, rows, n, once };
}

/** What this wall was told of who moved; undefined where it was told nothing. */
export function shiftDrawn(state: SessionState): ShiftPicture | undefined {
  const { shift } = state;
  const after = shift ? stepOf(state.script, shift.step) : undefined;
  const before = after && comparedStep(state, after);
  if (!shift || !after || !before) return undefined;
  const tables = shift.shifts.flatMap((one) => {
    const named = shiftNamed(state, shift.step, one.prompt, one);
    return named ? [{ ...named, reckonedAt: one.reckonedAt }] : [];
  });
  return { before: before.title, after: after.title, item: itemIn(state, shift.item), tables, none: shift.none };
}
