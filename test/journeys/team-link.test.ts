/** A team reads along by its link, on a phone: password, comment, versions, and gone when it is revoked. How soon is held by client/reading.test.ts, on a clock of its own. */
import { words } from '../../shared/words/summary.nl.ts';
import { axeOver } from './support/axe.ts';
import { sitAtDesk } from './support/desk.ts';
import { expect, sizes, test } from './support/journey.ts';
import { take } from './support/pictures.ts';
import { localLink, script, scriptTitle } from './support/win.ts';

const password = 'Blauwe fiets 7';
const said = 'Dit klopt met wat wij in de wijk zien.';
const states = ['password', 'wrong password', 'reading', 'comment', 'desk', 'gone'] as const;

test('a team opens the summary with a password, comments, reads an earlier version, and has nothing left once the link is revoked (V4, A4, P1)', async ({
  program,
  screens,
}, info) => {
  test.setTimeout(120_000);
  const look = axeOver(states);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  await desk.signIn(program.url, program.key);
  await desk.plan(scriptTitle, { title: 'Werkplaats Wijk', place: 'Veldhoven', partner: 'De Combinatie' });
  for (const step of ['welkom', 'waarom', 'def-lezen', 'def-duo']) await desk.next(script, step);
  const session = new URL(desk.page.url()).hash.slice('#sessie='.length);
  const { page } = desk;
  await page.goto(`${program.url}/samenvatting#sessie=${session}`);

  // Arranged and published, with a link that asks for a password and lets its readers comment.
  await page.getByText(words.arrange.title).click();
  await page.getByRole('button', { name: words.arrange.retitle }).first().click();
  await page.getByLabel(words.arrange.ownTitle).fill('Wat is een werkplaats?');
  await page.getByRole('button', { name: words.arrange.saveTitle, exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Wat is een werkplaats?' })).toBeVisible();
  const publish = async (introduction: string) => {
    await page.getByRole('button', { name: words.publish }).first().click();
    await page.getByLabel(words.introduction).fill(introduction);
    await page.getByRole('dialog').getByRole('button', { name: words.publish }).click();
  };
  await publish('Zo begonnen wij.');
  await expect(page.getByText(words.publishedTitle(1))).toBeVisible();
  await page.getByLabel(words.linkLasts).selectOption(words.linkDays[7]);
  await page.getByLabel(words.linkPassword).fill(password);
  await page.getByLabel(words.comments.allow).check();
  await page.getByRole('button', { name: words.makeLink }).click();
  const link = localLink(await page.getByLabel(words.newLink).inputValue(), program.url);
  await take(page, 'team-link-desk-1440', true);
  await look.see(page, 'desk');

  // On a phone: a wrong password says so, the right one opens.
  const team = await screens.open(sizes.phone);
  await team.goto(link);
  await expect(team.getByRole('heading', { level: 1, name: words.lockedTitle })).toBeVisible();
  await look.see(team, 'password');
  await team.getByLabel(words.password).fill('Rode fiets 7');
  await team.getByRole('button', { name: words.openSummary }).click();
  await expect(team.getByText(words.passwordWrong)).toBeVisible();
  await take(team, 'team-link-wrong-390');
  await look.see(team, 'wrong password');
  await team.getByLabel(words.password).fill(password);
  await team.getByRole('button', { name: words.openSummary }).click();
  await expect(team.getByText('Zo begonnen wij.')).toBeVisible();
  await look.see(team, 'reading');

  // A comment is at the desk and with the others of this link; another tab of the team asks for the password again.
  await team.getByRole('button', { name: words.comments.start }).first().click();
  await team.getByLabel(words.comments.yours).fill(said);
  await take(team, 'team-link-comment-390');
  await look.see(team, 'comment');
  await team.getByRole('button', { name: words.comments.send }).click();
  await expect(team.getByText(words.comments.said.sent)).toBeVisible();
  await expect(page.getByText(said, { exact: true })).toBeVisible();
  const wide = await screens.open({ width: 1200, height: 900 });
  await wide.goto(link);
  await wide.getByLabel(words.password).fill(password);
  await wide.getByRole('button', { name: words.openSummary }).click();
  await expect(wide.getByText(said, { exact: true })).toBeVisible();
  await expect(wide.getByRole('button', { name: words.comments.withdraw })).toHaveCount(0);

  // Hidden at the desk it is gone there; shown again it is back; a second version comes by itself, the first stays to be read.
  await page
    .getByRole('button', { name: /in de wijk zien|Dit klopt met/ })
    .first()
    .click();
  await expect(wide.getByText(said, { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: words.undo }).click();
  await expect(wide.getByText(said, { exact: true })).toBeVisible();
  await publish('Zo gaan wij verder.');
  await expect(wide.getByText('Zo gaan wij verder.')).toBeVisible();
  await wide.getByLabel(words.versionChoice).selectOption('1');
  await expect(wide.getByText('Zo begonnen wij.')).toBeVisible();
  await take(wide, 'team-link-version-1200', true);
  await expect(team.getByText('Zo gaan wij verder.')).toBeVisible();
  await take(team, 'team-link-reading-390', true);
  for (const one of [team, wide]) {
    const width = one.viewportSize()?.width ?? 0;
    expect(await one.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }

  // Revoked: nothing of it is on either page.
  const began = Date.now();
  await page.getByRole('button', { name: words.revokeLink }).click();
  for (const one of [team, wide]) {
    await expect(one.getByRole('heading', { level: 1, name: words.goneTitle })).toBeVisible();
    await expect(one.getByText(/Zo (begonnen|gaan) wij|in de wijk zien/)).toHaveCount(0);
  }
  info.annotations.push({ type: 'gone after', description: `${Date.now() - began} ms` });
  await look.see(team, 'gone');
  expect(look.missing()).toEqual([]);
});
