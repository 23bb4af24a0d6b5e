/** A line with a width, as shapes to be filled. */
import type { Contours, Point } from './flatten.ts';

function dashed(points: readonly Point[], dash: number): Point[][] {
  const pieces: Point[][] = [];
  let left = dash;
  let on = true;
  let piece: Point[] = points[0] ? [points[0]] : [];
  for (let i = 1; i < points.length; i++) {
    let from = points[i - 1] as Point;
    const to = points[i] as Point;
    let length = Math.hypot(to.x - from.x, to.y - from.y);
    while (length > left) {
      const part = left / length;
      from = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
      if (on) pieces.push([...piece, from]);
      piece = [from];
      on = !on;
      length -= left;
      left = dash;
    }
    left -= length;
    piece.push(to);
  }
  if (on && piece.length > 1) pieces.push(piece);
  return pieces;
}

function discAt({ x, y }: Point, radius: number): Point[] {
  const steps = Math.max(8, Math.ceil(radius * 3));
  return Array.from({ length: steps }, (_, i) => {
    const angle = (i * 2 * Math.PI) / steps;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  });
}

/** One shape for each straight piece, and a disc at each joint; all turn the same way, so that together they fill as one. */
export function strokeShapes(contours: Contours, width: number, dash: number | null): Point[][] {
  const half = width / 2;
  return contours.flatMap(({ points, closed }) => {
    const whole = closed && points[0] ? [...points, points[0]] : points;
    const lines = dash ? dashed(whole, dash) : [whole];
    return lines.flatMap((line) =>
      line.flatMap((to, i): Point[][] => {
        const from = line[i - 1];
        const joint = i > 0 && (i < line.length - 1 || closed) && half > 1 ? [discAt(to, half)] : [];
        if (!from) return [];
        const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
        const [nx, ny] = [(-(to.y - from.y) / length) * half, ((to.x - from.x) / length) * half];
        const quad = [
          { x: from.x - nx, y: from.y - ny },
          { x: to.x - nx, y: to.y - ny },
          { x: to.x + nx, y: to.y + ny },
          { x: from.x + nx, y: from.y + ny },
        ];
        return [quad, ...joint];
      }),
    );
  });
}
