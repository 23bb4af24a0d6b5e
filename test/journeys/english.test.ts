/** The same session in English with ten phones, from opening it to the published summary. */
import { words as deskWords } from '../../shared/words/desk.en.ts';
import { words as phoneWords } from '../../shared/words/phone.en.ts';
import { words as summaryWords } from '../../shared/words/summary.en.ts';
import { sitAtDesk } from './support/desk.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone, type Phone } from './support/phone.ts';
import { readScript } from './support/script.ts';

const script = readScript('win-professionele-werkplaatsen');

test('ten phones in English, from opening a session to its published summary (P1, V3, D2)', async ({
  program,
  screens,
}) => {
  test.setTimeout(240_000);
  const desk = sitAtDesk(await screens.open(sizes.desk, { english: true }), deskWords, 'en');
  await desk.signIn(program.url, program.key);
  await desk.plan(script.title.en ?? '', { title: 'Workplace Care', place: 'Veldhoven', partner: 'The Combination' });
  const { link } = await desk.share();
  await desk.close();
  const local = link.replace(/^https?:\/\/[^/]+/, program.url);
  const phones: Phone[] = [];
  for (let i = 0; i < 10; i++) {
    const phone = holdPhone(await screens.open(sizes.phone, { english: true }), phoneWords);
    await phone.join(local);
    await phone.sees(phoneWords.waiting.title);
    phones.push(phone);
  }
  for (const step of ['welkom', 'waarom', 'def-lezen', 'def-duo']) await desk.next(script, step);
  for (const phone of phones) await phone.meet();
  await answerWhereFree(phones, 'Quite recognisable, mostly on Thursdays.');
  for (const step of ['def-gesprek', 'ken-lezen', 'ken-duo']) await desk.next(script, step);
  await answerWhereFree(phones, 'Relatives are missing.');
  for (const step of ['ken-gesprek', 'model-uitleg', 'model-groepen', 'model-duo']) await desk.next(script, step);
  await answerWhereFree(phones, 'A student saw it and did not dare to say so.');
  for (const step of ['model-gesprek', 'oogst', 'vervolg', 'feedback', 'bedankt']) await desk.next(script, step);
  await desk.button(deskWords.next.closeSession).click();
  const summary = await desk.openSummary();
  await summary.getByRole('button', { name: summaryWords.publish }).first().click();
  await summary.getByRole('dialog').getByRole('button', { name: summaryWords.publish }).click();
  await expect(summary.getByText(summaryWords.publishedTitle(1))).toBeVisible();
  const reader = phones[0] as Phone;
  await reader.page.getByRole('link', { name: phoneWords.thanks.summary }).click();
  await expect(reader.page.getByText(/mostly on Thursdays/).first()).toBeVisible();
});

/** Five pairs: whoever still can, writes for its pair; the partner then sees that it is sent. */
async function answerWhereFree(phones: readonly Phone[], text: string): Promise<void> {
  for (const phone of phones) {
    const send = phone.button(phoneWords.answer.send);
    const sent = phone.button(phoneWords.answer.change).or(phone.button(phoneWords.answer.next));
    await expect(send.or(sent).first()).toBeVisible();
    if (!(await send.isVisible())) continue;
    await phone.fillIn('yes', text);
    await phone.send();
  }
}
