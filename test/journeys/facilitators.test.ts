/** Two facilitators of one server: a passphrase, an invitation, a session shared and taken back, signed off from elsewhere, removed. */
import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { acts, choosing, frame, passphrase, people, removal, signIns, welcome } from '../../shared/words/account.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { inBothThemes } from './support/desk-states.ts';
import { expect, sizes, test } from './support/journey.ts';
import { lookOver } from './support/look.ts';
import { localLink, scriptTitle } from './support/win.ts';

const states = [
  'account: no passphrase',
  'account: problems',
  'account: people',
  'account: welcome',
  'account: of a newcomer',
  'account: removal',
  'account: acts',
  'account: sign in',
];
const homes = ['home: without a passphrase', 'home: shared', 'desk: shared with a colleague'];
const mine = 'vier ezels op een natte zolder';
const theirs = 'zeven lege kruiwagens in mei';

const passphraseIn = (page: Page) => page.getByRole('textbox', { name: choosing.passphrase, exact: true });
/** By keyboard: a passphrase is typed, and Enter sends it. */
async function chooses(page: Page, name: string, words: string): Promise<void> {
  await page.getByRole('textbox', { name: choosing.name, exact: true }).fill(name);
  await passphraseIn(page).fill(words);
  await page.keyboard.press('Enter');
}

