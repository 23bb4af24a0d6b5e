/** Three people interview each other in real browsers: the roles rotate, one writes, the teller agrees (A3, A4). */
import { words } from '../../shared/words/phone.nl.ts';
import { words as wallWords } from '../../shared/words/wall.nl.ts';
import { openSession } from '../support/program-session.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone, type Phone } from './support/phone.ts';
import { take } from './support/pictures.ts';

test('three in turns with rotating roles: told, written down, agreed to, and the next turn', async ({
  program,
  screens,
}) => {
  test.setTimeout(120_000);
  const session = await openSession(program, 'casestudie-interviewronde');
  const wall = await screens.open(sizes.wall);
  await wall.goto(
    `${program.url}/wand#${new URLSearchParams({ ticket: session.wallTicket, session: session.session })}`,
  );
  const phones: Phone[] = [];
  for (const [i, name] of ['Ans', 'Bert', 'Cor'].entries()) {
    const phone = holdPhone(await screens.open(i === 2 ? sizes.narrow : sizes.phone));
    await phone.join(session.link, undefined, name);
    await phone.sees(words.waiting.title);
    phones.push(phone);
  }
  await session.must({ type: 'OpenStep', step: 'uitleg', from: null });
  await session.must({ type: 'OpenStep', step: 'interview', from: null });
  for (const phone of phones) await phone.meet();
  for (const phone of phones) await phone.sees(words.turns.turn(1, 3));
  const inRole = async (role: string) => {
    for (const phone of phones)
      if (await phone.page.getByText(words.turns.you([role], 1), { exact: true }).count()) return phone;
    throw new Error(`nobody is ${role}`);
  };
  const teller = await inRole('verteller');
  const writer = await inRole('schrijver');
  const asker = await inRole('vrager');

  await take(asker.page, 'interview-choosing');
  await writer.page.getByRole('main').locator('label').first().click();
  await writer.button(words.join.go).click();
  const area = writer.page.getByRole('textbox').first();
  await area.fill('Bij de gemeente hield het op.');
  await writer.page.getByRole('textbox').nth(1).fill('Een oud-collega hielp.');
  for (const phone of [teller, asker])
    await expect(phone.page.getByRole('textbox').first()).toHaveValue('Bij de gemeente hield het op.');
  await take(writer.page, 'interview-writer');
  await take(teller.page, 'interview-teller');
  await expect(asker.page.getByText('Verteller: klopt dit zo?')).toHaveCount(0);
  await writer.send();
  await take(teller.page, 'interview-teller-sent');
  await teller.sees('Verteller: klopt dit zo?');
  await teller.page
    .locator('label')
    .filter({ hasText: /^\s*ja\s*$/i })
    .click();
  await take(teller.page, 'interview-approval');
  await teller.send();

  await asker.button(words.turns.next(2)).click();
  for (const phone of phones) await phone.sees(words.turns.turn(2, 3));
  await expect(writer.page.getByText(words.turns.you(['verteller'], 1), { exact: true })).toHaveCount(1);
  await take(wall, 'interview-wall');
  await expect(wall.getByText(wallWords.progress.turn(2, 3))).toBeVisible();
  await asker.button(words.turns.back(1)).click();
  for (const phone of phones) await phone.sees(words.turns.turn(1, 3));
  await expect(writer.page.getByText('Bij de gemeente hield het op.').first()).toBeVisible();
});
