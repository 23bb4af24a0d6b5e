import type { Facts, List } from '../document/blocks.ts';
import { textIn } from '../letters/lines.ts';
import { type Piece, page, textWidth } from './flow.ts';
import { looks } from './looks.ts';
import { addElement, drawLine, tagged } from './pen.ts';
import { type Sheet, textElement, textPieces } from './sheet.ts';

const indent = 18;

export function listPieces(sheet: Sheet, { items, ordered, said }: List): Piece[] {
  const { pdf, missing, root } = sheet;
  const list = addElement(pdf, root, 'L');
  return items.flatMap(({ text: raw, after }, i) => {
    const item = addElement(pdf, list, 'LI');
    const label = addElement(pdf, item, 'Lbl');
    const body = addElement(pdf, item, 'LBody');
    const look = said ? looks.said : looks.plain;
    const sign = textIn(ordered ? `${i + 1}.` : '•', look, indent);
    const text = textIn(raw, look, textWidth - indent);
    const placed = {
      x: page.side + indent,
      width: textWidth - indent,
      look,
      space: i === 0 ? 5 : 3,
      glued: after !== '',
    };
    const pieces = textPieces(sheet, textElement(sheet, body, 'P', text), text, placed);
    const where = textIn(after, looks.by, textWidth - indent);
    const whereAt = { ...placed, look: looks.by, space: 0, glued: false };
    const more = after ? textPieces(sheet, textElement(sheet, body, 'P', where), where, whereAt) : [];
    const [first, ...rest] = pieces;
    if (!first) return [];
    const draw = (top: number) => {
      const [line] = sign.lines;
      if (line) {
        const place = { x: page.side + 2, top, width: indent };
        tagged(pdf, label, 'Lbl', () => drawLine(pdf, line, sign, place, missing));
      }
      first.draw(top);
    };
    return [{ ...first, draw }, ...rest, ...more];
  });
}

/** Large numbers beside one another, each over its name: a list to who hears it. */
export function factPieces(sheet: Sheet, { facts }: Facts): Piece[] {
  const { pdf, missing, root } = sheet;
  const list = addElement(pdf, root, 'L');
  const width = textWidth / Math.max(4, facts.length);
  const cells = facts.map(({ count, name }, i) => {
    const body = addElement(pdf, addElement(pdf, list, 'LI'), 'LBody');
    return {
      ...{ body, x: page.side + i * width },
      count: textIn(`${count} `, looks.count, width - 8),
      name: textIn(name, looks.by, width - 8),
    };
  });
  const height = looks.count.leading + Math.max(...cells.map(({ name }) => name.height)) + 6;
  const draw = (top: number) => {
    for (const { body, count, name, x } of cells) {
      tagged(pdf, body, 'LBody', () => {
        for (const [text, from] of [
          [count, top],
          [name, top + looks.count.leading],
        ] as const) {
          text.lines.forEach((line, i) => {
            drawLine(pdf, line, text, { x, top: from + i * text.look.leading, width }, missing);
          });
        }
      });
    }
  };
  return [{ height, space: 12, glued: false, draw }];
}
