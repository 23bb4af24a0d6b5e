// The bitmap of a figure: what is drawn is there, in its place and colour, and nothing else.
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { boxPath, type Drawing, line, path } from '../../server/exports/figure/drawing.ts';
import { pngOf } from '../../server/exports/figure/png.ts';

/** A reader of the one kind of PNG that is written here: each row told by how it differs from the one above. */
function readPng(png: Buffer) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const size = png.readUInt32BE(33);
  const rows = inflateSync(png.subarray(41, 41 + size));
  const stride = width * 3;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    expect(rows[y * (stride + 1)]).toBe(2);
    for (let i = 0; i < stride; i++) {
      const above = y > 0 ? (pixels[(y - 1) * stride + i] ?? 0) : 0;
      pixels[y * stride + i] = ((rows[y * (stride + 1) + 1 + i] ?? 0) + above) & 255;
    }
  }
  const at = (x: number, y: number) => pixels.subarray(y * stride + x * 3, y * stride + x * 3 + 3).toString('hex');
  return { width, height, at };
}
const read = (drawing: Drawing, scale = 1) => readPng(Buffer.from(pngOf(drawing, scale)));

test('a filled box is its colour within and white without; a hole stays white', () => {
  const d = boxPath(10, 10, 60, 40) + boxPath(30, 20, 20, 20);
  const { at, width, height } = read({ width: 100, height: 60, shapes: [path(d, { fill: '#0b5a5e' })] }, 2);
  expect([width, height]).toEqual([200, 120]);
  expect([at(30, 30), at(80, 60), at(5, 5), at(150, 60)]).toEqual(['0b5a5e', 'ffffff', 'ffffff', 'ffffff']);
});

test('round corners are round, and a stroke lies along its line', () => {
  const shapes = [
    path(boxPath(10, 10, 80, 80, 40), { fill: '#000000' }),
    path('M0 5H100', { stroke: '#b4590f', width: 4 }),
  ];
  const { at } = read({ width: 100, height: 100, shapes });
  expect([at(50, 50), at(14, 14), at(85, 85), at(50, 5)]).toEqual(['000000', 'ffffff', 'ffffff', 'b4590f']);
});

test('letters are drawn from their first point on, and never wider than their room', () => {
  const text = line('HHHHHHHHHH', 10, 40, { size: 40, bold: true, colour: '#000000' });
  const { at } = read({ width: 200, height: 60, shapes: [{ ...text, width: 100 }] });
  const inked = (from: number, to: number) => {
    for (let x = from; x < to; x++) for (let y = 10; y < 40; y++) if (at(x, y) !== 'ffffff') return true;
    return false;
  };
  expect([inked(0, 10), inked(10, 20), inked(100, 110), inked(111, 200)]).toEqual([false, true, true, false]);
});

test('what is turned lies where its axes put it', () => {
  const shapes = [path(boxPath(0, 0, 30, 4), { fill: '#000000' })];
  const { at } = read({ width: 60, height: 60, shapes: [{ kind: 'turned', x: 30, y: 10, angle: 90, shapes }] });
  expect([at(28, 30), at(45, 12)]).toEqual(['000000', 'ffffff']);
});
