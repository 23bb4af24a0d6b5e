/** The geometry of diverging counts (Heiberger & Robbins, JSS 57(5)), for the bars beside a text and those in the figure. */
type BarShape = 'full' | 'threeQuarters' | 'half' | 'quarter' | 'open' | 'unknown';
export type BarPart = { id: string; label: string; shape: BarShape; count: number };
export type BarBox = BarPart & { x: number; w: number };

const order = { open: 0, quarter: 1, half: 2, threeQuarters: 3, full: 4, unknown: 5 } as const;
const share = { open: 1, quarter: 1, half: 0.5, threeQuarters: 0, full: 0, unknown: 0 } as const;

/** What counts in a bar: don't-know stands beside it. */
export const totalOf = (parts: readonly BarPart[]): number =>
  parts.reduce((sum, part) => sum + (part.shape === 'unknown' ? 0 : part.count), 0);

/** Boxes on a line of `width`; `scale` is the count that fills half of it. What is open lies left of the middle, half astride. */
export function barBoxes(parts: readonly BarPart[], scale: number, width: number): BarBox[] {
  const counted = parts
    .filter((part) => part.shape !== 'unknown' && part.count > 0)
    .sort((a, b) => order[a.shape] - order[b.shape]);
  const unit = width / 2 / Math.max(1, scale, reachOf(parts));
  let x = width / 2 - counted.reduce((sum, part) => sum + part.count * share[part.shape], 0) * unit;
  return counted.map((part) => {
    const box = { ...part, x, w: part.count * unit };
    x += box.w;
    return box;
  });
}

/** How far the longer side of a bar reaches from the middle, in counts: the largest of these is the scale that rows share. */
export function reachOf(parts: readonly BarPart[]): number {
  const left = parts.reduce((sum, part) => sum + part.count * share[part.shape], 0);
  return Math.max(left, totalOf(parts) - left);
}
