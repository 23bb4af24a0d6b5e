/** Looking back on a long session: by keyboard and by button, at the desk and by a link, and how soon any moment is there. */
import type { Page } from '@playwright/test';
import { archiveOf } from '../../server/exports/archive.ts';
import { words as summaryWords } from '../../shared/words/summary.nl.ts';
import { words as wallWords } from '../../shared/words/wall.nl.ts';
import { longSession } from '../support/long-session.ts';
import { sitAtDesk } from './support/desk.ts';
import { inBothThemes, replayStates } from './support/desk-states.ts';
import { expect, sizes, test } from './support/journey.ts';
import { take } from './support/pictures.ts';
import { soon, turnsUntil } from './support/timing.ts';
import { localLink } from './support/win.ts';

const words = wallWords.replay;
const lineOf = (page: Page) => page.getByRole('slider', { name: words.moment });
const heard = (page: Page) => lineOf(page).getAttribute('aria-valuetext');
const goTo = (page: Page, step: string) =>
  page.getByLabel(words.goTo).evaluate((select: HTMLSelectElement, wanted) => {
    const found = [...select.options].find((option) => option.textContent?.includes(wanted));
    select.value = found?.value ?? '';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, step);

/**
 * Milliseconds from asking for a moment until it is painted, of moments all over the session; and in between, the same work
 * each time: 25 ms on a machine of 2026 with nothing else to do.
 */
const jumpTimes = (page: Page, jumps: number): Promise<{ times: number[]; works: number[] }> =>
  page.evaluate(async (count) => {
    const line = document.querySelector<HTMLInputElement>('input[type="range"]');
    if (!line) throw new Error('no time line');
    const [times, works]: [number[], number[]] = [[], []];
    let hash = 0;
    const painted = () =>
      new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
    line.dispatchEvent(new PointerEvent('pointerdown'));
    for (let i = 0; i < count; i++) {
      const from = performance.now();
      // Far apart, and never the same twice.
      line.value = String(Number(line.max) * ((i * 0.618) % 1));
      line.dispatchEvent(new Event('input', { bubbles: true }));
      await painted();
      const there = performance.now();
      times.push(there - from);
      if (i % 6) continue;
      for (let n = 0; n < 2e7; n++) hash = (hash * 31 + n) | 0;
      works.push(performance.now() - there);
    }
    if (hash === 1) throw new Error('work that nobody uses may be left out');
    line.dispatchEvent(new PointerEvent('pointerup'));
    return { times, works };
  }, jumps);

test('any of 5,000 moments is there before one notices; the steps by keyboard and ears; a link sees what was published and loses it at once (V1, V4; laws 9, 15, 24, 25)', async ({
  program,
  screens,
}, info) => {
  test.setTimeout(180_000);
  const look = inBothThemes(replayStates);
  const played = longSession(5_000);
  const desk = sitAtDesk(await screens.open({ width: 1200, height: 900 }));
  const { page } = desk;
  await desk.signIn(program.url, program.key);
  const imported = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' };
    const { session } = await (await fetch('/api/import', { method: 'POST', headers, body })).json();
    const made = await fetch(`/api/sessions/${session}/summary-links`, { method: 'POST', headers, body: '{}' });
    return { session: String(session), link: (await made.json()) as { link: string; url: string } };
  }, archiveOf(played.log));
  const team = await screens.open(sizes.phone);
  await team.goto(`${program.url}/terugkijken`);
  await expect(team.getByRole('heading', { name: words.missingTitle })).toBeVisible();
  await look.see(team, 'replay: no link');
  await team.goto(localLink(imported.link.url, program.url).replace('/samenvatting', '/terugkijken'));
  await expect(team.getByRole('heading', { name: words.unpublishedTitle })).toBeVisible();
  await look.see(team, 'replay: not published');

  // At the desk: from the summary to where the first step was opened.
  await page.goto(`${program.url}/samenvatting#sessie=${imported.session}`);
  await page.getByRole('link', { name: summaryWords.replay }).click();
  const line = lineOf(page);
  await expect(line).toBeVisible();
  await expect(page).toHaveTitle(words.pageTitle('Werkplaats Wijk & Welzijn'));
  await look.see(page, 'replay: desk');
  await expect(page.getByText('QR')).toHaveCount(0);

  // By keyboard: steps, moments, the ends; each says where one is.
  await line.focus();
  await page.keyboard.press('Home');
  const first = await heard(page);
  await page.keyboard.press('PageUp');
  const opened = await heard(page);
  await page.keyboard.press('PageUp');
  expect(await heard(page)).toMatch(/^\d\d:\d\d, stap 1, /);
  await page.keyboard.press('PageDown');
  expect(await heard(page)).toBe(opened);
  await page.keyboard.press('PageDown');
  expect(await heard(page)).toBe(first);
  await goTo(page, 'In gesprek: de definitie');
  await line.focus();
  for (let i = 0; i < 240; i++) await page.keyboard.press('ArrowRight');
  expect(await heard(page)).toMatch(/^\d\d:\d\d, stap \d+, .+, \d+ antwoord/);
  await look.see(page, 'replay: cards');
  await take(page, 'replay-cards');
  const there = await heard(page);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  expect(await heard(page)).toBe(there);
  await page.keyboard.press('End');
  expect(await heard(page)).not.toBe(there);

  // By button; it says aloud where one is. Nothing plays by itself, and on this computer only in stills.
  await page.getByRole('button', { name: words.previousStep }).click();
  await expect(page.locator('.bar').getByRole('status')).toHaveText((await heard(page)) ?? '');
  await expect(page.getByText(words.still)).toBeVisible();
  const before = await heard(page);
  await page.getByRole('button', { name: words.play }).click();
  await expect.poll(() => heard(page), { timeout: 10_000 }).not.toBe(before);
  await page.getByRole('button', { name: words.pause }).click();
  await expect(page.getByRole('button', { name: words.play })).toBeVisible();

  // A subgroup's own wall, and words as large as other words.
  await page.getByLabel(words.wall).selectOption({ index: 1 });
  await expect(page.locator('.picture header').getByText(/Subgroep/)).toBeVisible();
  await look.see(page, 'replay: subgroup');
  await page.getByLabel(words.wall).selectOption({ index: 0 });
  await expect(page.locator('.picture header').getByText(/Subgroep/)).toHaveCount(0);
  await page.getByRole('button', { name: words.larger }).click();
  await look.see(page, 'replay: larger');
  await page.getByRole('button', { name: words.smaller }).click();

  // Any moment within 200 ms, drawn, where the work takes 25.
  const { times, works } = await jumpTimes(page, 60);
  const at = (list: number[], share: number) =>
    Math.round(list.toSorted((a, b) => a - b)[Math.floor(list.length * share)] ?? 0);
  const told = `${at(times, 0.5)} ms (half), ${at(times, 0.95)} ms (95 %); the work ${at(works, 0.5)} and ${at(works, 0.95)} ms`;
  info.annotations.push({ type: `a moment of ${played.log.length} events drawn`, description: told });
  expect(at(times, 0.95), told).toBeLessThan(8 * at(works, 0.95));

  // Published: the link sees it on a phone, nothing runs off sideways; hidden at the desk it is gone there at once.
  await page.goto(`${program.url}/samenvatting#sessie=${imported.session}`);
  await page.getByRole('button', { name: summaryWords.publish }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: summaryWords.publish }).click();
  await expect(lineOf(team)).toBeVisible();
  for (const width of [320, 390, 844, 1200]) {
    await team.setViewportSize({ width, height: width === 844 ? 390 : 844 });
    await take(team, `replay-reader-${width}`, true);
    expect(await team.evaluate(() => document.documentElement.scrollWidth), `${width} wide`).toBeLessThanOrEqual(width);
  }
  await look.see(team, 'replay: read by link');
  await expect(team.getByLabel(words.wall)).toHaveCount(0);
  await page.evaluate(
    ({ session, link }) => fetch(`/api/sessions/${session}/summary-links/${link.link}`, { method: 'DELETE' }),
    imported,
  );
  const gone = team.getByRole('heading', { name: words.goneTitle });
  expect(await turnsUntil(team, () => gone.isVisible()), 'turns to the server until it is gone').toBeLessThan(soon);
  await expect(lineOf(team)).toHaveCount(0);
  await look.see(team, 'replay: link gone');
  expect(look.missing()).toEqual([]);
});
