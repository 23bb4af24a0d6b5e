/** The model's round table in numbers: where each part of the figure lies. Pixels of a 1920 x 1080 view; y grows downward. */

/** A slice of a ring, clockwise between two angles (radians, 0 = right); a whole disc or ring where they are a turn apart. */
export type Slice = { cx: number; cy: number; inner: number; outer: number; from: number; to: number };
export type Box = { x: number; y: number; width: number; height: number };

const turn = Math.PI * 2;
export const isRound = (slice: Slice): boolean => slice.to - slice.from >= turn - 1e-6;
export const middleOf = (slice: Slice): number => (slice.from + slice.to) / 2;

/** Slices of equal size; the first begins so that an even number has a gap on top and an odd number a slice. */
export function slicesOf(count: number, ring: Pick<Slice, 'cx' | 'cy' | 'inner' | 'outer'>): Slice[] {
  const step = turn / Math.max(1, count);
  const start = count === 1 ? -Math.PI / 2 - Math.PI : -Math.PI / 2 - (count % 2 === 0 ? step : step / 2);
  return Array.from({ length: count }, (_, i) => ({ ...ring, from: start + i * step, to: start + (i + 1) * step }));
}

const at = ({ cx, cy }: Slice, radius: number, angle: number) =>
  `${(cx + radius * Math.cos(angle)).toFixed(1)} ${(cy + radius * Math.sin(angle)).toFixed(1)}`;

/** The outline of a slice, drawn `inset` pixels inside its own edges, so that a stroke with round joins fills it up. */
export function slicePath(slice: Slice, inset: number): string {
  const [inner, outer] = [slice.inner > 0 ? slice.inner + inset : 0, slice.outer - inset];
  if (isRound(slice)) return ringPath(slice, inner, outer);
  const [a, b] = [Math.asin(Math.min(1, inset / Math.max(inner, inset))), Math.asin(inset / outer)];
  const large = slice.to - slice.from > Math.PI ? 1 : 0;
  const back =
    inner > 0
      ? `L${at(slice, inner, slice.to - a)}A${inner} ${inner} 0 ${large} 0 ${at(slice, inner, slice.from + a)}`
      : `L${at(slice, inset / Math.sin((slice.to - slice.from) / 2), middleOf(slice))}`;
  return `M${at(slice, outer, slice.from + b)}A${outer} ${outer} 0 ${large} 1 ${at(slice, outer, slice.to - b)}${back}Z`;
}

function ringPath(slice: Slice, inner: number, outer: number): string {
  const circle = (radius: number, sweep: 0 | 1) =>
    `M${at(slice, radius, 0)}A${radius} ${radius} 0 1 ${sweep} ${at(slice, radius, Math.PI)}A${radius} ${radius} 0 1 ${sweep} ${at(slice, radius, 0)}Z`;
  return inner > 0 ? circle(outer, 1) + circle(inner, 0) : circle(outer, 1);
}

/** A line along the ring for text: over the top clockwise, along the bottom the other way, so that it never stands on its head. */
export function arcPath(slice: Slice, radius: number, angle: number): string {
  const half = Math.min(Math.PI * 0.9, (slice.to - slice.from) / 2);
  const under = isUnder(angle);
  const [start, end] = under ? [angle + half, angle - half] : [angle - half, angle + half];
  return `M${at(slice, radius, start)}A${radius} ${radius} 0 ${half > Math.PI / 2 ? 1 : 0} ${under ? 0 : 1} ${at(slice, radius, end)}`;
}
/** Lower half of the figure. */
export const isUnder = (angle: number): boolean => Math.sin(angle) > 0.02;

/** How far a point lies inside the slice; negative outside. */
export function depthIn(slice: Slice, x: number, y: number): number {
  const [dx, dy] = [x - slice.cx, y - slice.cy];
  const radius = Math.hypot(dx, dy);
  const rim = Math.min(slice.outer - radius, slice.inner > 0 ? radius - slice.inner : Number.POSITIVE_INFINITY);
  if (isRound(slice)) return rim;
  const after = dy * Math.cos(slice.from) - dx * Math.sin(slice.from);
  const before = dx * Math.sin(slice.to) - dy * Math.cos(slice.to);
  const wide = slice.to - slice.from > Math.PI;
  return Math.min(rim, wide ? Math.max(after, before) : Math.min(after, before));
}

/** How far a box lies inside the slice; negative where a part of it does not. */
export function boxDepthIn(slice: Slice, { x, y, width, height }: Box): number {
  const [left, top] = [x - slice.cx, y - slice.cy];
  const [right, bottom] = [left + width, top + height];
  const far = Math.hypot(Math.max(-left, right), Math.max(-top, bottom));
  const near = Math.hypot(Math.max(left, -right, 0), Math.max(top, -bottom, 0));
  const rim = Math.min(slice.outer - far, slice.inner > 0 ? near - slice.inner : Number.POSITIVE_INFINITY);
  if (rim < 0 || isRound(slice)) return rim;
  let least = rim;
  for (const px of [x, x + width]) {
    least = Math.min(least, depthIn(slice, px, y), depthIn(slice, px, y + height));
  }
  return least;
}

/** The upright box around a slice, and its own area: what can never fit is known from these. */
export function extentOf(slice: Slice): { width: number; height: number; area: number } {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let step = 0; step <= 32; step++) {
    const angle = slice.from + ((slice.to - slice.from) * step) / 32;
    for (const radius of [slice.inner, slice.outer]) {
      xs.push(radius * Math.cos(angle));
      ys.push(radius * Math.sin(angle));
    }
  }
  const span = (list: readonly number[]) => Math.max(...list) - Math.min(...list);
  return {
    width: span(xs),
    height: span(ys),
    area: ((slice.to - slice.from) / 2) * (slice.outer ** 2 - slice.inner ** 2),
  };
}
