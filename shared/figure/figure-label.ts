import { type Box, boxDepthIn, extentOf, isRound, middleOf, type Slice } from './figure-shapes.ts';
import { keepsWords, textWidth, wrapText } from './text-fit.ts';

/** What stands in a part of the figure, in this order from the top. */
export type LabelWish = { title: string; note?: string | undefined; icon: boolean; bar: boolean };
export type Label = {
  size: number;
  lines: { text: string; x: number; y: number; quiet: boolean }[];
  icon: { x: number; y: number; size: number } | null;
  bar: { x: number; y: number } | null;
};
export const barSize = { width: 96, height: 24, whole: 160 } as const;
/** No text in the figure is smaller, at 1920 wide. */
export const leastText = 26;

type Row = { kind: 'icon' | 'line' | 'note' | 'bar'; text: string; width: number; height: number; gap: number };

function rowsOf(wish: LabelWish, lines: readonly string[], size: number): Row[] {
  const rows: Row[] = [];
  if (wish.icon) rows.push({ kind: 'icon', text: '', width: size * 1.4, height: size * 1.4, gap: 6 });
  for (const text of lines)
    rows.push({ kind: 'line', text, width: textWidth(text, size), height: size * 1.14, gap: 0 });
  if (wish.note) {
    const width = textWidth(wish.note, leastText);
    rows.push({ kind: 'note', text: wish.note, width, height: leastText * 1.2, gap: 0 });
  }
  if (wish.bar) rows.push({ kind: 'bar', text: '', width: barSize.whole, height: barSize.height + 6, gap: 6 });
  return rows;
}

const heightOf = (rows: readonly Row[]) =>
  rows.reduce((sum, row, i) => sum + row.height + (i > 0 ? gapAbove(rows, i) : 0), 0);
const gapAbove = (rows: readonly Row[], i: number) => (rows[i]?.kind === 'bar' ? 8 : (rows[i - 1]?.gap ?? 0));

function boxesAt(rows: readonly Row[], cx: number, cy: number): Box[] {
  let y = cy - heightOf(rows) / 2;
  return rows.map((row, i) => {
    y += i > 0 ? gapAbove(rows, i) : 0;
    const box = { x: cx - row.width / 2, y, width: row.width, height: row.height };
    y += row.height;
    return box;
  });
}

type Found = { rows: Row[]; boxes: Box[]; size: number; score: number };
const enough = 20;
const least = 10;
const grid = 10;

/** How far the boxes lie inside the slice, or less than `least` as soon as one does not. */
function depthOf(slice: Slice, rows: readonly Row[], x: number, top: number): number {
  let depth = Number.POSITIVE_INFINITY;
  let y = top;
  for (const [i, row] of rows.entries()) {
    y += i > 0 ? gapAbove(rows, i) : 0;
    depth = Math.min(depth, boxDepthIn(slice, { x: x - row.width / 2, y, width: row.width, height: row.height }));
    if (depth < least) break;
    y += row.height;
  }
  return depth;
}

/** The best place for these rows: well inside the slice and near its middle, else `undefined`. */
function placed(slice: Slice, rows: Row[], size: number): Found | undefined {
  const angle = middleOf(slice);
  const disc = slice.inner === 0 && isRound(slice);
  const middle = disc ? 0 : (slice.inner + slice.outer) / 2;
  const home = { x: slice.cx + middle * Math.cos(angle), y: slice.cy + middle * Math.sin(angle) };
  const height = heightOf(rows);
  const far = disc ? 20 : (slice.outer - slice.inner) / 1.4;
  let best: { score: number; x: number; y: number } | undefined;
  for (let dx = disc ? 0 : -far; dx <= (disc ? 0 : far); dx += grid) {
    for (let dy = -far; dy <= far; dy += grid) {
      const away = Math.hypot(dx, dy);
      const most = enough - rows.length * 2 - away / 8;
      if (away > far || (best && best.score >= most)) continue;
      const depth = depthOf(slice, rows, home.x + dx, home.y + dy - height / 2);
      if (depth < least) continue;
      const score = most - enough + Math.min(depth, enough);
      if (!best || score > best.score) best = { score, x: home.x + dx, y: home.y + dy };
    }
  }
  return best && { rows, boxes: boxesAt(rows, best.x, best.y), size, score: best.score };
}

function bestAt(slice: Slice, wish: LabelWish, size: number, whole: boolean): Found | undefined {
  let best: Found | undefined;
  const seen = new Set<string>();
  const extent = extentOf(slice);
  // Before a long title is broken in many ways: what is larger than the slice fits in none.
  if (textWidth(wish.title, size) * size * 1.14 > extent.area) return undefined;
  for (let width = 380; width >= 90; width -= 14) {
    const lines = wrapText(wish.title, width, size);
    if (seen.has(lines.join('\n')) || (whole && !keepsWords(wish.title, lines))) continue;
    seen.add(lines.join('\n'));
    const rows = rowsOf(wish, lines, size);
    if (rows.some((row) => row.width > extent.width) || heightOf(rows) > extent.height) continue;
    if (rows.reduce((sum, row) => sum + row.width * row.height, 0) > extent.area * 0.8) continue;
    const found = placed(slice, rows, size);
    if (found && (!best || found.score > best.score)) best = found;
  }
  return best;
}

function search(slice: Slice, wish: LabelWish, sizes: readonly number[]): Label {
  const wishes = [wish, { ...wish, note: undefined }, { ...wish, note: undefined, icon: false }];
  for (const whole of [true, false]) {
    for (const one of wishes) {
      for (const size of sizes) {
        const found = bestAt(slice, one, size, whole);
        if (found) return labelOf(found);
      }
    }
  }
  const bare = { title: wish.title, icon: false, bar: false };
  for (let end = wish.title.length; end > 0; end -= end > 24 ? 4 : 1) {
    const title = end === wish.title.length ? wish.title : `${wish.title.slice(0, end).trimEnd()}…`;
    const found = bestAt(slice, { ...bare, title }, leastText, false);
    if (found) return labelOf(found);
  }
  return { size: leastText, lines: [], icon: null, bar: null };
}

/** Whether all of it fits at this size, with no word cut. */
export const fitsWhole = (slice: Slice, wish: LabelWish, size: number): boolean =>
  bestAt(slice, wish, size, true) !== undefined;

/** What was laid out before: counts change often, names and places seldom. */
const known = new Map<string, Label>();

/** Lays a label inside a slice, as large as it fits; where it does not, first the icon gives way, then words are cut, then the bar. */
export function labelIn(slice: Slice, wish: LabelWish, sizes: readonly number[]): Label {
  const key = JSON.stringify([slice, wish, sizes]);
  const label = known.get(key) ?? search(slice, wish, sizes);
  if (known.size > 400) known.clear();
  known.set(key, label);
  return label;
}

function labelOf({ rows, boxes, size }: Found): Label {
  const label: Label = { size, lines: [], icon: null, bar: null };
  rows.forEach((row, i) => {
    const box = boxes[i] as Box;
    if (row.kind === 'icon') label.icon = { x: box.x, y: box.y, size: box.width };
    else if (row.kind === 'bar') label.bar = { x: box.x, y: box.y + 3 };
    else {
      const quiet = row.kind === 'note';
      label.lines.push({
        text: row.text,
        x: box.x + box.width / 2,
        y: box.y + (quiet ? leastText : size) * 0.86,
        quiet,
      });
    }
  });
  return label;
}
