// By the people: a number to show, a number to type, and a kind sentence for each way in which it can go wrong.
import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { announcer } from '../../client/phone/announcer.svelte.ts';
import Finding from '../../client/phone/room/Finding.svelte';
import OwnNumber from '../../client/phone/room/OwnNumber.svelte';
import { seatOf } from '../../shared/session/selectors.ts';
import { fakeRoom, freshPhone } from '../support/phone-room.svelte.ts';

beforeEach(freshPhone);

test('spaces are forgiven; one’s own, an unknown and an empty number each get a kind sentence', async () => {
  const fake = fakeRoom();
  const own = seatOf(fake.live.state, fake.room.seat.seat)?.number ?? 0;
  // As it is while people look for each other.
  const screen = await render(Finding, { room: fake.room });
  await expect.element(screen.getByText(String(own))).toBeVisible();
  const go = screen.getByRole('button', { name: 'Samen verder' });
  const number = screen.getByRole('textbox', { name: 'Nummer van je buur' });
  await go.click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Typ eerst het nummer van je buur.');
  await number.fill(` ${String(own).split('').join(' ')} `);
  await go.click();
  expect(fake.live.outbox.pending.at(-1)?.command).toEqual({ type: 'FindPartner', number: own });
  fake.acknowledge();
  await expect.element(screen.getByRole('alert')).toBeVisible();
  await number.fill('1');
  await expect.poll(() => screen.getByRole('alert').elements()).toHaveLength(0);
});

test('who is left over is never asked to find somebody: one tap seats them, and a number that will not do says so (D2)', async () => {
  const fake = fakeRoom();
  fake.setCounts({ seeking: 2, units: 3 });
  const screen = await render(Finding, { room: fake.room });
  await expect.element(screen.getByRole('heading', { name: 'Zoek een partner' })).toBeVisible();
  const join = screen.getByRole('button', { name: 'Ga bij een duo zitten' });
  expect(join.elements()).toHaveLength(0);
  fake.setCounts({ seeking: 1 });
  await expect.element(screen.getByRole('heading', { name: 'Iedereen heeft al een partner' })).toBeVisible();
  await expect.poll(() => announcer.sentence).toContain('Iedereen heeft al een partner');
  await join.click();
  expect(fake.live.outbox.pending.at(-1)?.command).toEqual({ type: 'JoinOtherUnit' });
  fake.acknowledge();
  // Nobody at all to sit with: then there is no such button.
  fake.setCounts({ units: 0 });
  await expect.poll(() => join.elements()).toHaveLength(0);
});

test('one’s own number stays at hand while somebody may ask for it', async () => {
  const fake = fakeRoom();
  const own = seatOf(fake.live.state, fake.room.seat.seat)?.number ?? 0;
  const screen = await render(OwnNumber, { room: fake.room });
  expect(screen.getByText(`Jouw nummer: ${own}`).elements()).toHaveLength(0);
  const finding = { ...fake.live.state, pairing: 'self' as const };
  await render(OwnNumber, { room: { ...fake.room, live: { ...fake.live, state: finding } } });
  await expect.element(screen.getByText(`Jouw nummer: ${own}`)).toBeVisible();
});
