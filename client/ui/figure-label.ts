import { type Box, boxDepthIn, middleOf, type Slice } from './figure-shapes.ts';
import { keepsWords, textWidth, wrapText } from './text-fit.ts';

/** What stands in a part of the figure, in this order from the top. */
export type LabelWish = { title: string; note?: string | undefined; icon: boolean; bar: boolean };
export type Label = {
  size: number;
  lines: { text: string; x: number; y: number; quiet: boolean }[];
  icon: { x: number; y: number; size: number } | null;
  bar: { x: number; y: number } | null;
};
export const barSize = { width: 104, height: 24, text: 26, whole: 176 } as const;
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
const enough = 16;

/** The best place for these lines: well inside the slice, else `undefined`. */
function placed(slice: Slice, rows: Row[], size: number, least: number): Found | undefined {
  let best: Found | undefined;
  const angle = middleOf(slice);
  const whole = slice.inner === 0 && slice.to - slice.from > Math.PI * 1.9;
  for (let radius = whole ? 0 : slice.inner; radius <= (whole ? 0 : slice.outer); radius += 8) {
    for (const shift of whole ? [0] : [0, -16, 16, -32, 32, -48, 48]) {
      const cx = slice.cx + radius * Math.cos(angle) - shift * Math.sin(angle);
      const cy = slice.cy + radius * Math.sin(angle) + shift * Math.cos(angle);
      const boxes = boxesAt(rows, cx, cy);
      const depth = Math.min(...boxes.map((box) => boxDepthIn(slice, box)));
      if (depth < least) continue;
      const score = Math.min(depth, enough) - rows.length * 0.5 - Math.abs(shift) / 24;
      if (!best || score > best.score) best = { rows, boxes, size, score };
    }
  }
  return best;
}

function bestAt(slice: Slice, wish: LabelWish, size: number, whole: boolean): Found | undefined {
  let best: Found | undefined;
  const seen = new Set<string>();
  for (let width = 380; width >= 90; width -= 14) {
    const lines = wrapText(wish.title, width, size);
    if (seen.has(lines.join('\n')) || (whole && !keepsWords(wish.title, lines))) continue;
    seen.add(lines.join('\n'));
    const found = placed(slice, rowsOf(wish, lines, size), size, 9);
    if (found && (!best || found.score > best.score)) best = found;
  }
  return best;
}

/** Lays a label inside a slice: as large as it fits; then words are cut, then the icon and the bar give way, then the title's end. */
export function labelIn(slice: Slice, wish: LabelWish, sizes: readonly number[]): Label {
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
  for (let end = wish.title.length; end > 0; end--) {
    const title = end === wish.title.length ? wish.title : `${wish.title.slice(0, end).trimEnd()}…`;
    const found = bestAt(slice, { ...bare, title }, leastText, false);
    if (found) return labelOf(found);
  }
  return { size: leastText, lines: [], icon: null, bar: null };
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
