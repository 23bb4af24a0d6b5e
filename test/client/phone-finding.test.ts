// By the people: a number to show, a number to type, and a kind sentence for each way in which it can go wrong.
import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Finding from '../../client/phone/room/Finding.svelte';
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
