/** A phone without a network, shut and opened again: what was written stands there, and goes on being written (A3, A4). */
import type { Page } from '@playwright/test';
import { words } from '../../shared/words/phone.nl.ts';
import { expect, sizes, test } from './support/journey.ts';
import { leaderOf } from './support/lead.ts';
import { holdPhone } from './support/phone.ts';

const written = 'Vooral op donderdag.';
const filesAreKept = (page: Page) =>
  expect
    .poll(() => page.evaluate(async () => Boolean(navigator.serviceWorker.controller) && (await caches.keys()).length))
    .toBe(1);
const keptFor = (page: Page) =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .map((one) => one.join('='))
      .join('\n'),
  );

test('without a network a phone opens again as it was, writes on, and what it sends arrives once (A1, A3, A4)', async ({
  program,
  screens,
}) => {
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  const hamid = await session.guest('Hamid');
  const first = await screens.open(sizes.phone);
  const phone = holdPhone(first);
  await phone.join(session.link, 'docent', 'Noor');
  await phone.sees(words.waiting.title);
  await filesAreKept(first);
  await session.open('def-duo');
  await phone.meet();
  await phone.fillIn('Deels', written);
  // The last change rests a moment before it is kept.
  await expect.poll(() => keptFor(first)).toContain('"step":"def-duo"');

  // The worker has no network either.
  await program.kill('SIGTERM');
  await first.context().setOffline(true);
  await first.reload();
  const text = first.getByRole('textbox').first();
  await expect(text).toHaveValue(written);
  await phone.sees(words.bar.saved);
  await text.fill(`${written} En vrijdag.`);
  // The browser threw the tab away: another one opens by the address.
  await first.close();
  const second = holdPhone(await first.context().newPage());
  await second.page.goto(program.url);
  await expect(second.page.getByRole('textbox').first()).toHaveValue(`${written} En vrijdag.`);
  await second.button(words.answer.sendLater).click();
  await expect(second.page.getByText(words.answer.sent)).toHaveCount(0);
  await second.page.reload();
  await second.sees(words.bar.pending(3));
  expect(session.answers()).toHaveLength(0);

  await program.start();
  await second.page.context().setOffline(false);
  await second.sees(words.answer.sent);
  await session.desk.waitFor('the answers', () => session.answers().length === 3);
  expect(session.answers().map(({ version }) => version)).toEqual([1, 1, 1]);

  // Of what others wrote or are called, and of what the room was shown, nothing lies on this phone.
  await hamid.client.waitFor('the answers', () => hamid.client.state().answers.size === 3);
  await session.open('def-gesprek');
  await expect.poll(() => keptFor(second.page)).toContain('"step":"def-gesprek"');
  expect(await keptFor(second.page)).not.toContain('Hamid');

  // Who leaves leaves nothing: no files of the program either, and no worker.
  await second.button(words.bar.menu).click();
  await second.button(words.leave.button).click();
  await second.button(words.leave.yes).click();
  await second.sees(words.join.left);
  const left = () =>
    second.page.evaluate(async () => [
      ...(await caches.keys()),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      ...Object.keys(localStorage),
    ]);
  await expect.poll(left).toEqual([]);
  lead.leave();
});

test('a server that answers is always asked for its own page, also where an earlier one was kept', async ({
  program,
  screens,
}) => {
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  const page = await screens.open(sizes.phone);
  const phone = holdPhone(page);
  await phone.join(session.link, 'docent', 'Noor');
  await phone.sees(words.waiting.title);
  await filesAreKept(page);
  // As an update would: the page that was kept is not that of the server any more.
  await page.evaluate(async () => {
    const [name = ''] = await caches.keys();
    await (await caches.open(name)).put(
      '/',
      new Response('<p>Van vorige week', { headers: { 'content-type': 'text/html' } }),
    );
  });
  await page.reload();
  await phone.sees(words.waiting.title);
  await program.kill('SIGTERM');
  await page.reload();
  await phone.sees('Van vorige week');
  await program.start();
  await page.reload();
  await phone.sees(words.waiting.title);
  lead.leave();
});
