// Several desks and subgroups: who leads, whose desk it is, one quiet proposal, names and places.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Actor } from '../../shared/session/actor.ts';
import { activeUnits, dealtItems, textOf } from '../../shared/session/selectors.ts';
import { subgroupsOf } from '../../shared/session/subgroups.ts';
import { get } from '../../shared/session/table.ts';
import { openDeskRoom } from '../support/desk-room.svelte.ts';
import { picture } from '../support/picture.ts';

const lead: Actor = { role: 'desk', facilitator: 'f' };
const system: Actor = { role: 'system' };
let stop: (() => Promise<void>) | undefined;
beforeEach(() => localStorage.clear());
afterEach(async () => {
  await stop?.();
  stop = undefined;
});
const button = (name: string | RegExp) => page.getByRole('button', { name });
const title = (name: string) => page.getByRole('heading', { level: 1, name });

test('a desk that does not lead sees who does, gets a kind no, and leads after one press; the other sees it at once', async () => {
  const room = await openDeskRoom(8, 'co-1');
  room.must({ type: 'InviteDesk', facilitator: 'co-1', subgroup: null, name: 'Anke' }, system);
  room.open('welkom');
  stop = await room.show();
  await expect.element(page.getByText('De begeleider leidt nu.')).toBeVisible();
  expect(button(/^Start:/).query()).toBeNull();
  await userEvent.keyboard('{PageDown}');
  await expect.element(page.getByText('Een ander leidt nu. Neem eerst de leiding over.').first()).toBeVisible();
  await expect.element(title('Wat gaan we doen?')).toBeVisible();
  // In the bar, and beside the no: the one is the other.
  expect(button('Neem de leiding over').elements()).toHaveLength(2);
  await userEvent.click(button('Neem de leiding over').first());
  expect(room.live.state.lead).toBe('co-1');
  expect(button('Neem de leiding over').query()).toBeNull();
  const mine = page.getByText('Jij leidt.', { exact: true });
  expect(mine.query(), 'one desk needs no telling').toBeNull();
  room.live.presence = { ...room.live.presence, desks: 2 };
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [390, 844],
    [320, 568],
  ] as const) {
    await page.viewport(width, height);
    await expect.element(mine).toBeInViewport({ ratio: 1 });
    expect(document.documentElement.scrollWidth, `${width}`).toBeLessThanOrEqual(width);
    await picture(`leading-${width}`);
  }
  await userEvent.click(button(/^Start:/));
  await expect.poll(() => room.live.state.step).not.toBe('welkom');
});

test.each([
  [1440, 900],
  [1024, 768],
])('the desk of one subgroup at %i by %i says whose it is, and shows only what it may do', async (width, height) => {
  const room = await openDeskRoom(16, 'co-b');
  room.must({ type: 'InviteDesk', facilitator: 'co-b', subgroup: 'b', name: '' }, system);
  room.open('model-groepen');
  room.open('model-duo');
  room.answer(8);
  stop = await room.show(width, height);
  await expect.element(page.getByText('Bureau van subgroep B')).toBeVisible();
  await expect.element(page.getByText('De begeleider opent en sluit de stappen.')).toBeVisible();
  for (const name of [/^Start:/, 'Sluit deze stap', 'Terug', /^Toon op de wand/, '1 minuut eraf', 'Pauze']) {
    expect(button(name).query(), String(name)).toBeNull();
  }
  const own = activeUnits(room.live.state).filter(({ subgroup }) => subgroup === 'b');
  const authors = [...document.querySelectorAll('article h3')].map((name) => name.textContent?.trim().slice(0, 5));
  expect(authors.length).toBeGreaterThan(0);
  const names = own.map(({ number }) => `Duo ${number}`);
  for (const author of authors) expect(names).toContain(author);
  await userEvent.click(button('2 minuten erbij'));
  expect(room.live.state.runs['model-duo']?.extra).toEqual({ b: 120_000 });
  await userEvent.click(button(/^Duo/).first());
  await userEvent.click(button('Verberg'));
  expect(room.live.given.at(-1)).toMatchObject({ type: 'HideAnswer', hidden: true });
  expect([...room.live.given].filter(({ type }) => type !== 'ExtendClock' && type !== 'HideAnswer')).toEqual([]);
});

