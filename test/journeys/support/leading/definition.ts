/** The first conversation of the room of 24: what comes in while it is frozen or held, and what is done with answers. */
import { expect, type Page } from '@playwright/test';
import { mark } from '../../../../shared/session/masks.ts';
import { words as phoneWords } from '../../../../shared/words/phone.nl.ts';
import { words as wallWords } from '../../../../shared/words/wall.nl.ts';
import { take } from '../pictures.ts';
import { answer, cardOf, choose, type Person, type Room, stepOf, takeDesk } from './room.ts';

const said = {
  named: 'Anna de Wit zei dat de cliënt hier ontbreekt.',
  private: 'Dit gaat over onze leidinggevende, en dat hoort hier niet.',
  time: 'Er is te weinig tijd voor reflectie.',
  noTime: 'Reflectie schiet erbij in, want er is geen tijd.',
  family: 'Mantelzorgers worden niet genoemd.',
  one: 'De bedoeling wel. Maar het hangt bij ons aan één persoon, en als zij vrij is, gebeurt er niets.',
  paper: 'Op papier klopt het. In het rooster staat het nergens.',
  nights: 'De helft van het team wel. De nachtdienst heeft er nog nooit van gehoord.',
  courage: 'Lef.',
  later: 'Wij doen dit al jaren, alleen noemen we het overleg.',
  held: 'Op donderdag zitten studenten en collega’s bij ons aan één tafel, en dan gebeurt precies dit.',
  start: 'Onze dagstart is zo: tien minuten, en iedereen vertelt wat hij niet weet.',
} as const;
const usable = [
  'Maandag kan ik hiermee beginnen.',
  'Wij hangen dit op in de koffiekamer.',
  'Te lang om voor te lezen.',
];
const missing = [
  'Zonder uren in het rooster geen werkplaats.',
  'Wie is eigenaar als de subsidie stopt?',
  'Plezier mist. Anders houdt niemand het vol.',
  'Het woord dusdanig kan weg.',
  'De gemeente doet bij ons ook mee.',
  'Een voorbeeld erbij zou helpen.',
];
const judged = ['Nee', 'Nee', 'Nee', 'Deels', 'Nee', 'Deels', 'Deels', 'Deels', 'Ja', 'Ja', 'Ja', 'Ja'];
const texts = Object.values(said);
const waits = phoneWords.answer.waitsForDesk;

async function send(writers: readonly Person[], i: number): Promise<void> {
  const one = writers[i] as Person;
  const more = i % 2 ? [] : [usable[i / 2] ?? '', missing[i / 2] ?? ''];
  await answer(one, [judged[i] ?? 'Ja', i % 3 ? 'Ja' : 'Deels', i % 4 ? 'Deels' : 'Nee'], [texts[i] ?? '', ...more]);
  await one.send();
}

/** Nine send; the rest come while the wall is frozen, and while new ones wait for a look. */
export async function write(room: Room): Promise<Person[]> {
  const { desk, wall, reach } = room;
  const { words } = desk;
  const writers = await room.writers();
  await reach.shows(wall, { there: [wallWords.progress.done(0, 12, 2)] });
  await take(wall, 'wall-progress');
  await Promise.all([0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => send(writers, i)));
  await takeDesk(desk.page, 'answering');
  await reach.press(desk.page, 'show what there is', () => desk.button(/^Toon op de wand/).click(), {
    phones: { there: [phoneWords.answer.onWall] },
    only: [writers[0]?.page, writers[8]?.page].flatMap((page) => page ?? []),
    // The wall turns to the cards with it: nine say why it is recognisable or not, three why it is usable, five what is missing.
    wall: { there: ['17 antwoorden'] },
  });
  await findOnPages(room, said.named);

  // Even stil: the picture stands, and says what waits.
  await reach.press(desk.page, 'freeze', () => room.mode(words.wall.freeze), {
    wall: { there: [wallWords.frozen(0)] },
  });
  await send(writers, 9);
  await reach.shows(wall, { there: [said.named], gone: [said.later] });
  await expect(wall.getByText(/Even stil · [1-9]\d* nieuw/)).toBeVisible();
  await take(wall, 'wall-frozen');
  await takeDesk(desk.page, 'frozen');
  await reach.press(desk.page, 'unfreeze', () => room.mode(words.wall.freeze), { wall: { gone: ['Even stil'] } });
  await findOnPages(room, said.later);

  // Eerst kijken: the writer is told, the wall is not; one press shows it.
  await desk.button(words.moderation.hold.first).click();
  await send(writers, 10);
  await writers[10]?.sees(waits);
  await expect(desk.button(words.moderation.hold.first)).toHaveAttribute('aria-pressed', 'true');
  await missOnPages(room, said.held);
  await choose(room, said.held);
  const show = cardOf(room, said.held).getByRole('button', { name: words.answers.show, exact: true });
  await reach.press(desk.page, 'show one that waited', () => show.click(), {
    phones: { there: [phoneWords.answer.onWall] },
    only: [writers[10]?.page].flatMap((page) => page ?? []),
  });
  await findOnPages(room, said.held);
  await desk.button(words.moderation.hold.atOnce).click();
  await send(writers, 11);
  await findOnPages(room, said.start);
  return writers;
}

