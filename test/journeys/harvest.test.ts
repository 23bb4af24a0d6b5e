/** What a room concludes, from its pairs to the second version of its summary: drawn from answers, asked of all, and checked afterwards. */
import { words } from '../../shared/words/phone.nl.ts';
import { words as summary } from '../../shared/words/summary.nl.ts';
import { words as wallWords } from '../../shared/words/wall.nl.ts';
import { axeOver } from './support/axe.ts';
import { sitAtDesk } from './support/desk.ts';
import { expect, sizes, test } from './support/journey.ts';
import { lookOver } from './support/look.ts';
import { holdPhone, type Phone } from './support/phone.ts';
import { take } from './support/pictures.ts';
import { localLink, script, scriptTitle } from './support/win.ts';

const concluded = 'Grenswerk vraagt een plek in het rooster, niet alleen lef.';
const proposed = 'Noem de cliënt als mede-onderzoeker.';
const minority = ['Bij ons is er tijd genoeg; het lef ontbreekt.', 'Mijn begeleider Piet vindt van niet.'] as const;
const states = [
  ...['desk: a conclusion being made', 'desk: conclusions', 'wall: asked'],
  ...[
    'summary: a phone reads',
    'summary: a check planned',
    'check: a phone reacts',
    'summary: the check is part of it',
  ],
];
const phoneStates = ['asked', 'sees it otherwise'];

