// Who makes the pairs, who found whom, and a proposal that nobody sees before it is announced; by keyboard as by touch.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { activeUnits, lonelySeats, presentSeats, textOf } from '../../shared/session/selectors.ts';
import { type DeskRoom, openDeskRoom } from '../support/desk-room.svelte.ts';

let stop: (() => Promise<void>) | undefined;
beforeEach(() => localStorage.clear());
afterEach(async () => {
  await stop?.();
  stop = undefined;
});
const button = (name: string | RegExp) => page.getByRole('button', { name });
const together = ({ live }: DeskRoom) => activeUnits(live.state).map(({ seats }) => [...seats].sort().join());
const shown = () =>
  [...document.querySelectorAll('article')].map((one) =>
    [...one.querySelectorAll('.name')].map((name) => name.textContent ?? '').sort(),
  );

test('a proposal is mixed, locked, swapped by keyboard, taken a step back, and then announced', async () => {
  const room = await openDeskRoom(8);
  stop = await room.show();
  await userEvent.click(button(/^Mensen/).first());
  await userEvent.click(button('Vorm duo’s'));
  await expect.element(page.getByText(/Niemand zat eerder bij elkaar/)).toBeVisible();
  expect(activeUnits(room.live.state)).toEqual([]);
  const [first] = shown();
  await userEvent.click(button(/^Houd bij elkaar.*duo 1/));
  await userEvent.click(button('Meng opnieuw'));
  expect(shown()).toContainEqual(first);
  const before = shown();
  const [, one, two] = before;
  page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(one?.[0] ?? '') })
    .element()
    .focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(`${one?.[0]} gekozen. Kies met wie je ruilt.`)).toBeVisible();
  page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(two?.[0] ?? '') })
    .element()
    .focus();
  await userEvent.keyboard('{Enter}');
  expect(shown()).toContainEqual([one?.[1], two?.[0]].sort());
  await userEvent.click(button('Stap terug'));
  expect(shown()).toEqual(before);
  expect(room.live.given).toEqual([]);
  await userEvent.click(button('Maak bekend'));
  await expect.poll(() => activeUnits(room.live.state).length).toBe(4);
  room.open('def-duo');
  expect(together(room)).toHaveLength(4);
  expect(room.live.given.map(({ type }) => type)).toEqual(['ArrangeUnits']);
});

test('the first pairs of a session are taken apart again by one undo (D1)', async () => {
  const room = await openDeskRoom(6);
  stop = await room.show();
  await userEvent.click(button(/^Mensen/).first());
  await userEvent.click(button('Vorm duo’s'));
  await userEvent.click(button('Maak bekend'));
  await expect.poll(() => activeUnits(room.live.state).length).toBe(3);
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Ongedaan maken' }));
  await expect.poll(() => activeUnits(room.live.state).length).toBe(0);
  expect(lonelySeats(room.live.state)).toHaveLength(6);
});

test('pairs that are mixed anew keep nobody who left, seat who came meanwhile, and are had back by one undo', async () => {
  const room = await openDeskRoom(8);
  room.open('def-duo');
  const before = together(room);
  stop = await room.show(1024, 768);
  await userEvent.click(button(/^Mensen/).first());
  await userEvent.click(button('Meng duo’s opnieuw'));
  room.join('Nieuw');
  const [gone] = presentSeats(room.live.state);
  room.must({ type: 'LeaveSession' }, { role: 'seat', seat: gone?.seat ?? '' });
  await userEvent.click(button('Maak bekend'));
  await expect.poll(() => together(room).some((pair) => before.includes(pair))).toBe(false);
  expect(lonelySeats(room.live.state)).toEqual([]);
});

test('while people find each other the desk sees who has nobody, and gives them a place in one press (D2)', async () => {
  const room = await openDeskRoom(5);
  room.must({ type: 'ChoosePairing', pairing: 'self' }, { role: 'desk', facilitator: 'f' });
  room.open('def-duo');
  const named = (name: string) =>
    presentSeats(room.live.state).find((seat) => textOf(room.live.state, seat.name) === name);
  const [one, two, three] = ['Naam1', 'Naam2', 'Naam3'].map(named);
  stop = await room.show();
  const about = page.getByRole('region', { name: 'Wie heeft elkaar gevonden?' });
  await expect.element(about.getByText(/Nog niemand heeft een partner/)).toBeVisible();
  room.must({ type: 'FindPartner', number: two?.number ?? 0 }, { role: 'seat', seat: one?.seat ?? '' });
  await expect.element(about.getByText(/1 duo is bij elkaar/)).toBeVisible();
  await expect.element(about.getByText(new RegExp(`Naam3 \\(${three?.number}\\)`))).toBeVisible();
  await userEvent.click(button('Zet de rest bij elkaar'));
  await expect.poll(() => lonelySeats(room.live.state).length).toBe(0);
  expect(about.query()).toBeNull();
  await userEvent.click(button('Ongedaan maken'));
  await expect.element(about.getByText(/1 duo is bij elkaar/)).toBeVisible();
  expect(lonelySeats(room.live.state)).toHaveLength(3);
});

test('who makes the pairs is chosen at the desk, until people look for each other; then the program still can', async () => {
  const room = await openDeskRoom(4);
  stop = await room.show();
  await userEvent.click(button(/^Mensen/).first());
  await userEvent.click(page.getByRole('radio', { name: /De mensen zelf/ }));
  await expect.poll(() => room.live.state.pairing).toBe('self');
  room.open('def-duo');
  await expect.poll(() => page.getByRole('radio', { name: /Het programma/ }).query()).toBeNull();
  await userEvent.click(button('Vorm duo’s'));
  await userEvent.click(button('Maak bekend'));
  await expect.poll(() => activeUnits(room.live.state).length).toBe(2);
  expect(page.getByRole('radio', { name: /Het programma/ }).query()).toBeNull();
});
