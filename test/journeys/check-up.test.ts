/** The operator's self-check as a page: from the start page, with what is wrong first and what to do about it. */
import { checks, frame, outcomes } from '../../shared/words/check-up.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { inBothThemes } from './support/desk-states.ts';
import { expect, sizes, test } from './support/journey.ts';

// What it looks for is about files: with a database other things are wrong.
test.use({ alone: true });

test('from the start page one sees what is wrong with the server, each with its remedy, and comes back (P3)', async ({
  program,
  screens,
}) => {
  const look = inBothThemes(['home: check-up']);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  const { page, words } = desk;
  await desk.signIn(program.url, program.key);
  await page.getByRole('link', { name: words.home.checkUp }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.home.checkUp })).toBeVisible();
  const wrong = page.getByRole('region', { name: outcomes.wrong });
  for (const text of checks.backupMade) await expect(wrong.getByText(text)).toBeVisible();
  await expect(page.getByText(checks.contentPolicy[0])).toBeVisible();
  await look.see(page, 'home: check-up');
  await page.getByRole('button', { name: frame.again }).click();
  await expect(page.getByRole('status').filter({ hasText: 'niet goed' })).toBeVisible();
  await page.getByRole('button', { name: frame.back }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.home.title })).toBeVisible();
});
