/** Two facilitators put answers together at once, one with a finger on a tablet, one by keyboard alone; the wall shows what both did. */
import type { Page } from '@playwright/test';
import { say } from '../../shared/script-queries.ts';
import { words } from '../../shared/words/desk.nl.ts';
import { words as wallWords } from '../../shared/words/wall.nl.ts';
import { axeOver } from './support/axe.ts';
import { start } from './support/hands/afternoon.ts';
import { ears } from './support/hands/ears.ts';
import { fingerOn, forbidAllButTouch } from './support/hands/finger.ts';
import { handOn } from './support/hands/hand.ts';
import { forbidPointers, keyboardOn } from './support/hands/keyboard.ts';
import { expect, sizes, test } from './support/journey.ts';
import { guestIn } from './support/lead.ts';
import { take } from './support/pictures.ts';
import { readScript } from './support/script.ts';

const said = {
  time: 'Er is te weinig tijd voor reflectie.',
  noTime: 'Reflectie schiet erbij in, want er is geen tijd.',
  client: 'De cliënt ontbreekt in deze beschrijving.',
  family: 'Mantelzorgers worden niet genoemd.',
  night: 'De nachtdiensten staan er niet in.',
  volunteers: 'Ook vrijwilligers horen hierin thuis.',
  schedule: 'De roosters van school en zorg botsen.',
};
const script = readScript('win-professionele-werkplaatsen');
const { themes } = words;

test('two facilitators bundle at once, by finger and by keyboard: nothing is lost, an undo touches its own alone, the wall follows (D1; law 10)', async ({
  program,
  screens,
}) => {
  test.setTimeout(120_000);
  const axe = axeOver(['desk: themes by finger', 'desk: themes by keyboard', 'wall: themes']);
  const heard = ears();
  const sit = async (isFinger: boolean, address: string) => {
    const page = await screens.open(isFinger ? sizes.tablet : sizes.desk, {
      before: isFinger ? forbidAllButTouch : forbidPointers,
      touch: isFinger,
    });
    await heard.on(page, isFinger ? 'finger' : 'keys');
    const hand = handOn(page, heard, isFinger ? fingerOn(page) : keyboardOn(page, true));
    await page.goto(address.replace(/^https?:\/\/[^/]+/, program.url));
    const theme = (name: string, count: number) => page.getByRole('region', { name: themes.heading(name, count) });
    return {
      ...hand,
      theme,
      /** As a screen reader names the box of these words. */
      pick: async (text: string) => hand.tick((await boxOf(page, text).getAttribute('aria-label')) ?? ''),
      async name(name: string): Promise<void> {
        await expect(page.getByLabel(themes.name)).toBeFocused();
        await hand.write(themes.name, name);
        await hand.press(themes.saveName);
      },
    };
  };
  const finger = await sit(true, `${program.url}/bureau#sleutel=${program.key}`);
  await finger.press(words.home.plan);
  await finger.choose(/^Professionele werkplaatsen/);
  await finger.write(words.plan.name, 'Samen bundelen');
  await finger.press(words.plan.go);
  await finger.press(/^Deel/);
  const link = await finger.page.getByLabel(words.share.link).inputValue();
  const wallLink = finger.page.locator('dialog').getByRole('link', { name: words.share.openWall });
  const wall = await screens.open(sizes.wall);
  await wall.goto(new URL((await wallLink.getAttribute('href')) ?? '', program.url).href);
  await finger.write(words.invite.name, 'Anke');
  await finger.press(words.share.invite);
  const invitation = await finger.page.getByLabel(words.share.shownOnce).inputValue();
  await finger.close(words.close);
  const keys = await sit(false, invitation);

  const secret = link.split('#')[1] ?? '';
  const guests = [];
  for (const text of Object.values(said)) guests.push({ guest: await guestIn(program.url, secret, 'Gast', 2), text });
  const next = (step: string) => start(finger, say(script.steps.find(({ id }) => id === step)?.title, 'nl'));
  for (const step of ['welkom', 'waarom', 'def-lezen', 'def-duo']) await next(step);
  for (const { guest, text } of guests) {
    await guest.client.waitFor('the step', () => guest.client.state().step === 'def-duo');
    await guest.send(text);
  }
  await next('def-gesprek');

  await Promise.all([finger.press(themes.bundle), keys.press(themes.bundle)]);
  // What looks alike is proposed, and taken by keyboard; a finger puts two others together in the same moment.
  await Promise.all([
    (async () => {
      await finger.pick(said.client);
      await finger.pick(said.family);
      await finger.press(themes.together(2));
      await finger.name('Wie ontbreekt');
    })(),
    (async () => {
      const likely = keys.page.getByRole('region', { name: themes.likely });
      await expect(likely).toContainText(said.noTime);
      await keys.press(themes.together(2), likely);
      await keys.name('Tijd');
    })(),
  ]);
  for (const { theme } of [finger, keys]) {
    await expect(theme('Wie ontbreekt', 2)).toBeVisible();
    await expect(theme('Tijd', 2)).toBeVisible();
  }
  await axe.see(finger.page, 'desk: themes by finger');
  await axe.see(keys.page, 'desk: themes by keyboard');

  // Both bring one more to the same theme, at once.
  await Promise.all([finger.pick(said.night), keys.pick(said.volunteers)]);
  await Promise.all([
    finger.press(themes.addHere(1), finger.theme('Wie ontbreekt', 2)),
    keys.press(themes.addHere(1), keys.page.getByRole('region', { name: /^Wie ontbreekt/ })),
  ]);
  for (const { theme } of [finger, keys]) await expect(theme('Wie ontbreekt', 4)).toBeVisible();

  await finger.press(words.wall.modes.themes);
  const onWall = (name: string, count: number) =>
    expect(wall.locator('article', { has: wall.getByRole('heading', { name: `${name} ${count}` }) })).toBeVisible();
  await onWall('Wie ontbreekt', 4);
  await onWall('Tijd', 2);
  await onWall(wallWords.themes.rest, 1);
  await axe.see(wall, 'wall: themes');
  await take(wall, 'themes-wall');
  await take(finger.page, 'themes-finger');
  await take(keys.page, 'themes-keys');

  // The finger takes back what it brought: the other's stays.
  await finger.press('Ongedaan maken', finger.page.locator('.toast', { hasText: themes.grouped(1) }));
  await onWall('Wie ontbreekt', 3);
  await expect(keys.theme(themes.rest, 2)).toContainText(said.night);
  await expect(keys.theme('Wie ontbreekt', 3)).toContainText(said.volunteers);
  await expect(keys.theme('Wie ontbreekt', 3)).not.toContainText(said.night);

  expect([...finger.faults(), ...keys.faults()]).toEqual([]);
  expect(axe.missing()).toEqual([]);
  for (const { guest } of guests) guest.client.stop();
});

const boxOf = (page: Page, text: string) => page.locator('.bundles label', { hasText: text }).getByRole('checkbox');
