/** Two phones of a pair write together in real browsers: reading live, passing the pen, a dead network (A3, A4, F25). */
import { words } from '../../shared/words/phone.nl.ts';
import { openSession } from '../support/program-session.ts';
import { expect, type Screens, sizes, test } from './support/journey.ts';
import { holdPhone } from './support/phone.ts';
import { take } from './support/pictures.ts';
import { keyToScreen, turnTime } from './support/timing.ts';

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
}, info) => {
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
  const [times, turns]: [number[], number[]] = [[], []];
  for (const letter of '…elkedag') {
    times.push(await keyToScreen(noor.page, hamid.page, letter));
    turns.push(await turnTime(hamid.page));
  }
  const middle = (list: number[]): number => list.toSorted((a, b) => a - b)[4] ?? 0;
  const told = `median ${middle(times)} ms, worst ${Math.max(...times)} ms; a turn ${Math.round(middle(turns))} ms`;
  info.annotations.push({ type: 'key to the partner’s screen', description: told });
  // A phone tells at most once in 200 ms; what is more has to be the way.
  expect(middle(times), told).toBeLessThan(200 + 20 * middle(turns));

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
  info.annotations.push({ type: 'both texts on both phones', description: `${Date.now() - before} ms` });
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
  info.annotations.push({ type: 'the same after both were offline', description: `${Date.now() - since} ms` });
  await take(noor.page, 'pen-both-390');
  await take(hamid.page, 'pen-both-320');

  // Sent once, and one answer on both.
  await hamid.send();
  for (const phone of phones) await phone.sees(words.answer.sent);
});
