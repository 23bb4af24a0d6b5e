/** A facilitator and a passkey, with the browser's own authenticator: added, used, removed, refused. */
import type { Page } from '@playwright/test';
import * as own from '../../shared/words/account.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { inBothThemes } from './support/desk-states.ts';
import { test as base, expect, sizes } from './support/journey.ts';
import { type Program, runProgram } from './support/program.ts';

/** Browsers give passkeys on this machine itself without https, by its name alone. */
const test = base.extend<{ program: Program }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern
  program: async ({}, use) => {
    const program = await runProgram({ at: 'localhost' });
    await use(program);
    await program.end();
  },
});

async function giveAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

test('one is added, lets in without a name, is removed, and lets nobody in any more; without https the page says why (P1)', async ({
  program,
  screens,
}) => {
  const look = inBothThemes(['account: passkeys', 'sign in: passkey', 'account: no passkeys here']);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  const { page, button, words } = desk;
  const passkeys = page.getByRole('region', { name: own.passkeys.title });
  const openAccount = () => page.getByRole('link', { name: words.home.account }).click();
  await giveAuthenticator(page);
  await desk.signIn(program.url, program.key);
  await openAccount();
  await passkeys.getByLabel(own.passkeys.name).fill('Laptop van het lab');
  await button(own.passkeys.add).click();
  await expect(passkeys.getByText('Laptop van het lab')).toBeVisible();
  await look.see(page, 'account: passkeys');
  // The same device has one already.
  await button(own.passkeys.add).click();
  await expect(passkeys.getByRole('alert')).toHaveText(own.passkeys.cancelled);

  await button(own.frame.back).click();
  await button(words.home.signOff).click();
  await expect(button(words.signIn.passkey)).toBeVisible();
  await look.see(page, 'sign in: passkey');
  await button(words.signIn.passkey).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: words.home.title })).toBeVisible();

  await openAccount();
  await expect(passkeys.getByText(/laatst gebruikt/)).toBeVisible();

  // Removed from elsewhere, at an address without https, while this page still offers it.
  const cookies = await page.context().cookies();
  const elsewhere = await screens.open(sizes.phone, {
    before: () => Object.defineProperty(window, 'isSecureContext', { value: false }),
  });
  await elsewhere.context().addCookies(cookies);
  await page.context().clearCookies();
  await page.goto(`${program.url}/bureau`);
  await elsewhere.goto(`${program.url}/bureau#aanmelding`);
  await expect(elsewhere.getByText(own.passkeys.notSecure)).toBeVisible();
  await expect(elsewhere.getByRole('button', { name: own.passkeys.add })).toHaveCount(0);
  await look.see(elsewhere, 'account: no passkeys here');
  await elsewhere.getByRole('button', { name: own.passkeys.removeOne('Laptop van het lab') }).click();
  await expect(elsewhere.getByText(own.passkeys.neverUsed)).toHaveCount(0);
  await expect(elsewhere.getByText('Laptop van het lab')).toHaveCount(0);
  await button(words.signIn.passkey).click();
  await expect(page.getByRole('alert')).toHaveText(words.signIn.passkeyFailed);
  expect(look.missing()).toEqual([]);
});
