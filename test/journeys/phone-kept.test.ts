/** Nothing written on a phone is lost (A3), and what is sent counts once (A1): whatever happens to the phone. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { words } from '../../shared/words/phone.nl.ts';
import { operate } from '../support/operate.ts';
import { expect, sizes, test } from './support/journey.ts';
import { leaderOf } from './support/lead.ts';
import { lookOver } from './support/look.ts';
import { holdPhone } from './support/phone.ts';
import { phoneStates } from './support/phone-states.ts';

const written = 'Vooral op donderdag.';
const seatOn = (page: Page): Promise<string> =>
  page.evaluate(() => (JSON.parse(localStorage.getItem('ig.seat') ?? '{}') as { seat: string }).seat);

test('reload, lock, back, a second tab and a dead network: the same seat, the same text, one answer (A1, A3, law 19)', async ({
  program,
  screens,
}) => {
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  const phone = holdPhone(await screens.open(sizes.phone));
  const { page, button } = phone;
  const text = page.getByRole('textbox').first();
  await session.guest('Hamid');
  await phone.join(session.link, 'docent', 'Noor');
  await phone.sees(words.waiting.title);
  const seat = await seatOn(page);

  // Back out of the page, from the waiting room, and forward again.
  await page.goBack();
  await page.goForward();
  await phone.sees(words.waiting.title);
  await session.open('def-duo');
  await phone.meet();
  await phone.fillIn('Deels', written);
  await page.reload();
  await expect(text).toHaveValue(written);

  // Own answers, and the phone's own back button.
  await button(words.bar.menu).click();
  await button(words.own.title).click();
  await phone.sees(words.own.unsent);
  // With what it is about, and what was chosen beside it.
  await expect(page.locator('.card', { hasText: written })).toContainText(/Definitie[\s\S]*deels/);
  await page.goBack();
  await expect(text).toHaveValue(written);

  // The phone is locked and lies in a pocket without a network.
  await page.context().setOffline(true);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await phone.sees(words.bar.saved);
  await text.fill(`${written} En vrijdag.`);
  await page.context().setOffline(false);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByText(words.bar.offline)).toHaveCount(0);
  await expect(text).toHaveValue(`${written} En vrijdag.`);

  // A second tab of the same phone: the same seat, and typing in one shows in the other.
  const tab = holdPhone(await page.context().newPage());
  const tabText = tab.page.getByRole('textbox').first();
  await tab.page.goto(program.url);
  await expect(tabText).toHaveValue(`${written} En vrijdag.`);
  await tabText.fill('In het tweede tabblad.');
  await expect(text).toHaveValue('In het tweede tabblad.');
  await text.fill('In het eerste tabblad.');
  await expect(tabText).toHaveValue('In het eerste tabblad.');
  expect(await seatOn(tab.page)).toBe(seat);

  // Sent in both while the server is dead: once it is back, one answer.
  let refused = 0;
  page.on('requestfailed', (request) => {
    if (request.url().includes('/socket.io/')) refused += 1;
  });
  // Before several nodes there is a proxy, which answers that none is there.
  page.on('response', (response) => {
    if (response.url().includes('/socket.io/') && response.status() >= 500) refused += 1;
  });
  await program.kill('SIGKILL');
  await phone.sees(words.bar.offline);
  await tab.sees(words.bar.offline);
  // A server that is away is no wifi that asks something: what is said is that all is kept.
  await expect.poll(() => refused).toBeGreaterThan(2);
  await expect(page.getByText(words.bar.portal)).toHaveCount(0);
  await phone.sees(words.bar.saved);
  await button(words.answer.sendLater).click();
  await tab.button(words.answer.sendLater).click();
  await expect(page.getByText(words.answer.sent)).toHaveCount(0);
  await program.start();
  await phone.sees(words.answer.sent);
  await tab.sees(words.answer.sent);
  await phone.sees('In het eerste tabblad.');
  await tab.sees('In het eerste tabblad.');
  await session.desk.waitFor('the answers', () => session.answers().length === 3);
  await page.reload();
  await phone.sees('In het eerste tabblad.');
  expect(session.people()).toBe(2);
  expect(await seatOn(page)).toBe(seat);
  lead.leave();
});

test.describe('with its data in files', () => {
  test.use({ alone: true });

  test('a backup is put back: what was sent since is there again without a touch; where its step is not open, it stays on the phone (A3, S4)', async ({
    program,
    screens,
  }) => {
    const lead = await leaderOf(program);
    const session = await lead.plan('Werkplaats');
    const phone = holdPhone(await screens.open(sizes.phone));
    const { button } = phone;
    await session.guest('Hamid');
    await phone.join(session.link, 'docent', 'Noor');
    await phone.sees(words.waiting.title);
    const [early, late] = [
      mkdtempSync(join(tmpdir(), 'in-gesprek-early-')),
      mkdtempSync(join(tmpdir(), 'in-gesprek-late-')),
    ];
    const putBack = async (backup: string) => {
      await program.kill('SIGKILL');
      await operate(program.folder, 'restore-main.ts', backup, '--replace');
      await program.start();
    };
    await operate(program.folder, 'main.ts', early);
    await session.open('def-duo');
    await phone.meet();
    await operate(program.folder, 'main.ts', late);
    await phone.fillIn('Deels', written);
    await button(words.answer.send).click();
    await phone.sees(words.answer.sent);

    await putBack(late);
    await session.desk.waitFor('the answers again', () => session.answers().length === 3);
    await phone.sees(words.answer.sent);
    await phone.sees(written);

    // As it was before the step was opened: nobody sits in a pair yet.
    await putBack(early);
    await phone.sees(words.answer.closedBefore);
    await button(words.answer.lookBack).click();
    await phone.sees(written);
    lead.leave();
  });
});

/** Runs in the page before all else. */
function denyStorage(): void {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  }
}

