/** Signing in at one's organisation in a real browser: invited and in, off, in again, and a plain no for who was not invited. */
import type { Browser, Page } from '@playwright/test';
import * as own from '../../shared/words/account.nl.ts';
import { freePort } from '../support/free-port.ts';
import { oidcClient, startProvider, type TestProvider } from '../support/oidc-provider.ts';
import { sitAtDesk } from './support/desk.ts';
import { inBothThemes } from './support/desk-states.ts';
import { test as base, expect, sizes } from './support/journey.ts';
import { type Program, runProgram } from './support/program.ts';

const test = base.extend<{ provider: TestProvider; program: Program }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern
  provider: async ({}, use) => {
    const provider = await startProvider();
    await use(provider);
    await provider.stop();
  },
  program: async ({ provider }, use) => {
    // The address to come back to is registered before the program starts.
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    provider.open(`${url}/api/sign-in/organisation/back`);
    const oidc = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: oidcClient.id, OIDC_CLIENT_SECRET: oidcClient.secret };
    const program = await runProgram({ settings: { PORT: String(port), PUBLIC_URL: url, ...oidc } });
    await use(program);
    await program.end();
  },
});

/** A browser that may leave this origin, and says all that it asked elsewhere and what a page's policy refused. */
async function openBrowser(browser: Browser, { url }: Program, size: { width: number; height: number }) {
  const context = await browser.newContext({ viewport: size, locale: 'nl-NL', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    const fromHere = page.url().startsWith(url);
    if (!request.url().startsWith(url) && fromHere && !isPage) elsewhere.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') elsewhere.push(message.text());
  });
  return { page, elsewhere, close: () => context.close() };
}
async function typeWho(page: Page, who: string): Promise<void> {
  await page.getByLabel('Wie ben je?').fill(who);
  await page.keyboard.press('Enter');
}

test('who was invited comes in by their organisation, with one’s own name, and once more after signing off; another hears no (P1, P3)', async ({
  program,
  provider,
  screens,
  browser,
}) => {
  const look = inBothThemes(['welcome: organisation', 'organisation: name', 'sign in: off', 'sign in: not invited']);
  provider.people.set('anke', { name: 'Mw. A. de Vries' });
  const boss = sitAtDesk(await screens.open(sizes.desk));
  await boss.signIn(program.url, program.key);
  await boss.page.getByRole('link', { name: boss.words.home.account }).click();
  await boss.button(own.people.invite).click();
  const link = await boss.page.getByLabel(own.people.link).inputValue();

  const anke = await openBrowser(browser, program, sizes.tablet);
  const desk = sitAtDesk(anke.page);
  await anke.page.goto(link);
  await expect(desk.button(own.welcome.organisation)).toBeVisible();
  await look.see(anke.page, 'welcome: organisation');
  await desk.button(own.welcome.organisation).click();
  await typeWho(anke.page, 'anke');
  const name = anke.page.getByLabel(own.choosing.name);
  await expect(name).toHaveValue('Mw. A. de Vries');
  await expect(name).toBeFocused();
  await look.see(anke.page, 'organisation: name');
  await name.fill('Anke');
  await anke.page.keyboard.press('Enter');
  await expect(anke.page.getByRole('heading', { level: 1, name: desk.words.home.title })).toBeVisible();
  expect(new URL(anke.page.url()).hash, 'nothing of the round stays in the address').toBe('');

  await desk.button(desk.words.home.signOff).click();
  await expect(anke.page.getByRole('alert')).toHaveText(desk.words.signIn.stillAtOrganisation);
  await expect(anke.page.getByRole('link', { name: desk.words.signIn.signOffThere })).toBeVisible();
  await look.see(anke.page, 'sign in: off');
  // The organisation still knows her.
  await desk.button(desk.words.signIn.organisation).click();
  await expect(anke.page.getByRole('heading', { level: 1, name: desk.words.home.title })).toBeVisible();
  expect(anke.elsewhere).toEqual([]);
  await anke.close();

  const stranger = await openBrowser(browser, program, sizes.phone);
  await stranger.page.goto(`${program.url}/bureau`);
  await stranger.page.getByRole('button', { name: boss.words.signIn.organisation }).click();
  await typeWho(stranger.page, 'vreemde');
  await expect(stranger.page.getByRole('alert')).toHaveText(own.organisation.no.notInvited);
  await look.see(stranger.page, 'sign in: not invited');
  expect(stranger.elsewhere).toEqual([]);
  await stranger.close();
  expect(look.missing()).toEqual([]);
});
