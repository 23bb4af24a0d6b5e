/** The waiting room, the pair, and who is not there (any more). */
import { words } from '../../shared/words/phone.nl.ts';
import { expect, sizes, test } from './support/journey.ts';
import { leaderOf } from './support/lead.ts';
import { lookOver } from './support/look.ts';
import { holdPhone } from './support/phone.ts';
import { phoneStates } from './support/phone-states.ts';

test('every state of waiting, meeting and being gone (laws 4, 5, 9, 10 and 25, D2)', async ({ program, screens }) => {
  const look = lookOver(phoneStates.meeting);
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  const phone = holdPhone(await screens.open(sizes.phone));
  const { page, button } = phone;
  const dialog = page.getByRole('dialog');
  await phone.join(session.link, 'docent', 'Noor');
  await phone.sees(words.waiting.title);
  await phone.isAtHeading();
  await look.see(page, 'waiting: early');
  await button(words.bar.menu).click();
  await look.see(page, 'menu: open');
  // Without https there is no wake lock, and so no word of it (law 17).
  await expect(page.getByText(words.bar.awake)).toHaveCount(0);
  await page.getByText(words.code.title).click();
  await expect(page.getByText(/^[A-Z]{5} [A-Z]{5}$/)).toBeVisible();
  await look.see(page, 'menu: recovery code');
  await dialog.getByRole('button', { name: words.leave.button }).click();
  await expect(page.getByText(words.leave.text)).toBeVisible();
  await look.see(page, 'menu: leaving');
  await button(words.cancel).click();

  // Alone in the room, and then no longer: nobody has to do anything for it.
  await session.open('def-duo');
  await phone.sees(words.paired.just);
  await phone.isAtHeading();
  await look.see(page, 'pair: alone');
  await session.guest('Hamid');
  await phone.sees(words.paired.title(['Hamid'], 2, 1));
  await look.see(page, 'pair: found');
  await page.getByText(words.paired.missing).click();
  await expect(button(words.paired.beginAlone)).toBeVisible();
  await look.see(page, 'pair: partner is not here');
  const late = holdPhone(await screens.open(sizes.phone));
  await late.join(session.link, 'student', 'Yara');
  await late.sees(/Jij, .* zijn drietal 1/);
  await look.see(late.page, 'pair: late, a three');
  await session.give({ type: 'MoveSeat', seat: await session.seatNamed('Yara'), unit: null });
  await late.sees(words.paired.just);

  // Written and never sent, and then taken out: what one wrote can still be read (A3).
  await button(words.paired.beginAlone).click();
  await phone.fillIn('Deels', 'Vooral op donderdag.');
  await session.give({ type: 'RemoveSeat', seat: await session.seatNamed('Noor'), removed: true });
  await phone.sees(words.gone.removed);
  // Taken back in, that phone goes on by itself (D1).
  await session.give({ type: 'RemoveSeat', seat: await session.seatNamed('Noor'), removed: false });
  await expect(phone.page.getByText(words.gone.removed)).toHaveCount(0);
  await session.give({ type: 'RemoveSeat', seat: await session.seatNamed('Noor'), removed: true });
  await phone.sees(words.gone.removed);
  await phone.sees('Vooral op donderdag.');
  await phone.isAtHeading();
  await look.see(page, 'gone: taken out, with what was written');
  await page.reload();
  await phone.sees('Vooral op donderdag.');

  // Nobody waits alone any more: two on one phone are a pair of their own.
  for (const name of ['Bas', 'Sanne']) await session.guest(name, 1);
  const two = await screens.open(sizes.phone);
  const together = holdPhone(two);
  await two.goto(session.link);
  await two.getByText(words.who.together).click();
  await together.button(words.who.join).click();
  await together.sees(words.paired.alone(2, 3));
  await look.see(two, 'pair: two on this phone');
  for (const name of ['Els', 'Cor', 'Anja']) await session.guest(name, 2);
  await session.open('model-groepen');
  await together.sees(/subgroep/i);
  await look.see(two, 'pair: subgroup');

  await session.delete();
  await together.sees(words.gone.deleted);
  await look.see(two, 'gone: the session was deleted');
  // A ticket that the server does not know (any more).
  await two.evaluate(() => {
    const seat = { session: 's', seat: 's', ticket: 'x'.repeat(32), recovery: 'BBBBBBBBBB', title: 'Werkplaats' };
    localStorage.setItem('ig.seat', JSON.stringify(seat));
  });
  await two.reload();
  await together.sees(words.gone.signedOff);
  await look.see(two, 'gone: signed off');
  expect(look.missing(), 'every state of the list was looked at').toEqual([]);
  lead.leave();
});
