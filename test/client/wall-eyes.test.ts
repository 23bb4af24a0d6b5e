// The wall for eyes that differ: nothing moves where that was asked for, and no meaning hangs on a hue (laws 7, 13, 15, 24).
import { afterEach, expect, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { openStorage } from '../../client/live/storage.ts';
import { WallSettings } from '../../client/wall/settings.svelte.ts';
import { answered, opened, plannedSession } from '../support/wall-session.ts';
import { resizeTo, showWall, viewOf, win } from '../support/wall-stage.svelte.ts';

type Emulate = { send: (method: string, params: object) => Promise<unknown> };
const emulate = (method: string, params: object) => (cdp() as unknown as Emulate).send(`Emulation.${method}`, params);
const media = (name: string, value: string) => emulate('setEmulatedMedia', { features: [{ name, value }] });

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
  await emulate('setEmulatedMedia', { media: '', features: [] });
  await emulate('setEmulatedVisionDeficiency', { type: 'none' });
  new WallSettings(openStorage()).setCalm(false);
  localStorage.clear();
});

const talk = opened(answered(plannedSession(win, 12), 'def-duo', 4), 'def-gesprek');
/** A card that has just come. */
const withNews = () => ({ ...viewOf(talk), fresh: new Set(['def-duo/u1/def/recognisable']) });
async function movingAfterNews(): Promise<number> {
  await resizeTo(1920, 1080);
  const wall = showWall(viewOf(talk));
  stop = wall.stop;
  await wall.show(withNews());
  expect(document.querySelectorAll('article.fresh')).toHaveLength(1);
  return document.getAnimations().length;
}

test('a card that comes moves in', async () => {
  expect(await movingAfterNews()).toBe(1);
});

test('given a quiet wall, then nothing moves: the outline alone says what is new (law 15)', async () => {
  new WallSettings(openStorage()).setCalm(true);
  expect(await movingAfterNews()).toBe(0);
});

test('given a computer that asks for less motion, then nothing moves (law 15)', async () => {
  await media('prefers-reduced-motion', 'reduce');
  expect(await movingAfterNews()).toBe(0);
});

const seen = {
  'the colours of the computer': () => media('forced-colors', 'active'),
  'no colours at all': () => emulate('setEmulatedVisionDeficiency', { type: 'achromatopsia' }),
  'no red': () => emulate('setEmulatedVisionDeficiency', { type: 'protanopia' }),
  'no green': () => emulate('setEmulatedVisionDeficiency', { type: 'deuteranopia' }),
  'no blue': () => emulate('setEmulatedVisionDeficiency', { type: 'tritanopia' }),
  paper: () => emulate('setEmulatedMedia', { media: 'print', features: [] }),
};

test.each(Object.keys(seen) as (keyof typeof seen)[])(
  'with %s each judgement looks another, in the legend and in the bars (laws 7, 24)',
  async (eyes) => {
    await resizeTo(1920, 1080);
    const model = opened(answered(plannedSession(win, 40), 'model-duo', 40), 'model-gesprek');
    const view = viewOf({ ...model, wall: { ...model.wall, mode: 'distribution' } });
    const wall = showWall(view);
    stop = wall.stop;
    await seen[eyes]();
    await wall.show(view);
    const legend = [...document.querySelectorAll('footer li svg, .foot li svg')];
    expect(legend.length).toBeGreaterThan(3);
    const glyphs = await Promise.all(legend.map(pixelsOf));
    expect(new Set(glyphs).size).toBe(glyphs.length);

    const bar = [...document.querySelectorAll('main svg[role="img"]')].find(
      (svg) => svg.querySelectorAll(':scope > rect').length > 2,
    );
    const fills = [...(bar?.querySelectorAll(':scope > rect') ?? [])].map((rect) => {
      const { fill, fillOpacity, stroke } = getComputedStyle(rect);
      return `${fill} ${fillOpacity} ${eyes === 'the colours of the computer' ? '' : stroke}`;
    });
    expect(new Set(fills).size).toBe(fills.length);
    // And each wide part says its number.
    const numbers = [...(bar?.querySelectorAll('text') ?? [])].map((text) => text.textContent?.trim());
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.every((number) => /^\d+$/.test(number ?? ''))).toBe(true);
    // The middle is drawn beneath: a count that stands on it is not struck through.
    const [middle, first] = [bar?.querySelector('.middle'), bar?.querySelector(':scope > rect')];
    expect((middle && first && middle.compareDocumentPosition(first)) === Node.DOCUMENT_POSITION_FOLLOWING).toBe(true);
  },
);

async function pixelsOf(element: Element): Promise<string> {
  return page.elementLocator(element).screenshot({ save: false });
}
