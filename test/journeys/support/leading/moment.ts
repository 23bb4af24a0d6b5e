/** What the script does not have: a room measured, a question of the moment, a break, steps passed over and moved. */
import { expect } from '@playwright/test';
import { words as phoneWords } from '../../../../shared/words/phone.nl.ts';
import { words as wallWords } from '../../../../shared/words/wall.nl.ts';
import { take } from '../pictures.ts';
import { answer, longNames, type Person, type Room, takeDesk, titleOf } from './room.ts';

export const asked = 'Is er bij ons tijd om samen te leren?';
/** By role, in turn: students and teachers lie farthest apart. */
const opinions: Record<Person['role'], readonly { judged: string; text: string }[]> = {
  student: [{ judged: 'Nee', text: 'Als het druk is, sturen ze ons naar de gang.' }],
  professional: [
    { judged: 'Ja', text: 'Op donderdag zitten we bij elkaar, en dat uur is heilig.' },
    { judged: 'Nee', text: 'Het draait om de planning. Leren doe ik thuis.' },
  ],
  docent: [{ judged: 'Ja', text: 'Ik ben er elke week een ochtend voor vrijgemaakt.' }],
  'cliënt of naaste': [
    { judged: 'Deels', text: 'Er is tijd voor vragen, maar niet voor de mijne.' },
    { judged: 'Nee', text: 'Ik merk er niets van. Niemand vroeg mij ooit iets.' },
  ],
};

const spoken = [opinions.student, opinions.docent].flatMap(([one]) => one?.text ?? []);

/** The letters grow with the room, and fewer cards stand on a page. */
export async function measure({ desk, wall, mode }: Room): Promise<void> {
  const { roomSize, wall: wallAt, bar } = desk.words;
  await mode(wallAt.modes.cards);
  const height = () =>
    wall
      .locator('.block:not(.off) .voice')
      .first()
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  const cards = () => wall.locator('.block:not(.off) article').count();
  // How many fit hangs on which pair said what: short answers take less.
  await expect.poll(cards).toBeGreaterThan(4);
  const first = await cards();
  const before = await height();
  const set = async (width: string, distance: string) => {
    await desk
      .button(new RegExp(`^${bar.share}`))
      .first()
      .click();
    await desk.dialog().getByLabel(roomSize.width).fill(width);
    await desk.dialog().getByLabel(roomSize.distance).fill(distance);
    await desk.dialog().getByRole('button', { name: roomSize.set }).click();
    await desk.close();
  };
  await set('3', '10');
  await expect.poll(height).toBeCloseTo(before * 1.2, 1);
  await expect.poll(cards).toBeLessThanOrEqual(first);
  await take(wall, 'wall-cards-room-12');
  await set('2.5', '10');
  await expect.poll(height).toBeCloseTo(before * 1.4, 1);
  await expect.poll(cards).toBeLessThan(first);
  await take(wall, 'wall-cards-room-14');
  await set('4', '8');
  await expect.poll(height).toBeCloseTo(before, 1);
}

/** Asked of each alone: every phone has it, and when all have answered the wall may compare roles. */
export async function ask(room: Room): Promise<void> {
  const { desk, wall, people, reach } = room;
  const { question, wall: wallAt } = desk.words;
  await desk.button(question.short).click();
  await desk.page.getByLabel(question.label).fill(asked);
  await desk
    .dialog()
    .getByText(/^Met een oordeel/)
    .click();
  await takeDesk(desk.page, 'question');
  await reach.press(
    desk.page,
    'a question of the moment',
    () => desk.dialog().getByRole('button', { name: question.ask }).click(),
    {
      wall: { there: [asked, wallWords.progress.done(0, 24, 1)] },
      phones: { there: [asked] },
    },
  );
  await take(wall, 'wall-question');
  await expect(desk.page.getByRole('main').getByText(desk.words.planning.added)).toBeVisible();
  for (let i = 0; i < people.length; i += 6)
    await Promise.all(
      people.slice(i, i + 6).map(async (one, k) => {
        const said = opinions[one.role];
        const { judged = '', text = '' } = said[Math.floor((i + k) / 4) % said.length] ?? {};
        await answer(one, [judged], [text]);
        await one.send();
      }),
    );
  await reach.shows(wall, { there: ['24'] });
  await reach.press(desk.page, 'distribution', () => room.mode(wallAt.modes.distribution), {
    wall: { there: [wallWords.distribution.title, 'n = 24'] },
  });
  await take(wall, 'wall-distribution');
  await takeDesk(desk.page, 'question-answered');
  await reach.press(desk.page, 'contrast', () => room.mode(wallAt.modes.contrast), {
    wall: { there: ['student', 'docent', 'n = 6', ...spoken, wallWords.contrast.from(5)], gone: [...longNames] },
  });
  await take(wall, 'wall-contrast');
}

export async function pause({ desk, wall, reach, phones }: Room): Promise<void> {
  const { pause } = desk.words;
  await reach.press(desk.page, 'break', () => desk.button(pause.start).click(), {
    wall: { there: [wallWords.pause.title, wallWords.pause.text] },
    phones: { there: [phoneWords.bar.break] },
  });
  await take(wall, 'wall-break');
  await takeDesk(desk.page, 'break');
  await take(phones[0] ?? wall, 'phone-break');
  await reach.press(desk.page, 'break over', () => desk.button(pause.end).click(), {
    wall: { gone: [wallWords.pause.title] },
    phones: { gone: [phoneWords.bar.break] },
  });
}

/** The characteristics are passed over, and the groups sit down before the model is told. */
export async function replan({ desk, reach, wall, people, next }: Room): Promise<void> {
  const { planning, next: way } = desk.words;
  await desk.button(planning.change).click();
  for (const step of ['ken-lezen', 'ken-duo'] as const) await desk.button(planning.skip(titleOf(step))).click();
  // Two steps have the same name: the first of them has answers to talk about, the second is of the characteristics.
  await desk.button(planning.skip(titleOf('ken-gesprek'))).click();
  await desk.button(planning.down(titleOf('model-uitleg'))).click();
  await takeDesk(desk.page, 'planning');
  await desk.button(planning.done).click();
  await expect(desk.button(way.start(titleOf('model-groepen')))).toBeVisible();
  await reach.press(desk.page, 'next, in the new order', () => next('model-groepen'), {
    wall: { there: [titleOf('model-groepen'), 'Subgroep A', 'Subgroep B'] },
    phones: { there: ['subgroep'] },
  });
  for (const one of people)
    one.subgroup = /subgroep (A|B)/i.exec(await one.page.locator('body').innerText())?.[1]?.toUpperCase() ?? '';
  expect(people.map(({ subgroup }) => subgroup).filter((name) => name === 'A').length).toBe(12);
  await take(wall, 'wall-groups');
}
