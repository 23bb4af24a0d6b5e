/** Two subgroups at work at once: each with a desk, a wall, notes and a light of its own; then the laptop that led falls asleep. */
import { words as phoneWords } from '../../shared/words/phone.nl.ts';
import { axeOver } from './support/axe.ts';
import { sitAtDesk } from './support/desk.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone } from './support/phone.ts';
import { readScript } from './support/script.ts';
import { soon, turnsUntil } from './support/timing.ts';

const script = readScript('win-professionele-werkplaatsen');
const states = [
  'phone: in a subgroup',
  'desk: of a subgroup',
  'desk: people',
  'wall: of a subgroup',
  'desk: not leading',
];

test('each subgroup has its own desk, wall, notes and light; another desk takes over in one press (V1, D1)', async ({
  program,
  screens,
}, info) => {
  test.setTimeout(180_000);
  const axe = axeOver(states);
  const here = (address: string) => address.replace(/^https?:\/\/[^/]+/, program.url);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  const { words } = desk;
  await desk.signIn(program.url, program.key);
  await desk.plan(script.title.nl ?? '', { title: 'Twee bureaus', place: 'De Linde', partner: '' });
  const { link } = await desk.share();
  const invite = async (name: string, where: string) => {
    await desk.dialog().getByLabel(words.invite.name).fill(name);
    await desk.dialog().getByLabel(words.invite.where).selectOption({ label: where });
    await desk.button(words.share.invite).click();
    await expect(desk.dialog().getByText(name).first()).toBeVisible();
    return here(await desk.dialog().getByLabel(words.share.shownOnce).inputValue());
  };
  const forAnke = await invite('Anke', words.room.subgroup('B'));
  const forPiet = await invite('Piet', words.invite.all);
  await desk.button(words.room.subgroup('B')).click();
  const wallB = here(await desk.dialog().getByLabel(words.walls.link('B')).inputValue());
  await desk.close();

  const phones = [];
  for (let i = 0; i < 4; i++) {
    const phone = holdPhone(await screens.open(i === 0 ? sizes.narrow : sizes.phone));
    await phone.join(here(link), undefined, `Mens ${i}`, 2);
    phones.push(phone);
  }
  // Who comes after the step has opened does not count for whether there are subgroups.
  await expect(desk.button(new RegExp(words.bar.people(8, 0, 2))).first()).toBeVisible();
  await desk.page
    .getByRole('navigation')
    .getByRole('button', { name: /In twee subgroepen/ })
    .click();
  await desk
    .button(/^Mensen/)
    .first()
    .click();
  await desk.button(words.subgroups.name('B')).click();
  await desk.dialog().getByRole('textbox', { name: words.subgroups.place }).fill('lokaal 2.14');
  await desk.button(words.subgroups.save).click();
  await axe.see(desk.page, 'desk: people');
  await desk.close();
  const inB = [];
  for (const phone of phones) {
    await phone.sees(/subgroep (A|B, lokaal 2\.14)/i);
    inB.push((await phone.page.getByText('B, lokaal 2.14').count()) > 0);
  }
  expect(inB.filter(Boolean)).toHaveLength(2);
  await axe.see(phones[0]?.page ?? desk.page, 'phone: in a subgroup');

  // Anke's tablet stands in the other room, with a wall of its own.
  const anke = sitAtDesk(await screens.open(sizes.tablet));
  await anke.page.goto(forAnke);
  await expect(anke.page.getByText(words.desks.own('B'))).toBeVisible();
  const wall = await screens.open(sizes.wall);
  await wall.goto(wallB);
  await expect(wall.getByText('Subgroep B').first()).toBeVisible();
  await desk.next(script, 'model-duo');
  for (const [i, phone] of phones.entries()) {
    await phone.begin();
    await phone.fillIn('Ja', inB[i] ? 'Woorden uit het lokaal' : 'Woorden bij de beamer');
    await phone.send();
  }
  await desk.next(script, 'model-gesprek');
  await expect(wall.getByText('Woorden uit het lokaal').first()).toBeVisible();
  await expect(wall.getByText('Woorden bij de beamer')).toHaveCount(0);
  await expect(anke.page.getByText('Woorden uit het lokaal').first()).toBeVisible();
  await expect(anke.page.getByText('Woorden bij de beamer')).toHaveCount(0);
  await axe.see(anke.page, 'desk: of a subgroup');
  await anke.page.getByRole('article').first().getByRole('button').first().click();
  await anke.page.keyboard.press('u');
  await expect(anke.page.getByText(words.answers.inLight).first()).toBeVisible();
  await anke.page.getByRole('textbox', { name: words.notes.label }).first().fill('Wat in B opviel.');
  await anke.button(words.notes.add).first().click();
  await expect(desk.page.getByText(/door Anke/).first()).toBeVisible();
  await axe.see(wall, 'wall: of a subgroup');
  for (const [i, phone] of phones.entries()) {
    await expect(phone.page.getByText(phoneWords.talking.now)).toHaveCount(inB[i] ? 1 : 0);
  }

  // The laptop that led is gone; Piet opens his link on a phone, and leads.
  await desk.page.close();
  const start = Date.now();
  const piet = sitAtDesk(await screens.open(sizes.phone));
  await piet.page.goto(forPiet);
  await expect(piet.button(words.lead.take)).toBeVisible();
  await piet.page.keyboard.press('PageDown');
  await expect(piet.page.getByText(words.refused['notLeading'] ?? '').first()).toBeVisible();
  await axe.see(piet.page, 'desk: not leading');
  // Beside the bar's own: the one in what was just said. Nothing is waited for, least of all the laptop.
  await piet.button(words.lead.take).first().click();
  const turns = await turnsUntil(piet.page, async () => (await piet.page.getByText(words.lead.taken).count()) > 0);
  expect(turns, 'turns to the server until another device leads').toBeLessThan(soon);
  await piet.next(script, 'oogst');
  const took = `${Date.now() - start} ms, of which leading ${turns} turns to the server`;
  info.annotations.push({ type: 'from a closed laptop to a step opened by another device', description: took });
  for (const phone of phones) await expect(phone.heading(/Oogst/)).toBeVisible();
  expect(axe.missing()).toEqual([]);
});