test('the first chooses a passphrase, lets another in, shares a session and takes it back; each sees their own (V1, P1)', async ({
  program,
  screens,
}) => {
  test.setTimeout(150_000);
  const [look, others] = [lookOver(states), inBothThemes(homes)];
  const desk = sitAtDesk(await screens.open(sizes.desk));
  const { page, words, button, dialog } = desk;
  const see = async (on: Page, state: string) => {
    await (homes.includes(state) ? others : look).see(on, state);
    // To look at by hand: PICTURES=folder.
    const folder = process.env['PICTURES'];
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    for (const size of [sizes.desk, sizes.tablet, sizes.phone]) {
      const before = on.viewportSize() ?? size;
      await on.setViewportSize(size);
      await on.screenshot({ path: `${folder}/${state.replaceAll(/\W+/g, '-')}-${size.width}.png`, fullPage: true });
      await on.setViewportSize(before);
    }
  };

  // The key lets in; a passphrase is offered, and what it means to have none is said.
  await desk.signIn(program.url, program.key);
  await expect(page.getByText(words.home.noPassphrase)).toBeVisible();
  await see(page, 'home: without a passphrase');
  await page.getByRole('link', { name: words.home.choosePassphrase }).click();
  await expect(page.getByRole('heading', { level: 1, name: frame.title })).toBeFocused();
  await expect(page.getByText(passphrase.none)).toBeVisible();
  await see(page, 'account: no passphrase');
  await chooses(page, 'Dorien', 'te kort');
  await expect(page.getByRole('alert')).toHaveText(choosing.problems.short);
  await expect(passphraseIn(page)).toBeFocused();
  await see(page, 'account: problems');
  await chooses(page, 'Dorien', 'wachtwoord wachtwoord');
  await expect(page.getByRole('alert')).toHaveText(choosing.problems.common);
  await page.getByRole('button', { name: choosing.show }).first().click();
  await expect(passphraseIn(page)).toHaveAttribute('type', 'text');
  await chooses(page, 'Dorien', mine);
  await expect(page.getByText(passphrase.chosen).first()).toBeVisible();

  // Somebody new, by a link that is shown once.
  await button(people.invite).click();
  const link = await page.getByLabel(new RegExp(people.link)).inputValue();
  await see(page, 'account: people');
  const other = sitAtDesk(await screens.open(sizes.tablet));
  await other.page.goto(localLink(link, program.url));
  await expect(other.page.getByRole('heading', { level: 1, name: welcome.title })).toBeVisible();
  expect(other.page.url(), 'a link never stays in the address').not.toContain('welkom');
  await chooses(other.page, 'dorien', theirs);
  await expect(other.page.getByRole('alert')).toHaveText(choosing.problems.nameTaken);
  await see(other.page, 'account: welcome');
  await chooses(other.page, 'Anke', theirs);
  await expect(other.page.getByText(words.home.welcome)).toBeVisible();

  // A session of one's own, shared by name.
  await button(frame.back).click();
  await desk.plan(scriptTitle, { title: 'Van Dorien', place: 'Veldhoven', partner: 'De Combinatie' });
  await desk.share();
  await dialog().getByLabel(words.share.colleagueName).fill('Niemand');
  await page.keyboard.press('Enter');
  await expect(dialog().getByRole('alert')).toHaveText(words.share.unknownName);
  await dialog().getByLabel(words.share.colleagueName).fill('anke');
  await page.keyboard.press('Enter');
  await expect(dialog().getByRole('button', { name: words.share.unshareOne('Anke') })).toBeVisible();
  await see(page, 'desk: shared with a colleague');
  // The start page of the other follows by itself.
  await expect(other.page.getByText(words.home.sharedBy('Dorien'))).toBeVisible();
  await see(other.page, 'home: shared');
  await other.button(/: Van Dorien$/).click();
  await expect(other.page.getByRole('heading', { level: 1, name: 'Inloop' })).toBeVisible();
  await dialog()
    .getByRole('button', { name: words.share.unshareOne('Anke') })
    .click();
  await expect(other.page.getByText(words.bar.gone['signedOff'] ?? '')).toBeVisible();
  await other.page.goto(`${program.url}/bureau`);
  await expect(other.page.getByText(words.home.welcome)).toBeVisible();

  // Signed in elsewhere by name and passphrase, and signed off from here.
  const phone = sitAtDesk(await screens.open(sizes.phone));
  await phone.page.goto(`${program.url}/bureau`);
  await phone.page.getByLabel(words.signIn.name, { exact: true }).fill('Anke');
  await passphraseIn(phone.page).fill(mine);
  await phone.page.keyboard.press('Enter');
  await expect(phone.page.getByRole('alert')).toHaveText(words.signIn.wrongPassphrase);
  await see(phone.page, 'account: sign in');
  await passphraseIn(phone.page).fill(theirs);
  await phone.page.keyboard.press('Enter');
  await expect(phone.page.getByRole('heading', { level: 1, name: words.home.title })).toBeVisible();
  await other.page.getByRole('link', { name: 'Anke' }).click();
  const elsewhere = other.page.getByRole('button', { name: new RegExp(`^${signIns.end}:`) });
  await expect(elsewhere).toHaveCount(1);
  await see(other.page, 'account: of a newcomer');
  await elsewhere.click();
  await expect(elsewhere).toHaveCount(0);
  await expect(phone.page.getByRole('heading', { level: 1, name: words.signIn.title })).toBeVisible();

  // Removed: asked is what becomes of their sessions.
  await other.button(frame.back).click();
  await other.plan(scriptTitle, { title: 'Van Anke', place: 'Utrecht', partner: '' });
  await desk.close();
  await page.goto(`${program.url}/bureau#aanmelding`);
  await page.getByLabel(people.moreFor('Anke')).click();
  await page.getByRole('button', { name: people.remove, exact: true }).click();
  await expect(dialog().getByText(removal.sessions(1))).toBeVisible();
  await see(page, 'account: removal');
  await dialog().getByRole('button', { name: removal.go }).click();
  await expect(page.getByText(removal.gone('Anke')).first()).toBeVisible();
  await expect(other.page.getByText(words.bar.gone['signedOff'] ?? '')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('row').filter({ hasText: acts.kinds.removed })).toBeVisible();
  await see(page, 'account: acts');
  await button(frame.back).click();
  await expect(page.getByRole('heading', { level: 3, name: 'Van Anke' })).toBeVisible();
  expect([...look.missing(), ...others.missing()]).toEqual([]);
});
