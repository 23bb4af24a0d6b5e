/** The summary from "not there yet" to withdrawn: at the desk, on a phone, by a link, on paper, and as files. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { words as phoneWords } from '../../shared/words/phone.nl.ts';
import { words } from '../../shared/words/summary.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { inBothThemes, summaryStates } from './support/desk-states.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone } from './support/phone.ts';
import { localLink, script, scriptTitle } from './support/win.ts';

const long = 'Wij herkennen dit, maar vooral op donderdag, als er tijd is om samen te kijken wat iemand nodig heeft. ';

test('a summary is read when it is published and gone when it is withdrawn; on paper no card is cut; files come down (A4, D3, V4; laws 9, 24, 25)', async ({
  program,
  screens,
}, info) => {
  test.setTimeout(120_000);
  const look = inBothThemes(summaryStates);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  await desk.signIn(program.url, program.key);
  await desk.plan(scriptTitle, { title: 'Werkplaats Wijk', place: 'Veldhoven', partner: 'De Combinatie' });
  const { link } = await desk.share();
  await desk.close();
  const phones = [holdPhone(await screens.open(sizes.phone)), holdPhone(await screens.open(sizes.phone))] as const;
  for (const [i, phone] of phones.entries()) {
    await phone.join(localLink(link, program.url), 'student', `Noorverhaal ${i}`);
    await phone.sees(phoneWords.waiting.title);
  }
  const [writer] = phones;
  for (const step of ['welkom', 'waarom', 'def-lezen', 'def-duo']) await desk.next(script, step);
  await writer.meet();
  await writer.fillIn('Deels', long.repeat(3).trim());
  await writer.send();
  for (const step of ['def-gesprek', 'ken-lezen', 'ken-duo']) await desk.next(script, step);
  await writer.fillIn('Ja', 'De naasten ontbreken.');
  await writer.send();
  await desk.next(script, 'ken-gesprek');
  await desk.page.getByRole('textbox', { name: desk.words.notes.label }).first().fill('Maak de naasten zichtbaar.');
  await desk.button(desk.words.notes.add).first().click();
  for (const step of ['model-uitleg', 'model-groepen', 'model-duo']) await desk.next(script, step);
  for (let i = 0; i < 3; i++) {
    await writer.fillIn('Deels', `${long.repeat(2)}Onderdeel ${i + 1}.`);
    await writer.send();
    if (i < 2) await writer.next();
  }
  for (const step of ['model-gesprek', 'oogst', 'vervolg', 'feedback', 'bedankt']) await desk.next(script, step);
  await desk.button(desk.words.next.closeSession).click();
  await desk.page.getByRole('link', { name: desk.words.next.toSummary }).first().click();

  // A draft, for the desk alone.
  const { page } = desk;
  await expect(page.getByText(words.draft).first()).toBeVisible();
  await expect(page).toHaveTitle(words.pageTitle('Werkplaats Wijk'));
  await look.see(page, 'summary: draft');

  // Not published: the phone and a link say so, and a page without a link says what belongs there.
  await page.getByRole('button', { name: words.makeLink }).click();
  const teamLink = localLink(await page.getByLabel(words.newLink).inputValue(), program.url);
  const team = await screens.open({ width: 1200, height: 900 });
  await team.goto(`${program.url}/samenvatting`);
  await expect(team.getByRole('heading', { level: 1, name: words.missingTitle })).toBeVisible();
  await look.see(team, 'summary: no link');
  await team.goto(teamLink);
  await expect(team.getByRole('heading', { level: 1, name: words.unpublishedTitle })).toBeVisible();
  await look.see(team, 'summary: not published');
  const [reader] = phones;
  await reader.sees(phoneWords.thanks.later);

  // Published: both come by themselves; nobody's name is in it; nothing runs off sideways.
  await page.getByRole('button', { name: words.publish }).first().click();
  await page.getByLabel(words.introduction).fill('Dit hoorden wij.');
  await look.see(page, 'summary: publish');
  await page.getByRole('dialog').getByRole('button', { name: words.publish }).click();
  await expect(page.getByText(words.publishedTitle(1))).toBeVisible();
  await look.see(page, 'summary: published');
  await reader.page.getByRole('link', { name: phoneWords.thanks.summary }).click();
  for (const one of [team, reader.page]) {
    await expect(one.getByText('Dit hoorden wij.')).toBeVisible();
    await expect(one.getByText(/vooral op donderdag/).first()).toBeVisible();
    await expect(one.getByText(/Noorverhaal/)).toHaveCount(0);
    await expect(one).toHaveTitle(words.pageTitle('Werkplaats Wijk'));
    await expect(one.locator('html')).toHaveAttribute('lang', 'nl');
    for (const width of [320, 390, 1200]) {
      await one.setViewportSize({ width, height: 900 });
      expect(await one.evaluate(() => document.documentElement.scrollWidth), `${width} wide`).toBeLessThanOrEqual(
        width,
      );
    }
  }
  await look.see(team, 'summary: read by link');
  await onPaper(team, info.outputPath('samenvatting.pdf'));

  await downloads(page, (name) => info.outputPath(name));

  // Withdrawn: the open pages lose it at their next look; published again, it comes back; the link revoked, it is gone.
  await page.getByRole('button', { name: words.withdrawSummary }).click();
  await expect(page.getByText(words.withdrawSummaryDone)).toBeVisible();
  for (const one of [team, reader.page]) {
    await expect(one.getByRole('heading', { level: 1, name: words.unpublishedTitle })).toBeVisible();
    await expect(one.getByText(/vooral op donderdag/)).toHaveCount(0);
  }
  await page.getByRole('button', { name: words.undo }).click();
  await expect(page.getByText(words.publishedTitle(1))).toBeVisible();
  await expect(team.getByText('Dit hoorden wij.')).toBeVisible();
  await page.getByRole('button', { name: words.revokeLink }).click();
  await expect(page.getByText(words.revoked)).toBeVisible();
  await expect(team.getByRole('heading', { level: 1, name: words.goneTitle })).toBeVisible();
  await expect(team.getByText('Dit hoorden wij.')).toHaveCount(0);
  await look.see(team, 'summary: link gone');

  expect(look.missing(), 'every state of the summary was looked at').toEqual([]);
});

/** Law 24: white A4 without a control on it; a card is either whole, or longer than a page and cut between its parts. */
async function onPaper(page: Page, path: string): Promise<void> {
  // The width between the margins of an A4 sheet.
  await page.setViewportSize({ width: Math.round((180 / 25.4) * 96), height: 1000 });
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
  for (const control of await page.getByRole('button').all()) await expect(control).toBeHidden();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const cut = await page.evaluate(() => {
    const sheet = ((297 - 16 - 18) / 25.4) * 96;
    const whole = (element: Element) => getComputedStyle(element).breakInside === 'avoid';
    const parts = '.panel, blockquote, article, figure, li, tr';
    return [...document.querySelectorAll(`main :is(${parts})`)]
      .filter((element) => !element.querySelector(parts) && element.getBoundingClientRect().height < sheet)
      .filter((element) => {
        for (let up: Element | null = element; up; up = up.parentElement) if (whole(up)) return false;
        return true;
      })
      .map((element) => `${element.tagName}.${element.className}: ${(element.textContent ?? '').trim().slice(0, 40)}`);
  });
  expect(cut, 'what may be cut over two pages').toEqual([]);
  const pdf = await page.pdf({ path, format: 'A4', preferCSSPageSize: true, tagged: true, outline: true });
  const text = pdf.toString('latin1');
  const sheets = text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(sheets).toBeGreaterThan(1);
  expect(sheets).toBeLessThanOrEqual(Math.ceil(height / 900) + 3);
  expect(text).toMatch(/\/Lang\s*\(nl/);
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1200, height: 900 });
}

