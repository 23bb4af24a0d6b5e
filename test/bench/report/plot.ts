/** A plot of our own, readable in light and dark: how cost grows, product beside yardstick. */
export type Curve = { name: 'product' | 'yardstick'; points: readonly (readonly [number, number])[] };
export type Panel = { title: string; across: string; curves: readonly Curve[] };

const [width, height, left, right, top, bottom] = [300, 220, 44, 14, 34, 40];
const style = `
  text { font: 12px system-ui, sans-serif; fill: #24292f }
  .title { font-weight: 600 }
  .grid { stroke: #d0d7de; stroke-width: 1 }
  .product { stroke: #0550ae; fill: none; stroke-width: 2.5 }
  .yardstick { stroke: #953800; fill: none; stroke-width: 2; stroke-dasharray: 6 4 }
  .dot-product { fill: #0550ae } .dot-yardstick { fill: #953800 }
  .page { fill: #fff }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .grid { stroke: #30363d } .page { fill: #0d1117 }
    .product { stroke: #79c0ff } .yardstick { stroke: #ffa657 }
    .dot-product { fill: #79c0ff } .dot-yardstick { fill: #ffa657 }
  }`;

/** A round number at or above it, for the end of an axis. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= value * (1 - 1e-9)) ?? 10) * power;
}

/** Across on a scale of powers of ten, up from zero. */
function drawPanel({ title, across, curves }: Panel, at: number): string {
  const points = curves.flatMap((curve) => curve.points);
  const xs = [...new Set(points.map(([x]) => x))].sort((a, b) => a - b);
  const [from, to] = [Math.log10(xs[0] ?? 1), Math.log10(xs.at(-1) ?? 10)];
  const most = roundUp(Math.max(...points.map(([, y]) => y)));
  const x = (value: number) => left + ((Math.log10(value) - from) / (to - from || 1)) * (width - left - right);
  const y = (value: number) => height - bottom - (value / most) * (height - top - bottom);
  const lines = [0, most / 2, most].map(
    (value) =>
      `<line class="grid" x1="${left}" x2="${width - right}" y1="${y(value)}" y2="${y(value)}"/><text x="${left - 6}" y="${y(value) + 4}" text-anchor="end">${+value.toPrecision(2)}</text>`,
  );
  const marks = xs.map(
    (value) =>
      `<text x="${x(value)}" y="${height - bottom + 16}" text-anchor="middle">${value.toLocaleString('en')}</text>`,
  );
  const drawn = curves.map(({ name, points }) => {
    const path = points.map(([a, b], i) => `${i ? 'L' : 'M'}${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join('');
    const dots = points.map(
      ([a, b]) => `<circle class="dot-${name}" cx="${x(a).toFixed(1)}" cy="${y(b).toFixed(1)}" r="3"/>`,
    );
    return `<path class="${name}" d="${path}"/>${dots.join('')}`;
  });
  const words = `<text class="title" x="${left}" y="18">${title}</text><text x="${(width + left) / 2}" y="${height - 6}" text-anchor="middle">${across}</text>`;
  return `<g transform="translate(${at} 0)">${words}${lines.join('')}${marks.join('')}${drawn.join('')}</g>`;
}

export function plotOf(panels: readonly Panel[], described: string): string {
  const [all, tall] = [panels.length * width, height + 26];
  const legend = `<path class="product" d="M${left} ${height + 12}h28"/><text x="${left + 34}" y="${height + 16}">product</text><path class="yardstick" d="M${left + 110} ${height + 12}h28"/><text x="${left + 144}" y="${height + 16}">socket.io + log</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${all} ${tall}" width="${all}" height="${tall}" role="img"><title>${described}</title><style>${style}</style><rect class="page" width="${all}" height="${tall}"/>${panels.map((panel, i) => drawPanel(panel, i * width)).join('')}${legend}</svg>\n`;
}
