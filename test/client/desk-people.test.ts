// At the desk: papers, people without a phone, names, the door; each can be undone (D1).
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { announcer } from '../../client/desk/announcer.svelte.ts';
import { Seating } from '../../client/desk/people/seating.svelte.ts';
import { toasts } from '../../client/desk/toasts.svelte.ts';
import { wording } from '../../client/desk/wording.svelte.ts';
import { activeUnits, peopleCount, seatOf, textOf } from '../../shared/session/selectors.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { type DeskRoom, openDeskRoom } from '../support/desk-room.svelte.ts';

let room: DeskRoom;
let stop: (() => Promise<void>) | undefined;
beforeEach(async () => {
  localStorage.clear();
  room = await openDeskRoom(6);
  room.open('def-duo');
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
});
const button = (name: string | RegExp) => page.getByRole('button', { name });
const undo = () => userEvent.click(button('Ongedaan maken'));
const answers = () => [...valuesOf(room.live.state.answers)];

test('an answer from paper is entered for a unit, marked, changed and undone', async () => {
  stop = await room.show();
  room.desk.enterPaper(activeUnits(room.live.state)[1]?.unit);
  await page.getByRole('radio', { name: 'deels' }).click();
  await page.getByRole('textbox', { name: /Waarom/ }).fill('Op papier');
  await userEvent.click(button('Voer in'));
  await expect.poll(answers).toMatchObject([{ seat: 'desk', number: 2, version: 1 }]);
  await page.getByRole('textbox', { name: /Waarom/ }).fill('Op papier, beter gelezen');
  await userEvent.click(button('Pas aan'));
  await expect.poll(answers).toMatchObject([{ version: 2 }]);
  await undo();
  await expect.element(page.getByRole('textbox', { name: /Waarom/ })).toHaveValue('Op papier');
  room.desk.sheet = null;
  await expect.element(page.getByText('van papier', { exact: true })).toBeVisible();
  await expect.element(page.getByText(/^aangepast/)).toBeVisible();
});

test('what was said goes from the live region with its toast: it may name somebody who was erased', () => {
  toasts.say('Alles van Noor is gewist.');
  expect(announcer.sentence).toContain('Noor');
  for (const { id } of toasts.list) toasts.drop(id);
  expect(announcer.sentence).toBe('');
});

test('what people sent themselves is not overwritten from paper', async () => {
  room.answer(1);
  stop = await room.show();
  room.desk.enterPaper(activeUnits(room.live.state)[0]?.unit);
  await expect.element(page.getByText(/antwoordden hier zelf/)).toBeVisible();
  expect(button('Voer in').elements()).toHaveLength(0);
});

test('two people without a phone are added as a pair, on paper, and taken out by the undo', async () => {
  stop = await room.show();
  room.desk.sheet = 'people';
  await userEvent.click(button('Voeg mensen zonder telefoon toe'));
  await page.getByRole('combobox', { name: /Met hoeveel/ }).selectOptions('2 mensen');
  await page.getByLabelText('Naam (niet verplicht)').fill('Opa en oma');
  await userEvent.click(button('Voeg toe'));
  await expect.poll(() => peopleCount(room.live.state)).toBe(8);
  await expect.element(button(/Opa en oma.*zonder telefoon/)).toBeVisible();
  await undo();
  await expect.poll(() => peopleCount(room.live.state)).toBe(6);
});

test('a name that offends is changed in two presses and a word', async () => {
  stop = await room.show();
  room.desk.sheet = 'people';
  await userEvent.click(button(/Naam3/));
  await userEvent.click(button('Andere naam'));
  await page.getByLabelText('Nieuwe naam (niet verplicht)').fill('Sam');
  await userEvent.click(button('Verander'));
  const names = () => [...valuesOf(room.live.state.seats)].map((seat) => textOf(room.live.state, seat.name));
  await expect.poll(names).toContain('Sam');
  await undo();
  await expect.poll(names).toContain('Naam3');
});

test('a locked door is seen at the top of the desk, and opened again', async () => {
  stop = await room.show();
  await userEvent.click(button(/Deel/));
  await userEvent.click(button('Doe de deur op slot'));
  await expect.poll(() => room.live.state.locked).toBe(true);
  await undo();
  await expect.poll(() => room.live.state.locked).toBe(false);
  await userEvent.click(button('Doe de deur op slot'));
  room.desk.sheet = null;
  await expect.element(button('Deur op slot')).toBeVisible();
});

test('what was sent late and what was withdrawn is seen', async () => {
  room.answer(2);
  room.must({ type: 'CloseStep', step: 'def-duo' }, { role: 'desk', facilitator: 'f' });
  room.open('def-duo');
  room.answer(1, () => 'Na sluiten');
  const [, second] = activeUnits(room.live.state);
  const theirs = answers().filter(({ unit }) => unit === second?.unit);
  for (const { answer } of theirs) {
    room.must({ type: 'WithdrawAnswer', answer }, { role: 'seat', seat: second?.seats[0] ?? '' });
  }
  stop = await room.show();
  await expect.element(page.getByText('na sluiten verstuurd').first()).toBeVisible();
  await expect.element(page.getByText(`${theirs.length} antwoorden zijn ingetrokken.`)).toBeVisible();
  expect(seatOf(room.live.state, second?.seats[0] ?? '')).toBeDefined();
});

test('a person is erased with open eyes: how much goes is said first, and nothing brings it back (P2)', async () => {
  room.answer(1);
  const writer = seatOf(room.live.state, answers()[0]?.writers[0] ?? '');
  stop = await room.show();
  room.desk.sheet = 'people';
  const { erase } = wording.words.consent;
  const name = new Seating(room.desk).nameOf(writer ?? never());
  await userEvent.click(
    page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`^.?\\s*${name}`) })
      .first(),
  );
  await userEvent.click(button(erase.button));
  await expect.element(page.getByText(/met anderen samen geschreven/)).toBeVisible();
  await userEvent.click(button(erase.go));
  await expect.poll(() => answers().every(({ withdrawn }) => withdrawn)).toBe(true);
  expect(button('Ongedaan maken').elements()).toHaveLength(0);
  await expect.element(page.getByText(erase.erased, { exact: true })).toBeVisible();
});

function never(): never {
  throw new Error('nobody wrote');
}