/** Every way out of the desk's summary, with what belongs in it; only the archive, the owner's own, holds names. */
async function downloads(page: Page, place: (name: string) => string): Promise<void> {
  await page.getByText(words.exports.title, { exact: false }).first().click();
  const get = async (kind: keyof typeof words.exports.kinds): Promise<string> => {
    const { name } = words.exports.kinds[kind];
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).first().click(),
    ]);
    const path = place(download.suggestedFilename());
    await download.saveAs(path);
    return readFileSync(path, 'utf8');
  };
  const markdown = await get('markdown');
  expect(markdown).toMatch(/^# Werkplaats Wijk\n/);
  expect(markdown).toContain('Maak de naasten zichtbaar.');
  expect(markdown).toContain('vooral op donderdag');
  const excel = await get('csv-excel');
  expect(excel.startsWith('\uFEFF'), 'Excel is told that it is UTF-8').toBe(true);
  expect(excel).toContain('vooral op donderdag');
  const csv = await get('csv');
  expect(csv.split('\n')[0]).toMatch(/^[a-z_A-Z]+(,[a-z_A-Z]+)+\r?$/);
  expect(csv).toContain('Ook bij vraag 2 iets.');
  expect(await get('counts-csv')).toContain(',');
  const json = await get('json');
  expect(JSON.stringify(JSON.parse(json))).toContain('Ook bij vraag 2 iets.');
  for (const file of [markdown, excel, csv, json]) expect(file).not.toContain('Noorverhaal');
  const archive = await get('archive');
  expect(JSON.parse(archive)).toMatchObject({ session: expect.any(String), sha256: expect.any(String) });
  expect(archive).toContain('Noorverhaal');
}
