import type { Column } from './blocks.ts';

/** A number's column, as a part of the whole width. */
const numberShare = 0.08;

/** What part of the width each column gets, together 1: numbers little, people's words most. */
export function columnShares(columns: readonly Column[]): number[] {
  const numbers = columns.filter(({ kind }) => kind === 'number').length;
  const weightOf = ({ kind }: Column) => (kind === 'said' ? 2.4 : 1);
  const whole = columns.reduce((sum, column) => sum + (column.kind === 'number' ? 0 : weightOf(column)), 0);
  const rest = 1 - numbers * numberShare;
  return columns.map((column) => (column.kind === 'number' ? numberShare : (rest * weightOf(column)) / whole));
}
