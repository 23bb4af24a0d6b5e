// The desk in the hand: next, clock and spotlight stay within reach of one thumb, also over a long list of answers.
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { words } from '../../shared/words/desk.nl.ts';
import { openDeskRoom } from '../support/desk-room.svelte.ts';
import { picture } from '../support/picture.ts';

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

test.each([
  [390, 844],
  [320, 568],
])(
  'at %i by %i the clock, the way on and the spotlight are in sight, whatever was scrolled, and nothing goes sideways',
  async (width, height) => {
    localStorage.clear();
    const room = await openDeskRoom(16);
    room.open('def-duo');
    room.answer(8);
    room.open('def-gesprek');
    stop = await room.show(width, height);
    const tabs = page.getByRole('group', { name: words.tabs.label });
    const tab = (name: string) => tabs.getByRole('button', { name, exact: false });
    const clock = () => tab(words.tabs.step).element().textContent;
    const next = page.getByRole('button', { name: /^Start: / });
    for (const name of [words.tabs.answers, words.tabs.wall]) {
      await userEvent.click(tab(name));
      await expect.poll(clock).toMatch(/0[45]:\d\d/);
      window.scrollTo(0, 300);
      for (const one of [tab(words.tabs.step), next]) await expect.element(one).toBeInViewport({ ratio: 1 });
      const box = tab(words.tabs.step).element().getBoundingClientRect();
      const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      expect(tab(words.tabs.step).element().contains(hit), `${name}: nothing lies over the clock`).toBe(true);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      await picture(`hand-${width}-${name}`);
    }
    await userEvent.click(tab(words.tabs.answers));
    await userEvent.click(page.getByRole('article').last().getByRole('button').first());
    const light = page.getByRole('button', { name: words.answers.spotlight, exact: false });
    await userEvent.click(light);
    expect(room.live.given.at(-1)?.type).toBe('SpotlightAnswer');
    // One tap from the clock to its buttons.
    await userEvent.click(tab(words.tabs.step));
    await expect.element(page.getByRole('button', { name: words.step.plus(2) })).toBeVisible();
    await expect.poll(clock).not.toMatch(/\d/);
  },
);

test('on the narrowest phone people, code, connection and settings stand on one row', async () => {
  const room = await openDeskRoom(24);
  stop = await room.show(320, 640);
  const tops = [...document.querySelectorAll<HTMLElement>('header .chips > *')]
    .filter((one) => one.checkVisibility())
    .map((one) => Math.round(one.getBoundingClientRect().top));
  expect(tops).toHaveLength(4);
  expect(new Set(tops).size).toBe(1);
  await expect.element(page.getByText('BCD FGH')).toBeVisible();
  await picture('hand-320-bar');
});
