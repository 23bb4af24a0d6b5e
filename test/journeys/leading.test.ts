/** A facilitator who does otherwise than the script: themes by keyboard, a question of the moment, a break, a room measured. */
import { words as phoneWords } from '../../shared/words/phone.nl.ts';
import { words as summaryWords } from '../../shared/words/summary.nl.ts';
import { words as wallWords } from '../../shared/words/wall.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone } from './support/phone.ts';
import { take } from './support/pictures.ts';
import { readScript } from './support/script.ts';

const script = readScript('win-professionele-werkplaatsen');
const said = [
  'Er is te weinig tijd voor reflectie.',
  'Reflectie schiet erbij in, want er is geen tijd.',
  'De cliënt ontbreekt in deze beschrijving.',
];

test('themes, a question of the moment, a break and a measured room reach every phone, the wall and the summary (V3, A3, D1)', async ({
  program,
  screens,
}) => {
  test.setTimeout(180_000);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  await desk.signIn(program.url, program.key);
  await desk.plan(script.title.nl ?? '', { title: 'Anders dan gepland', place: 'De Linde', partner: 'De Combinatie' });
  const { link } = await desk.share();
  const wallAddress = await desk.dialog().getByRole('link', { name: desk.words.share.openWall }).getAttribute('href');
  await desk.close();
  const here = (address: string) => address.replace(/^https?:\/\/[^/]+/, program.url);
  const wall = await screens.open(sizes.wall);
  await wall.goto(new URL(wallAddress ?? '', program.url).href);
  const phones = [];
  for (let i = 0; i < 6; i++) {
    const phone = holdPhone(await screens.open(sizes.phone));
    await phone.join(here(link), undefined, `Mens ${i + 1}`);
    phones.push(phone);
  }

  // The room is measured once, and the wall's letters follow.
  await desk.page.getByLabel(desk.words.roomSize.width).fill('3');
  await desk.page.getByLabel(desk.words.roomSize.distance).fill('10');
  await desk.button(desk.words.roomSize.set).click();
  const sizeOf = () => wall.evaluate(() => document.documentElement.style.getPropertyValue('--room'));
  await expect.poll(sizeOf).toBe('1.2');

  for (const step of ['welkom', 'waarom', 'def-lezen', 'def-duo']) await desk.next(script, step);
  const writers = [];
  const duos = new Set<string>();
  for (const phone of phones) {
    const title = await phone.heading(/zijn duo \d/).innerText();
    const duo = /duo (\d+)/.exec(title)?.[1] ?? '';
    if (!duos.has(duo)) writers.push(phone);
    duos.add(duo);
    await phone.begin();
  }
  expect(writers).toHaveLength(3);
  for (const [i, phone] of writers.entries()) {
    await phone.fillIn('Deels', said[i] ?? '');
    await phone.send();
  }
  await desk.next(script, 'def-gesprek');

  // Put together by keyboard alone, named at once, and shown with a dot for each pair.
  await desk.page.keyboard.press('g');
  const tick = desk.page.getByRole('checkbox', { name: new RegExp(desk.words.themes.pick('')) });
  await expect(tick.first()).toBeVisible();
  for (const words of said.slice(0, 2)) {
    const box = desk.page.locator('.bundles label', { hasText: words }).getByRole('checkbox').first();
    await box.focus();
    await desk.page.keyboard.press('Space');
  }
  await desk.button(desk.words.themes.together(2)).focus();
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByLabel(desk.words.themes.name)).toBeFocused();
  await desk.page.keyboard.type('Tijd voor reflectie');
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByRole('region', { name: /^Tijd voor reflectie, 2/ })).toBeVisible();
  await desk.page.getByRole('button', { name: 'Thema’s', exact: true }).click();
  await expect(wall.getByText('Tijd voor reflectie', { exact: true })).toBeVisible();
  await expect(wall.getByText(wallWords.themes.rest, { exact: true })).toBeVisible();
  await take(wall, 'leading-themes-wall');
  await take(desk.page, 'leading-themes-desk');
  await desk.page.keyboard.press('g');

  // A question of the moment, to each alone.
  await desk.button(desk.words.question.short).click();
  await desk.page.getByLabel(desk.words.question.label).fill('Wat vergeten we nog?');
  await desk.dialog().getByRole('button', { name: desk.words.question.ask }).click();
  for (const phone of phones) await expect(phone.heading('Wat vergeten we nog?')).toBeVisible();
  await take(phones[0]?.page ?? desk.page, 'leading-question-phone');
  await desk.button(desk.words.pause.start).click();
  await expect(wall.getByText(wallWords.pause.title, { exact: true })).toBeVisible();
  await take(wall, 'leading-break-wall');
  await take(desk.page, 'leading-break-desk');
  for (const phone of phones) {
    await phone.sees(phoneWords.bar.break);
    await phone.page.getByRole('textbox').first().fill('De mensen die er niet zijn.');
    await phone.send();
  }
  await desk.button(desk.words.pause.end).click();
  await expect(wall.getByText(wallWords.pause.title, { exact: true })).toHaveCount(0);
  await desk.page.getByRole('button', { name: 'Kaarten', exact: true }).click();
  await expect(wall.getByText('De mensen die er niet zijn.').filter({ visible: true }).first()).toBeVisible();
  await take(wall, 'leading-question-wall');

  // The plan: a step is passed over, and the large button goes beyond it.
  await desk.button(desk.words.planning.change).click();
  await desk.button(desk.words.planning.skip('De negen kenmerken')).click();
  await desk.next(script, 'ken-duo');
  await desk.page.getByRole('button', { name: desk.words.bar.settings }).first().click();
  await desk.dialog().getByRole('button', { name: desk.words.settings.close }).click();
  const summary = await desk.openSummary();
  await expect(summary.getByText(summaryWords.draftTitle, { exact: true }).first()).toBeVisible();
  await expect(
    summary.getByText('Wat vergeten we nog? (niet in het draaiboek)').filter({ visible: true }).first(),
  ).toBeVisible();
  await expect(summary.getByText('De mensen die er niet zijn.').filter({ visible: true }).first()).toBeVisible();
});
