import { AlignmentType, BorderStyle, Table, TableCell, TableRow, WidthType } from 'docx';
import type { Table as Counted } from '../document/blocks.ts';
import { colours } from '../document/colours.ts';
import { columnShares } from '../document/column-shares.ts';
import { paragraphOf } from './runs.ts';
import { styleIds } from './styles.ts';

/** Between the margins, in twentieths of a point. */
export const textWidth = 9638;

const thin = { style: BorderStyle.SINGLE, size: 4, color: colours.line.slice(1) };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const strong = { style: BorderStyle.SINGLE, size: 8, color: colours.lineStrong.slice(1) };
const margins = { top: 40, bottom: 40, left: 90, right: 90 };

/** A table whose first row is its header on every page, and whose rows are never cut. */
export function tableOf({ columns, rows }: Counted): Table {
  const widths = columnShares(columns).map((share) => Math.round(share * textWidth));
  const cell = (text: string, i: number, header: boolean) => {
    const alignment = columns[i]?.kind === 'number' ? { alignment: AlignmentType.RIGHT } : {};
    const voice = columns[i]?.kind === 'said' && !header ? { font: 'Georgia' } : {};
    const style = header ? styleIds.head : styleIds.cell;
    return new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      children: [paragraphOf(text, { style, ...alignment }, { ...voice, ...(header && { bold: true }) })],
    });
  };
  const row = (cells: readonly string[], header: boolean) =>
    new TableRow({
      ...{ tableHeader: header, cantSplit: true },
      children: columns.map((_, i) => cell(cells[i] ?? '', i, header)),
    });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    margins,
    layout: 'fixed',
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    borders: { top: strong, bottom: strong, insideHorizontal: thin, left: none, right: none, insideVertical: none },
    rows: [
      row(
        columns.map(({ title }) => title),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
}
