/** The room makes its own pairs: one shows a number, the neighbour types it (default in the room). */
import { words } from '../../shared/words/phone.nl.ts';
import { axeOver } from './support/axe.ts';
import { sitAtDesk } from './support/desk.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone, type Phone } from './support/phone.ts';
import { readScript } from './support/script.ts';

const script = readScript('win-professionele-werkplaatsen');
const states = [
  'phone: finding',
  'phone: a number that is not there',
  'desk: who is still looking',
  'desk: a proposal',
] as const;

test('seven phones find each other by number, the last three are seated at the desk, and a proposal is announced only when asked (D1, D2, V2, P1)', async ({
  program,
  screens,
}) => {
  test.setTimeout(180_000);
  const axe = axeOver(states, { themes: true });
  const desk = sitAtDesk(await screens.open(sizes.desk));
  await desk.signIn(program.url, program.key);
  await desk.plan(script.title.nl ?? '', { title: 'Zelf', place: 'De Eik', partner: '', pairing: 'self' });
  const { link } = await desk.share();
  await desk.close();
  const phones: Phone[] = [];
  for (let i = 0; i < 7; i++) {
    const phone = holdPhone(await screens.open(i % 2 ? sizes.narrow : sizes.phone));
    await phone.join(link.replace(/^https?:\/\/[^/]+/, program.url), 'student', `Mens ${i + 1}`);
    phones.push(phone);
  }
  for (const step of ['welkom', 'waarom', 'def-lezen', 'def-duo']) await desk.next(script, step);
  const numbers: string[] = [];
  for (const { page } of phones) {
    await expect(page.getByRole('heading', { level: 1, name: words.finding.title })).toBeVisible();
    numbers.push((await page.locator('.own strong').innerText()).trim());
  }
  expect(new Set(numbers).size).toBe(7);
  const [one, two, three, four] = phones as [Phone, Phone, Phone, Phone];
  await axe.see(one.page, 'phone: finding');
  await one.page.getByLabel(words.finding.other).fill('5');
  await one.button(words.finding.go).click();
  await expect(one.page.getByRole('alert')).not.toBeEmpty();
  await axe.see(one.page, 'phone: a number that is not there');
  for (const [seeker, found] of [
    [one, 1],
    [three, 3],
  ] as const) {
    await seeker.page.getByLabel(words.finding.other).fill(` ${numbers[found]} `);
    await seeker.page.keyboard.press('Enter');
  }
  for (const phone of [one, two, three, four]) await phone.meet();
  await axe.see(desk.page, 'desk: who is still looking');
  await desk.button(desk.words.pairing.rest).click();
  for (const phone of phones.slice(4)) await expect(phone.heading(/zijn drietal \d/)).toBeVisible();

  // A proposal is the desk's own until it is announced, and can be undone after that.
  await desk.button(new RegExp(`^${desk.words.bar.peopleLabel}`)).click();
  await desk
    .dialog()
    .getByRole('button', { name: desk.words.people.mix(2) })
    .click();
  await desk
    .dialog()
    .getByRole('button', { name: new RegExp(`^${desk.words.pairing.lock}`) })
    .first()
    .click();
  await desk.dialog().getByRole('button', { name: desk.words.pairing.mixAgain }).click();
  await axe.see(desk.page, 'desk: a proposal');
  for (const phone of phones.slice(4)) await expect(phone.heading(/zijn drietal \d/)).toBeVisible();
  const before = await one.page.getByRole('main').innerText();
  await desk.dialog().getByRole('button', { name: desk.words.pairing.announce }).click();
  await expect(desk.page.getByText(desk.words.pairing.announced).first()).toBeVisible();
  await expect(one.heading(/zijn (duo|drietal) \d/)).toBeVisible();
  await desk.dialog().getByRole('button', { name: desk.words.undo }).click();
  await expect.poll(() => one.page.getByRole('main').innerText()).toBe(before);
  expect(axe.missing()).toEqual([]);
});
