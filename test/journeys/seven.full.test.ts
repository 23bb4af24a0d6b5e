/** Seven people (DOMAIN section 6): two pairs and a three, one group, all of the WIN script. */
import { words as phoneWords } from '../../shared/words/phone.nl.ts';
import { words as summaryWords } from '../../shared/words/summary.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone, type Phone } from './support/phone.ts';
import { readScript } from './support/script.ts';

const script = readScript('win-professionele-werkplaatsen');
/** "… zijn duo 3": of whom a unit consists is read from the phones. */
const unitTitle = /zijn (duo|drietal) (\d+)/;

test('seven people make two pairs and a three, talk as one group, and no figure shows what five would hide (D2, D3, V3)', async ({
  program,
  screens,
}) => {
  test.setTimeout(240_000);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  await desk.signIn(program.url, program.key);
  await desk.plan(script.title.nl ?? '', { title: 'Zeven', place: 'De Eik', partner: '' });
  const { link } = await desk.share();
  await desk.close();
  const phones: Phone[] = [];
  for (let i = 0; i < 7; i++) {
    const phone = holdPhone(await screens.open(sizes.phone));
    await phone.join(link.replace(/^https?:\/\/[^/]+/, program.url), i % 2 ? 'student' : 'docent', `Mens ${i + 1}`);
    phones.push(phone);
  }
  for (const step of ['welkom', 'waarom', 'def-lezen', 'def-duo']) await desk.next(script, step);
  const units = new Map<string, Phone>();
  const kinds: string[] = [];
  for (const phone of phones) {
    await expect(phone.heading(unitTitle)).toBeVisible();
    const [, kind = '', number = ''] = unitTitle.exec(await phone.heading(unitTitle).innerText()) ?? [];
    kinds.push(kind);
    if (!units.has(number)) units.set(number, phone);
    await phone.begin();
  }
  expect(kinds.sort()).toEqual(['drietal', 'drietal', 'drietal', 'duo', 'duo', 'duo', 'duo']);
  const writers = [...units.values()];
  const answer = async (text: string) => {
    for (const one of writers) {
      await one.fillIn('Deels', text);
      await one.send();
    }
  };
  await answer('Op donderdag wel.');
  for (const step of ['def-gesprek', 'ken-lezen', 'ken-duo']) await desk.next(script, step);
  await answer('De naasten ontbreken.');
  for (const step of ['ken-gesprek', 'model-uitleg', 'model-groepen']) await desk.next(script, step);
  for (const { page } of phones) await expect(page.getByText(/subgroep [AB]/i)).toHaveCount(0);
  await desk.next(script, 'model-duo');
  await answer('Niemand durfde het te zeggen.');
  for (const one of writers) await one.next();
  await answer('Ook hier zagen we het.');
  for (const step of ['model-gesprek', 'oogst', 'vervolg', 'feedback', 'bedankt']) await desk.next(script, step);
  await desk.button(desk.words.next.closeSession).click();
  await desk.page.getByRole('link', { name: desk.words.next.toSummary }).first().click();
  await expect(desk.page.getByText('Ook hier zagen we het.').first()).toBeVisible();
  // Three units: nothing is broken down by perspective or by subgroup.
  await expect(desk.page.getByRole('heading', { name: summaryWords.comparison })).toHaveCount(0);
  await phones[0]?.sees(phoneWords.thanks.closed);
});
