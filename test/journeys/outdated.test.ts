/** A page that was open while the server was updated: it comes anew by itself, once, and loses nothing (A3). */
import type { Page } from '@playwright/test';
import { words as deskWords } from '../../shared/words/desk.nl.ts';
import { words } from '../../shared/words/phone.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { expect, sizes, test } from './support/journey.ts';
import { leaderOf } from './support/lead.ts';
import { holdPhone } from './support/phone.ts';
import { localLink, scriptTitle } from './support/win.ts';

const written = 'Vooral op donderdag.';

/** This page says hello as one of another version would, as long as `isOld` stands on it. */
async function mayBeOld(page: Page): Promise<void> {
  // Else its files come from its own worker, and not by the road that is changed here.
  await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
  await page.route('**/assets/session-*.js', async (route) => {
    const response = await route.fetch();
    const source = await response.text();
    expect(source).toMatch(/protocol:\d+,/);
    await route.fulfill({ response, body: source.replace(/protocol:(\d+),/, 'protocol:window.isOld?0:$1,') });
  });
}
const growOld = (page: Page) => page.evaluate(() => Object.assign(window, { isOld: true }));
const loadsOf = (page: Page) => {
  const loads: string[] = [];
  page.on('framenavigated', (frame) => frame === page.mainFrame() && loads.push(frame.url()));
  return loads;
};
/** The line goes and comes back: the page says hello again. */
async function blink(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await expect(page.getByText(words.bar.offline)).toBeVisible();
  await page.context().setOffline(false);
}

test('a phone of an earlier version loads itself anew: not while somebody types, not twice, and with all that was written (A3)', async ({
  program,
  screens,
}) => {
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  await session.guest('Hamid');
  const phone = holdPhone(await screens.open(sizes.phone));
  const { page, button } = phone;
  const text = page.getByRole('textbox').first();
  await mayBeOld(page);
  await phone.join(session.link, 'docent', 'Noor');
  await phone.sees(words.waiting.title);
  await session.open('def-duo');
  await phone.meet();
  await phone.fillIn('Deels', written);
  const loads = loadsOf(page);
  await growOld(page);
  await text.focus();
  await blink(page);
  await phone.sees(words.bar.outdated);
  await text.fill(`${written} En vrijdag.`);
  await button(words.answer.sendLater).click();
  await expect.poll(() => loads.length).toBe(1);
  // Under way when the page went: it arrives, once.
  await session.desk.waitFor('the answers', () => session.answers().length === 3);
  await phone.sees(`${written} En vrijdag.`);

  // A server whose own pages are of another version than itself: then it is said, and nothing turns round and round.
  await page.addInitScript(() => Object.assign(window, { isOld: true }));
  await growOld(page);
  await blink(page);
  await phone.sees(words.bar.outdated);
  expect(loads).toHaveLength(1);
  await button(words.bar.refresh).click();
  await expect.poll(() => loads.length).toBe(2);
  await phone.sees(words.bar.outdated);
  lead.leave();
});

/** Runs in the page before all else. */
function denyStorage(): void {
  Object.defineProperty(window, 'localStorage', {
    get() {
      throw new DOMException('denied', 'SecurityError');
    },
  });
}

test('a phone that keeps nothing, and a desk, only say it: there words would go (A3)', async ({ program, screens }) => {
  const desk = sitAtDesk(await screens.open(sizes.desk));
  const phone = holdPhone(await screens.open(sizes.phone, { before: denyStorage }));
  const pages = [phone.page, desk.page];
  for (const page of pages) await mayBeOld(page);
  await desk.signIn(program.url, program.key);
  await desk.plan(scriptTitle, { title: 'Werkplaats', place: 'Veldhoven', partner: '' });
  const { link } = await desk.share();
  await desk.close();
  await phone.join(localLink(link, program.url));
  await phone.sees(words.waiting.title);
  const loads = pages.map(loadsOf);
  for (const page of pages) await growOld(page);
  await program.kill('SIGTERM');
  await program.start();
  await phone.sees(words.bar.outdatedHere);
  await expect(desk.page.getByText(deskWords.bar.outdated)).toBeVisible();
  expect(loads.flat()).toEqual([]);
  await desk.button(deskWords.bar.refresh).click();
  await expect(desk.page.getByRole('button', { name: deskWords.bar.share }).first()).toBeVisible();
  await expect(desk.page.getByText(deskWords.bar.outdated)).toHaveCount(0);
});

test('a phone whose next part is gone from the server loads itself anew at the first touch, and comes in', async ({
  program,
  screens,
}) => {
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  const phone = holdPhone(await screens.open(sizes.phone));
  const gone = '**/assets/Room-*.js';
  await phone.page.route(gone, (route) => route.fulfill({ status: 404, body: 'gone' }), { times: 1 });
  await phone.page.goto(session.link);
  const loads = loadsOf(phone.page);
  await phone.page.getByLabel(words.who.alone).click();
  await expect.poll(() => loads.length).toBe(1);
  await phone.page.getByLabel(words.who.name).fill('Noor');
  await phone.button(words.who.join).click();
  await phone.sees(words.waiting.title);
  lead.leave();
});

test('a part that the network keeps back is asked for until it comes: the room stands there, and goes on with it (A3)', async ({
  program,
  screens,
}) => {
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  await session.guest('Hamid');
  const phone = holdPhone(await screens.open(sizes.phone));
  const { page } = phone;
  await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
  let isAway = true;
  /** What the lobby does not need: the part itself, and whatever it may bring along. */
  const later =
    /\/assets\/(?!(?:phone|base|ui|start|first|content|session|rolldown-runtime|Room|room)[.-])[\w.-]+\.(?:js|css)/;
  await page.route(later, (route) => (isAway ? route.abort() : route.continue()));
  // As without a network: the page finds no server to load itself anew from.
  await page.route(
    ({ pathname }) => pathname === '/',
    (route) => (route.request().method() === 'HEAD' ? route.abort() : route.continue()),
  );
  await phone.join(session.link, 'docent', 'Noor');
  await phone.sees(words.waiting.title);
  const loads = loadsOf(page);
  await session.open('def-duo');
  await phone.sees(words.oneMoment);
  await phone.button(words.bar.menu).click();
  isAway = false;
  await page.getByRole('dialog').getByRole('button', { name: words.close, exact: true }).click();
  await phone.meet();
  // With its styles, which did not come at first either.
  await expect
    .poll(() => page.evaluate(() => [...document.styleSheets].length))
    .toBe(await page.evaluate(() => document.querySelectorAll('link[rel=stylesheet], style').length));
  await phone.fillIn('Deels', written);
  await phone.send();
  expect(loads).toEqual([]);
  lead.leave();
});
