/** Curves as straight pieces, for who paints by points. */
export type Point = { x: number; y: number };
/** Contours, each closed. */
export type Contours = { points: Point[]; closed: boolean }[];

const tokens = /[MLHVAZmlhvaz]|-?\d*\.?\d+(?:e-?\d+)?/g;

/** From one end of an elliptic arc with one radius to the other, as SVG draws it (SVG 2, B.2.4). */
function arcPoints(from: Point, to: Point, radius: number, large: boolean, sweep: boolean): Point[] {
  const [dx, dy] = [(from.x - to.x) / 2, (from.y - to.y) / 2];
  const half = Math.hypot(dx, dy);
  const r = Math.max(radius, half);
  const side = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, (r * r) / (half * half || 1) - 1));
  const centre = { x: (from.x + to.x) / 2 + side * dy, y: (from.y + to.y) / 2 - side * dx };
  const start = Math.atan2(from.y - centre.y, from.x - centre.x);
  let turn = Math.atan2(to.y - centre.y, to.x - centre.x) - start;
  if (sweep && turn < 0) turn += Math.PI * 2;
  if (!sweep && turn > 0) turn -= Math.PI * 2;
  const steps = Math.max(2, Math.ceil((Math.abs(turn) * Math.sqrt(r)) / 0.9));
  return Array.from({ length: steps }, (_, i) => {
    const angle = start + (turn * (i + 1)) / steps;
    return i === steps - 1 ? to : { x: centre.x + r * Math.cos(angle), y: centre.y + r * Math.sin(angle) };
  });
}

/** The paths that figures are drawn with: lines, and arcs of circles. */
export function flattenPath(d: string): Contours {
  const parts = d.match(tokens) ?? [];
  const contours: Contours = [];
  let at: Point = { x: 0, y: 0 };
  let command = '';
  let i = 0;
  const next = () => Number(parts[i++]);
  const lineTo = (point: Point) => {
    contours.at(-1)?.points.push(point);
    at = point;
  };
  while (i < parts.length) {
    if (/[a-z]/i.test(parts[i] ?? '')) command = parts[i++] ?? '';
    const base = command === command.toLowerCase() ? at : { x: 0, y: 0 };
    switch (command.toUpperCase()) {
      case 'M':
        at = { x: base.x + next(), y: base.y + next() };
        contours.push({ points: [at], closed: false });
        command = command === 'M' ? 'L' : 'l';
        break;
      case 'L':
        lineTo({ x: base.x + next(), y: base.y + next() });
        break;
      case 'H':
        lineTo({ x: base.x + next(), y: at.y });
        break;
      case 'V':
        lineTo({ x: at.x, y: base.y + next() });
        break;
      case 'A': {
        const radius = next();
        i += 2;
        const [large, sweep] = [next() === 1, next() === 1];
        const to = { x: base.x + next(), y: base.y + next() };
        const from = at;
        for (const point of arcPoints(from, to, radius, large, sweep)) lineTo(point);
        break;
      }
      default: {
        const contour = contours.at(-1);
        if (contour) {
          contour.closed = true;
          at = contour.points[0] ?? at;
        }
      }
    }
  }
  return contours;
}

type Command = { command: string; args: number[] };

/** The outline of a letter: quadratic and cubic curves too. */
export function flattenGlyph(commands: readonly Command[], place: (x: number, y: number) => Point): Point[][] {
  const contours: Point[][] = [];
  let [x, y] = [0, 0];
  const steps = 6;
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, e = 0] = args;
    if (command === 'moveTo') contours.push([place(a, b)]);
    else if (command === 'lineTo') contours.at(-1)?.push(place(a, b));
    else if (command !== 'closePath') {
      const isCubic = command === 'bezierCurveTo';
      const end = { x: args.at(-2) ?? 0, y: args.at(-1) ?? 0 };
      for (let i = 1; i <= steps; i++) {
        const t = i / steps;
        const s = 1 - t;
        const px = isCubic
          ? s ** 3 * x + 3 * s * s * t * a + 3 * s * t * t * c + t ** 3 * end.x
          : s * s * x + 2 * s * t * a + t * t * end.x;
        const py = isCubic
          ? s ** 3 * y + 3 * s * s * t * b + 3 * s * t * t * e + t ** 3 * end.y
          : s * s * y + 2 * s * t * b + t * t * end.y;
        contours.at(-1)?.push(place(px, py));
      }
    }
    if (args.length >= 2) [x, y] = [args.at(-2) ?? 0, args.at(-1) ?? 0];
  }
  return contours;
}