/** In the light, recognised, hidden, covered; each seen by all. */
export async function talk(room: Room, writers: readonly Person[]): Promise<void> {
  const { desk, wall, reach } = room;
  const { answers, moderation } = desk.words;
  const pairOf = (i: number) => wallWords.cards.unit(2, i + 1);
  await reach.press(desk.page, 'next: what stands out', () => room.next('def-gesprek'), {
    wall: { there: [said.named] },
    phones: { there: [stepOf('def-gesprek')] },
  });
  await take(wall, 'wall-cards');
  await takeDesk(desk.page, 'talking');

  await choose(room, said.time);
  await reach.press(desk.page, 'spotlight', () => desk.page.keyboard.press('u'), {
    wall: { there: [said.time, pairOf(2)], gone: [said.named] },
    phones: { there: [phoneWords.talking.now, said.time] },
  });
  await writers[2]?.sees(phoneWords.talking.own);
  // Others recognise it: once a pair, whoever of the two taps.
  for (const i of [5, 6, 7]) await writers[i]?.button(phoneWords.talking.recognise).click();
  await reach.shows(wall, { there: [wallWords.spotlight.recognised(3, 2)] });
  await expect(cardOf(room, said.time)).toContainText(answers.recognised(3, 2));
  await take(wall, 'wall-spotlight');
  await room.four.take('desk', desk.page);
  await room.four.take('wall', wall);
  await room.four.take('phone', writers[5]?.page ?? wall);
  await take(writers[5]?.page ?? wall, 'phone-recognised');

  await choose(room, said.private);
  await reach.press(desk.page, 'spotlight another', () => desk.page.keyboard.press('u'), {
    wall: { there: [said.private], gone: [said.time, 'herkennen dit'] },
    phones: { there: [said.private], gone: [said.time] },
  });
  await reach.press(desk.page, 'hide', () => desk.page.keyboard.press('v'), {
    wall: { gone: [said.private] },
    phones: { gone: [said.private] },
  });
  await sees(writers[1], [said.private, waits]);
  await reach.press(desk.page, 'undo the hiding', () => desk.page.keyboard.press('Control+z'), {
    wall: { there: [said.private] },
    phones: { there: [said.private] },
    only: others(room, writers[1]),
  });
  await reach.press(desk.page, 'hide for good', () => desk.page.keyboard.press('v'), {
    wall: { gone: [said.private] },
    phones: { gone: [said.private] },
    only: others(room, writers[1]),
  });

  await room.mode(desk.words.wall.modes.cards);
  await choose(room, said.named);
  await cardOf(room, said.named).getByRole('button', { name: answers.spotlight }).click();
  await reach.shows(wall, { there: [said.named] });
  await cardOf(room, said.named).getByRole('button', { name: moderation.cover.start, exact: true }).click();
  for (const word of ['Anna', 'de', 'Wit']) await desk.button(word).first().click();
  await takeDesk(desk.page, 'covering');
  const rest = said.named.replace('Anna de Wit', mark);
  await reach.press(desk.page, 'cover words', () => desk.button(moderation.cover.go(3)).click(), {
    wall: { gone: ['Anna'] },
    phones: { gone: ['Anna'] },
    only: others(room, writers[0]),
  });
  await expect(wall.getByText(rest)).toBeVisible();
  await take(wall, 'wall-covered');
  await reach.press(desk.page, 'out of the light', () => desk.page.keyboard.press('u'), {
    wall: { there: [said.time] },
    phones: { gone: [phoneWords.talking.now] },
  });
}