test('ten people draw a conclusion from a note and two answers, say whether it is right, and read what it rests on; what they say of the summary is in its second version (A3, A4, V4, D3)', async ({
  program,
  screens,
}) => {
  test.setTimeout(150_000);
  const axe = axeOver(states);
  const look = lookOver(phoneStates);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  const sheet = desk.words.conclusions;
  const { page, button, dialog } = desk;
  await desk.signIn(program.url, program.key);
  await desk.plan(scriptTitle, { title: 'Werkplaats Wijk', place: 'Veldhoven', partner: 'De Combinatie' });
  const { code, link } = await desk.share();
  const wall = await screens.open(sizes.wall);
  await wall.goto(`${program.url}/wand`);
  await wall.getByLabel(wallWords.open.code).fill(code);
  await wall.getByRole('button', { name: wallWords.open.go }).click();
  await desk.confirmWall((await wall.getByText(/^\d{4}$/).innerText()).trim());
  await desk.close();
  const phones = await Promise.all(
    Array.from({ length: 10 }, async (_, i) => {
      const phone = holdPhone(await screens.open(i % 4 === 3 ? sizes.narrow : sizes.phone, { dark: i === 1 }));
      await phone.join(localLink(link, program.url), undefined, `Noorverhaal ${i}`);
      await phone.sees(words.waiting.title);
      return phone;
    }),
  );
  const [first, second, third] = phones as [Phone, Phone, Phone, ...Phone[]];

  // In pairs about the definition; then a talk with stars about the model.
  for (const step of ['welkom', 'waarom', 'def-lezen', 'def-duo']) await desk.next(script, step);
  const writers = await oneOfEachPair(phones);
  expect(writers).toHaveLength(5);
  await Promise.all(phones.map((phone) => phone.meet()));
  const writeAll = (said: (i: number) => string) =>
    Promise.all(
      writers.map(async (one, i) => {
        await one.fillIn('Deels', said(i));
        await one.send();
      }),
    );
  await writeAll((i) => `Bij duo ${i + 1} hangt het aan één persoon.`);
  const passing = ['def-gesprek', 'ken-lezen', 'ken-duo', 'ken-gesprek', 'model-uitleg', 'model-groepen', 'model-duo'];
  for (const step of passing) await desk.next(script, step);
  await writeAll((i) => `De student van duo ${i + 1} durfde het niet te zeggen.`);
  await desk.next(script, 'model-gesprek');
  await first.sees(words.talking.starsTitle);
  await first.button(words.talking.star).first().click();
  await expect(first.button(words.talking.starred).first()).toBeVisible();
  await desk.next(script, 'oogst');

  // A note, and by keyboard alone a conclusion from it and two answers.
  await page.getByRole('textbox', { name: desk.words.notes.label }).first().fill(concluded);
  await page.keyboard.press('Control+Enter');
  await expect(wall.getByText(concluded)).toBeVisible();
  await button(sheet.open(0)).click();
  await button(sheet.make.conclusion).click();
  await dialog().getByRole('checkbox', { name: concluded }).press('Space');
  await expect(dialog().getByLabel(sheet.label.conclusion)).toHaveValue(concluded);
  await button(sheet.shown.all).click();
  for (const i of [1, 2]) {
    const said = dialog().getByRole('checkbox', { name: `Bij duo ${i} hangt het aan één persoon.` });
    await said.first().press('Space');
  }
  await axe.see(page, 'desk: a conclusion being made');
  await take(page, 'harvest-form');
  await page.keyboard.press('Control+Enter');
  await expect(button(sheet.ask)).toBeFocused();

  // "Klopt dit?" on the wall and every phone; one has no network, says yes, and is heard once it is back.
  await page.keyboard.press('Enter');
  await expect(wall.getByRole('heading', { name: wallWords.harvest.asked })).toBeVisible();
  await expect(wall.getByText(concluded)).toBeVisible();
  await axe.see(wall, 'wall: asked');
  await take(wall, 'harvest-wall');
  const card = (phone: Phone) => phone.page.getByRole('region', { name: words.check.title });
  await Promise.all(phones.map((phone) => expect(card(phone).getByText(concluded)).toBeVisible()));
  await look.see(first.page, 'asked');
  const away = third;
  await away.page.context().setOffline(true);
  await away.sees(words.bar.offline);
  await away.button(words.check.yes).click();
  await expect(card(away).getByRole('status')).toHaveText(words.answer.sending);
  const heard = (phone: Phone) => expect(card(phone).getByRole('status')).toHaveText(words.answer.sent);
  await Promise.all(
    phones.slice(3).map(async (phone) => {
      await phone.button(words.check.yes).click();
      await heard(phone);
    }),
  );
  for (const [i, phone] of [first, second].entries()) {
    await phone.button(words.check.no).click();
    await phone.page.getByRole('textbox').fill(minority[i] ?? '');
    if (phone === first) await look.see(phone.page, 'sees it otherwise');
    await take(phone.page, `harvest-phone-${i}`);
    await phone.button(words.answer.send).click();
    await heard(phone);
  }
  await expect(page.getByText(sheet.said(7, 2, 10))).toBeVisible();
  await away.page.context().setOffline(false);
  await heard(away);
  await expect(page.getByText(sheet.said(8, 2, 10))).toBeVisible();
  await button(`${sheet.hide}: ${minority[1]}`).click();
  await expect(button(`${sheet.show}: ${minority[1]}`)).toBeVisible();
  await button(sheet.stop).click();
  await expect(wall.getByRole('heading', { name: wallWords.harvest.asked })).toHaveCount(0);
  await expect(card(third)).toHaveCount(0);

  // What was missing becomes a proposal; what is done with it is said with its reason.
  await button(sheet.make.proposal).click();
  await dialog().getByLabel(sheet.label.proposal).fill(proposed);
  await dialog()
    .getByRole('checkbox', { name: /^Bij duo|iets\./ })
    .first()
    .press('Space');
  await page.keyboard.press('Control+Enter');
  await button(sheet.decisions.taken).click();
  await dialog().getByLabel(sheet.reason).fill('Twee duo’s misten haar.');
  await page.keyboard.press('Control+Enter');
  await expect(button(sheet.saveReason)).toHaveAttribute('aria-disabled', 'true');
  await axe.see(page, 'desk: conclusions');
  await take(page, 'harvest-sheet');
  await desk.close();

  // Closed and published: a phone reads the conclusion, who saw it otherwise, and the answers that it rests on.
  for (const step of ['vervolg', 'feedback', 'bedankt']) await desk.next(script, step);
  await button(desk.words.next.closeSession).click();
  const draft = await desk.openSummary();
  const publish = async (introduction: string, version: number) => {
    await draft.getByRole('button', { name: summary.publish }).first().click();
    await draft.getByLabel(summary.introduction).fill(introduction);
    await draft.getByRole('dialog').getByRole('button', { name: summary.publish }).click();
    await expect(draft.getByText(summary.publishedTitle(version))).toBeVisible();
  };
  await publish('Dit hoorden wij.', 1);
  await first.page.getByRole('link', { name: words.thanks.summary }).click();
  const conclusion = first.page
    .getByRole('article')
    .filter({ has: first.page.getByRole('heading', { name: concluded }) });
  await expect(conclusion).toContainText(summary.reading.restsOn(2, `2 ${summary.units(2, 2)}`));
  await expect(conclusion).toContainText(summary.checked(8, 2, 10));
  await expect(conclusion).toContainText(minority[0]);
  for (const i of [1, 2]) await expect(conclusion).toContainText(`Bij duo ${i} hangt het aan één persoon.`);
  const proposal = first.page.getByRole('article').filter({ has: first.page.getByRole('heading', { name: proposed }) });
  await expect(proposal).toContainText(summary.decisions.taken);
  await expect(proposal).toContainText('Twee duo’s misten haar.');
  await expect(first.page.getByText(/Noorverhaal|Piet/)).toHaveCount(0);
  await axe.see(first.page, 'summary: a phone reads');
  await take(first.page, 'harvest-read');

  // "Klopt de samenvatting?" by its link on another phone; what it says is part of the second version.
  await draft.getByRole('button', { name: summary.check.make }).click();
  await expect(draft.getByRole('textbox', { name: summary.check.finding(1), exact: true })).toHaveValue(concluded);
  await draft.getByRole('button', { name: summary.check.makeIt }).click();
  const checkLink = localLink(await draft.getByRole('textbox', { name: summary.check.link }).inputValue(), program.url);
  await axe.see(draft, 'summary: a check planned');
  const reader = holdPhone(await screens.open(sizes.phone));
  await reader.join(checkLink);
  await reader.sees(concluded);
  await reader.fillIn('Ja', 'Zo heb ik het ook gehoord.');
  await axe.see(reader.page, 'check: a phone reacts');
  await take(reader.page, 'harvest-check');
  await reader.send();
  await draft.reload();
  await draft.getByRole('button', { name: summary.check.take, exact: true }).click();
  await expect(draft.getByText(summary.check.taken)).toBeVisible();
  await publish('Zo lazen jullie het na.', 2);
  await expect(first.page.getByText('Zo lazen jullie het na.')).toBeVisible();
  await expect(first.page.getByRole('heading', { name: summary.check.result })).toBeVisible();
  await expect(first.page.getByText('Zo heb ik het ook gehoord.').first()).toBeVisible();
  await axe.see(first.page, 'summary: the check is part of it');
  await take(first.page, 'harvest-second');
  expect([...axe.missing(), ...look.missing()], 'every state of the list was looked at').toEqual([]);
});

/** "Jij en Hamid zijn duo 3": who sits together, read from the phones. */
async function oneOfEachPair(phones: readonly Phone[]): Promise<Phone[]> {
  const writers = new Map<string, Phone>();
  for (const phone of phones) {
    const title = phone.heading(/zijn duo \d/);
    await expect(title).toBeVisible();
    const pair = /duo (\d+)/.exec(await title.innerText())?.[1] ?? '';
    if (!writers.has(pair)) writers.set(pair, phone);
  }
  return [...writers].sort(([a], [b]) => Number(a) - Number(b)).map(([, phone]) => phone);
}
