/** 1-2-4-All with eight phones: alone, in pairs, in fours from those pairs, and all together. */
import { words as phoneWords } from '../../shared/words/phone.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone, type Phone } from './support/phone.ts';
import { readScript } from './support/script.ts';

const script = readScript('een-twee-vier-allen');
const unitTitle = /zijn (duo|viertal) (\d+)/;

test('1-2-4-All: what one writes alone comes along into the pair and no further, and pairs stay together in fours (V2, V3, D2)', async ({
  program,
  screens,
}) => {
  test.setTimeout(240_000);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  await desk.signIn(program.url, program.key);
  await desk.button(desk.words.home.plan).first().click();
  await desk
    .dialog()
    .getByRole('radio', { name: script.title.nl ?? '' })
    .check({ force: true });
  await desk.dialog().getByLabel(desk.words.plan.name).fill('Stellingen');
  await desk
    .dialog()
    .getByRole('textbox', { name: /Stellingen/ })
    .last()
    .fill('Wie werkt, leert.');
  await desk.dialog().getByRole('radio', { name: desk.words.pairing.ways.automatic }).check();
  await desk.dialog().getByRole('button', { name: desk.words.plan.go }).click();
  const { link } = await desk.share();
  await desk.close();
  const phones: Phone[] = [];
  for (let i = 0; i < 8; i++) {
    const phone = holdPhone(await screens.open(sizes.phone));
    await phone.join(link.replace(/^https?:\/\/[^/]+/, program.url));
    phones.push(phone);
  }
  await desk.next(script, 'uitleg');
  await desk.next(script, 'een');
  for (const [i, phone] of phones.entries()) {
    await phone.fillIn('Deels', `Alleen ik, nummer ${i}.`);
    await phone.send();
  }
  await desk.next(script, 'twee');
  const pairs = await meet(phones, 'duo');
  expect(pairs.size).toBe(4);
  for (const pair of pairs.values()) {
    const own = pair.map((phone) => phones.indexOf(phone));
    for (const phone of pair) {
      for (let i = 0; i < 8; i++) {
        const told = phone.page.getByText(`Alleen ik, nummer ${i}.`);
        if (own.includes(i)) await expect(told.first()).toBeVisible();
        else await expect(told).toHaveCount(0);
      }
    }
    await pair[0]?.fillIn('Eens', `Samen, ${own.join(' en ')}.`);
    await pair[0]?.send();
  }
  await desk.next(script, 'vier');
  const fours = await meet(phones, 'viertal');
  expect(fours.size).toBe(2);
  for (const four of fours.values()) {
    for (const pair of pairs.values()) expect([0, 2]).toContain(pair.filter((phone) => four.includes(phone)).length);
    // What both pairs said is there for their four, and nothing of the other one.
    for (const { page } of four) await expect(page.getByText(/^Samen, /)).toHaveCount(2);
    await four[0]?.fillIn('Eens', `Wat de hele groep moet horen, zegt ${phones.indexOf(four[0] as Phone)}.`);
    await four[0]?.send();
  }
  await desk.next(script, 'allen');
  await expect(desk.page.getByText(/Wat de hele groep moet horen/).first()).toBeVisible();
  await phones[0]?.sees(phoneWords.talking.look);
});

/** Who sits with whom, by the number that the phones show; then they have met. */
async function meet(phones: readonly Phone[], kind: string): Promise<Map<string, Phone[]>> {
  const units = new Map<string, Phone[]>();
  for (const phone of phones) {
    const title = phone.heading(unitTitle);
    await expect(title).toContainText(kind);
    const number = unitTitle.exec(await title.innerText())?.[2] ?? '';
    units.set(number, [...(units.get(number) ?? []), phone]);
    await phone.begin();
  }
  return units;
}
