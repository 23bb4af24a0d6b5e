/** Each block of the outline as pieces of a page, under its tag. */
import { type Block, type Heading, type Quote, staysWith } from '../document/blocks.ts';
import { colours } from '../document/colours.ts';
import { figurePieces } from './figure.ts';
import { type Piece, page, textWidth } from './flow.ts';
import { factPieces, listPieces } from './lists.ts';
import { looks } from './looks.ts';
import { addElement, decoration } from './pen.ts';
import { paragraphPieces, type Sheet } from './sheet.ts';
import { tablePieces } from './table.ts';

const headings = {
  1: { look: looks.h1, space: 0 },
  2: { look: looks.h2, space: 26 },
  3: { look: looks.h3, space: 18 },
  4: { look: looks.h4, space: 11 },
} as const;
const whole = { x: page.side, width: textWidth };

/** `mark`: names its place in the list of bookmarks, once it is known. */
function headingPieces(sheet: Sheet, { level, text }: Heading, mark: (top: number) => void): Piece[] {
  const pieces = paragraphPieces(sheet, sheet.root, `H${level}`, text, { ...whole, ...headings[level], glued: true });
  const [first, ...rest] = pieces;
  if (!first) return [];
  const draw = (top: number) => {
    mark(top);
    first.draw(top);
  };
  return [{ ...first, draw }, ...rest, { height: level < 3 ? 5 : 3, space: 0, glued: true, draw: () => {} }];
}

/** Somebody's words, with a bar at the left, and who said them. */
function quotePieces(sheet: Sheet, { text, by }: Quote): Piece[] {
  const { pdf, root } = sheet;
  const quote = addElement(pdf, root, 'BlockQuote');
  const inner = { x: page.side + 14, width: textWidth - 14 };
  const edge = (top: number, height: number) =>
    decoration(pdf, () =>
      pdf.rect(page.side + 2, top, 2.2, height).fill(text === null ? colours.line : colours.primary),
    );
  const said =
    text === null
      ? []
      : paragraphPieces(sheet, quote, 'P', text, { ...inner, look: looks.said, space: 8, glued: true }, edge);
  const who = { ...inner, look: looks.by, space: text === null ? 8 : 0, glued: false };
  return [...said, ...paragraphPieces(sheet, quote, 'P', by, who, edge)];
}

/** `next`: what a paragraph is about may be the table or figure beneath it. */
export function piecesOf(sheet: Sheet, block: Block, next: Block | undefined, mark: (top: number) => void): Piece[] {
  switch (block.kind) {
    case 'heading':
      return headingPieces(sheet, block, mark);
    case 'paragraph': {
      const isLabel = block.tone === 'label';
      const glued = staysWith(block, next);
      const placed = { ...whole, look: looks[block.tone], space: isLabel ? 10 : 4, glued };
      return paragraphPieces(sheet, sheet.root, 'P', block.text, placed);
    }
    case 'quote':
      return quotePieces(sheet, block);
    case 'list':
      return listPieces(sheet, block);
    case 'facts':
      return factPieces(sheet, block);
    case 'table':
      return tablePieces(sheet, block);
    case 'figure':
      return figurePieces(sheet, block);
  }
}
