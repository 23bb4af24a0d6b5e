/** For every kind of participant: the largest letters, one question a screen, read aloud; on the build itself. */
import { words } from '../../shared/words/phone.nl.ts';
import { expect, sizes, test } from './support/journey.ts';
import { leaderOf } from './support/lead.ts';
import { lookOver } from './support/look.ts';
import { holdPhone } from './support/phone.ts';
import { take } from './support/pictures.ts';

const states = ['menu: view', 'one question, largest letters', 'one question, the last', 'read aloud'];

/** Runs before the page: a device with a Dutch voice of its own, and one from elsewhere. */
function giveVoices(): void {
  const voices = [
    { lang: 'nl-NL', localService: false, default: true },
    { lang: 'nl-NL', localService: true, default: false },
  ];
  const said: { text: string; isOwn: boolean }[] = [];
  const speech = {
    getVoices: () => voices,
    speak: (one: { text: string; voice: { localService: boolean }; onstart?: () => void }) => {
      said.push({ text: one.text, isOwn: one.voice.localService });
      one.onstart?.();
    },
    cancel: () => undefined,
  };
  class Utterance {
    text: string;
    constructor(text: string) {
      this.text = text;
    }
  }
  Object.defineProperty(window, 'speechSynthesis', { value: speech });
  Object.assign(window, { said, SpeechSynthesisUtterance: Utterance });
}

test('letters as large as they go, one question a screen and a voice of the device: it fits, and it reads what stands there (P3, A3; laws 4, 5, 9, 10 and 25)', async ({
  program,
  screens,
}) => {
  const look = lookOver(states);
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  const phone = holdPhone(await screens.open(sizes.phone, { touch: true }));
  const { page, button } = phone;
  await page.addInitScript(giveVoices);
  await phone.join(session.link, 'docent', 'Noor');
  await phone.sees(words.waiting.title);
  await button(words.bar.menu).click();
  await button(words.oneByOne).click();
  for (const _ of [1, 2, 3]) await button(words.larger).click();
  await expect(button(words.usual)).toBeVisible();
  await look.see(page, 'menu: view');
  await take(page, 'view-menu');
  await button(words.close).click();
  await session.guest('Hamid');
  await session.open('def-duo');
  await phone.meet();
  await phone.sees(words.answer.question(1, 3));
  await look.see(page, 'one question, largest letters');
  await take(page, 'view-one');
  await page.emulateMedia({ colorScheme: 'dark' });
  await take(page, 'view-one-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('radio').first().check();
  await button(words.answer.nextQuestion).click();
  await button(words.answer.nextQuestion).click();
  await phone.sees(words.answer.question(3, 3));
  await expect(page.getByRole('heading', { level: 2, name: 'Volledig?' })).toBeInViewport();
  await look.see(page, 'one question, the last');
  await take(page, 'view-last');

  await button(words.aloud.read).click();
  await expect(button(words.aloud.stop)).toBeVisible();
  await look.see(page, 'read aloud');
  await take(page, 'view-aloud');
  const said = await page.evaluate(() => (window as unknown as { said: { text: string; isOwn: boolean }[] }).said);
  expect(said.every(({ isOwn }) => isOwn)).toBe(true);
  expect(said.map(({ text }) => text.trim())).toEqual(expect.arrayContaining(['Definitie', 'Volledig?', 'deels']));
  await phone.send();
  await page.reload();
  await phone.sees(words.answer.sent);
  await expect(page.locator('html')).toHaveAttribute('data-text', '3');
  await page.setViewportSize(sizes.narrow);
  await take(page, 'view-sent-narrow');
  expect(look.missing(), 'every state of the list was looked at').toEqual([]);
  expect(screens.complaints()).toEqual([]);
  lead.leave();
});
