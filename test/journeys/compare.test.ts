/** Sessions of one script beside one another: found at the desk, chosen, read on a phone, a laptop and paper (D3, V4, P1). */
import type { Page } from '@playwright/test';
import { words as english } from '../../shared/words/summary.en.ts';
import { words } from '../../shared/words/summary.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { expect, sizes, test } from './support/journey.ts';
import { lookOver } from './support/look.ts';
import { take } from './support/pictures.ts';
import { changedQuestion, threeSessions } from './support/three-sessions.ts';
import { scriptTitle } from './support/win.ts';

const { compare } = words;
const states = ['compare: choose', 'compare: side by side', 'compare: opened', 'compare: English'] as const;

test('three sessions stand beside one another with their counts, quotes and new themes; what is hidden or deleted goes from the open page (D3, V4, P1; laws 9, 24, 25)', async ({
  program,
  screens,
}, info) => {
  test.setTimeout(120_000);
  const look = lookOver(states);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  const { page } = desk;
  await desk.signIn(program.url, program.key);
  for (const archive of threeSessions()) await bringIn(page, archive);
  await page.reload();

  // Found at the desk, where two sessions of one script have answers.
  const region = page.getByRole('region', { name: desk.words.home.compare });
  await take(page, 'compare-home');
  await region.getByRole('link', { name: scriptTitle }).click();
  await expect(page.getByRole('group', { name: compare.choose }).getByRole('checkbox')).toHaveCount(3);
  await look.see(page, 'compare: choose');
  await take(page, 'compare-choose');

  // By keyboard: one is not enough, and that is said.
  const boxes = page.getByRole('checkbox');
  await boxes.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(compare.wrongNumber(1));
  for (const box of await boxes.all()) await box.check();
  await page.getByRole('button', { name: compare.go }).click();

  // In order of date, each with who it was; counts with their n; what was not discussed is no zero.
  const cards = page.getByRole('region', { name: compare.sessions }).getByRole('listitem');
  await expect(cards).toHaveCount(3);
  await expect(cards.nth(0)).toContainText('Lunetzorg');
  await expect(cards.nth(0)).toContainText("12 duo's; 24 mensen");
  const model = page.getByRole('table').filter({ hasText: compare.states.notDiscussed }).first();
  await expect(model).toBeVisible();
  await expect(page.getByText(/^n = \d+ duo/).first()).toBeVisible();
  await expect(page.getByText('%')).toHaveCount(0);
  await expect(page.getByText(/Noorverhaal/)).toHaveCount(0);
  await page.setViewportSize({ width: 1200, height: 900 });
  await look.see(page, 'compare: side by side');

  // Changed words are marked, and both can be read; quotes open in a column a session, in the language written.
  await expect(page.getByText(compare.changed.wording).first()).toBeVisible();
  await page.getByText(compare.texts).first().click();
  await expect(page.getByText(changedQuestion).first()).toBeVisible();
  const opener = page.getByRole('button', { name: /citaten/ }).nth(2);
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
  const column = page.getByRole('region', { name: new RegExp(`^${compare.session(3)}: .*Den Bosch`) });
  await expect(column.getByText(/samen te kijken/).first()).toHaveAttribute('lang', 'nl');
  const themes = page.getByRole('region', { name: compare.themes });
  await expect(themes.getByText(compare.isNew, { exact: true })).toHaveCount(1);
  await expect(themes.getByRole('listitem').filter({ hasText: 'Wie bewaart de vragen?' }).last()).toContainText(
    compare.isNew,
  );
  await look.see(page, 'compare: opened');
  await take(page, 'compare-1200', true);
  await page.setViewportSize({ width: 390, height: 844 });
  await take(page, 'compare-390', true);
  await page.setViewportSize({ width: 1200, height: 900 });

  await onPaper(page, (name) => info.outputPath(name));

  // In English: the page speaks it, what people wrote stays as they wrote it.
  await page.getByRole('button', { name: words.language }).click();
  await expect(page.getByRole('heading', { level: 1, name: english.compare.title })).toBeVisible();
  await expect(
    column
      .or(page.getByRole('region', { name: /^Session 3: .*Den Bosch/ }))
      .getByText(/samen te kijken/)
      .first(),
  ).toBeVisible();
  await look.see(page, 'compare: English');

  // An answer is hidden in the session's own summary: the open page loses its words, and says that it is there.
  const summary = await page.context().newPage();
  await summary.goto(`${program.url}/samenvatting#sessie=derde`);
  await expect(page.getByText(/1 hidden/)).toHaveCount(0);
  await summary
    .getByRole('button', { name: new RegExp(`^${english.hide}`) })
    .first()
    .click();
  await expect(summary.getByText(english.hidDone)).toBeVisible();
  await page.bringToFront();
  await expect(page.getByText(/1 hidden/).first()).toBeVisible();
  await summary.close();

  // One of them deleted elsewhere: nothing of it stays on the open page.
  await page.evaluate(() => fetch('/api/sessions/derde', { method: 'DELETE' }));
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByText(english.compare.goneSession)).toBeVisible();
  await expect(page.getByText(/samen te kijken/)).toHaveCount(0);
  await expect(page.getByRole('checkbox')).toHaveCount(2);
  expect(look.missing(), 'every state was looked at').toEqual([]);
});

async function bringIn(page: Page, archive: string): Promise<void> {
  const status = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/api/import', { method: 'POST', headers, body })).status;
  }, archive);
  expect(status).toBe(200);
}

/** Law 24, upright and on its side: no control; a row or card is whole, but for a row whose quotes are open: those are. */
async function onPaper(page: Page, place: (name: string) => string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  for (const control of await page.getByRole('button').all()) await expect(control).toBeHidden();
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(li, tr:where(.cells, .line):not(.open))')]
      .filter((one) => getComputedStyle(one).breakInside !== 'avoid')
      .map((one) => one.textContent?.trim().slice(0, 40)),
  );
  expect(cut, 'what may be cut over two pages').toEqual([]);
  for (const [name, landscape] of [
    ['staand', false],
    ['liggend', true],
  ] as const) {
    const path = place(`vergelijk-${name}.pdf`);
    const pdf = await page.pdf({ path, format: 'A4', landscape, tagged: true, outline: true });
    const text = pdf.toString('latin1');
    expect(text.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(1);
    expect(text).toMatch(/\/Lang\s*\(nl/);
  }
  await page.emulateMedia({ media: 'screen' });
}
