/** A picture in memory on which shapes are filled, with soft edges. */
import { crc32, deflateSync } from 'node:zlib';
import type { Point } from './flatten.ts';

/** Lines in each row of pixels on which is looked what is inside. */
const fine = 4;

type Edge = { top: number; bottom: number; x: number; slope: number; turn: 1 | -1 };

function edgesOf(shapes: readonly (readonly Point[])[]): Edge[] {
  return shapes.flatMap((points) =>
    points.flatMap((from, i): Edge[] => {
      const to = points[(i + 1) % points.length] as Point;
      if (from.y === to.y) return [];
      const down = to.y > from.y;
      const [a, b] = down ? [from, to] : [to, from];
      return [{ top: a.y, bottom: b.y, x: a.x, slope: (b.x - a.x) / (b.y - a.y), turn: down ? 1 : -1 }];
    }),
  );
}

const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

export function openCanvas(width: number, height: number) {
  const pixels = new Uint8Array(width * height * 3).fill(255);

  /** How much of each pixel of the row lies between two points on a line. */
  function cover(row: Float32Array, from: number, to: number): void {
    const [a, b] = [Math.max(0, from), Math.min(width, to)];
    for (let x = Math.floor(a); x < b; x++) {
      row[x] = (row[x] ?? 0) + (Math.min(x + 1, b) - Math.max(x, a)) / fine;
    }
  }

  function fill(shapes: readonly (readonly Point[])[], colour: string, evenOdd: boolean): void {
    const edges = edgesOf(shapes).sort((a, b) => a.top - b.top);
    if (edges.length === 0) return;
    const ink = channels(colour);
    const first = Math.max(0, Math.floor(edges[0]?.top ?? 0));
    const last = Math.min(height - 1, Math.floor(edges.reduce((most, { bottom }) => Math.max(most, bottom), 0)));
    const row = new Float32Array(width);
    let begun = 0;
    let active: Edge[] = [];
    for (let y = first; y <= last; y++) {
      row.fill(0);
      for (let part = 0; part < fine; part++) {
        const at = y + (part + 0.5) / fine;
        while (begun < edges.length && (edges[begun] as Edge).top <= at) active.push(edges[begun++] as Edge);
        active = active.filter(({ bottom }) => bottom > at);
        const crossings = active
          .map(({ x, slope, top, turn }) => ({ x: x + (at - top) * slope, turn }))
          .sort((a, b) => a.x - b.x);
        let turns = 0;
        crossings.forEach(({ x, turn }, i) => {
          turns += evenOdd ? 1 : turn;
          const next = crossings[i + 1];
          if (next && (evenOdd ? turns % 2 === 1 : turns !== 0)) cover(row, x, next.x);
        });
      }
      for (let x = 0; x < width; x++) {
        const much = Math.min(1, row[x] ?? 0);
        if (much === 0) continue;
        for (let c = 0; c < 3; c++) {
          const place = (y * width + x) * 3 + c;
          pixels[place] = Math.round((pixels[place] ?? 0) * (1 - much) + (ink[c] ?? 0) * much);
        }
      }
    }
  }

  return { fill, png: () => pngOf(pixels, width, height) };
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

/** PNG (W3C, third edition), eight bits a colour, each row told by how it differs from the one above. */
function pngOf(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const stride = width * 3;
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y++) {
    rows[y * (stride + 1)] = 2;
    for (let i = 0; i < stride; i++) {
      const above = y > 0 ? (pixels[(y - 1) * stride + i] ?? 0) : 0;
      rows[y * (stride + 1) + 1 + i] = ((pixels[y * stride + i] ?? 0) - above) & 255;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk('IDAT', deflateSync(rows, { level: 9 }));
  return Buffer.concat([signature, chunk('IHDR', head), data, chunk('IEND', Buffer.alloc(0))]);
}
