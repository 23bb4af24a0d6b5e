// The figure as a picture: a browser reads it as XML, and no two of its words touch, whatever face they are set in.
import { afterEach, expect, test } from 'vitest';
import { type Drawing, stacked } from '../../server/exports/figure/drawing.ts';
import { drawModel } from '../../server/exports/figure/model.ts';
import { drawHeading, drawLegend, drawRows } from '../../server/exports/figure/rows.ts';
import { svgOf } from '../../server/exports/figure/svg.ts';
import type { BarPart } from '../../shared/figure/bar-boxes.ts';
import type { FigureItem } from '../../shared/figure/figure-plan.ts';

const parts: BarPart[] = [
  { id: 'a', label: 'ja', shape: 'full', count: 7 },
  { id: 'b', label: 'deels', shape: 'half', count: 3 },
  { id: 'c', label: 'nee', shape: 'open', count: 2 },
];
const names = [
  'Lef',
  'Grensoverstijgende en ontwikkelingsgerichte cultuur in organisaties die elkaar nog niet kennen',
  'Samen richten en (her)inrichten',
  'Verantwoordelijkheidsverdelingsovereenkomsten',
  'a & b < c',
];
const said = { title: 'Het <model>', description: 'Zes delen & een kern', language: 'nl' };

let shown: HTMLElement | undefined;
afterEach(() => shown?.remove());

function show(drawing: Drawing, face: string): SVGSVGElement {
  const read = new DOMParser().parseFromString(svgOf(drawing, said), 'image/svg+xml');
  expect(read.querySelector('parsererror')).toBe(null);
  expect(read.querySelector('title')?.textContent).toBe('Het <model>');
  shown = document.createElement('div');
  const svg = document.importNode(read.documentElement, true) as unknown as SVGSVGElement;
  svg.setAttribute('font-family', face);
  shown.append(svg);
  document.body.append(shown);
  return svg;
}

function touching(svg: SVGSVGElement): string[] {
  const texts = [...svg.querySelectorAll('text')].filter((text) => !text.querySelector('textPath'));
  const boxes = texts.map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
  const edge = svg.getBoundingClientRect();
  const out = boxes.filter(({ box }) => box.left < edge.left || box.right > edge.right || box.bottom > edge.bottom);
  const pairs = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1 &&
          // A line of text is higher than its letters.
          Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > a.box.height * 0.4,
      )
      .map((b) => `${a.text} / ${b.text}`),
  );
  return [...out.map(({ text }) => `outside: ${text}`), ...pairs];
}

const faces = ['monospace', 'sans-serif', '"Atkinson Hyperlegible Next Variable", sans-serif'];

test.each(faces.flatMap((face) => [3, 5, 8, 12].map((count) => [count, face] as const)))(
  'a model of %i parts in %s: no words touch',
  (count, face) => {
    const bars = { parts, scale: 9, label: '' };
    const items = Array.from({ length: count }, (_, i): FigureItem => {
      const place = i === 0 ? 'core' : i === 1 ? 'surrounding' : 'around';
      return { id: `${i}`, title: names[i % names.length] ?? '', place, bars };
    });
    const aside: FigureItem[] = [
      { id: 'v', title: names[1] ?? '', place: 'before' },
      { id: 'n', title: names[3] ?? '', place: 'after' },
    ];
    expect(touching(show(drawModel([...items, ...aside]), face))).toEqual([]);
  },
);

test.each(faces.flatMap((face) => [3, 12].map((count) => [count, face] as const)))(
  '%i rows of counts in %s: no words touch',
  (count, face) => {
    const rows = Array.from({ length: count }, (_, i) => ({
      ...{ title: `${names[i % names.length]} `.repeat(i % 4 === 3 ? 6 : 1), parts },
      counts: '7 ja, 3 deels, 2 nee (n = 12)',
      outside: i % 2 ? '1 weet ik niet, 2 verdeeld, 1 ingetrokken, 3 verborgen, 4 zonder antwoord' : '',
    }));
    const drawing = stacked([drawHeading((names[1] ?? '').repeat(3)), drawLegend(parts), drawRows(rows, 9)], 36);
    expect(touching(show(drawing, face))).toEqual([]);
  },
);
