import type { BarPart } from './bar-boxes.ts';
import { barSize, fitsWhole, type Label, labelIn, leastText } from './figure-label.ts';
import { arcPath, isUnder, middleOf, type Slice, slicesOf } from './figure-shapes.ts';
import { fillLines, keepsWords, textWidth, wrapText } from './text-fit.ts';

/** A part of the model as the figure gets it: plain data, made by the screen that shows it. */
export type FigureItem = {
  id: string;
  title: string;
  /** A name in the icon sprite. */
  icon?: string | undefined;
  /** One of the eight hues of the house. */
  hue?: number | undefined;
  place: 'core' | 'around' | 'surrounding' | 'before' | 'after';
  bars?: { parts: BarPart[]; scale: number; label: string } | undefined;
  /** Shown in the boxes before and after, as far as there is room. */
  points?: string[] | undefined;
  note?: string | undefined;
};

type Part = { item: FigureItem; slice: Slice; label: Label };
/** A line of text along the ring, about `angle`; `under`: it runs the other way, in the lower half. */
export type Arc = {
  path: string;
  text: string;
  size: number;
  cx: number;
  cy: number;
  radius: number;
  angle: number;
  under: boolean;
};
/** A part of the outer ring: its name runs along the ring, its bar lies across. */
type RingPart = {
  item: FigureItem;
  slice: Slice;
  arcs: Arc[];
  bar: { x: number; y: number; angle: number } | null;
  icon: { x: number; y: number; size: number } | null;
};
export type SideBox = {
  item: FigureItem;
  x: number;
  y: number;
  width: number;
  height: number;
  icon: { x: number; y: number; size: number } | null;
  lines: { text: string; x: number; y: number; size: number; kind: 'title' | 'point' | 'more' | 'note' }[];
  bar: { x: number; y: number } | null;
};
export type Plan = {
  width: number;
  height: number;
  core: Part[];
  around: Part[];
  ring: RingPart[];
  boxes: SideBox[];
  arrows: { x: number; y: number; length: number }[];
};

const radius = 416;
const height = radius * 2 + 8;
const side = { width: 376, arrow: 96 } as const;
const sizes = [32, 30, 28, leastText];

export function planFigure(items: readonly FigureItem[]): Plan {
  const at = (place: FigureItem['place']) => items.filter((item) => item.place === place);
  const [before, after] = [at('before'), at('after')];
  const room = side.width + side.arrow;
  const cx = radius + 4 + (before.length ? room : 0);
  const cy = height / 2;
  const width = cx + radius + 4 + (after.length ? room : 0);
  const [core, around, surrounding] = [at('core'), at('around'), at('surrounding')];
  const thick = surrounding.length > 0 ? 62 : 0;
  const edge = radius - (thick ? thick + 8 : 0);
  const heart = core.length === 0 ? 0 : around.length === 0 ? edge : heartOf(core, { cx, cy });
  const inner = core.length === 0 ? 60 : heart + 10;
  const parts = (list: FigureItem[], ring: { inner: number; outer: number }, largest: readonly number[]) => {
    const slices = slicesOf(list.length, { cx, cy, ...ring });
    return list.map((item, i) => {
      const slice = slices[i] as Slice;
      return { item, slice, label: labelIn(slice, wishOf(item), largest) };
    });
  };
  return {
    width,
    height,
    core: parts(core, { inner: 0, outer: heart }, [34, ...sizes]),
    around: parts(around, { inner, outer: edge }, sizes),
    ring: slicesOf(surrounding.length, { cx, cy, inner: edge + 8, outer: radius }).map((slice, i) =>
      ringPart(surrounding[i] as FigureItem, slice, surrounding.length === 1),
    ),
    boxes: [...column(before, 2), ...column(after, width - side.width - 2)],
    arrows: [
      ...(before.length ? [{ x: side.width + 16, y: cy, length: side.arrow - 30 }] : []),
      ...(after.length ? [{ x: width - side.width - side.arrow + 14, y: cy, length: side.arrow - 30 }] : []),
    ],
  };
}

/** The smallest core in which every name fits whole, so that the seats around it get the room. */
function heartOf(core: readonly FigureItem[], { cx, cy }: { cx: number; cy: number }): number {
  const fits = (outer: number) =>
    slicesOf(core.length, { cx, cy, inner: 0, outer }).every((slice, i) =>
      fitsWhole(slice, wishOf(core[i] as FigureItem), 28),
    );
  return [112, 118, 124, 130, 138, 146, 154].find(fits) ?? 154;
}

