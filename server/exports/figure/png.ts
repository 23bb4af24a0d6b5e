/** A drawing as a bitmap, for programs that show no other picture alike: Word above all. */
import { textIn } from '../letters/lines.ts';
import { wordOf } from '../letters/runs.ts';
import { seenOrder } from '../letters/sides.ts';
import { bentLetters } from './bend.ts';
import { openCanvas } from './canvas.ts';
import type { Drawing, Line, Shape } from './drawing.ts';
import { flattenGlyph, flattenPath, type Point } from './flatten.ts';
import { strokeShapes } from './strokes.ts';

/** Moves a point of a shape to where it lies in the whole. */
type Place = (point: Point) => Point;

function turnedBy(outer: Place, x: number, y: number, degrees: number): Place {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return (point) => outer({ x: x + point.x * cos - point.y * sin, y: y + point.x * sin + point.y * cos });
}

/** The letters of a line from its first point on, never wider than its room. */
function letterShapes(text: string, size: number, bold: boolean, most: number): { shapes: Point[][]; width: number } {
  const look = { style: bold ? ('uiBold' as const) : ('ui' as const), size, leading: size, colour: '' };
  const { lines, fromRight } = textIn(text, look, Number.POSITIVE_INFINITY);
  const words = seenOrder(lines[0]?.words ?? [], fromRight);
  const natural = words.reduce((sum, word, i) => sum + word.width + (i < words.length - 1 ? word.space : 0), 0) * size;
  const squeeze = Math.min(1, most / (natural || 1));
  const shapes: Point[][] = [];
  let at = 0;
  for (const word of words) {
    const runs = word.side === 'right' ? word.runs.toReversed() : word.runs;
    for (const { face, text: drawn, width } of runs) {
      if (face) {
        const { font } = face;
        const unit = size / font.unitsPerEm;
        const { glyphs, positions } = font.layout(drawn);
        let pen = at;
        glyphs.forEach((glyph, i) => {
          const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {};
          const left = pen + xOffset * unit;
          shapes.push(
            ...flattenGlyph(glyph.path.commands, (x, y) => ({
              x: (left + x * unit) * squeeze,
              y: -(y + yOffset) * unit,
            })),
          );
          pen += xAdvance * unit;
        });
      }
      at += width * size;
    }
    at += word.space * size;
  }
  return { shapes, width: natural * squeeze };
}

export function pngOf({ width, height, shapes }: Drawing, scale: number): Uint8Array {
  const canvas = openCanvas(Math.ceil(width * scale), Math.ceil(height * scale));

  function drawText({ text, x, y, size, bold, colour, anchor, width: most }: Line, place: Place): void {
    const letters = letterShapes(text, size, bold, most);
    const left = anchor === 'middle' ? x - letters.width / 2 : x;
    const moved = letters.shapes.map((points) => points.map((point) => place({ x: left + point.x, y: y + point.y })));
    canvas.fill(moved, colour, false);
  }

  function draw(shape: Shape, place: Place): void {
    switch (shape.kind) {
      case 'path': {
        const contours = flattenPath(shape.d);
        const moved = (list: readonly Point[][]) => list.map((points) => points.map(place));
        if (shape.fill) canvas.fill(moved(contours.map(({ points }) => points)), shape.fill, true);
        if (shape.stroke) canvas.fill(moved(strokeShapes(contours, shape.width, shape.dash)), shape.stroke, false);
        break;
      }
      case 'text':
        drawText(shape, place);
        break;
      case 'bend':
        for (const { letter, x, y, degrees, width: room } of bentLetters(
          shape.arc,
          (one) => wordOf(one, 'uiBold').width + wordOf(one, 'uiBold').space,
        )) {
          const look = { size: shape.arc.size, bold: true, colour: shape.colour, anchor: 'middle' as const };
          drawText(
            { kind: 'text', text: letter, x: 0, y: 0, width: room + 2, ...look },
            turnedBy(place, x, y, degrees),
          );
        }
        break;
      case 'turned':
        for (const inner of shape.shapes) draw(inner, turnedBy(place, shape.x, shape.y, shape.angle));
    }
  }

  for (const shape of shapes) draw(shape, ({ x, y }) => ({ x: x * scale, y: y * scale }));
  return canvas.png();
}
