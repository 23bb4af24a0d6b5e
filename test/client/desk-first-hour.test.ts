// The list before a session ticks by what really happens, and cards and sheets come out even.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { placeOf, printHash } from '../../client/desk/place.ts';
import PrintPage from '../../client/desk/print/PrintPage.svelte';
import { cardSheets, pairCards } from '../../client/desk/print/sheets.ts';
import { isOnlyHere, readyItems } from '../../client/desk/ready/list.ts';
import { words as desk } from '../../shared/words/desk.nl.ts';
import { sheets as en } from '../../shared/words/paper-sheets.en.ts';
import { sheets as nl } from '../../shared/words/paper-sheets.nl.ts';
import { openDeskRoom } from '../support/desk-room.svelte.ts';
import { picture } from '../support/picture.ts';

let stop: (() => Promise<void>) | undefined;
beforeEach(() => localStorage.clear());
afterEach(async () => {
  await stop?.();
  stop = undefined;
  localStorage.clear();
});

test('what the program sees is ticked by itself and stays so; the rest is ticked by hand, for this session alone (A4)', async () => {
  const room = await openDeskRoom(0);
  room.live.presence = { ...room.live.presence, walls: 0 };
  stop = await room.show();
  const done = () =>
    readyItems(room.desk)
      .filter((item) => item.done)
      .map(({ name }) => name);
  expect(done()).toEqual(['stored']);

  room.live.presence = { ...room.live.presence, walls: 1 };
  await expect.poll(done).toEqual(['wall', 'stored']);
  room.live.presence = { ...room.live.presence, walls: 0 };
  room.join('Noor');
  await expect.poll(done).toEqual(['wall', 'phone', 'address', 'stored']);
  room.live.status = 'offline';
  await expect.poll(done).toEqual(['wall', 'phone', 'address']);
  room.live.status = 'online';
  await room.desk.act({ type: 'MeasureRoom', width: 3, distance: 8 }, null);
  await expect.poll(done).toEqual(['wall', 'phone', 'address', 'stored', 'size']);

  await userEvent.click(page.getByRole('button', { name: 'Bekijk de lijst' }));
  const power = page.getByRole('checkbox', { name: /Laptop en beamer/ });
  await userEvent.click(power);
  await expect.element(power).toBeChecked();
  expect(page.getByRole('checkbox').elements()).toHaveLength(4);

  const again = await openDeskRoom(0);
  again.live.presence = { ...again.live.presence, walls: 0 };
  expect([again.desk.ticks.has('power'), again.desk.ticks.has('wall'), again.desk.ticks.has('paper')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('an address of this machine alone is never ticked as one that phones reach', () => {
  expect(['localhost:3000', '127.0.0.1:3000', '[::1]:80'].every(isOnlyHere)).toBe(true);
  expect(['192.168.1.5:3000', 'gesprek.test', 'localhost-school.nl'].some(isOnlyHere)).toBe(false);
});

test('every card has one other like it, of an odd number the last has two; no card has a name (D2)', () => {
  for (const [words, people] of [nl, en].flatMap(({ cards }) =>
    [2, 3, 24, 25, 111, 200].map((count) => [cards.words, count] as const),
  )) {
    const cards = pairCards(people, words);
    const counts = new Map<string, number>();
    for (const card of cards) counts.set(card, (counts.get(card) ?? 0) + 1);
    const sizes = [...counts.values()].sort();
    expect(cards).toHaveLength(people);
    expect(sizes.every((size) => size === 2 || size === 3)).toBe(true);
    expect(sizes.filter((size) => size === 3)).toHaveLength(people % 2);
    // Phones ask for the number of who one sits with: a card has none that looks like it.
    expect(cards.filter((card) => /\d/.test(card))).toEqual([]);
    expect(cardSheets(cards).every((sheet) => sheet.length <= 10)).toBe(true);
  }
  expect([pairCards(1, nl.cards.words).length, pairCards(Number.NaN, nl.cards.words).length]).toEqual([2, 2]);
  expect(pairCards(9_999, nl.cards.words)).toHaveLength(200);
  for (const { cards } of [nl, en]) expect(new Set(cards.words).size).toBe(cards.words.length);
});

test('the way to the sheets leads there', () => {
  expect(placeOf(printHash('abc'))).toEqual({ kind: 'print', session: 'abc' });
  expect(placeOf('#sessie=abc')).toEqual({ kind: 'session', session: 'abc', answer: null });
});

test('? shows the help of the desk, which finds by a word and leads to the keys; Escape puts it away (law 20)', async () => {
  const room = await openDeskRoom(2);
  stop = await room.show();
  await userEvent.keyboard('?');
  await expect.element(page.getByRole('dialog', { name: 'Hulp' })).toBeVisible();
  await userEvent.fill(page.getByRole('searchbox', { name: 'Waar zoek je naar?' }), 'hotspot');
  await expect.element(page.getByText('Werkt het zonder internet?')).toBeVisible();
  await expect.element(page.getByText(/De telefoons hoeven alleen die laptop te bereiken/)).toBeVisible();
  await userEvent.fill(page.getByRole('searchbox', { name: 'Waar zoek je naar?' }), 'xyzzy');
  await expect.element(page.getByText('Niets gevonden. Probeer een ander woord.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: 'Hulp' }));
  await userEvent.click(page.getByRole('button', { name: 'Alle toetsen' }));
  await expect.element(page.getByRole('dialog', { name: 'Toetsen' })).toBeVisible();
});

test('sheets speak the language that is chosen, first that of the session; one about a whole list names what is on it; how often each is needed is said', async () => {
  const { live } = await openDeskRoom(0);
  const door = { code: 'BCDFGH', joinUrl: 'http://gesprek.test/#x', letters: null };
  await render(PrintPage, { state: live.state, door, address: 'gesprek.test', first: nl });
  const words = desk.print;
  await userEvent.click(page.getByLabelText(/^De vragen op papier/));
  await expect.element(page.getByRole('heading', { name: nl.join.title })).toBeVisible();
  await userEvent.click(page.getByLabelText(words.offline));
  await expect.element(page.getByText(nl.join.stay)).toBeVisible();
  const steps = live.state.script.steps;
  const titleOf = (id: string) => steps.find((step) => step.id === id)?.title;
  await expect.element(page.getByText(words.each('In gesprek – model', 3, 'pair'))).toBeVisible();
  await page.getByRole('combobox', { name: words.language }).selectOptions('en');
  await expect.element(page.getByRole('heading', { name: en.join.title })).toBeVisible();
  const list = page
    .getByRole('heading', { name: titleOf('ken-duo')?.en ?? '' })
    .element()
    .closest('section');
  expect(list?.lang || list?.closest('[lang]')?.getAttribute('lang')).toBe('en');
  expect(list?.querySelectorAll('.listed li')).toHaveLength(9);
  await picture('print');
});

test('two steps of one title, with as many sheets each, are said twice: the page stands', async () => {
  const { live } = await openDeskRoom(0);
  const { script } = live.state;
  const twice = script.steps.flatMap((step) => (step.id === 'model-duo' ? [step, { ...step, id: 'again' }] : [step]));
  const state = { ...live.state, script: { ...script, steps: twice } };
  const door = { code: 'BCDFGH', joinUrl: 'http://gesprek.test/#x', letters: null };
  await render(PrintPage, { state, door, address: 'gesprek.test', first: nl });
  const line = page.getByText(desk.print.each('In gesprek – model', 3, 'pair'));
  await expect.poll(() => line.elements().length).toBe(2);
});