test('an answer that another desk hid says by whom', async () => {
  const room = await openDeskRoom(8);
  room.must({ type: 'InviteDesk', facilitator: 'co-a', subgroup: 'a', name: 'Anke' }, system);
  room.open('model-groepen');
  room.open('model-duo');
  room.answer(4);
  const answer = room.desk.answers.cards.map((card) => card.answer).find((id) => /\/o[123]\//.test(id)) ?? '';
  room.must({ type: 'HideAnswer', answer, hidden: true }, { role: 'desk', facilitator: 'co-a' });
  stop = await room.show();
  await userEvent.click(button(/^Verborgen/));
  await expect.element(page.getByText('door Anke (subgroep A)')).toBeVisible();
});

test('one quiet proposal: it stays under the pointer, goes when dismissed, and is dealt and undone in one press each', async () => {
  const room = await openDeskRoom(4);
  room.open('model-duo');
  const [one, two] = activeUnits(room.live.state);
  if (!one || !two) throw new Error('no pairs');
  const deals = { one: ['o1', 'o2'], two: ['o3'] };
  room.must({ type: 'DealItems', step: 'model-duo', unit: one.unit, items: deals.one }, lead);
  room.must({ type: 'DealItems', step: 'model-duo', unit: two.unit, items: deals.two }, lead);
  stop = await room.show();
  const about = page.getByRole('region', { name: 'Verdeling van de onderdelen' });
  await expect
    .element(about)
    .toHaveTextContent(
      'Verdeling van de onderdelen Met 2 duo’s: 3 onderdelen per duo, anders blijven er onderdelen leeg.',
    );
  const height = about.element().getBoundingClientRect().height;
  room.answer(1);
  await expect.poll(() => about.element().textContent).toContain('Duo 1 is klaar.');
  expect(about.element().getBoundingClientRect().height).toBe(height);
  const first = about.element().textContent;
  await userEvent.hover(about.getByRole('button', { name: 'Geef aan Duo 1' }));
  room.answer(2);
  await expect.poll(() => room.live.state.answers.size).toBeGreaterThan(4);
  expect(about.element().textContent).toBe(first);
  await userEvent.click(about.getByRole('button', { name: 'Geef aan Duo 1' }));
  expect(dealtItems(room.live.state, 'model-duo', one.unit)).toHaveLength(3);
  await userEvent.click(button('Ongedaan maken'));
  expect(dealtItems(room.live.state, 'model-duo', one.unit)).toEqual(deals.one);
  const again = about.element().textContent;
  await userEvent.click(about.getByRole('button', { name: 'Nu niet' }));
  await expect.poll(() => about.element().textContent).not.toBe(again);
  expect(dealtItems(room.live.state, 'model-duo', one.unit)).toEqual(deals.one);
});

test('a subgroup gets a name and a place, by keyboard alone, and loses them by the undo', async () => {
  const room = await openDeskRoom(8);
  room.open('model-groepen');
  stop = await room.show();
  room.desk.sheet = 'people';
  await userEvent.click(button('Naam en plek van subgroep A'));
  await userEvent.keyboard('Lijsters{Tab}tafels bij het raam{Enter}');
  await expect.element(page.getByRole('heading', { name: /^Subgroep Lijsters, tafels bij het raam/ })).toBeVisible();
  await userEvent.click(button('Ongedaan maken'));
  await expect.element(page.getByRole('heading', { level: 3, name: /^Subgroep A/ })).toBeVisible();
  expect(subgroupsOf(room.live.state)[0]?.place).toBe('');
});

test('before there are pairs the desk counts what subgroups need in pairs, not in the people who are here', async () => {
  const room = await openDeskRoom(6);
  stop = await room.show();
  room.desk.sheet = 'people';
  await expect.element(page.getByRole('heading', { name: /^Nog zonder groep/ })).toBeVisible();
  await expect.element(page.getByText('Subgroepen kunnen vanaf 4 duo’s.')).toBeVisible();
});

test('below four pairs the desk says why there are no subgroups', async () => {
  const room = await openDeskRoom(6);
  room.open('model-groepen');
  stop = await room.show();
  room.desk.sheet = 'people';
  await expect.element(page.getByText('Subgroepen kunnen vanaf 4 duo’s.')).toBeVisible();
  await expect.element(button('Maak subgroepen')).toBeDisabled();
});

test('the desk of one subgroup moves a person within it, and back by the undo', async () => {
  const room = await openDeskRoom(16, 'co-b');
  room.must({ type: 'InviteDesk', facilitator: 'co-b', subgroup: 'b', name: '' }, system);
  room.open('model-groepen');
  stop = await room.show();
  room.desk.sheet = 'people';
  const [from, to] = activeUnits(room.live.state).filter(({ subgroup }) => subgroup === 'b');
  const sizes = () => [from, to].map((unit) => get(room.live.state.units, unit?.unit ?? '')?.people);
  const seat = get(room.live.state.seats, from?.seats[0] ?? '');
  const name = textOf(room.live.state, seat?.name ?? null);
  await userEvent.click(button(new RegExp(`^${name}\\b`)));
  await userEvent.click(button(`Zet ${name} bij Duo ${to?.number}`));
  expect(sizes()).toEqual([1, 3]);
  await userEvent.click(button('Ongedaan maken'));
  await expect.poll(sizes).toEqual([2, 2]);
  expect(button('Meng duo’s opnieuw').query()).toBeNull();
});
