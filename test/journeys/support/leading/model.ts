/** The model in two subgroups: read item by item, answered, moved, released, starred; and another desk that leads. */
import { expect, type Page } from '@playwright/test';
import { words as phoneWords } from '../../../../shared/words/phone.nl.ts';
import { words as wallWords } from '../../../../shared/words/wall.nl.ts';
import { take } from '../pictures.ts';
import { answer, cardOf, choose, itemTitle, type Person, type Room, takeDesk, titleOf } from './room.ts';

const evokes = [
  'Dit roept onze dagstart op: tien minuten, en iedereen vertelt wat hij niet weet.',
  'Wij zien de onderzoekers alleen aan het begin en aan het eind.',
  'De agenda’s lopen vol, en dan valt samen leren als eerste weg.',
  'Het hangt bij ons aan één persoon.',
];
const situations = [
  'Een student zag dat een lijst dubbel was afgetekend. Ze durfde het pas op school te vertellen.',
  'Het wijkteam en de school gebruiken elk een eigen plan. De moeder vulde twee keer hetzelfde in.',
  'Ik werk voor twee organisaties. In de ene mag ik in het dossier, in de andere sta ik op de gang.',
  'Onze onderzoeker wilde meelopen. De teamleider vond dat er eerst een contract moest zijn.',
] as const;
const words = (i: number, of: readonly string[]) => `${of[i % of.length]} (${i + 1})`;

/** Told on the wall component by component, then answered in pairs. */
export async function model(room: Room, writers: readonly Person[]): Promise<void> {
  const { desk, wall, reach, next } = room;
  await reach.press(desk.page, 'next: the model', () => next('model-uitleg'), {
    wall: { there: ['Aanleiding voor'], gone: ['Subgroep A'] },
  });
  await take(wall, 'wall-figure-before');
  await desk.page.keyboard.press('3');
  await expect(wall.locator('.stage svg .on')).toHaveCount(1);
  await take(wall, 'wall-figure-item');
  await reach.press(desk.page, 'the text of one component', () => room.mode(desk.words.wall.modes.reading), {
    wall: { there: ['Gespreid, gedeeld en verbindend leiderschap'] },
  });
  await take(wall, 'wall-reading-item');
  await reach.press(desk.page, 'next: in pairs', () => next('model-duo'), {
    wall: { there: [wallWords.progress.done(0, 12, 2)] },
    phones: { there: [phoneWords.answer.asWritten('').trim()] },
  });
  await Promise.all(
    writers.map(async (one, i) => {
      await answer(one, [i % 3 ? 'Deels' : 'Ja', i % 2 ? 'Nee' : 'Deels'], [words(i, evokes), words(i, situations)]);
      for (const chip of ['afdeling', 'onderwijs', 'beroepspraktijk'].slice(i % 2))
        await one.page
          .locator('label')
          .filter({ hasText: new RegExp(`^\\s*${chip}\\s*$`) })
          .click();
      await one.send();
    }),
  );
  await takeDesk(desk.page, 'coverage');
}

