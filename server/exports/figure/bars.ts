/** Bars in the colours of the screens in daylight (client/styles/colors.css), told apart without colour too: dark, lines across, plain with an edge; and the number in them. */
import { type BarPart, barBoxes, totalOf } from '../../../shared/figure/bar-boxes.ts';
import { colours } from '../document/colours.ts';
import { boxPath, hatchPath, line, path, type Shape } from './drawing.ts';

type Look = { fill: string; edge: string; text: string; hatch: number | null };
const looks: Record<BarPart['shape'], Look> = {
  full: { fill: '#0b5a5e', edge: '#0b5a5e', text: '#ffffff', hatch: null },
  threeQuarters: { fill: '#8fbabb', edge: '#0b5a5e', text: colours.ink, hatch: null },
  half: { fill: '#d8d2bd', edge: '#6f6a55', text: colours.ink, hatch: 9 },
  quarter: { fill: '#f9dcc2', edge: '#b4590f', text: colours.ink, hatch: null },
  open: { fill: '#ec8f45', edge: '#b4590f', text: colours.ink, hatch: null },
  unknown: { fill: '#ffffff', edge: colours.lineStrong, text: colours.ink, hatch: null },
};

export function swatch(shape: BarPart['shape'], x: number, y: number, width: number, height: number): Shape[] {
  const { fill, edge, hatch } = looks[shape];
  const face = boxPath(x, y, width, height, 4);
  return [
    path(face, { fill }),
    ...(hatch ? [path(hatchPath(x, y, width, height, hatch), { stroke: edge, width: 2 })] : []),
    path(face, { stroke: edge, width: 2.5 }),
  ];
}

type Place = { x: number; y: number; width: number; height: number; scale: number };

/** Numbers stand in a bar where it is wide enough; `size` 0: in none. */
export function barShapes(parts: readonly BarPart[], { x, y, width, height, scale }: Place, size: number): Shape[] {
  const boxes = barBoxes(parts, scale, width);
  const middle = x + width / 2;
  return [
    path(`M${middle} ${y - 8}V${y + height + 8}`, { stroke: colours.quiet, width: 2, dash: 4 }),
    ...boxes.flatMap((box) => {
      const wide = Math.max(3, box.w - 3);
      const drawn = swatch(box.shape, x + box.x + 1, y, wide, height);
      if (size === 0 || wide < size * (0.6 * String(box.count).length + 0.3)) return drawn;
      const at = { x: x + box.x + 1 + wide / 2, y: y + height / 2 + size * 0.36 };
      const ground = looks[box.shape].hatch ? looks[box.shape].fill : null;
      const reach = size * (0.32 * String(box.count).length + 0.12);
      const count = { size, bold: true, colour: looks[box.shape].text, anchor: 'middle' } as const;
      return [
        ...drawn,
        ...(ground ? [path(boxPath(at.x - reach, y + 4, reach * 2, height - 8, 4), { fill: ground })] : []),
        line(String(box.count), at.x, at.y, count),
      ];
    }),
  ];
}

/** The bar of one part of the model, small, with its n beside it (D3). */
export function smallBar(parts: readonly BarPart[], scale: number, width: number, height: number): Shape[] {
  return [
    path(boxPath(-12, -7, width + 86, height + 14, 12), { fill: '#ffffff' }),
    ...barShapes(parts, { x: 0, y: 0, width, height, scale }, 0),
    line(`n ${totalOf(parts)}`, width + 8, height / 2 + 9, { size: 26, bold: true, colour: colours.quiet }),
  ];
}
