/** Writing together: the pen, a split answer, sending, changing and withdrawing; a step that closes and opens again. */
import { expect } from '@playwright/test';
import { words as deskWords } from '../../../../shared/words/desk.nl.ts';
import { words } from '../../../../shared/words/phone.nl.ts';
import type { Afternoon, People } from './afternoon.ts';

const { pen, answer } = words;

export async function passThePen({ hears, see, ears }: Afternoon, { noor, hamid }: People) {
  const text = (at: typeof noor) => at.page.getByRole('textbox').first();
  await noor.write(/^Waarom/, 'Wij zien het');
  await hears(hamid, pen.typing('Noor'));
  await hamid.press(pen.ask);
  await hears(noor, pen.asks('Hamid'));
  await see(noor, 'phone: somebody asks for the pen');
  await noor.press(pen.pass('Hamid'));
  await hears(hamid, pen.yours('Noor'));
  await hears(noor, pen.typing('Hamid'));
  await hamid.write(/^Waarom/, ', ook thuis');
  await expect(text(noor)).toHaveValue('Wij zien het, ook thuis');

  // Hamid's network goes; Noor goes on, and nothing of either text is lost.
  await hamid.page.context().setOffline(true);
  await hears(hamid, words.bar.saved);
  await hamid.write(/^Waarom/, ' bij ons');
  await noor.press(pen.take);
  const taken = ears.now;
  await noor.write(/^Waarom/, ', elke dag');
  await hamid.page.context().setOffline(false);
  await hears(hamid, pen.takenOver('Noor'), taken);
  for (const phone of [noor, hamid]) {
    await expect(text(phone)).toHaveValue('Wij zien het, ook thuis, elke dag');
    await expect(phone.page.getByText('Wij zien het, ook thuis bij ons')).toBeVisible();
  }
  await see(hamid, 'phone: taken over');
}

export async function differAndSend({ hears, see }: Afternoon, { noor, hamid }: People) {
  await noor.press(words.fields.split);
  await noor.choose('ja', `Herkenbaar?: ${words.fields.voice(1)}`);
  await noor.choose('nee', `Herkenbaar?: ${words.fields.voice(2)}`);
  await see(noor, 'phone: split');
  await noor.press(answer.send);
  await hears(noor, answer.sent);
  await hears(hamid, answer.sent);
  await noor.press(answer.change);
  await noor.write(/^Waarom/, '!');
  await noor.press(answer.send);
  await hears(noor, answer.sent);
  await noor.press(words.bar.menu);
  await noor.press(words.own.title);
  await hears(noor, words.own.title);
  await noor.press(words.own.withdraw);
  await noor.press(words.own.withdraw);
  await expect(noor.page.getByText(words.own.withdrawn, { exact: true })).toBeVisible();
  await noor.press(words.back);
}

/** The clock warns; the step closes over what Els writes, and opens again. */
export async function closeAndReopen({ desk, hears, see, ears }: Afternoon, { noor, els, ans }: People) {
  for (let minute = 0; minute < 4; minute++) {
    await desk.press(deskWords.step.minus);
    // Who listens lets each be said: else all of them may come after the last press.
    await hears(desk, deskWords.step.shortened);
  }
  for (const phone of [noor, els]) await hears(phone, words.bar.warn(120));
  const begun = ears.now + 1;
  await els.choose('deels', 'Herkenbaar?');
  await els.write(/^Waarom/, 'Wij waren nog bezig.');
  await hears(ans, pen.typing('Els'), begun);
  await desk.press(deskWords.step.close);
  await hears(els, answer.closedKept);
  await hears(ans, answer.closed);
  await see(els, 'phone: closed, not sent');
  await desk.press(deskWords.step.reopen);
  await hears(els, answer.reopened(1));
  await see(els, 'phone: open again');
  await els.press(answer.sendLate);
  await hears(els, answer.sentTitle);
}

/** The room talks about what was written. */
export async function talk({ desk, next, hears, see }: Afternoon, { noor, els }: People) {
  await next('def-gesprek');
  for (const phone of [noor, els]) await hears(phone, 'Wat valt op?');
  await desk.press(/^(Duo|Drietal) \d/, desk.page.getByRole('article').filter({ hasText: 'Wij waren nog bezig.' }));
  await see(desk, 'desk: an answer chosen');
  await desk.press(deskWords.answers.spotlight);
  await hears(desk, deskWords.answers.did.spotlight);
  await noor.press(words.talking.recognise);
  await expect(noor.page.getByText(words.talking.recognised)).toBeVisible();
  await desk.write(/^Noteer/, 'Wie bezig is, ziet meer.');
  await desk.press(deskWords.notes.add);
  await hears(desk, deskWords.notes.added(deskWords.notes.kinds.insight.one));
}
