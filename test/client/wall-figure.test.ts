// The model as a figure: drawn from data, for any number of parts, every name whole enough to be read.
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import Figure from '../../client/ui/Figure.svelte';
import { type FigureItem, planFigure } from '../../shared/figure/figure-plan.ts';
import { depthIn } from '../../shared/figure/figure-shapes.ts';
import { keepsWords } from '../../shared/figure/text-fit.ts';
import { say } from '../../shared/script-queries.ts';
import { figureSet, nameOf } from '../../shared/views/wall.ts';
import { opened, plannedSession } from '../support/wall-session.ts';
import { win } from '../support/wall-stage.svelte.ts';

const names = [
  'Leiderschap en autonomie',
  'Samen richten en (her)inrichten',
  'Middelen',
  'Lef',
  'Onderhouden van relaties',
];
const bars = {
  parts: [
    { id: 'a', label: 'ja', shape: 'full', count: 7 },
    { id: 'b', label: 'deels', shape: 'half', count: 3 },
    { id: 'c', label: 'nee', shape: 'open', count: 2 },
  ],
  scale: 9,
  label: '7 ja, 3 deels, 2 nee',
} as const;
const parts = (place: FigureItem['place'], count: number): FigureItem[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${place}-${i}`,
    place,
    title: names[i % names.length] ?? '',
    icon: 'compass',
    hue: (i % 8) + 1,
    bars: { ...bars, parts: [...bars.parts] },
  }));

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

async function draw(items: FigureItem[]): Promise<SVGSVGElement> {
  const target = document.createElement('div');
  target.style.width = '1200px';
  document.body.append(target);
  const figure = mount(Figure, { target, props: { items, label: 'Het model' } });
  stop = async () => {
    await unmount(figure);
    target.remove();
  };
  flushSync();
  await document.fonts.ready;
  return target.querySelector('svg') as SVGSVGElement;
}

test.each([
  [1, 0, 0],
  [1, 1, 0],
  [0, 3, 0],
  [1, 4, 1],
  [1, 5, 2],
  [2, 6, 3],
  [0, 9, 1],
  [3, 12, 4],
])(
  '%i in the core, %i around it and %i surrounding all: every label lies in its own part',
  async (core, around, ring) => {
    const items = [...parts('core', core), ...parts('around', around), ...parts('surrounding', ring)];
    const svg = await draw(items);
    const plan = planFigure(items);
    for (const part of [...plan.around, ...plan.core]) {
      expect(part.label.lines.length).toBeGreaterThan(0);
      expect(part.label.size).toBeGreaterThanOrEqual(26);
    }
    const drawn = [...svg.querySelectorAll<SVGGElement>('g.around, g.core')];
    [...plan.around, ...plan.core].forEach(({ slice, item }, i) => {
      for (const text of drawn[i]?.querySelectorAll<SVGTextElement>(':scope > text') ?? []) {
        const { x, y, width, height } = text.getBBox();
        const inside = [x, x + width].every((px) => depthIn(slice, px, y + height / 2) > 0);
        expect(inside, `${item.title}: ${text.textContent}`).toBe(true);
      }
    });
    expect(svg.getBoundingClientRect().width).toBeGreaterThan(0);
  },
);

test('the model of the script is drawn with whole words, in both languages', () => {
  const set = figureSet(opened(plannedSession(win), 'model-uitleg'));
  for (const language of ['nl', 'en'] as const) {
    const items = (set?.items ?? [])
      .filter((item) => item.place !== 'whole')
      .map((item) => ({
        id: item.id,
        title: say(nameOf(item), language),
        icon: item.icon,
        place: item.place as FigureItem['place'],
      }));
    const plan = planFigure(items);
    expect(plan.ring.map((part) => part.item.id)).toEqual(['o6']);
    expect(plan.boxes.map((box) => box.item.id)).toEqual(['aanleiding', 'opbrengst']);
    for (const { item, label } of [...plan.core, ...plan.around]) {
      expect(
        keepsWords(
          item.title,
          label.lines.map((line) => line.text),
        ),
        item.title,
      ).toBe(true);
    }
  }
});

test('a figure says in words what it draws, and its smallest text is 26 at 1920', async () => {
  const svg = await draw([...parts('before', 1), ...parts('core', 1), ...parts('around', 4), ...parts('after', 2)]);
  expect(svg.getAttribute('aria-label')).toBe('Het model');
  const least = Math.min(
    ...[...svg.querySelectorAll('text')].map((text) => Number.parseFloat(getComputedStyle(text).fontSize)),
  );
  expect(least).toBe(26);
});
