import { type ExportSource, leftOutSentence } from '../export-source.ts';
import { columnsNamed, type Row, type Table } from './table.ts';

/** Leeswijzer: what each column of each sheet means. */
export function legendTable(source: ExportSource, sheets: readonly { name: string; table: Table }[]): Table {
  const rows = sheets.flatMap(({ name, table }) => table.columns.map(({ title, about }): Row => [name, title, about]));
  const leftOut = leftOutSentence(source);
  if (leftOut) rows.unshift(['', '', leftOut]);
  return { columns: columnsNamed(source, ['sheet', 'column', 'meaning']), rows };
}
