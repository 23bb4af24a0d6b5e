/** A facilitator rehearses the WIN script with people whom the program plays: leads, looks along on two phones and the wall, and reads where time runs out. */
import { say } from '../../shared/script-queries.ts';
import * as editor from '../../shared/words/editor.nl.ts';
import { words as phoneWords } from '../../shared/words/phone.nl.ts';
import { axeOver } from './support/axe.ts';
import { sitAtDesk } from './support/desk.ts';
import { expect, sizes, test } from './support/journey.ts';
import { take } from './support/pictures.ts';
import { script } from './support/win.ts';

// On several nodes there is none.
test.use({ alone: true });

test('from the start page a script is rehearsed at 60 times, seen on all screens, and its report says what is too tight; no trace is left at home', async ({
  program,
  screens,
}) => {
  const axe = axeOver([
    'rehearsal: begin',
    'rehearsal: looking along',
    'rehearsal: report',
    'rehearsal: a step in the editor',
  ]);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  const { page, words } = desk;
  const { rehearsal } = words;
  await desk.signIn(program.url, program.key);
  await desk.button(rehearsal.rehearse).click();
  const begin = desk.dialog();
  await begin.getByLabel(rehearsal.what).selectOption({ label: say(script.title, 'nl') });
  await begin.getByLabel(rehearsal.people).fill('30');
  await begin.getByRole('button', { name: rehearsal.times(60) }).click();
  await take(page, 'rehearsal-begin');
  await axe.see(page, 'rehearsal: begin');
  await begin.getByRole('button', { name: rehearsal.go }).click();

  await expect(page.getByText(rehearsal.band)).toBeVisible();
  await expect(page).toHaveURL(/#oefen=oefen-/);
  await expect(page.getByRole('button', { name: /2\d (mensen|deelnemers)/ })).toBeVisible();
  for (const { id } of script.steps.slice(1, script.steps.findIndex((one) => one.id === 'def-duo') + 1))
    await desk.next(script, id);
  await desk.button(rehearsal.lookAlong).click();
  for (const n of [0, 1]) {
    const phone = page.locator('iframe[src^="/oefentelefoon"]').nth(n).contentFrame();
    await expect(phone.getByRole('heading', { level: 1 })).toHaveCount(1);
    // They have found each other: there is something to answer.
    await expect(phone.getByText('We hebben elkaar gevonden')).toHaveCount(0);
  }
  await expect(
    page.locator('aside iframe[src^="/wand"]').contentFrame().locator('main, [data-mode]').first(),
  ).toBeVisible();
  // They answer by themselves; the clock runs on, and the room is told.
  await expect(page.getByText(/^Oefenantwoord/).first()).toBeAttached();
  await take(page, 'rehearsal-looking');
  await axe.see(page, 'rehearsal: looking along');
  await page.setViewportSize(sizes.tablet);
  await take(page, 'rehearsal-looking-tablet');
  await page.setViewportSize(sizes.desk);
  await desk.button(rehearsal.larger).click();
  await take(page, 'rehearsal-one-phone');
  await desk.button(rehearsal.paused).click();
  await expect(desk.button(rehearsal.paused)).toHaveAttribute('aria-pressed', 'true');

  await desk.button(rehearsal.report).click();
  const report = desk.dialog();
  const step = say(script.steps.find(({ id }) => id === 'def-duo')?.title, 'nl');
  await expect(report.getByRole('row', { name: step })).toContainText('6 min');
  await expect(report.getByText(/^Er is 90 min/)).toBeVisible();
  await expect(report.getByText(rehearsal.notPlayed).first()).toBeVisible();
  await take(page, 'rehearsal-report');
  await axe.see(page, 'rehearsal: report');
  await desk.close();

  await page.setViewportSize(sizes.phone);
  await take(page, 'rehearsal-narrow');
  await page.setViewportSize(sizes.desk);
  await desk.button(rehearsal.stop).click();
  await expect(page.getByRole('heading', { level: 1, name: words.home.title })).toBeVisible();
  await expect(page.getByText(words.home.welcome)).toBeVisible();
  expect(
    await page.evaluate(() =>
      Object.keys(localStorage).filter((key) => key.includes('oefen') || key === 'ig.seat' || key === 'ig.wall'),
    ),
  ).toEqual([]);

  // One step of a script that is being made, on the same screens, beside its form.
  await page.getByRole('link', { name: words.home.scripts }).click();
  await page.getByLabel(editor.list.name).fill('Goed gesprek');
  await desk.button(editor.list.make).click();
  await desk.button(editor.live.show).click();
  await expect(page.getByText(editor.live.shown)).toBeVisible();
  const phone = page.locator('iframe[src^="/oefentelefoon"]').contentFrame();
  await expect(phone.getByText(phoneWords.waiting.title)).toBeVisible();
  await expect(
    page.locator('aside iframe[src^="/wand"]').contentFrame().locator('main, [data-mode]').first(),
  ).toBeVisible();
  const small = page.locator('aside iframe[src^="/bureau"]');
  await small.scrollIntoViewIfNeeded();
  await expect(small.contentFrame().getByRole('heading', { level: 1 })).toBeVisible();
  await take(page, 'rehearsal-of-a-step');
  await axe.see(page, 'rehearsal: a step in the editor');
  const isEnded = page.waitForResponse((one) => one.request().method() === 'DELETE' && one.ok());
  await page.getByRole('link', { name: editor.bar.back }).click();
  await isEnded;
  expect(axe.missing()).toEqual([]);
});
