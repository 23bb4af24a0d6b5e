// A burst of answers on a desk that stands there: nothing moves under pointer or focus (law 16), and it is told in one sentence (law 12).
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { every } from '../../client/desk/answers/batch.ts';
import { words } from '../../shared/words/desk.nl.ts';
import { type DeskRoom, openDeskRoom } from '../support/desk-room.svelte.ts';
import { picture } from '../support/picture.ts';

let room: DeskRoom;
let stop: (() => Promise<void>) | undefined;
/** Twenty-eight pairs, two answers with words each: those after the third pair are a burst of fifty. */
beforeEach(async () => {
  localStorage.clear();
  room = await openDeskRoom(56);
  room.open('def-duo');
});
afterEach(async () => {
  vi.useRealTimers();
  await stop?.();
  stop = undefined;
});
const spoken = (unit: number) => `Wat wij zien, zegt duo ${unit}.`;
const frame = () => new Promise<number>((done) => requestAnimationFrame(done));

/** Where everything stands that can be pressed, typed in or read as an answer. */
function places(): Map<Element, string> {
  const all = document.querySelectorAll('.desk :is(button, a, input, textarea, select, summary, article)');
  return new Map(
    [...all]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .map((one) => {
        const { left, top } = one.getBoundingClientRect();
        return [one, `${Math.round(left)},${Math.round(top)}`];
      }),
  );
}
const nameOf = (one: Element) => `${one.tagName} ${(one.ariaLabel ?? one.textContent ?? '').trim().slice(0, 40)}`;

test.each([
  [1440, 900],
  [1024, 768],
])(
  'at %i by %i fifty answers come in: in no frame has anything moved that could be pressed or read, and the focus is where it was (law 16)',
  async (width, height) => {
    room.answer(3, spoken);
    stop = await room.show(width, height);
    const card = page.getByRole('article').nth(1);
    await userEvent.hover(card);
    const focused = page.getByRole('button', { name: words.question.short }).element() as HTMLElement;
    await frame();
    // Somebody looked further on, in each part.
    for (const part of ['.left', '.middle', '.list']) document.querySelector(part)?.scrollBy({ top: 30 });
    focused.focus({ preventScroll: true });
    await frame();
    expect(document.activeElement).toBe(focused);
    const before = places();
    const moved = new Set<string>();
    for (let units = 4; units <= 28; units++) {
      room.answer(units, spoken);
      await frame();
      for (const [one, place] of places()) {
        const was = before.get(one);
        if (was !== undefined && was !== place) moved.add(`${nameOf(one)}: ${was} > ${place}`);
      }
    }
    expect([...moved]).toEqual([]);
    expect(document.activeElement).toBe(focused);
    await expect.element(page.getByRole('button', { name: words.answers.waiting(50) })).toBeVisible();
    await picture(`burst-${width}`);
  },
);

test('what comes in is told by the one polite region in one sentence, and the rest ten seconds later (law 12)', async () => {
  room.answer(3, spoken);
  stop = await room.show();
  const region = document.querySelector('[role=status][aria-live=polite].visually-hidden');
  const heard: string[] = [];
  const ears = new MutationObserver(() => heard.push(region?.textContent?.trim() ?? ''));
  if (region) ears.observe(region, { childList: true, characterData: true, subtree: true });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const burst = async (from: number, to: number) => {
    for (let units = from; units <= to; units++) {
      room.answer(units, spoken);
      await frame();
    }
  };
  await burst(4, 14);
  vi.advanceTimersByTime(1_000);
  await frame();
  await burst(15, 28);
  vi.advanceTimersByTime(every - 2_000);
  await frame();
  const [first] = heard;
  expect(heard).toHaveLength(1);
  vi.advanceTimersByTime(2_000);
  await frame();
  vi.advanceTimersByTime(60_000);
  await frame();
  ears.disconnect();
  expect([first, ...heard.slice(1)]).toEqual([words.answers.arrived(22), words.answers.arrived(28)]);
});
