/** Counts by item, a bar and its numbers on each row: for a list, and under a model. */
import type { BarPart } from '../../../shared/figure/bar-boxes.ts';
import { fillLines } from '../../../shared/figure/text-fit.ts';
import { colours } from '../document/colours.ts';
import { barShapes, swatch } from './bars.ts';
import { type Drawing, line, path, type Shape } from './drawing.ts';

/** `counts` in words, and what stands outside them. */
export type FigureRow = { title: string; parts: BarPart[]; counts: string; outside: string };

const figureWidth = 1784;
const left = 640;
const bar = { x: 690, width: 480, height: 42 };
const right = 1220;
const size = 28;
const leading = size * 1.25;
const pad = 18;

export function drawRows(rows: readonly FigureRow[], scale: number): Drawing {
  const shapes: Shape[] = [];
  let y = 0;
  for (const { title, parts, counts, outside } of rows) {
    const titles = fillLines(title, left, size);
    const said = fillLines(counts, figureWidth - right, size);
    const aside = fillLines(outside, figureWidth - right, size);
    const height = Math.max(titles.length, said.length + aside.length, 1.6) * leading + 2 * pad;
    const base = (i: number) => y + pad + size * 0.9 + i * leading;
    shapes.push(path(`M0 ${y}H${figureWidth}`, { stroke: colours.line, width: 2 }));
    titles.forEach((text, i) => {
      shapes.push(line(text, 0, base(i), { size, bold: true, colour: colours.ink }));
    });
    said.forEach((text, i) => {
      shapes.push(line(text, right, base(i), { size, colour: colours.ink }));
    });
    aside.forEach((text, i) => {
      shapes.push(line(text, right, base(said.length + i), { size, colour: colours.fine }));
    });
    shapes.push(...barShapes(parts, { ...bar, y: y + pad + 2, scale }, 27));
    y += height;
  }
  return { width: figureWidth, height: y + 2, shapes };
}

/** What each kind of bar says. */
export function drawLegend(parts: readonly Pick<BarPart, 'label' | 'shape'>[]): Drawing {
  const shapes: Shape[] = [];
  let [x, y] = [0, 0];
  for (const { label, shape } of parts) {
    const [text = ''] = fillLines(label, 700, size);
    const name = line(text, x + 64, y + size * 0.95, { size, colour: colours.quiet });
    if (x > 0 && x + 64 + name.width > figureWidth) {
      [x, y] = [0, y + leading * 1.3];
      name.x = 64;
      name.y = y + size * 0.95;
    }
    shapes.push(...swatch(shape, x + 2, y, 50, 32), name);
    x += 64 + name.width + 48;
  }
  return { width: figureWidth, height: y + 40, shapes };
}

export function drawHeading(text: string): Drawing {
  const large = 44;
  const lines = fillLines(text, figureWidth, large);
  const shapes = lines.map((one, i) =>
    line(one, 0, large * (0.9 + i * 1.2), { size: large, bold: true, colour: colours.ink }),
  );
  return { width: figureWidth, height: lines.length * large * 1.2 + 10, shapes };
}
