/** 24 phones, a desk and a wall in real browsers at once: what the room waits for, printed and not judged. */
import { words as phoneWords } from '../../shared/words/phone.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone, type Phone } from './support/phone.ts';
import { readScript } from './support/script.ts';
import { keyToScreen, untilAll } from './support/timing.ts';
import { localLink } from './support/win.ts';

const script = readScript('win-professionele-werkplaatsen');
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

test('24 phones pair by number, write at the same time, talk, and give stars (A2, A4, D1, D2)', async ({
  program,
  screens,
}) => {
  test.setTimeout(600_000);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  await desk.signIn(program.url, program.key);
  await desk.plan(script.title.nl ?? '', { title: 'Allen tegelijk', place: 'De Linde', partner: '', pairing: 'self' });
  const { link } = await desk.share();
  await desk.close();
  const phones: Phone[] = [];
  const joined: number[] = [];
  for (let i = 0; i < 24; i++) {
    const phone = holdPhone(await screens.open(i % 3 === 2 ? sizes.narrow : sizes.phone));
    const before = Date.now();
    await phone.join(localLink(link, program.url), i % 2 ? 'student' : 'docent', `Mens ${i + 1}`);
    await phone.sees(phoneWords.waiting.title);
    joined.push(Date.now() - before);
    phones.push(phone);
  }
  const pages = phones.map(({ page }) => page);
  for (const step of ['welkom', 'waarom', 'def-lezen']) await desk.next(script, step);
  const opened = await untilAll(pages, phoneWords.finding.title, () => desk.next(script, 'def-duo'));

  const seated: number[] = [];
  for (let i = 0; i < phones.length; i += 2) {
    const [seeker, found] = [phones[i], phones[i + 1]] as [Phone, Phone];
    const number = (await found.page.locator('.own strong').innerText()).trim();
    await seeker.page.getByLabel(phoneWords.finding.other).fill(number);
    seated.push(await untilAll([seeker.page, found.page], 'zijn duo', () => seeker.page.keyboard.press('Enter')));
  }
  await Promise.all(phones.map((phone) => phone.meet()));
  const writers = phones.filter((_, i) => i % 2 === 0);
  await Promise.all(writers.map((one, i) => one.fillIn(i % 3 ? 'Ja' : 'Deels', `Zo zien wij dat, zegt duo ${i}.`)));
  const keys = await Promise.all(
    writers.map(async ({ page }, i) => {
      const area = page.getByRole('textbox').first();
      const partner = pages[i * 2 + 1] ?? page;
      await expect(partner.getByRole('textbox').first()).toHaveValue(await area.inputValue());
      await area.focus();
      await area.press('End');
      return keyToScreen(page, partner, '!');
    }),
  );
  const sent = await untilAll([desk.page], desk.words.room.shared(12, 12), () =>
    Promise.all(writers.map((one) => one.send())).then(() => undefined),
  );
  const talk = script.steps.find(({ id }) => id === 'def-gesprek')?.title.nl ?? '';
  const talking = await untilAll(pages, talk, () => desk.next(script, 'def-gesprek'));
  console.log(
    `24 phones: join ${median(joined)} ms (worst ${Math.max(...joined)}), number to pair ${median(seated)} (${Math.max(...seated)}), ` +
      `key to partner, 12 at once ${median(keys)} (${Math.max(...keys)}), twelve sent at once until the desk has them ${sent}, ` +
      `next step until the last phone ${opened} and ${talking}`,
  );
});
