// Two phones of a pair, side by side: one types and the other reads along, whoever has the pen, with a network and without (A3).
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Answering from '../../client/phone/answer/Answering.svelte';
import type { Room } from '../../client/phone/room.ts';
import { penIdleAfter } from '../../shared/session/pen.ts';
import { fakeRoom, freshPhone, stepNamed } from '../support/phone-room.svelte.ts';

beforeEach(freshPhone);

async function hold(room: Room) {
  const container = document.body.appendChild(document.createElement('div'));
  const { unmount } = await render(Answering, { room, step: stepNamed('duo') }, { baseElement: container });
  const screen = page.elementLocator(container);
  const why = screen.getByRole('textbox', { name: /Waarom/ });
  const button = (name: string) => screen.getByRole('button', { name, exact: true });
  const sees = (text: string) => expect.element(screen.getByText(text, { exact: true })).toBeVisible();
  const reads = (text: string) => expect.element(why).toHaveValue(text);
  return { screen, unmount, why, button, sees, reads };
}

async function twoPhones() {
  const fake = fakeRoom();
  return { fake, noor: await hold(fake.room), hamid: await hold(fake.other.room) };
}

test('what one types stands on the other’s screen, which cannot type meanwhile', async () => {
  const { noor, hamid } = await twoPhones();
  await noor.why.fill('Wij zien');
  await noor.sees('Jij schrijft. Hamid leest mee.');
  await hamid.sees('Noor typt nu.');
  await hamid.reads('Wij zien');
  await expect.element(hamid.why).toHaveAttribute('readonly');
  expect(hamid.button('Ik typ verder').elements()).toHaveLength(0);
});

test('the pen is asked for, and given by one tap; the text goes along and is no version beside itself', async () => {
  const { noor, hamid } = await twoPhones();
  await noor.why.fill('Wij zien dit');
  await hamid.button('Vraag om de pen').click();
  await hamid.sees('Je vroeg om de pen.');
  await noor.sees('Hamid vraagt om de pen.');
  await noor.button('Geef de pen aan Hamid').click();
  await hamid.sees('Jij schrijft. Noor leest mee.');
  await hamid.reads('Wij zien dit');
  await hamid.why.fill('Wij kennen dit');
  await noor.reads('Wij kennen dit');
  for (const { screen } of [noor, hamid]) expect(screen.getByText(/bewaard\.$/).elements()).toHaveLength(0);
});

test('a pen that lies idle for a minute is taken over; the text from before stays a version on both phones', async () => {
  const { fake, noor, hamid } = await twoPhones();
  await noor.why.fill('Van Noor');
  await hamid.sees('Noor typt nu.');
  fake.wait(penIdleAfter);
  await hamid.sees('Noor typt nu even niet.');
  await hamid.button('Ik typ verder').click();
  await hamid.reads('Van Noor');
  await hamid.why.fill('Van Hamid');
  await noor.reads('Van Hamid');
  await noor.sees('Jouw eigen versie');
  await hamid.sees('De versie van Noor');
  await hamid.button('Zet terug').click();
  for (const phone of [noor, hamid]) await phone.reads('Van Noor');
  await hamid.sees('Jouw eigen versie');
});

test('a phone that is away is taken over at once; what it wrote meanwhile comes beside the other’s text on both', async () => {
  const { fake, noor, hamid } = await twoPhones();
  await noor.why.fill('Van ons');
  await hamid.reads('Van ons');
  fake.setStatus('offline');
  await noor.why.fill('Van ons, in de tunnel');
  await hamid.sees('De telefoon van Noor is even weg.');
  await hamid.button('Ik typ verder').click();
  await hamid.why.fill('Van ons, op het station');
  fake.setStatus('online');
  for (const phone of [noor, hamid]) {
    await phone.reads('Van ons, op het station');
    await phone.sees('Van ons, in de tunnel');
  }
  await noor.sees('Hamid typt nu.');
  await noor.sees('Jouw eigen versie');
  await hamid.sees('De versie van Noor');
});

test('F25: both write without a network; back again both texts are there, the same one in both forms, in either order', async () => {
  for (const first of ['noor', 'hamid'] as const) {
    localStorage.clear();
    const { fake, noor, hamid } = await twoPhones();
    const phones = { noor: fake, hamid: fake.other };
    fake.setStatus('offline');
    fake.other.setStatus('offline');
    await noor.why.fill('Noor in de tunnel');
    await hamid.why.fill('Hamid in de lift');
    phones[first].setStatus('online');
    phones[first === 'noor' ? 'hamid' : 'noor'].setStatus('online');
    for (const phone of [noor, hamid]) {
      await phone.reads('Hamid in de lift');
      await phone.sees('Noor in de tunnel');
    }
    await noor.sees('Jouw eigen versie');
    await hamid.sees('De versie van Noor');
    await noor.unmount();
    await hamid.unmount();
  }
});

test('F25: both send without a network; the last stands, and both are told of the other', async () => {
  const { fake, noor, hamid } = await twoPhones();
  fake.setStatus('offline');
  fake.other.setStatus('offline');
  await noor.why.fill('Noor in de tunnel');
  await noor.button('Versturen zodra het kan').click();
  await hamid.why.fill('Hamid in de lift');
  await hamid.button('Versturen zodra het kan').click();
  fake.setStatus('online');
  fake.acknowledge();
  fake.other.setStatus('online');
  fake.other.acknowledge();
  for (const phone of [noor, hamid]) {
    await phone.sees('Hamid in de lift');
    await phone.sees('Noor in de tunnel');
  }
  await noor.sees('Jouw eigen versie');
  await hamid.sees('De versie van Noor');
  await noor.button('Zet terug').click();
  await noor.reads('Noor in de tunnel');
});

test('the last letters, typed while the other took over, are not lost and do not jump into the other’s text', async () => {
  const { fake, noor, hamid } = await twoPhones();
  await noor.why.fill('Ik was');
  await hamid.reads('Ik was');
  fake.asHamid({ type: 'TakePen', unit: fake.unit });
  await hamid.sees('Noor typt nu.');
  fake.wait(penIdleAfter);
  await hamid.button('Ik typ verder').click();
  await hamid.why.fill('Hij was');
  await noor.reads('Hij was');
  await noor.sees('Ik was');
});

test('who wrote offline while the partner had the pen is given it back, and puts the own text back', async () => {
  const { fake, noor } = await twoPhones();
  await noor.why.fill('Eerst dit');
  await noor.button('Geef de pen aan Hamid').click();
  fake.hamidTypes('Hamid schrijft dit');
  await noor.reads('Hamid schrijft dit');
  fake.setStatus('offline');
  await noor.button('Ik typ verder').click();
  await noor.why.fill('Mijn eigen versie');
  fake.setStatus('online');
  await noor.reads('Hamid schrijft dit');
  await noor.button('Vraag om de pen').click();
  // A phone hands over the text that stands on it as it is then.
  fake.hamidTypes('Hamid schrijft dit');
  fake.asHamid({ type: 'PassPen', unit: fake.unit, seat: fake.room.seat.seat });
  await noor.sees('Jij schrijft. Hamid leest mee.');
  await noor.reads('Hamid schrijft dit');
  await noor.sees('Mijn eigen versie');
  const own = noor.screen.getByRole('complementary').filter({ hasText: 'Mijn eigen versie' });
  await own.getByRole('button', { name: 'Zet terug' }).click();
  await noor.reads('Mijn eigen versie');
});
