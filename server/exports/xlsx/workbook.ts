import { type Cell as StyledCell, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Cell } from '../csv.ts';
import type { Table } from '../tables/table.ts';
import { cellText } from './cell-text.ts';

export type Sheet = { name: string; table: Table };

/** Read from the top; a long text wraps within its column. */
const inColumn = { vertical: 'top', wrapText: true } as const;
/** As text, so that who edits `=1+1` does not make a formula of it. */
const asText = '@';
const headStyle = {
  font: { bold: true },
  alignment: inColumn,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE8EEF0' } },
} as const;

const written = (cell: Cell) => (typeof cell === 'string' ? cellText(cell) || null : cell);

function sheetOf({ name, table: { columns, rows } }: Sheet): WriteSheet {
  const head = columns.map(({ title }, i): [string, Partial<StyledCell>] => [
    `0,${i}`,
    { value: cellText(title), style: headStyle },
  ]);
  // A column with numbers in it stays one that can be added up.
  const isCounted = (i: number) => rows.some((row) => typeof row[i] === 'number');
  return {
    name,
    columns: columns.map(({ width }, i) => ({
      width,
      style: { alignment: inColumn, ...(!isCounted(i) && { numFmt: asText }) },
    })),
    rows: [columns.map(({ title }) => cellText(title)), ...rows.map((row) => row.map(written))],
    cells: new Map(head),
    // What the row is about stays in sight too.
    freezePane: { rows: 1, columns: 1 },
  };
}

/** Words are text and nothing else: no cell is a formula, a link or a date. Equal tables give equal bytes. */
export const writeWorkbook = (sheets: readonly Sheet[], { title, at }: { title: string; at: number }) =>
  writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { title: cellText(title), creator: 'In gesprek', created: new Date(at), modified: new Date(at) },
  });
