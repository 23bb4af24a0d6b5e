/** A whole afternoon on the WIN script in real browsers: a desk, a wall and nine phones, from the code to the summary. */
import { words as phoneEnglish } from '../../shared/words/phone.en.ts';
import { words as phoneWords } from '../../shared/words/phone.nl.ts';
import { words as summaryWords } from '../../shared/words/summary.nl.ts';
import { words as wallWords } from '../../shared/words/wall.nl.ts';
import { axeOver } from './support/axe.ts';
import { sitAtDesk } from './support/desk.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone, type Phone } from './support/phone.ts';
import { readScript } from './support/script.ts';
import { states } from './support/states.ts';

const script = readScript('win-professionele-werkplaatsen');
const scriptTitle = script.title.nl ?? '';
const roles = ['student', 'professional', 'docent', 'cliënt of naaste'];

test('a whole afternoon on the WIN script, from the first phone to the published summary (A3, A4, P1, P3, V3, D1, D2)', async ({
  program,
  screens,
}) => {
  test.setTimeout(300_000);
  const axe = axeOver(states);

  // The day before: plan, and look at the wall.
  const desk = sitAtDesk(await screens.open(sizes.desk));
  await desk.signIn(program.url, program.key);
  await axe.see(desk.page, 'home: empty');
  await desk.plan(scriptTitle, { title: 'Werkplaats Wijk & Welzijn', place: 'Veldhoven', partner: 'De Combinatie' });
  await axe.see(desk.page, 'desk: nobody yet');
  const { code, link } = await desk.share();
  await axe.see(desk.page, 'desk: share');

  const wall = await screens.open(sizes.wall);
  await wall.goto(`${program.url}/wand`);
  await axe.see(wall, 'wall: code');
  await wall.getByLabel(wallWords.open.code).fill(code.toLowerCase());
  await wall.getByRole('button', { name: wallWords.open.go }).click();
  const number = (await wall.getByText(/^\d{4}$/).innerText()).trim();
  await axe.see(wall, 'wall: number');
  await desk.confirmWall(number);
  await expect(wall.getByText(wallWords.welcome.title)).toBeVisible();
  await axe.see(wall, 'wall: welcome');
  await desk.close();

  // People come in: by QR, by code, on a narrow phone, in English, in the dark, at laptop width.
  const local = link.replace(/^https?:\/\/[^/]+/, program.url);
  const views = [
    sizes.phone,
    sizes.phone,
    sizes.narrow,
    sizes.phone,
    sizes.phone,
    sizes.tablet,
    sizes.phone,
    sizes.phone,
  ];
  const phones: Phone[] = [];
  for (const [i, view] of views.entries()) {
    const phone = holdPhone(await screens.open(view, { dark: i === 3 }));
    if (i === 1) {
      await phone.page.goto(program.url);
      await axe.see(phone.page, 'phone: code');
      await phone.typeCode(program.url, ` ${code.toLowerCase().slice(0, 3)} ${code.toLowerCase().slice(3)}`);
      await phone.sees(phoneWords.who.title);
      await axe.see(phone.page, 'phone: who');
      await phone.button(phoneWords.who.join).click();
    } else await phone.join(local, roles[i % roles.length], `Mens ${i + 1}`);
    await phone.sees(phoneWords.waiting.title);
    phones.push(phone);
  }
  const first = phones[0] as Phone;
  await axe.see(first.page, 'phone: waiting');

  // The programme, the film, the text.
  await desk.next(script, 'welkom');
  await axe.see(wall, 'wall: agenda');
  await axe.see(first.page, 'phone: presentation');
  await desk.next(script, 'waarom');
  await axe.see(wall, 'wall: blank');
  await desk.next(script, 'def-lezen');
  await expect(wall.getByText(/duurzame samenwerkingsverbanden/)).toBeVisible();
  await axe.see(wall, 'wall: reading');
  await first.page
    .locator('label')
    .filter({ hasText: /authentieke omgevingen/ })
    .click();
  await axe.see(first.page, 'phone: reading');
  await expect(desk.page.getByText(/authentieke omgevingen/).first()).toBeVisible();

  // Pairs are formed; nobody is alone (D2).
  await desk.next(script, 'def-duo');
  for (const phone of phones) units.set(phone, await unitOn(phone));
  await axe.see(first.page, 'phone: paired');
  for (const phone of phones) await phone.meet();
  const writers = oneOfEachUnit(phones);
  const [writer, reader] = [writers[0] as Phone, partnerOf(writers[0] as Phone, phones)];
  await axe.see(writer.page, 'phone: answering, empty');

  // One types, the other reads live; a reload keeps the text (A3).
  await writer.fillIn('Deels', 'Wij herkennen dit, maar vooral op donderdag.');
  await axe.see(writer.page, 'phone: answering, filled');
  await expect(reader.page.getByRole('textbox').first()).toHaveValue('Wij herkennen dit, maar vooral op donderdag.');
  await axe.see(reader.page, 'phone: answering, partner types');
  await writer.page.reload();
  await expect(writer.page.getByRole('textbox').first()).toHaveValue('Wij herkennen dit, maar vooral op donderdag.');
  // V3: nothing of it is on the wall yet.
  await expect(wall.getByText(/vooral op donderdag/)).toHaveCount(0);
  await axe.see(wall, 'wall: progress');

  // The pair differs, and says so.
  await writer.button(phoneWords.fields.split).first().click();
  await axe.see(writer.page, 'phone: answering, split');
  await writer.page
    .getByRole('group', { name: new RegExp(phoneWords.fields.voice(2)) })
    .first()
    .locator('label')
    .filter({ hasText: /^\s*nee\s*$/i })
    .click();

  // A dead network: written, kept, not called sent (A4), and sent once it is back.
  await writer.page.context().setOffline(true);
  await writer.sees(phoneWords.bar.offline);
  await writer.button(phoneWords.answer.sendLater).click();
  await axe.see(writer.page, 'phone: offline');
  await expect(writer.page.getByText(phoneWords.answer.sent)).toHaveCount(0);
  await writer.page.context().setOffline(false);
  await writer.sees(phoneWords.answer.sent);
  await axe.see(writer.page, 'phone: sent');
  for (const other of writers.slice(1)) {
    await other.fillIn('Ja', `Heel herkenbaar, zegt ${writers.indexOf(other)}.`);
    await other.send();
  }
  await axe.see(desk.page, 'desk: answers');

  // The server is killed while somebody writes, and comes back (A2, A3).
  await program.kill('SIGKILL');
  await writer.sees(phoneWords.bar.offline);
  await program.start();
  for (const phone of phones)
    await expect(phone.page.getByText(phoneWords.bar.offline)).toHaveCount(0, { timeout: 15_000 });

  // Talk about it: what deviates first, one in the light, one hidden (V4).
  await desk.next(script, 'def-gesprek');
  await expect(wall.getByText(/vooral op donderdag/).first()).toBeVisible();
  await axe.see(wall, 'wall: cards');
  const card = desk.page.getByRole('article').filter({ hasText: 'zegt 1' }).first();
  await card.click();
  await card.getByRole('button', { name: new RegExp(desk.words.answers.spotlight) }).click();
  await expect(wall.getByText('Heel herkenbaar, zegt 1.')).toBeVisible();
  await axe.see(wall, 'wall: spotlight');
  await first.sees('Heel herkenbaar, zegt 1.');
  await axe.see(first.page, 'phone: spotlight');
  await card.getByRole('button', { name: new RegExp(desk.words.answers.hide) }).click();
  await expect(wall.getByText('Heel herkenbaar, zegt 1.')).toHaveCount(0);

  // Somebody comes late, in English, straight into the open step.
  const late = holdPhone(await screens.open(sizes.phone, { english: true }), phoneEnglish);
  await late.join(local);

  // The nine characteristics.
  await desk.next(script, 'ken-lezen');
  await axe.see(wall, 'wall: list');
  await desk.next(script, 'ken-duo');
  await late.meet();
  for (const one of writers) {
    await one.fillIn('Deels', 'De naasten ontbreken.');
    await one.page.getByText('Welke herkennen jullie niet?').first().click();
    await one.page
      .locator('label')
      .filter({ hasText: /katalysator/ })
      .first()
      .click();
    await one.send();
  }
  await axe.see(writer.page, 'phone: list');
  await desk.next(script, 'ken-gesprek');
  await axe.see(wall, 'wall: distribution');

  // The model: figure, subgroups, components dealt, boundary situations only after release.
  await desk.next(script, 'model-uitleg');
  await expect(wall.getByText(/Leiderschap/).first()).toBeVisible();
  await axe.see(wall, 'wall: figure');
  await desk.next(script, 'model-groepen');
  await first.sees(/subgroep (A|B)/i);
  await axe.see(wall, 'wall: groups');
  await axe.see(first.page, 'phone: grouping');
  await desk.next(script, 'model-duo');
  for (const one of writers) {
    await one.fillIn('Ja', 'Een student zag het en durfde het niet te zeggen.');
    await one.send();
  }
  await writer.next();
  await axe.see(writer.page, 'phone: next item');
  await expect(wall.getByText(/durfde het niet/)).toHaveCount(0);
  await axe.see(desk.page, 'desk: coverage');
  await desk.next(script, 'model-gesprek');
  await expect(wall.getByText(/durfde het niet/).first()).toBeVisible();
  await expect(wall.getByText('Ook bij vraag 2 iets.')).toHaveCount(0);
  await first.sees(phoneWords.talking.starsTitle);
  await first.button(phoneWords.talking.star).first().click();
  await axe.see(first.page, 'phone: stars');

  // Harvest, follow-up, feedback, thanks.
  await desk.page.getByRole('textbox', { name: desk.words.notes.label }).first().fill('Maak haar los van personen.');
  await desk.button(desk.words.notes.add).first().click();
  await desk.next(script, 'oogst');
  await expect(wall.getByText('Maak haar los van personen.')).toBeVisible();
  await axe.see(wall, 'wall: harvest');
  await desk.next(script, 'vervolg');
  await desk.next(script, 'feedback');
  await first.fillIn('Ja', 'Dat verschil ook een antwoord is.');
  await first.send();
  await axe.see(first.page, 'phone: feedback');
  await desk.next(script, 'bedankt');
  await first.sees(phoneWords.thanks.titleName('Mens 1'));
  await axe.see(first.page, 'phone: thanks');
  await axe.see(wall, 'wall: thanks');
  await desk.button(desk.words.next.closeSession).click();
  await axe.see(desk.page, 'desk: closed');

  // The summary: a draft for the desk, then published for people and team.
  const summary = await desk.openSummary();
  await expect(summary.getByText(summaryWords.draftTitle, { exact: true }).first()).toBeVisible();
  await axe.see(summary, 'summary: draft');
  await summary.getByRole('button', { name: summaryWords.publish }).first().click();
  await summary.getByLabel(summaryWords.introduction).fill('Dit hoorden wij.');
  await summary.getByRole('dialog').getByRole('button', { name: summaryWords.publish }).click();
  await expect(summary.getByText(summaryWords.publishedTitle(1))).toBeVisible();
  await first.page.getByRole('link', { name: phoneWords.thanks.summary }).click();
  await expect(first.page.getByText('Dit hoorden wij.')).toBeVisible();
  await expect(first.page.getByText(/vooral op donderdag/).first()).toBeVisible();
  await expect(first.page.getByText('Heel herkenbaar, zegt 1.')).toHaveCount(0);
  await expect(first.page.getByText(/Mens 1/)).toHaveCount(0);
  await axe.see(first.page, 'summary: read on a phone');
  await desk.page.goto(`${program.url}/bureau`);
  await axe.see(desk.page, 'home: past');

  expect(axe.missing(), 'every state of the list was looked at').toEqual([]);
});

/** "Jij en Hamid zijn duo 3": who sits together, read from the phones. */
const units = new Map<Phone, string>();
async function unitOn(phone: Phone): Promise<string> {
  const title = phone.heading(/zijn (duo|drietal) \d/);
  await expect(title).toBeVisible();
  return /(?:duo|drietal) (\d+)/.exec(await title.innerText())?.[1] ?? '';
}
function oneOfEachUnit(phones: readonly Phone[]): Phone[] {
  const seen = new Map<string, Phone>();
  for (const phone of phones) {
    const unit = units.get(phone) ?? '';
    if (!seen.has(unit)) seen.set(unit, phone);
  }
  return [...seen.values()];
}
const partnerOf = (phone: Phone, phones: readonly Phone[]): Phone =>
  phones.find((other) => other !== phone && units.get(other) === units.get(phone)) as Phone;
