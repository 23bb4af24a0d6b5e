/** Text as pieces of a page, each line on its own, all under one tag. */

import { type Look, type Text, textIn } from '../letters/lines.ts';
import type { Piece } from './flow.ts';
import { addElement, drawLine, type Element, type Missing, type Parent, type Pdf, tagged } from './pen.ts';

export type Sheet = { pdf: Pdf; root: Parent; missing: Missing };

/** Where a text is not drawn letter by letter as it was written, its tag still says it whole. */
export function textElement({ pdf }: Sheet, parent: Parent, type: string, text: Text): Element {
  const element = addElement(pdf, parent, type);
  return text.plain ? element : addElement(pdf, element, 'Span', { actual: text.text });
}

export type Placed = { x: number; width: number; look: Look; space: number; glued: boolean };

/** A paragraph, line by line; `whole`: its lines stay together, with what comes after it where that is glued. */
export function textPieces(sheet: Sheet, element: Element, text: Text, placed: Placed, edge?: Edge): Piece[] {
  const { pdf, missing } = sheet;
  const type = text.plain ? 'P' : 'Span';
  return text.lines.map((line, i) => ({
    ...{ height: text.look.leading, space: i === 0 ? placed.space : 0 },
    glued: placed.glued || i < text.lines.length - 1,
    draw: (top) => {
      edge?.(top, text.look.leading);
      tagged(pdf, element, type, () => drawLine(pdf, line, text, { x: placed.x, top, width: placed.width }, missing));
    },
  }));
}

/** Drawn beside each line: only for the eye. */
export type Edge = (top: number, height: number) => void;

export function paragraphPieces(
  sheet: Sheet,
  parent: Parent,
  type: string,
  raw: string,
  placed: Placed,
  edge?: Edge,
): Piece[] {
  const text = textIn(raw, placed.look, placed.width);
  return textPieces(sheet, textElement(sheet, parent, type, text), text, placed, edge);
}
