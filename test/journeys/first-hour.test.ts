/** The first hour: somebody who never saw the program is shown what it is, practises with one phone, and prints for the room. */
import type { Page } from '@playwright/test';
import { about } from '../../shared/words/about.nl.ts';
import { help } from '../../shared/words/help.nl.ts';
import { words as phoneWords } from '../../shared/words/phone.nl.ts';
import { words as summaryWords } from '../../shared/words/summary.nl.ts';
import { readPdf } from '../support/read-pdf.ts';
import { axeOver } from './support/axe.ts';
import { sitAtDesk } from './support/desk.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone } from './support/phone.ts';
import { take } from './support/pictures.ts';
import { localLink, scriptTitle } from './support/win.ts';

const states = [
  'about',
  'help: page',
  'help: home',
  'guide: home',
  'guide: desk',
  'ready',
  'help: desk',
  'help: wall',
  'help: summary',
  'print',
] as const;

test('a facilitator without sessions is led through a first one, each step ticked by what happened; help is on every screen (A4, P1; laws 5, 20)', async ({
  program,
  screens,
}) => {
  test.setTimeout(120_000);
  const axe = axeOver(states, { themes: true });
  const see = async (page: Page, state: (typeof states)[number]) => {
    await axe.see(page, state);
    await take(page, `hour-${state.replaceAll(/\W+/g, '-')}`);
  };
  const helpOn = async (page: Page, state: (typeof states)[number], topic: string) => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: help.title })).toBeVisible();
    await expect(page.getByText(topic)).toBeVisible();
    await see(page, state);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };

  // Without a code: what this is, and back to the code; the help, for who has a question.
  const phone = holdPhone(await screens.open(sizes.phone));
  await phone.page.goto(program.url);
  await phone.page.getByRole('link', { name: phoneWords.join.about }).click();
  await expect(phone.page.getByRole('heading', { name: about.kept.title })).toBeVisible();
  await expect.poll(() => phone.page.getByRole('img').count()).toBe(4);
  await see(phone.page, 'about');
  await phone.page.getByRole('link', { name: about.try.help }).click();
  await expect(phone.page.getByText(help.topics.phone['join']?.title ?? '')).toBeVisible();
  await phone.page.getByLabel(help.search).fill('herstelcode');
  await expect(phone.page.getByText(help.topics.phone['moved']?.says[0] ?? '')).toBeVisible();
  await see(phone.page, 'help: page');

  const desk = sitAtDesk(await screens.open(sizes.desk));
  const { page, button, words, dialog } = desk;
  await desk.signIn(program.url, program.key);
  const guide = page.getByRole('region', { name: words.guide.title });
  const isNow = (step: keyof typeof words.guide.steps) =>
    expect(guide.locator('[aria-current=step]')).toContainText(words.guide.steps[step].title);
  await isNow('made');
  await see(page, 'guide: home');
  await page.setViewportSize(sizes.narrow);
  const over = await page.evaluate(() => {
    const root = document.documentElement;
    // Twice as large as a desk has them.
    root.style.fontSize = '187.5%';
    const by = root.scrollWidth - innerWidth;
    root.style.fontSize = '';
    return by;
  });
  expect(over).toBe(0);
  await page.setViewportSize(sizes.desk);
  await helpOn(page, 'help: home', help.topics.home['first']?.title ?? '');

  await guide.getByRole('button', { name: words.guide.make }).click();
  await isNow('wall');
  const [wall] = await Promise.all([
    page.context().waitForEvent('page'),
    guide.getByRole('link', { name: words.share.openWall }).click(),
  ]);
  await page.bringToFront();
  await isNow('phone');
  await see(page, 'guide: desk');
  const { link } = await desk.share();
  await desk.close();
  await phone.join(localLink(link, program.url));
  await phone.sees(phoneWords.waiting.title);
  await isNow('started');

  // The list before a session has seen the same, and keeps what is ticked by hand.
  await button(words.ready.look).click();
  await expect(dialog().getByText(words.ready.items.wall)).toBeVisible();
  await dialog().getByLabel(new RegExp(words.ready.items.power)).check();
  await see(page, 'ready');
  await desk.close();
  await helpOn(page, 'help: desk', help.topics.desk['join']?.title ?? '');

  await button(/^Start: Een vraag/).click();
  await isNow('shown');
  await phone.fillIn('ja', 'Aan de pauze, toen iedereen bleef.');
  await phone.send();
  await expect(wall.getByText('Aan de pauze, toen iedereen bleef.')).toBeVisible();
  await isNow('summary');
  await wall.bringToFront();
  await helpOn(wall, 'help: wall', help.topics.wall['full']?.title ?? '');
  const [summary] = await Promise.all([
    page.context().waitForEvent('page'),
    guide.getByRole('link', { name: words.guide.openSummary }).click(),
  ]);
  await expect(summary.getByText('Aan de pauze, toen iedereen bleef.').first()).toBeVisible();
  await helpOn(summary, 'help: summary', help.topics.summary['draft']?.title ?? '');
  await expect(summary.getByRole('button', { name: summaryWords.help })).toBeVisible();

  // Seen it all: it says so, goes when it is put away, and does not come back.
  await page.bringToFront();
  await expect(guide.getByText(words.guide.finished)).toBeVisible();
  await guide.getByRole('button', { name: words.close }).click();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Een vraag' })).toBeVisible();
  await expect(guide).toHaveCount(0);
  await button(words.bar.back).click();
  await expect(page.getByRole('heading', { level: 1, name: words.home.title })).toBeVisible();
  await expect(guide).toHaveCount(0);
  expect(axe.missing()).toEqual(['print']);
});