/** Read under another component; situations one by one; stars until they are used up. */
export async function discuss(room: Room, wallOfB: Page): Promise<void> {
  const { desk, wall, people, reach, next, mode } = room;
  const { answers, moderation, wall: wallAt, room: tiles } = desk.words;
  await reach.press(desk.page, 'next: in subgroups', () => next('model-gesprek'), {
    wall: { there: ['antwoorden'] },
    phones: { there: [phoneWords.talking.starsTitle] },
  });
  for (const screen of [wall, wallOfB])
    for (const text of situations) await expect(screen.getByText(text)).toHaveCount(0);
  await take(wall, 'wall-model-cards');
  await take(wallOfB, 'wall-b-cards');
  await mode(wallAt.modes.figure);
  await reach.shows(wall, { there: ['Aanleiding voor'] });
  await take(wall, 'wall-figure');
  await take(wallOfB, 'wall-b-figure');
  await mode(wallAt.modes.distribution);
  await reach.shows(wall, { there: [itemTitle('o6')] });
  await take(wall, 'wall-distribution-items');
  await mode(wallAt.modes.cards);

  const moved = words(0, evokes);
  await choose(room, moved);
  await cardOf(room, moved).getByRole('button', { name: moderation.move.start, exact: true }).click();
  await takeDesk(desk.page, 'moving');
  const other = desk.page.locator('.moving button[aria-pressed="false"]').first();
  const to = (await other.innerText()).trim();
  const item = desk.page.getByRole('group', { name: wallAt.items }).getByRole('button', { name: new RegExp(to) });
  if ((await item.getAttribute('aria-pressed')) === 'false') await item.click();
  await expect(item).toHaveAttribute('aria-pressed', 'true');
  await reach.press(desk.page, 'move to another component', () => other.click(), {
    wall: { there: [moved, 'gegeven bij: '] },
  });
  await expect(cardOf(room, moved)).toContainText('Gegeven bij: ');
  await take(wall, 'wall-moved');

  for (const i of [0, 1]) {
    await choose(room, words(i, situations));
    await cardOf(room, words(i, situations)).getByRole('button', { name: answers.show, exact: true }).click();
    await expect(cardOf(room, words(i, situations)).getByRole('button', { name: answers.unshow })).toBeVisible();
  }
  await reach.press(desk.page, 'boundary situations', () => mode(wallAt.modes.boundary), {
    wall: {
      there: [wallWords.boundary.title, words(0, situations), words(1, situations)],
      gone: [words(2, situations), words(3, situations)],
    },
  });
  await take(wall, 'wall-boundary');
  await take(wallOfB, 'wall-b-boundary');
  await takeDesk(desk.page, 'boundary');
  await choose(room, words(1, situations));
  await reach.press(desk.page, 'a situation in the light', () => desk.page.keyboard.press('u'), {
    wall: { there: [wallWords.spotlight.boundary, words(1, situations)], gone: [words(0, situations)] },
    phones: { there: [phoneWords.talking.now] },
  });
  await take(wall, 'wall-spotlight-boundary');
  await mode(wallAt.modes.cards);

  // Three stars a subgroup, whoever of it gives them; the other subgroup keeps its own.
  const ofA = people.filter(({ subgroup }) => subgroup === 'A');
  const ofB = people.filter(({ subgroup }) => subgroup === 'B');
  for (const [i, giver] of ofA.slice(0, 3).entries()) {
    await giver.button(phoneWords.talking.star).first().click();
    for (const one of ofA) await reach.shows(one.page, { there: [phoneWords.talking.starsLeft(2 - i)] });
  }
  for (const one of ofB) await reach.shows(one.page, { there: [phoneWords.talking.starsLeft(3)] });
  await expect(desk.page.getByText(tiles.stars(3, 3))).toBeVisible();
  await take(ofA[0]?.page ?? wall, 'phone-stars');
}

/** The laptop of who led is closed: another leads within ten seconds, and nobody in the room notices. */
export async function takeOver(room: Room): Promise<void> {
  const { desk, wall, reach } = room;
  const co = await room.comeToHelp();
  await expect(co.page.getByText(co.words.lead.other(co.words.desks.owner))).toBeVisible();
  await desk.page.context().setOffline(true);
  const before = Date.now();
  await co.button(co.words.lead.take).click();
  await expect(co.button(co.words.next.start(titleOf('oogst')))).toBeVisible();
  expect(Date.now() - before, 'another device leads').toBeLessThan(10_000);
  await reach.press(co.page, 'next, by the other desk', () => room.nextBy(co, 'oogst'), {
    wall: { there: [titleOf('oogst'), wallWords.cards.stars(1)] },
    phones: { there: [titleOf('oogst')] },
  });
  await take(wall, 'wall-harvest');
  await takeDesk(co.page, 'co');
  await desk.page.context().setOffline(false);
  await expect(desk.page.getByText('Anke leidt nu.')).toBeVisible();
  await takeDesk(desk.page, 'other-leads');
  await desk.button(desk.words.lead.take).click();
  await expect(co.page.getByText(co.words.lead.other(co.words.desks.owner))).toBeVisible();
}
