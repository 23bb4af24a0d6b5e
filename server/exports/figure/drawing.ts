/** A figure as shapes: whoever paints it (SVG, PDF, a bitmap) adds nothing and leaves nothing out. Lengths in pixels; y grows downward. */
import type { Arc } from '../../../shared/figure/figure-plan.ts';
import { textWidth } from '../../../shared/figure/text-fit.ts';

export type Outline = {
  kind: 'path';
  /** As in SVG: M L H V A Z and their small forms; holes by the even-odd rule. */
  d: string;
  fill: string | null;
  stroke: string | null;
  width: number;
  dash: number | null;
};
/** One line; it never takes more than `width`, whatever face it is set in. */
export type Line = {
  kind: 'text';
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  bold: boolean;
  colour: string;
  anchor: 'start' | 'middle';
};
type Bend = { kind: 'bend'; arc: Arc; colour: string };
/** Shapes of their own axes: turned by `angle` degrees about a point, after they were moved to it. */
type Turned = { kind: 'turned'; x: number; y: number; angle: number; shapes: Shape[] };
export type Shape = Outline | Line | Bend | Turned;

export type Drawing = { width: number; height: number; shapes: Shape[] };

export const path = (d: string, more: Partial<Omit<Outline, 'kind' | 'd'>>): Outline => ({
  ...{ kind: 'path', d, fill: null, stroke: null, width: 0, dash: null },
  ...more,
});

/** How much narrower than the bold face, by which widths are known, the plain one runs. */
const plainWidth = 0.96;

export const line = (
  text: string,
  x: number,
  y: number,
  look: { size: number; colour: string; bold?: boolean; anchor?: Line['anchor'] },
): Line => {
  const { bold = false, anchor = 'start' } = look;
  const width = textWidth(text, look.size) * (bold ? 1 : plainWidth);
  return { kind: 'text', text, x, y, width, size: look.size, bold, colour: look.colour, anchor };
};

const short = (value: number): string => String(Math.round(value * 100) / 100);

export function boxPath(x: number, y: number, width: number, height: number, radius = 0): string {
  const r = Math.min(radius, width / 2, height / 2);
  if (r <= 0) return `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`;
  const [w, h, c] = [short(width - 2 * r), short(height - 2 * r), short(r)];
  return (
    `M${short(x + r)} ${short(y)}h${w}a${c} ${c} 0 0 1 ${c} ${c}v${h}a${c} ${c} 0 0 1 -${c} ${c}` +
    `h-${w}a${c} ${c} 0 0 1 -${c} -${c}v-${h}a${c} ${c} 0 0 1 ${c} -${c}Z`
  );
}

/** Slanting lines within a box, `gap` apart. */
export function hatchPath(x: number, y: number, width: number, height: number, gap: number): string {
  let d = '';
  for (let at = gap / 2; at < width + height; at += gap) {
    const [x1, y1] = at < height ? [x, y + at] : [x + at - height, y + height];
    const [x2, y2] = at < width ? [x + at, y] : [x + width, y + at - width];
    d += `M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}`;
  }
  return d;
}

/** Drawings below one another, `gap` apart. */
export function stacked(drawings: readonly Drawing[], gap: number): Drawing {
  const width = Math.max(0, ...drawings.map((drawing) => drawing.width));
  const shapes: Shape[] = [];
  let y = 0;
  for (const drawing of drawings) {
    const x = (width - drawing.width) / 2;
    shapes.push({ kind: 'turned', x, y, angle: 0, shapes: drawing.shapes });
    y += drawing.height + gap;
  }
  return { width, height: Math.max(0, y - gap), shapes };
}
