/** The new screens of the other dialogues: who moved, the I-CVI, and agreements, at the desk, on the wall and in the summary. */
import type { Page } from '@playwright/test';
import type { Joined } from '../../shared/api.ts';
import type { Command } from '../../shared/commands.ts';
import { words as english } from '../../shared/words/desk.en.ts';
import { words as summaryEnglish } from '../../shared/words/summary.en.ts';
import { words as summaryDutch } from '../../shared/words/summary.nl.ts';
import { words as wallEnglish } from '../../shared/words/wall.en.ts';
import { words as wallDutch } from '../../shared/words/wall.nl.ts';
import { brokenWords } from '../support/broken-words.ts';
import { connect, newCommandId } from '../support/client.ts';
import { sitAtDesk } from './support/desk.ts';
import { expect, sizes, test } from './support/journey.ts';
import { take, takeDarkAndPrinted } from './support/pictures.ts';
import { readScript } from './support/script.ts';

/** A phone without a page. */
async function join(url: string, link: string, perspectives: string[] = []) {
  const body = { entry: link.split('#')[1], commandId: newCommandId(), people: 1, perspectives, name: '' };
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/join`, { method: 'POST', headers, body: JSON.stringify(body) });
  const joined = (await answer.json()) as Joined;
  const phone = await connect(url, joined.ticket);
  const must = async (command: Command) => expect(await phone.command(command)).toMatchObject({ ok: true });
  return { ...phone, joined, must };
}

async function openWall(wall: Page, url: string, code: string, words: typeof wallDutch): Promise<string> {
  await wall.goto(`${url}/wand`);
  await wall.getByLabel(words.open.code).fill(code);
  await wall.getByRole('button', { name: words.open.go }).click();
  return (await wall.getByText(/^\d{4}$/).innerText()).trim();
}

test('agreements with who and when are typed at the desk and stand on the wall and in the summary; one is changed, one goes and comes back (V3, D1)', async ({
  program,
  screens,
}) => {
  test.setTimeout(120_000);
  const script = readScript('terugblik');
  const desk = sitAtDesk(await screens.open(sizes.desk));
  await desk.signIn(program.url, program.key);
  await desk.button(desk.words.home.plan).first().click();
  const plan = desk.dialog();
  await plan.getByRole('radio', { name: script.title.nl ?? '' }).check({ force: true });
  await plan.getByLabel(desk.words.plan.name).fill('Terugblik');
  await plan.getByRole('button', { name: desk.words.plan.go }).click();
  const { link, code } = await desk.share();
  const wall = await screens.open(sizes.wall);
  await desk.confirmWall(await openWall(wall, program.url, code, wallDutch));
  await desk.close();
  const phones = await Promise.all([0, 1, 2].map(() => join(program.url, link)));
  for (const step of ['kaarten', 'bespreken', 'sterren', 'afspraken']) {
    await desk.next(script, step);
    if (step !== 'kaarten') continue;
    for (const [i, phone] of phones.entries()) {
      await phone.waitFor('the cards', () => phone.state().step === 'kaarten');
      await phone.must({
        ...{ type: 'SubmitAnswer', unit: phone.joined.seat, step, item: 'beter', prompt: 'card' },
        values: { text: { kind: 'text', text: `Meer tijd om te leren, ${i}` } },
      });
    }
  }
  const { page, words } = desk;
  const panel = page.getByRole('region', { name: words.agreements.title });
  const made = [
    ['Elke maand een uur samen terugkijken, ook met de cliënt', 'De docenten', '2026-12-18'],
    ['Eén rooster voor school en werkplaats', 'De teamleider', '2027-01-15'],
    ['We vragen de wijkraad om mee te denken', '', ''],
  ] as const;
  for (const [what, who, when] of made) {
    await panel.getByLabel('Wat?').fill(what);
    await panel.getByLabel('Wie?').fill(who);
    await panel.getByLabel('Wanneer?').fill(when);
    await panel.getByRole('button', { name: words.agreements.add }).click();
    await expect(wall.getByText(what)).toBeVisible();
    await expect(panel.getByLabel('Wat?')).toHaveValue('');
  }
  await expect(wall.getByText('De docenten')).toBeVisible();
  await take(page, 'dialogues-desk-agreements');
  await take(wall, 'dialogues-wall-agreements');
  await panel.getByRole('button', { name: words.agreements.edit }).first().click();
  await panel.getByRole('listitem').getByLabel('Wie?').fill('De docenten en de studenten');
  await panel.getByRole('button', { name: words.agreements.save }).click();
  await expect(wall.getByText('De docenten en de studenten')).toBeVisible();
  await panel.getByRole('button', { name: words.agreements.remove }).last().click();
  await expect(wall.getByText(made[2][0])).toHaveCount(0);
  await page.getByRole('button', { name: words.undo, exact: true }).first().click();
  await expect(wall.getByText(made[2][0])).toBeVisible();
  await page.setViewportSize(sizes.tablet);
  await take(page, 'dialogues-desk-agreements-1024');
  await page.setViewportSize(sizes.desk);
  await desk.next(script, 'bedankt');
  await desk.button(desk.words.next.closeSession).click();
  const summary = await desk.openSummary();
  const part = summary.getByRole('region', { name: summaryDutch.agreements });
  await expect(part.getByText('De docenten en de studenten')).toBeVisible();
  await expect(part.getByText('15 januari 2027')).toBeVisible();
  await part.scrollIntoViewIfNeeded();
  await take(summary, 'dialogues-summary-agreements');
  for (const [name, size] of Object.entries({ 390: sizes.phone, 320: sizes.narrow })) {
    await summary.setViewportSize(size);
    await part.scrollIntoViewIfNeeded();
    await take(summary, `dialogues-summary-agreements-${name}`);
    expect(await summary.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await takeDarkAndPrinted(summary, 'dialogues-summary-agreements');
  for (const phone of phones) phone.stop();
});

test('who moved stands on desk, wall and summary with its n, and the I-CVI as a fraction with its bound (D3)', async ({
  program,
  screens,
}) => {
  test.setTimeout(120_000);
  const script = readScript('definition-check');
  const desk = sitAtDesk(await screens.open(sizes.desk, { english: true }), english, 'en');
  await desk.signIn(program.url, program.key);
  await desk.button(desk.words.home.plan).first().click();
  const plan = desk.dialog();
  await plan.getByRole('radio', { name: script.title.en ?? '' }).check({ force: true });
  await plan.getByLabel(desk.words.plan.name).fill('Definition');
  const definition =
    'A professional workplace is an authentic environment in which students, professionals and clients learn together.';
  await plan.getByRole('textbox', { name: 'Definition' }).last().fill(definition);
  await plan.getByRole('button', { name: desk.words.plan.go }).click();
  const { link, code } = await desk.share();
  const wall = await screens.open(sizes.wall, { english: true });
  await desk.confirmWall(await openWall(wall, program.url, code, wallDutch));
  await desk.close();
  const phones = await Promise.all(Array.from({ length: 8 }, () => join(program.url, link, ['teacher'])));
  const ratings = { alone: '12334433', again: '33344443' } as const;
  for (const step of ['read', 'alone', 'pairs', 'talk', 'again', 'moved']) {
    await desk.next(script, step);
    if (step !== 'alone' && step !== 'again') continue;
    for (const [i, phone] of phones.entries()) {
      await phone.waitFor(step, () => phone.state().step === step);
      for (const [j, prompt] of ['relevant', 'recognisable', 'usable', 'complete'].entries())
        await phone.must({
          ...{ type: 'SubmitAnswer', unit: phone.joined.seat, step, item: 'item-1', prompt },
          values: { judgement: { kind: 'judgement', choices: [ratings[step][(i + j) % 8] ?? '1'] } },
        });
    }
  }
  await expect(desk.page.getByRole('heading', { name: english.shift.title })).toBeVisible();
  await desk.button(english.wall.modes.shift).click();
  await expect(wall.getByRole('heading', { name: wallEnglish.shift.title })).toBeVisible();
  await expect(wall.getByRole('table')).toHaveCount(4);
  await expect(wall.getByText(wallEnglish.shift.same(4, 8)).first()).toBeVisible();
  await take(desk.page, 'dialogues-desk-shift');
  await take(wall, 'dialogues-wall-shift');
  await desk.next(script, 'end');
  await desk.button(desk.words.next.closeSession).click();
  const summary = await desk.openSummary();
  await expect(summary.getByText('6/8', { exact: true })).toBeVisible();
  await expect(summary.getByText(summaryEnglish.validity.needed(7, 8))).toBeVisible();
  await expect(summary.getByRole('table', { name: summaryEnglish.shift.title })).toHaveCount(4);
  for (const [name, size] of Object.entries({ 1440: sizes.desk, 390: sizes.phone, 320: sizes.narrow })) {
    await summary.setViewportSize(size);
    await summary.getByText('6/8', { exact: true }).scrollIntoViewIfNeeded();
    await take(summary, `dialogues-summary-validity-${name}`);
    await summary.getByRole('table').first().scrollIntoViewIfNeeded();
    await take(summary, `dialogues-summary-shift-${name}`);
    expect(await summary.evaluate(brokenWords, 'table'), name).toEqual([]);
    expect(await summary.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await takeDarkAndPrinted(summary, 'dialogues-summary-shift');
  for (const phone of phones) phone.stop();
});