const hasBar = (item: FigureItem) => Boolean(item.bars?.parts.some((part) => part.count > 0));
const wishOf = (item: FigureItem) => ({
  title: item.title,
  note: item.note,
  icon: Boolean(item.icon),
  bar: hasBar(item),
});

function ringPart(item: FigureItem, slice: Slice, alone: boolean): RingPart {
  const angle = alone ? -Math.PI / 2 : middleOf(slice);
  const under = !alone && isUnder(angle);
  const middle = (slice.inner + slice.outer) / 2;
  const reach = (alone ? Math.PI * 1.2 : slice.to - slice.from) * middle - 90;
  const title = [item.title, item.note].filter(Boolean).join(' · ');
  const size = [32, 30, 28].find((one) => textWidth(title, one) < reach) ?? leastText;
  const lines = wrapText(title, reach, size).slice(0, 2);
  const arcs = lines.map((text, i) => {
    const offset = lines.length === 1 ? 0 : (i === 0 ? 0.5 : -0.5) * size * 1.05;
    const baseline = under ? middle - offset + size * 0.33 : middle + offset - size * 0.33;
    const path = arcPath({ ...slice, ...(alone && { from: 0, to: Math.PI * 1.4 }) }, baseline, angle);
    return { path, text, size, cx: slice.cx, cy: slice.cy, radius: baseline, angle, under: isUnder(angle) };
  });
  const point = (where: number) => ({ x: slice.cx + middle * Math.cos(where), y: slice.cy + middle * Math.sin(where) });
  const half = textWidth(lines[0] ?? '', size) / 2 / middle + 0.08;
  const iconAt = point(under ? angle + half : angle - half);
  const barAngle = alone ? Math.PI / 2 : under ? angle - half - 0.28 : angle + half + 0.28;
  const fits = alone || half + 0.5 < (slice.to - slice.from) / 2;
  const barAt = point(barAngle);
  return {
    item,
    slice,
    arcs,
    icon: item.icon && (alone || half + 0.06 < (slice.to - slice.from) / 2) ? { ...iconAt, size: 40 } : null,
    bar:
      hasBar(item) && fits
        ? { ...barAt, angle: alone ? 0 : (barAngle * 180) / Math.PI + (isUnder(barAngle) ? -90 : 90) }
        : null,
  };
}

/** Boxes under one another beside the circle, each as high as its text. */
function column(items: readonly FigureItem[], x: number): SideBox[] {
  const gap = 24;
  const most = (height - gap * (items.length - 1)) / Math.max(1, items.length);
  const boxes = items.map((item) => sideBox(item, x, most));
  let y = (height - boxes.reduce((sum, box) => sum + box.height, 0) - gap * (items.length - 1)) / 2;
  return boxes.map((box) => {
    const moved = shifted(box, y);
    y += box.height + gap;
    return moved;
  });
}

function sideBox(item: FigureItem, x: number, most: number): SideBox {
  const pad = 30;
  const room = side.width - 2 * pad;
  const lines: SideBox['lines'] = [];
  let y = pad;
  const icon = item.icon ? { x: x + pad, y, size: 50 } : null;
  if (icon) y += 64;
  const write = (text: string, size: number, kind: 'title' | 'point' | 'note', indent = 0) => {
    fillLines(text, room - indent, size).forEach((line, i) => {
      const part = kind === 'point' && i > 0 ? 'more' : kind;
      lines.push({ text: line, x: x + pad + indent, y: y + size * 0.86, size, kind: part });
      y += size * 1.18;
    });
  };
  const size = [34, 32, 30, 28].find((one) => keepsWords(item.title, fillLines(item.title, room, one)));
  write(item.title, size ?? 28, 'title');
  if (item.note) write(item.note, leastText, 'note');
  const below = hasBar(item) ? barSize.height + 20 : 0;
  for (const point of item.points ?? []) {
    const needed = fillLines(point, room - 22, leastText).length * leastText * 1.18 + 10;
    if (y + needed + below + pad > most) break;
    y += 10;
    write(point, leastText, 'point', 22);
  }
  const bar = below ? { x: x + pad, y: y + 14 } : null;
  return { item, x, y: 0, width: side.width, height: y + below + pad - 6, icon, lines, bar };
}

const shifted = (box: SideBox, y: number): SideBox => ({
  ...box,
  y,
  icon: box.icon && { ...box.icon, y: box.icon.y + y },
  lines: box.lines.map((line) => ({ ...line, y: line.y + y })),
  bar: box.bar && { ...box.bar, y: box.bar.y + y },
});