/** By an offer and by hand; the wall shows each voice, the phones are left alone. */
export async function bundle(room: Room): Promise<void> {
  const { desk, wall, reach } = room;
  const { themes } = desk.words;
  await desk.page.keyboard.press('g');
  const likely = desk.page.getByRole('region', { name: themes.likely });
  await expect(likely).toContainText(said.noTime);
  await takeDesk(desk.page, 'offer');
  await likely.getByRole('button', { name: themes.together(2) }).click();
  await expect(desk.page.getByLabel(themes.name)).toBeFocused();
  await desk.page.keyboard.type('Tijd voor reflectie');
  await desk.page.keyboard.press('Enter');
  await reach.press(desk.page, 'themes', () => room.mode(desk.words.wall.modes.themes), {
    wall: { there: ['Tijd voor reflectie 2', wallWords.themes.rest, wallWords.themes.each(2)] },
  });
  for (const words of [said.family, mark]) await boxOf(room, words).check();
  await reach.press(desk.page, 'group by hand', () => desk.button(themes.together(2)).click(), {
    wall: { there: [`${wallWords.themes.unnamed(2)} 2`] },
  });
  await desk.page.keyboard.type('Wie ontbreekt');
  await reach.press(desk.page, 'name a theme', () => desk.page.keyboard.press('Enter'), {
    wall: { there: ['Wie ontbreekt 2'], gone: [wallWords.themes.unnamed(2)] },
  });
  await boxOf(room, said.nights).check();
  const theme = desk.page.getByRole('region', { name: /^Wie ontbreekt/ });
  await reach.press(
    desk.page,
    'one more to a theme',
    () => theme.getByRole('button', { name: themes.addHere(1) }).click(),
    {
      wall: { there: ['Wie ontbreekt 3'] },
    },
  );
  await take(wall, 'wall-themes');
  await takeDesk(desk.page, 'themes');
  await expect(wall.locator('body')).not.toContainText('Anna');
  await desk.button(themes.done).click();
}

const boxOf = ({ desk }: Room, text: string) =>
  desk.page.locator('.bundles section:not(.likely) label', { hasText: text }).getByRole('checkbox').first();

async function findOnPages(room: Room, text: string): Promise<void> {
  await expect(async () => expect(await isOnPages(room, text)).toBe(true)).toPass({ timeout: 20_000 });
}
async function missOnPages(room: Room, text: string): Promise<void> {
  expect(await isOnPages(room, text), `on the wall: ${text}`).toBe(false);
}
/** As a facilitator turns them: from the first page to the last. */
async function isOnPages({ desk, wall }: Room, text: string): Promise<boolean> {
  const { pageBack, pageForward } = desk.words.wall;
  // The button may go out of use between a look and a press: then there is no further page.
  const turn = async (name: string): Promise<boolean> => {
    const button = desk.page.getByRole('button', { name, exact: true });
    return (await button.isEnabled()) && button.click({ timeout: 1_000 }).then(...answers);
  };
  while (await turn(pageBack));
  for (;;) {
    // A page comes within the calm of the wall.
    const found = await wall
      .getByText(text)
      .first()
      .waitFor({ timeout: 1_500 })
      .then(...answers);
    if (found || !(await turn(pageForward))) return found;
  }
}
const answers = [() => true, () => false] as const;

/** Everybody's screen but those of the pair that wrote it. */
const others = ({ people }: Room, writer: Person | undefined): Page[] =>
  people.filter(({ pair }) => pair !== writer?.pair).map(({ page }) => page);

/** Under "Jullie antwoorden", and back. */
async function sees(one: Person | undefined, told: readonly string[]): Promise<void> {
  if (!one) throw new Error('nobody');
  await one.button(phoneWords.bar.menu).click();
  await one.button(phoneWords.own.title).click();
  for (const text of told) await one.sees(text);
  await take(one.page, 'phone-own-hidden');
  await one.button(phoneWords.back).click();
}
