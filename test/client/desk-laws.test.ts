// The desk while a room is at work: nothing moves under pointer or focus (law 16), no key without its button (law 20),
// focus goes from top to bottom and stays where one types (law 10), and the list is a list, not a live region (law 12).
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type KeyName, keyNames } from '../../client/desk/keys.ts';
import { words } from '../../shared/words/desk.nl.ts';
import { type DeskRoom, openDeskRoom } from '../support/desk-room.svelte.ts';

let room: DeskRoom;
let stop: (() => Promise<void>) | undefined;
beforeEach(async () => {
  localStorage.clear();
  room = await openDeskRoom(40);
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
});
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const spoken = (unit: number) => `Wat wij zien, zegt duo ${unit}.`;

test('while twenty answers come in, the card under the pointer and the button with the focus stay where they are (law 16)', async () => {
  room.open('def-duo');
  room.answer(3, spoken);
  stop = await room.show();
  const [card] = document.querySelectorAll('.list article');
  await userEvent.hover(card as Element);
  button(words.next.start('Wat valt op?')).element().focus();
  const places = () =>
    [card, document.activeElement, document.querySelector('.big'), document.querySelector('.time')].map((one) => {
      const { top, left } = (one as Element).getBoundingClientRect();
      return [Math.round(top), Math.round(left)];
    });
  const before = places();
  for (let units = 4; units <= 20; units++) room.answer(units, spoken);
  await expect.element(button(/nieuwe antwoorden/)).toBeVisible();
  expect(places()).toEqual(before);
  await userEvent.click(card?.querySelector('h3 button') as Element);
  expect(room.desk.answers.current?.text).toBe(card?.querySelector('.voice')?.textContent);
});

/** Where each key's act is a button too; a key without one does not compile. */
const buttons: Record<KeyName, () => ReturnType<typeof button>> = {
  next: () => button(/^Start: /),
  back: () => button(words.next.back),
  extend: () => button(words.step.plus(2)),
  pause: () => button(words.step.pause).first(),
  blank: () => button(words.wall.modes.blank),
  freeze: () => button(words.wall.freeze),
  mode: () => button(words.wall.modes.cards),
  item: () => page.getByRole('group', { name: words.wall.items }).getByRole('button').first(),
  pageForward: () => button(words.wall.pageForward),
  pageBack: () => button(words.wall.pageBack),
  down: () => page.getByRole('button', { name: /^Duo \d/ }).last(),
  up: () => page.getByRole('button', { name: /^Duo \d/ }).first(),
  spotlight: () => button(words.answers.spotlight),
  keep: () => button(words.answers.keep),
  hide: () => button(words.answers.hide),
  bundle: () => button(words.themes.bundle),
  undo: () => button('Ongedaan maken').last(),
  list: () => button(words.bar.keys),
};

test('every key has a button that does the same (law 20)', async () => {
  room.open('model-groepen');
  room.open('model-duo');
  room.answer(4, spoken);
  room.open('model-gesprek');
  stop = await room.show();
  await userEvent.click(page.getByRole('button', { name: /^Duo \d/ }).first());
  await userEvent.click(button(words.step.plus(2)));
  for (const name of keyNames) await expect.element(buttons[name](), { message: name }).toBeVisible();
});

test('who types a note while the session goes on keeps the focus and every letter (law 10)', async () => {
  room.open('def-duo');
  stop = await room.show();
  const notes = [...document.querySelectorAll('main summary')].find((one) =>
    one.textContent?.includes(words.notes.title),
  );
  (notes as HTMLElement).click();
  const field = page.getByRole('textbox', { name: /Noteer/ });
  await userEvent.click(field);
  await userEvent.keyboard('Wat opviel');
  room.open('def-gesprek');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Wat valt op?' })).toBeVisible();
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard(' was dit');
  await expect.element(field).toHaveValue('Wat opviel was dit');
});

test('Tab goes from the bar to the script, the step, the answers and the large button, with a ring that is seen (law 10)', async () => {
  room.open('def-duo');
  room.answer(3, spoken);
  stop = await room.show();
  const first = document.querySelector<HTMLElement>('.top button, .top a');
  first?.focus();
  const seen: string[] = ['.top'];
  const thin: string[] = [];
  for (let i = 0; i < 120; i++) {
    await userEvent.keyboard('{Tab}');
    const at = document.activeElement as HTMLElement | null;
    if (!at || at === document.body) break;
    const region = ['.top', '.left', '.middle', '.right', '.bottom'].find((one) => at.closest(`.desk > ${one}`));
    if (region && seen.at(-1) !== region) seen.push(region);
    const ring = Math.max(
      ...[getComputedStyle(at), getComputedStyle(at, '::after')].map(({ outlineWidth, outlineStyle }) =>
        outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
      ),
    );
    if (ring < 3) thin.push(at.textContent?.trim().slice(0, 30) || at.tagName);
    if (region === '.bottom' && at.matches('.big')) break;
  }
  expect(seen).toEqual(['.top', '.left', '.middle', '.right', '.bottom']);
  expect(thin).toEqual([]);
});

test('fifty answers at once are a list that is read, and no live region (law 12)', async () => {
  room.open('def-duo');
  room.answer(20, spoken);
  stop = await room.show();
  const list = document.querySelector('.right ul');
  expect(list?.tagName).toBe('UL');
  expect(list?.closest('[aria-live], [role=log], [role=status], [role=alert]')).toBeNull();
  expect(list?.querySelectorAll('[aria-live], [role=status], [role=alert], [role=log]')).toHaveLength(0);
});