test('a browser that keeps nothing: one takes part, is warned, and comes back by the recovery code (A3, A4)', async ({
  program,
  screens,
}) => {
  const look = lookOver(phoneStates.denied);
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  await session.guest('Hamid');
  const phone = holdPhone(await screens.open(sizes.phone, { before: denyStorage }));
  const { page, button } = phone;
  const text = page.getByRole('textbox').first();
  await page.goto(session.link);
  await phone.sees(words.join.notKept);
  await look.see(page, 'denied: who');
  await page.getByLabel(words.who.name).fill('Noor');
  await button(words.who.join).click();
  await phone.sees(words.join.notKeptWhy);
  const recovery = await page.getByText(/^[A-Z]{5} [A-Z]{5}$/).innerText();
  await session.open('def-duo');
  await phone.meet();
  await phone.fillIn('Deels', written);
  await phone.sees(words.answer.keptHere);
  await look.see(page, 'denied: writing');

  // Shut and opened: the seat is kept by the code, the text by the server.
  await page.reload();
  await phone.sees(words.join.title);
  await button(words.join.otherPhone).click();
  await page.getByLabel(words.recover.code).fill(recovery);
  await button(words.join.go).click();
  await expect(text).toHaveValue(written);
  await look.see(page, 'denied: back by the recovery code');
  await phone.send();
  await session.desk.waitFor('the answers', () => session.answers().length === 3);
  expect(session.people()).toBe(2);
  expect(look.missing(), 'every state of the list was looked at').toEqual([]);
  lead.leave();
});

test('one’s own seat on another phone: the same seat, and what was typed on the first can be sent there (A3, A4)', async ({
  program,
  screens,
}) => {
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  const hamid = await session.guest('Hamid');
  const first = holdPhone(await screens.open(sizes.phone));
  await first.join(session.link, 'docent', 'Noor');
  await first.sees(words.waiting.title);
  await session.open('def-duo');
  await first.meet();
  await first.fillIn('Deels', written);
  await hamid.client.waitFor('what Noor types', () => JSON.stringify(hamid.client.drafts).includes('bij vraag 3'));
  await first.button(words.bar.menu).click();
  await first.page.getByText(words.code.title).click();
  const recovery = await first.page.getByText(/^[A-Z]{5} [A-Z]{5}$/).innerText();
  await first.page.context().close();

  const second = holdPhone(await screens.open(sizes.phone));
  await second.page.goto(program.url);
  await second.button(words.join.otherPhone).click();
  await second.page.getByLabel(words.recover.code).fill(recovery.toLowerCase());
  await second.button(words.join.go).click();
  await expect(second.page.getByRole('textbox').first()).toHaveValue(written);
  // It stands with the server and not on this phone: then it does not say so.
  await second.sees(words.answer.notSent);
  await expect(second.page.getByText(words.answer.kept)).toHaveCount(0);
  // Nor does a step that closes take it away.
  await session.open('def-gesprek');
  await second.button(words.answer.lookBack).click();
  await second.sees(written);
  // Opened again, the step takes the phone out of its own answers by itself.
  await session.open('def-duo');
  await expect(second.page.getByRole('textbox').first()).toHaveValue(written);
  await second.send();
  await session.desk.waitFor('the answers', () => session.answers().length === 3);
  expect(session.people()).toBe(2);
  lead.leave();
});
