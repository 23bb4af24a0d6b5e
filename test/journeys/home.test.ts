/** The facilitator's home: from the key in the terminal to signing off, with a session planned, repeated, archived and deleted. */
import type { Locator } from '@playwright/test';
import { words as phoneWords } from '../../shared/words/phone.nl.ts';
import { words as wallWords } from '../../shared/words/wall.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { homeStates, inBothThemes } from './support/desk-states.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone } from './support/phone.ts';
import { runProgram } from './support/program.ts';
import { localLink, scriptTitle } from './support/win.ts';

test('a key works once; a session is planned, taken up, repeated, archived, deleted for good and brought back elsewhere (D1, P2)', async ({
  program,
  screens,
  browser,
}, info) => {
  test.setTimeout(120_000);
  const look = inBothThemes(homeStates);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  const { page, button, dialog } = desk;
  const { home, signIn, againDialog, removeDialog } = desk.words;
  const group = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) });
  const archived = page.getByRole('main').getByRole('group').filter({ hasText: home.archive }).first();
  const menuOf = (place: Locator) => place.getByLabel(home.moreFor('Eerste keer'));
  const more = async (place: Locator, what: string) => {
    await menuOf(place).click();
    await place.getByRole('button', { name: what }).click();
  };
  const resume = () => group(home.running).getByRole('button', { name: home.resume }).click();

  // Without a key, with a wrong one, with the right one, which then is spent.
  await page.goto(`${program.url}/bureau`);
  await expect(page.getByRole('heading', { level: 1, name: signIn.title })).toBeVisible();
  await look.see(page, 'home: sign in');
  await page.getByText(signIn.byKey).click();
  await page.getByLabel(signIn.key).fill('geen-sleutel');
  await button(signIn.goKey).click();
  await expect(page.getByRole('alert')).toHaveText(signIn.wrong);
  await look.see(page, 'home: wrong key');
  await page.getByLabel(signIn.key).fill(`${program.url}/bureau#sleutel=${program.key}`);
  await button(signIn.goKey).click();
  await expect(page.getByText(home.welcome)).toBeVisible();
  await look.see(page, 'home: empty');
  const stranger = await screens.open(sizes.phone);
  await stranger.goto(`${program.url}/bureau#sleutel=${program.key}`);
  await expect(stranger.getByRole('alert')).toHaveText(signIn.wrong);
  expect(stranger.url(), 'a key never stays in the address').not.toContain('sleutel');
  await stranger.close();

  // Planned, people come in, taken up where it was.
  await button(home.plan).first().click();
  await look.see(page, 'home: plan');
  await desk.close();
  await desk.plan(scriptTitle, { title: 'Eerste keer', place: 'Veldhoven', partner: 'De Combinatie' });
  const { link } = await desk.share();
  const wallLink = (await dialog().getByRole('link', { name: desk.words.share.openWall }).getAttribute('href')) ?? '';
  await desk.close();
  const phone = holdPhone(await screens.open(sizes.phone));
  await phone.join(localLink(link, program.url), 'student', 'Noor');
  await phone.sees(phoneWords.waiting.title);
  const wall = await screens.open(sizes.wall);
  await wall.goto(program.url + wallLink);
  await expect(wall.getByText(wallWords.welcome.title)).toBeVisible();
  await button(desk.words.bar.back).click();
  await expect(group(home.running).getByText('Veldhoven · De Combinatie')).toBeVisible();
  await expect(group(home.running).getByText(home.people(1))).toBeVisible();
  await look.see(page, 'home: running');
  await resume();
  await expect(page.getByRole('heading', { level: 1, name: 'Inloop' })).toBeVisible();
  await button(desk.words.bar.back).click();

  // Kept longer, with a reason; the day counts from when it was last held.
  const { keeping } = desk.words;
  await more(group(home.running), keeping.act);
  await dialog()
    .getByLabel(keeping.date)
    .fill(new Date(Date.now() + 120 * 86_400_000).toISOString().slice(0, 10));
  await dialog().getByRole('button', { name: keeping.go }).click();
  await expect(dialog().getByRole('alert')).toHaveText(keeping.noReason);
  await look.see(page, 'home: keeping');
  await dialog()
    .getByText(keeping.reasons[0] ?? '')
    .click();
  await dialog().getByRole('button', { name: keeping.go }).click();
  await expect(group(home.running).getByText(keeping.left(120))).toBeVisible();

  // Once more, on another date: place and partner come along, people do not.
  await more(group(home.running), home.again);
  await expect(dialog().getByText(againDialog.help)).toBeVisible();
  await look.see(page, 'home: again');
  await dialog().getByLabel(againDialog.date).fill('2031-05-08');
  await dialog().getByRole('button', { name: againDialog.go }).click();
  await expect(page.getByText(desk.words.bar.nobody).first()).toBeVisible();
  await button(desk.words.bar.back).click();
  await expect(group(home.planned).getByText('Veldhoven · De Combinatie')).toBeVisible();
  await expect(group(home.planned).getByText('8 mei 2031')).toBeVisible();
  await expect(group(home.planned).getByText(home.people(1))).toHaveCount(0);

  // The first is closed: past. Archived, taken back by the undo, archived again and taken out by its own menu.
  await resume();
  await button(desk.words.bar.settings).click();
  await dialog().getByRole('button', { name: desk.words.settings.close }).click();
  await expect(page.getByRole('link', { name: desk.words.next.toSummary }).first()).toBeVisible();
  await button(desk.words.bar.back).click();
  await expect(group(home.past).getByText('Eerste keer').first()).toBeVisible();
  await look.see(page, 'home: past');
  await menuOf(group(home.past)).click();
  await look.see(page, 'home: more');
  await page.keyboard.press('Escape');
  await more(group(home.past), home.archiveIt);
  await expect(page.getByText(home.archived('Eerste keer')).first()).toBeVisible();
  await expect(group(home.past).getByText('Eerste keer')).toHaveCount(0);
  await button(desk.words.undo).click();
  await expect(group(home.past).getByText('Eerste keer').first()).toBeVisible();
  await more(group(home.past), home.archiveIt);
  await page.locator('summary').filter({ hasText: home.archive }).click();
  await look.see(page, 'home: archive');
  await more(archived, home.unarchive);
  await expect(group(home.past).getByText('Eerste keer').first()).toBeVisible();

  // Deletion is asked for, with the way out first and an archive to take along; then it is gone everywhere.
  await more(group(home.past), home.remove);
  await expect(dialog().getByText(removeDialog.noWay)).toBeVisible();
  await expect(dialog().getByRole('button', { name: desk.words.cancel })).toBeFocused();
  await look.see(page, 'home: remove');
  await dialog().getByRole('button', { name: desk.words.cancel }).click();
  await expect(group(home.past).getByText('Eerste keer').first()).toBeVisible();
  await more(group(home.past), home.remove);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog().getByRole('link', { name: removeDialog.download }).click(),
  ]);
  const archive = info.outputPath('archive.json');
  await download.saveAs(archive);
  await dialog().getByRole('button', { name: removeDialog.go }).click();
  await expect(page.getByText(home.removed('Eerste keer')).first()).toBeVisible();
  await expect(group(home.past).getByText('Eerste keer')).toHaveCount(0);
  await phone.sees(phoneWords.gone.deleted);
  await expect(wall.getByText(wallWords.open.deleted)).toBeVisible();

  // Here it never comes back; in another installation it does, and only once.
  const bring = (on: typeof page) => on.getByLabel(home.bringBack).setInputFiles(archive);
  await bring(page);
  await expect(page.getByText(home.removedBefore).first()).toBeVisible();
  const elsewhere = await runProgram();
  try {
    const other = sitAtDesk(await browser.newPage({ viewport: sizes.desk, locale: 'nl-NL' }));
    await other.signIn(elsewhere.url, elsewhere.key);
    await bring(other.page);
    await expect(other.page.getByText(home.broughtBack).first()).toBeVisible();
    await expect(other.page.getByText(home.people(1)).first()).toBeVisible();
    await bring(other.page);
    await expect(other.page.getByText(home.alreadyHere).first()).toBeVisible();
    await other.page.context().close();
  } finally {
    await elsewhere.end();
  }

  // Signed off: the page forgets, and so does the server.
  await button(home.signOff).click();
  await expect(page.getByText(signIn.signedOff)).toBeVisible();
  await look.see(page, 'home: signed off');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: signIn.title })).toBeVisible();

  expect(look.missing(), 'every state of home was looked at').toEqual([]);
});