test('what is printed for the room fits on A4: how to join on one page, a sheet for each question, ten cards to a page, and nobody’s name (P1; law 24)', async ({
  program,
  screens,
}) => {
  const axe = axeOver(states);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  const { page, words, dialog } = desk;
  await desk.signIn(program.url, program.key);
  await desk.plan(scriptTitle, { title: `Werkmiddag${'g'.repeat(150)}`, place: 'Veldhoven', partner: '' });
  const { code } = await desk.share();
  const href = await dialog().getByRole('link', { name: words.print.open }).getAttribute('href');
  await page.goto(program.url + href);
  await page.reload();
  const want = (name: string | RegExp) => page.getByLabel(name).setChecked(true);
  const printed = async () => {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const folder = process.env['PICTURES'];
    if (folder) (await import('node:fs')).writeFileSync(`${folder}/hour-${Date.now()}.pdf`, pdf);
    return (await readPdf(pdf)).pages;
  };

  /** What stands beside its sheet, also words alone. */
  const tooWide = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.sheet, .sheet *')]
        .filter((one) => {
          const sheet = one.closest('.sheet');
          if (!sheet) return false;
          const isOut = one.getBoundingClientRect().right > sheet.getBoundingClientRect().right + 1;
          return isOut || (one === sheet && one.scrollWidth > one.clientWidth);
        })
        .map((one) => one.outerHTML.slice(0, 80)),
    );

  await want(words.print.offline);
  await expect(page.getByRole('img').first()).toBeVisible();
  expect(await tooWide()).toEqual([]);
  await axe.see(page, 'print');
  await take(page, 'hour-print');
  const [only = '', ...more] = await printed();
  expect(more).toEqual([]);
  expect(only.replaceAll(' ', '').toLowerCase()).toContain(code.toLowerCase());

  await want(words.print.cards);
  await page.getByLabel(words.print.cardsFor).fill('25');
  const cards = await printed();
  expect(cards).toHaveLength(1 + 3);

  await page.getByLabel(words.print.cards).setChecked(false);
  await page.getByLabel(words.print.join).setChecked(false);
  await want(/^De vragen op papier/);
  const sheets = await page.locator('.sheet').count();
  expect(sheets).toBeGreaterThan(3);
  const questions = await printed();
  expect(questions.length).toBe(sheets);
  expect(await tooWide()).toEqual([]);
});
