/** A drawing on a page, as one figure that says in words what it shows. */
import type { Figure } from '../document/blocks.ts';
import { bentLetters } from '../figure/bend.ts';
import type { Line as DrawnLine, Shape } from '../figure/drawing.ts';
import { textIn } from '../letters/lines.ts';
import { wordOf } from '../letters/runs.ts';
import { type Piece, page, pageRoom, textWidth } from './flow.ts';
import { addElement, drawLine, type Missing, type Pdf, tagged } from './pen.ts';
import type { Sheet } from './sheet.ts';

function drawText(pdf: Pdf, { text: raw, x, y, width, size, bold, colour, anchor }: DrawnLine, missing: Missing): void {
  const look = { style: bold ? ('uiBold' as const) : ('ui' as const), size, leading: size, colour };
  const text = textIn(raw, look, Number.POSITIVE_INFINITY);
  const [line] = text.lines;
  if (!line) return;
  const natural = line.width * size;
  const squeeze = Math.min(1, width / (natural || 1));
  const left = anchor === 'middle' ? x - (natural * squeeze) / 2 : x;
  pdf.save().translate(left, y).scale(squeeze, 1);
  // A line of this leading has its base 0.85 below its top.
  drawLine(pdf, line, { ...text, fromRight: false }, { x: 0, top: -size * 0.85, width: natural }, missing);
  pdf.restore();
}

function drawShape(pdf: Pdf, shape: Shape, missing: Missing): void {
  switch (shape.kind) {
    case 'path': {
      const { d, fill, stroke, width, dash } = shape;
      pdf.save().path(d).lineWidth(width).lineJoin('round');
      if (dash) pdf.dash(dash, { space: dash });
      if (fill && stroke) pdf.fillAndStroke(fill, stroke, 'even-odd');
      else if (fill) pdf.fill(fill, 'even-odd');
      else if (stroke) pdf.stroke(stroke);
      pdf.restore();
      return;
    }
    case 'text':
      drawText(pdf, shape, missing);
      return;
    case 'bend': {
      const widthOf = (letter: string) => wordOf(letter, 'uiBold').width + wordOf(letter, 'uiBold').space;
      const look = { size: shape.arc.size, bold: true, colour: shape.colour, anchor: 'middle' as const };
      pdf.markContent('Span', { actual: shape.arc.text });
      for (const { letter, x, y, degrees, width } of bentLetters(shape.arc, widthOf)) {
        pdf.save().translate(x, y).rotate(degrees);
        drawText(pdf, { kind: 'text', text: letter, x: 0, y: 0, width: width + 2, ...look }, missing);
        pdf.restore();
      }
      pdf.endMarkedContent();
      return;
    }
    case 'turned':
      pdf.save().translate(shape.x, shape.y).rotate(shape.angle);
      for (const inner of shape.shapes) drawShape(pdf, inner, missing);
      pdf.restore();
  }
}

export function figurePieces({ pdf, root, missing }: Sheet, { drawing, alt }: Figure): Piece[] {
  const scale = Math.min(textWidth / drawing.width, (pageRoom - 60) / drawing.height);
  const [width, height] = [drawing.width * scale, drawing.height * scale];
  const left = page.side + (textWidth - width) / 2;
  const draw = (top: number) => {
    const figure = addElement(pdf, root, 'Figure', { alt, bbox: [left, top, left + width, top + height] });
    tagged(pdf, figure, 'Figure', () => {
      pdf.save().translate(left, top).scale(scale);
      for (const shape of drawing.shapes) drawShape(pdf, shape, missing);
      pdf.restore();
    });
  };
  return [{ height, space: 8, glued: false, draw }];
}
