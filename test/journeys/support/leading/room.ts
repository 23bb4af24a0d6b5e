/** A room of 24 with a phone each, in twelve pairs; the desk and the wall beside it. */
import { expect, type Page } from '@playwright/test';
import { names } from '../../../../server/demo/answers.ts';
import { say } from '../../../../shared/script-queries.ts';
import { words as phoneWords } from '../../../../shared/words/phone.nl.ts';
import { sitAtDesk } from '../desk.ts';
import { type Screens, sizes } from '../journey.ts';
import { holdPhone, type Phone } from '../phone.ts';
import { take } from '../pictures.ts';
import type { Program } from '../program.ts';
import { readScript } from '../script.ts';
import { fourScreens } from './four-screens.ts';
import { keepPresses, reachOf } from './reach.ts';

const script = readScript('win-professionele-werkplaatsen');
export const titleOf = (id: string): string => say(script.steps.find((step) => step.id === id)?.title, 'nl');
/** Their names, but for those so short that they may be part of a word. */
export const longNames = names.filter((name) => name.length > 3);
/** "Stap 4 van": where every phone says that the room is. */
export const stepOf = (id: string): string =>
  `Stap ${script.steps.filter(({ before }) => !before).findIndex((step) => step.id === id) + 1} van`;
export const itemTitle = (id: string): string =>
  say(script.itemSets.flatMap(({ items }) => items).find((item) => item.id === id)?.title, 'nl');
const roles = ['student', 'professional', 'docent', 'cliënt of naaste'] as const;
export type Person = Phone & { role: (typeof roles)[number]; pair: number; subgroup: string };

const here = (address: string, program: Program) => address.replace(/^https?:\/\/[^/]+/, program.url);

export async function gather(program: Program, screens: Screens) {
  const desk = sitAtDesk(await screens.open(sizes.desk, { before: keepPresses }));
  const { words } = desk;
  await desk.signIn(program.url, program.key);
  await desk.plan(script.title.nl ?? '', { title: 'Werkplaats Wijk & Welzijn', place: 'Veldhoven', partner: '' });
  const { link } = await desk.share();
  const wallLink = await desk.dialog().getByRole('link', { name: words.share.openWall }).getAttribute('href');
  await desk.dialog().getByLabel(words.invite.name).fill('Anke');
  await desk.button(words.share.invite).click();
  const invitation = await desk.dialog().getByLabel(words.share.shownOnce).inputValue();
  await desk.button(words.room.subgroup('B')).click();
  const linkOfB = await desk.dialog().getByLabel(words.walls.link('B')).inputValue();
  await desk.close();

  const wall = await screens.open(sizes.wall);
  await wall.goto(new URL(wallLink ?? '', program.url).href);
  const people: Person[] = [];
  for (let i = 0; i < 24; i++) {
    const role = roles[i % roles.length] ?? 'student';
    const phone = holdPhone(await screens.open(i % 3 === 2 ? sizes.narrow : sizes.phone));
    await phone.join(here(link, program), role, names[i] ?? '');
    await phone.sees(phoneWords.waiting.title);
    people.push({ ...phone, role, pair: 0, subgroup: '' });
  }
  const phones = people.map(({ page }) => page);
  return {
    desk,
    wall,
    people,
    phones,
    reach: reachOf(wall, phones),
    four: fourScreens(screens),
    async openWallOfB(): Promise<Page> {
      const page = await screens.open(sizes.wall);
      await page.goto(here(linkOfB, program));
      return page;
    },
    async comeToHelp() {
      const co = sitAtDesk(await screens.open(sizes.tablet, { before: keepPresses }));
      await co.page.goto(here(invitation, program));
      return co;
    },
    /** The large button; the wall and all 24 are where it says. */
    next: (step: string): Promise<void> => desk.next(script, step),
    nextBy: (other: typeof desk, step: string): Promise<void> => other.next(script, step),
    mode: (name: string) =>
      desk.page.getByRole('group', { name: words.wall.modesLabel }).getByRole('button', { name, exact: true }).click(),
    /** One of each pair, in the order of their numbers: who types. */
    async writers(): Promise<Person[]> {
      const ofPair = new Map<number, Person>();
      for (const one of people) {
        const title = one.heading(/zijn duo \d/);
        await expect(title).toBeVisible();
        one.pair = Number(/duo (\d+)/.exec(await title.innerText())?.[1]);
        if (!ofPair.has(one.pair)) ofPair.set(one.pair, one);
      }
      await Promise.all(people.map((one) => one.begin()));
      expect(ofPair.size).toBe(12);
      return [...ofPair].sort(([a], [b]) => a - b).map(([, one]) => one);
    },
  };
}
export type Room = Awaited<ReturnType<typeof gather>>;

/** Judges question by question, and writes in the texts in their order. */
export async function answer(one: Phone, judged: readonly string[], texts: readonly string[]): Promise<void> {
  const { page } = one;
  await expect(page.getByRole('radio').first()).toBeVisible();
  const questions = page.getByRole('group').filter({ has: page.getByRole('radio') });
  for (const [i, option] of judged.entries())
    await questions
      .nth(i)
      .locator('label')
      .filter({ hasText: new RegExp(`^\\s*${option}\\s*$`, 'i') })
      .click();
  const areas = page.getByRole('textbox');
  for (const [i, text] of texts.entries()) if (text) await areas.nth(i).fill(text);
}

/** The desk at the four sizes it is used at. */
export async function takeDesk(page: Page, name: string): Promise<void> {
  if (!process.env['PICTURES']) return;
  const size = page.viewportSize() ?? sizes.desk;
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [768, 1024],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await take(page, `desk-${name}-${width}`);
  }
  await page.setViewportSize(size);
}

export const cardOf = ({ desk }: Room, text: string) => desk.page.locator('article').filter({ hasText: text }).first();

/** Opens the pile in which it is, and chooses the card. */
export async function choose(room: Room, text: string): Promise<void> {
  const { desk } = room;
  const card = cardOf(room, text);
  for (const pile of Object.values(desk.words.answers.piles)) {
    if (await card.isVisible()) break;
    await desk.button(new RegExp(`^${pile} \\d`)).click();
  }
  await card.getByRole('button', { name: /^(Duo|Drietal) \d/ }).click();
}
