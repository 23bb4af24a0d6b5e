/** Reading, judging, writing together, sending: every state of it, by two people. */
import { words as english } from '../../shared/words/phone.en.ts';
import { words } from '../../shared/words/phone.nl.ts';
import { expect, sizes, test } from './support/journey.ts';
import { leaderOf } from './support/lead.ts';
import { lookOver } from './support/look.ts';
import { holdPhone } from './support/phone.ts';
import { phoneStates } from './support/phone-states.ts';

test('every state of reading, writing and what was sent (laws 4, 5, 9, 10 and 25, A1, A3, A4, D1)', async ({
  program,
  screens,
}) => {
  const look = lookOver(phoneStates.answering);
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  const phone = holdPhone(await screens.open(sizes.phone));
  const { page, button } = phone;
  const text = page.getByRole('textbox').first();
  const hamid = await session.guest('Hamid');
  await phone.join(session.link, 'docent', 'Noor');
  await phone.sees(words.waiting.title);

  await session.open('def-lezen');
  await phone.sees(words.reading.none);
  await phone.isAtHeading();
  await look.see(page, 'reading: nothing tapped');
  await page.locator('label').filter({ hasText: 'authentieke omgevingen' }).click();
  await phone.sees(new RegExp(words.reading.sent));
  await look.see(page, 'reading: something is not clear');

  await session.open('def-duo');
  await phone.meet();
  await phone.isAtHeading();
  await look.see(page, 'writing: empty');
  await button(words.answer.send).click();
  await phone.sees(words.answer.empty);
  await look.see(page, 'writing: nothing to send');
  await page.getByText(words.answer.asWritten('Definitie')).click();
  await phone.sees(/duurzame samenwerkingsverbanden/);
  await look.see(page, 'writing: the text it is about');
  await page.getByText(words.answer.asWritten('Definitie')).click();
  await phone.fillIn('Deels', 'Vooral op donderdag.');
  await phone.sees(words.answer.kept);
  await look.see(page, 'writing: judged and written');

  // The keyboard is open: what is written and what sends it are both in sight (law 9).
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 508 });
    await text.focus();
    await text.scrollIntoViewIfNeeded();
    await expect(button(words.answer.send)).toBeInViewport({ ratio: 1 });
    await expect(text).toBeInViewport();
  }
  await page.setViewportSize(sizes.phone);

  await button(words.fields.split).first().click();
  await look.see(page, 'writing: split');
  const second = page.getByRole('group', { name: new RegExp(words.fields.voice(2)) }).first();
  await second.locator('label').filter({ hasText: 'deels' }).click();
  await phone.sees(words.fields.same);
  await look.see(page, 'writing: split, twice the same');
  await button(words.fields.split).first().click();
  await text.fill('a'.repeat(390));
  await phone.sees(words.fields.left(10));
  await look.see(page, 'writing: near the limit');
  await text.fill('a'.repeat(405));
  await phone.sees(words.fields.over(5));
  await phone.sees(words.answer.tooLong);
  await look.see(page, 'writing: over the limit');
  await text.fill('Vooral op donderdag.');

  await session.give({ type: 'ExtendClock', step: 'def-duo', seconds: -3600 });
  await phone.sees(words.bar.over);
  await look.see(page, 'writing: the time is over');
  await session.give({ type: 'ExtendClock', step: 'def-duo', seconds: 3600 });
  await session.give({ type: 'PauseClock', step: 'def-duo', paused: true });
  await phone.sees(words.bar.paused);
  await look.see(page, 'writing: paused');

  await page.context().setOffline(true);
  await phone.sees(words.bar.saved);
  await look.see(page, 'writing: no network');
  await button(words.answer.sendLater).click();
  await phone.sees(words.bar.pending(3));
  await look.see(page, 'writing: under way, no network');
  await page.context().setOffline(false);
  await phone.sees(words.bar.back);
  await look.see(page, 'writing: the network is back');
  await phone.sees(words.answer.sent);
  await look.see(page, 'sent: as it stands');
  expect(session.answers().map(({ version }) => version)).toEqual([1, 1, 1]);

  const deels = page.getByRole('group', { name: 'Herkenbaar?' }).locator('label').filter({ hasText: 'deels' });
  await button(words.answer.change).click();
  await look.see(page, 'sent: changing it');
  await deels.click();
  await text.fill('');
  await phone.sees(words.answer.emptied);
  await look.see(page, 'sent: emptied');
  await deels.click();
  await text.fill('Vooral op donderdag.');

  await button(words.pen.pass('Hamid')).click();
  await phone.sees(words.pen.typing('Hamid'));
  await hamid.type('Hamid schrijft dit.');
  await phone.sees(words.pen.typing('Hamid'));
  await expect(text).toHaveValue('Hamid schrijft dit.');
  await look.see(page, 'writing: the partner writes');
  await page.context().setOffline(true);
  await phone.sees(words.bar.saved);
  await button(words.pen.take).click();
  await text.fill('Mijn eigen versie.');
  await page.context().setOffline(false);
  await phone.sees(words.pen.own);
  await look.see(page, 'writing: own version beside the partner’s');
  await button(words.pen.ask).click();
  await phone.sees(words.pen.asked);
  await hamid.givePen('Hamid schrijft dit.');
  const own = page.getByRole('complementary').filter({ hasText: 'Mijn eigen versie.' });
  await own.getByRole('button', { name: words.pen.putBack }).click();
  await expect(text).toHaveValue('Mijn eigen versie.');

  await session.close('def-duo');
  await phone.sees(words.answer.closedKept);
  await expect(text).toHaveValue('Mijn eigen versie.');
  await look.see(page, 'writing: the step is closed, the text is kept');
  await button(words.bar.menu).click();
  await button(words.own.title).click();
  await phone.sees(words.own.unsentText);
  await phone.isAtHeading();
  await look.see(page, 'own answers: sent and not sent');
  await button(words.own.withdraw).first().click();
  await phone.sees(words.own.withdrawText);
  await look.see(page, 'own answers: withdrawing');
  await page.getByRole('dialog').getByRole('button', { name: words.own.withdraw }).click();
  await phone.sees(words.own.withdrawn);
  await look.see(page, 'own answers: withdrawn');
  expect(session.answers()).toHaveLength(2);
  await button(words.back).click();

  await session.open('model-duo');
  await phone.sees(words.answer.closedBefore);
  await phone.sees(words.answer.boundary);
  await look.see(page, 'boundary: empty, a text left behind before');

  const abroad = await lead.plan('Workplace');
  await abroad.open('def-duo');
  const foreign = holdPhone(await screens.open(sizes.phone, { english: true }), english);
  await foreign.join(abroad.link);
  await foreign.button(english.paired.begin).click();
  await foreign.fillIn('Partly', 'Mostly on Thursdays.');
  await look.see(foreign.page, 'writing: English');
  await foreign.button(english.bar.menu).click();
  await foreign.button(english.own.title).click();
  await foreign.sees(english.own.none);
  await look.see(foreign.page, 'own answers: nothing yet');
  expect(look.missing(), 'every state of the list was looked at').toEqual([]);
  lead.leave();
});
