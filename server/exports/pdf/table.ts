/** A table with its header on every page; a row is cut only where it is higher than a page. */
import type { Table } from '../document/blocks.ts';
import { colours } from '../document/colours.ts';
import { columnShares } from '../document/column-shares.ts';
import { type Text, textIn } from '../letters/lines.ts';
import { type Piece, page, pageRoom, textWidth } from './flow.ts';
import { looks } from './looks.ts';
import { addElement, decoration, drawLine, type Element, tagged } from './pen.ts';
import { type Sheet, textElement } from './sheet.ts';

const pad = { x: 5, y: 4 };
type Cell = { x: number; width: number; text: Text; number: boolean };
type Drawn = Cell & { element: Element };

export function tablePieces(sheet: Sheet, { columns, rows, title }: Table): Piece[] {
  const { pdf, missing } = sheet;
  const shares = columnShares(columns);
  const starts = shares.map((_, i) => page.side + textWidth * shares.slice(0, i).reduce((sum, one) => sum + one, 0));
  const cellsOf = (texts: readonly string[], header: boolean): Cell[] =>
    columns.map(({ kind }, i) => {
      const width = textWidth * (shares[i] ?? 0) - 2 * pad.x;
      const look = header ? looks.head : kind === 'said' ? looks.cellVoice : looks.cell;
      return {
        x: (starts[i] ?? 0) + pad.x,
        width,
        text: textIn(texts[i] ?? '', look, width),
        number: kind === 'number',
      };
    });

  const rule = (y: number, strong: boolean) =>
    decoration(pdf, () =>
      pdf
        .moveTo(page.side, y)
        .lineTo(page.side + textWidth, y)
        .lineWidth(strong ? 1 : 0.5)
        .stroke(strong ? colours.lineStrong : colours.line),
    );

  function drawCell({ x, width, text, number }: Cell, from: number, to: number, top: number): void {
    text.lines.slice(from, to).forEach((line, i) => {
      const left = number ? x + width - line.width * text.look.size : x;
      drawLine(pdf, line, text, { x: left, top: top + i * text.look.leading, width }, missing);
    });
  }

  const tall = (cells: readonly Cell[]) => Math.max(...cells.map(({ text }) => text.height)) + 2 * pad.y;
  const headCells = cellsOf(
    columns.map((column) => column.title),
    true,
  );
  const table = addElement(pdf, sheet.root, 'Table', { title });
  const rowElement = () => addElement(pdf, table, 'TR');
  const elementsOf = (row: Element, cells: readonly Cell[], header: boolean): Drawn[] =>
    cells.map((cell, i) => {
      const scope = header ? ('Column' as const) : ('Row' as const);
      const options = header || i === 0 ? { scope } : {};
      const outer = addElement(pdf, row, header || i === 0 ? 'TH' : 'TD', options);
      return { ...cell, element: textElement(sheet, outer, 'P', cell.text) };
    });

  const head = elementsOf(rowElement(), headCells, true);
  const headHeight = tall(headCells);
  const repeat = {
    height: headHeight,
    draw: (top: number) => {
      decoration(pdf, () => {
        for (const cell of headCells) drawCell(cell, 0, cell.text.lines.length, top + pad.y);
      });
      rule(top, true);
      rule(top + headHeight, false);
    },
  };

  function rowPieces(texts: readonly string[], place: number): Piece[] {
    const isLast = place === rows.length - 1;
    // No row stands alone at the end of a page, nor at the start of one.
    const glued = !isLast && (place === 0 || place === rows.length - 2);
    const cells = elementsOf(rowElement(), cellsOf(texts, false), false);
    const fits = tall(cells) <= pageRoom - headHeight;
    const most = fits ? Number.POSITIVE_INFINITY : 12;
    const count = Math.max(...cells.map(({ text }) => text.lines.length));
    const pieces: Piece[] = [];
    for (let from = 0; from < count; from += most) {
      const to = Math.min(count, from + most);
      const leading = Math.max(...cells.map(({ text }) => text.look.leading));
      const isEnd = to >= count;
      const inner = fits ? tall(cells) - 2 * pad.y : (to - from) * leading;
      const height = inner + (from === 0 ? pad.y : 0) + (isEnd ? pad.y : 0);
      const draw = (top: number) => {
        for (const cell of cells) {
          if (from >= cell.text.lines.length) continue;
          const type = cell.text.plain ? 'P' : 'Span';
          tagged(pdf, cell.element, type, () => drawCell(cell, from, to, top + (from === 0 ? pad.y : 0)));
        }
        if (isEnd) rule(top + height, isLast);
      };
      pieces.push({ height, space: 0, glued: glued && fits, draw, repeat });
    }
    return pieces;
  }

  return [
    {
      ...{ height: headHeight, space: 8, glued: true },
      draw: (top) => {
        for (const cell of head) {
          const type = cell.text.plain ? 'P' : 'Span';
          tagged(pdf, cell.element, type, () => drawCell(cell, 0, cell.text.lines.length, top + pad.y));
        }
        rule(top, true);
        rule(top + headHeight, false);
      },
    },
    ...rows.flatMap(rowPieces),
    { height: 6, space: 0, glued: false, draw: () => {} },
  ];
}
