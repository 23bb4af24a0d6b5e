/** The afternoon of 24 people (DOMAIN section 6): twelve pairs, five phones shared by two, two facilitators, two subgroups. */

import { words as phoneWords } from '../../shared/words/phone.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { unfold } from './support/folds.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone, type Phone } from './support/phone.ts';
import { readScript } from './support/script.ts';

const script = readScript('win-professionele-werkplaatsen');
const roles = ['student', 'professional', 'docent', 'cliënt of naaste'];

test('24 people pair by number, five phones shared by two, late ones and a leaver, two subgroups each with a desk and a wall (A3, V1, V3, D1, D2, D3)', async ({
  program,
  screens,
}) => {
  test.setTimeout(300_000);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  await desk.signIn(program.url, program.key);
  const planned = { title: 'Vierentwintig', place: 'De Linde', partner: 'De Combinatie', pairing: 'self' } as const;
  await desk.plan(script.title.nl ?? '', planned);
  const { link } = await desk.share();
  await desk.dialog().getByLabel(desk.words.invite.name).fill('Anke');
  await desk
    .dialog()
    .getByLabel(desk.words.invite.where)
    .selectOption({ label: desk.words.room.subgroup('B') });
  await desk.button(desk.words.share.invite).click();
  const invitation = await desk.dialog().getByLabel(desk.words.share.shownOnce).inputValue();
  await desk.button(desk.words.room.subgroup('B')).click();
  const addressOfB = await desk.dialog().getByLabel(desk.words.walls.link('B')).inputValue();
  await desk.close();
  const here = (address: string) => address.replace(/^https?:\/\/[^/]+/, program.url);
  const co = sitAtDesk(await screens.open(sizes.tablet));
  await co.page.goto(here(invitation));
  await expect(co.page.getByText(co.words.desks.own('B'))).toBeVisible();

  // Twelve come alone and ten by two: 22 people with 17 phones.
  const phones: Phone[] = [];
  const comeIn = async (i: number, people: 1 | 2) => {
    const phone = holdPhone(await screens.open(i % 4 === 3 ? sizes.narrow : sizes.phone));
    await phone.join(here(link), roles[i % roles.length], `Mens ${i + 1}`, people);
    phones.push(phone);
    return phone;
  };
  for (let i = 0; i < 17; i++) await comeIn(i, i < 12 ? 1 : 2);
  await expect(desk.page.getByText('22 mensen').first()).toBeVisible();
  for (const step of ['welkom', 'waarom', 'def-lezen', 'def-duo']) await desk.next(script, step);
  // One shows a number, the neighbour types it; who is left is put together at the desk; two on one phone are a pair.
  const alone = phones.slice(0, 12);
  for (const [i, phone] of alone.slice(0, 10).entries()) {
    if (i % 2) continue;
    const neighbour = alone[i + 1] as Phone;
    const number = (await neighbour.page.locator('.own strong').innerText()).trim();
    await phone.page.getByLabel(phoneWords.finding.other).fill(number);
    await phone.page.keyboard.press('Enter');
    await Promise.all([duoOn(phone), duoOn(neighbour)]);
  }
  await desk.button(desk.words.pairing.rest).click();
  await expect(desk.page.getByText('22 mensen, 11 duo’s').first()).toBeVisible();

  // A couple arrives late on one phone: duo 12, straight into the open step.
  await comeIn(17, 2);
  await expect(desk.page.getByText('24 mensen, 12 duo’s').first()).toBeVisible();
  const writers: Phone[] = [];
  const seen = new Set<string>();
  for (const phone of phones) {
    const duo = await duoOn(phone);
    if (!seen.has(duo)) writers.push(phone);
    seen.add(duo);
    await phone.begin();
  }
  expect(writers).toHaveLength(12);

  // Eleven send; the twelfth is still writing when the step is closed: its text stays, and leaves when it is opened again.
  const [slow, ...quick] = writers as [Phone, ...Phone[]];
  for (const [i, one] of quick.entries()) {
    await one.fillIn(i % 3 === 0 ? 'Deels' : 'Ja', `Zo zien wij dat, zegt nummer ${i}.`);
    await one.send();
  }
  await expect(desk.page.getByText(desk.words.step.missing(1, 2)).first()).toBeVisible();
  await slow.fillIn('Nee', 'Wij waren nog bezig.');
  await desk.button(desk.words.step.close).click();
  await slow.sees(phoneWords.answer.closedKept);
  await desk.button(desk.words.step.reopen).click();
  await slow.send();

  await desk.next(script, 'def-gesprek');
  for (const step of ['ken-lezen', 'ken-duo']) await desk.next(script, step);
  for (const one of writers.slice(0, 3)) {
    await one.fillIn('Ja', 'De naasten ontbreken.');
    await one.send();
  }
  for (const step of ['ken-gesprek', 'model-uitleg', 'model-groepen']) await desk.next(script, step);
  const subgroups = await Promise.all(
    phones.map(
      async ({ page }) =>
        /subgroep (A|B)/i.exec(
          await page
            .getByText(/subgroep (A|B)/i)
            .first()
            .innerText(),
        )?.[1],
    ),
  );
  // Anke walks to the other room, with a wall of its own.
  const wallOfB = await screens.open(sizes.wall);
  await wallOfB.goto(here(addressOfB));
  await expect(wallOfB.getByText('Subgroep B').first()).toBeVisible();
  const inA = subgroups.filter((name) => name?.toUpperCase() === 'A').length;
  expect(inA).toBeGreaterThan(5);
  expect(subgroups.every(Boolean)).toBe(true);

  // A student leaves: the partner goes on.
  await desk.next(script, 'model-duo');
  const leaver = phones.find((phone) => !writers.includes(phone)) as Phone;
  await leaver.button(phoneWords.bar.menu).click();
  await leaver.button(phoneWords.leave.button).click();
  await leaver.button(phoneWords.leave.yes).click();
  await leaver.sees(phoneWords.join.left);
  await expect(desk.page.getByText('23 mensen').first()).toBeVisible();
  for (const one of writers) {
    const place = subgroups[phones.indexOf(one)] === 'B' ? 'In het lokaal' : 'Bij de beamer';
    await one.fillIn('Deels', `${place} durfde een student het niet te zeggen.`);
    await one.send();
  }
  await desk.next(script, 'model-gesprek');
  await expect(wallOfB.getByText('In het lokaal').first()).toBeVisible();
  await expect(wallOfB.getByText('Bij de beamer')).toHaveCount(0);
  await expect(co.page.getByText('Bij de beamer')).toHaveCount(0);
  await co.page.getByRole('textbox', { name: co.words.notes.label }).first().fill('Wat in B opviel.');
  await co.button(co.words.notes.add).first().click();
  await expect(desk.page.getByText('Wat in B opviel.').first()).toBeVisible();
  await writers[0]?.button(phoneWords.talking.star).first().click();
  for (const step of ['oogst', 'vervolg', 'feedback', 'bedankt']) await desk.next(script, step);
  await desk.button(desk.words.next.closeSession).click();
  await desk.page.getByRole('link', { name: desk.words.next.toSummary }).first().click();
  const fact = (name: string) =>
    desk.page.locator('dl > *').filter({ has: desk.page.getByText(name, { exact: true }) });
  await expect(fact('mensen')).toContainText('24');
  await expect(fact('duo’s').or(fact("duo's"))).toContainText('12');
  await expect(fact('subgroepen')).toContainText('2');
  await unfold(desk.page);
  await expect(desk.page.getByText('Wij waren nog bezig.').filter({ visible: true }).first()).toBeVisible();
  await expect(desk.page.getByText('Wat in B opviel.').first()).toBeVisible();
});

/** "Jij en Hamid zijn duo 3", "Jullie zijn duo 12". */
async function duoOn(phone: Phone): Promise<string> {
  const title = phone.heading(/zijn duo \d/);
  await expect(title).toBeVisible();
  return /duo (\d+)/.exec(await title.innerText())?.[1] ?? '';
}
