/** Two phones of a pair write together in real browsers: reading live, passing the pen, a dead network (A3, A4, F25). */
import { words } from '../../shared/words/phone.nl.ts';
import { openSession } from '../support/program-session.ts';
import { expect, type Screens, sizes, test } from './support/journey.ts';
import { holdPhone } from './support/phone.ts';
import { take } from './support/pictures.ts';
import { keyToScreen } from './support/timing.ts';

const pen = words.pen;

async function openPhone(screens: Screens, link: string, name: string, size: { width: number; height: number }) {
  const phone = holdPhone(await screens.open(size));
  await phone.join(link, undefined, name);
  await phone.sees(words.waiting.title);
  const area = phone.page.getByRole('textbox').first();
  return {
    ...phone,
    judge: (option: string) =>
      phone.page
        .getByRole('group')
        .filter({ has: phone.page.getByRole('radio') })
        .first()
        .locator('label')
        .filter({ hasText: new RegExp(`^\\s*${option}\\s*$`) })
        .click(),
    area,
    type: async (text: string) => {
      await area.focus();
      await area.press('End');
      await phone.page.keyboard.type(text, { delay: 60 });
    },
    reads: (text: string) => expect(area).toHaveValue(text),
    offline: (away: boolean) => phone.page.context().setOffline(away),
  };
}

test('two phones, one text: live, passed on, taken over, and nothing lost without a network (A3, A4)', async ({
  program,
  screens,
}) => {
  test.setTimeout(90_000);
  const session = await openSession(program);
  const noor = await openPhone(screens, session.link, 'Noor', sizes.phone);
  const hamid = await openPhone(screens, session.link, 'Hamid', sizes.narrow);
  const phones = [noor, hamid];
  await session.must({ type: 'OpenStep', step: 'def-duo', from: null });
  for (const phone of phones) await phone.meet();

  // One begins, the other reads along.
  await noor.judge('deels');
  await noor.type('Wij zien het');
  await noor.sees(pen.mine(['Hamid']));
  await hamid.sees(pen.typing('Noor'));
  await hamid.reads('Wij zien het');
  const times: number[] = [];
  for (const letter of '…elkedag') times.push(await keyToScreen(noor.page, hamid.page, letter));
  console.log(`key to the partner's screen: median ${times.sort((a, b) => a - b)[4]} ms, worst ${times.at(-1)} ms`);
  expect(times.at(-1)).toBeLessThan(300 + 200); // two browsers share this machine's cores

  // Asked for, and given.
  await hamid.button(pen.ask).click();
  await noor.sees(pen.asks('Hamid'));
  await take(noor.page, 'pen-asked-390');
  await take(hamid.page, 'pen-asks-320');
  await noor.button(pen.pass('Hamid')).click();
  await hamid.sees(pen.mine(['Noor']));
  await hamid.type(', ook thuis');
  await noor.reads('Wij zien het…elkedag, ook thuis');
  for (const phone of phones) await expect(phone.page.getByText(pen.kept)).toHaveCount(0);

  // A phone that loses its network is taken over at once; both texts stay, the same on both.
  await hamid.offline(true);
  await hamid.type(' bij ons');
  await noor.sees(pen.away('Hamid'));
  await noor.button(pen.take).click();
  await noor.type(', en nergens anders');
  await hamid.offline(false);
  const before = Date.now();
  for (const phone of phones) {
    await phone.reads('Wij zien het…elkedag, ook thuis, en nergens anders');
    await phone.sees('Wij zien het…elkedag, ook thuis bij ons');
  }
  console.log(`both texts on both phones ${Date.now() - before} ms after the network came back`);
  await take(noor.page, 'pen-versions-390');
  await take(hamid.page, 'pen-versions-320');

  // Both without a network: the last stands, the other lies beside it, on both.
  await noor.offline(true);
  await hamid.offline(true);
  await noor.type('. Punt.');
  await hamid.sees(words.bar.saved);
  await hamid.button(pen.take).click();
  await hamid.area.fill('Hamid schreef iets anders.');
  await noor.offline(false);
  await hamid.offline(false);
  const since = Date.now();
  for (const phone of phones) {
    await phone.reads('Hamid schreef iets anders.');
    await phone.sees(/Punt\.$/);
  }
  console.log(`after both were offline: the same on both ${Date.now() - since} ms after the network came back`);
  await take(noor.page, 'pen-both-390');
  await take(hamid.page, 'pen-both-320');

  // Sent once, and one answer on both.
  await hamid.send();
  for (const phone of phones) await phone.sees(words.answer.sent);
});
