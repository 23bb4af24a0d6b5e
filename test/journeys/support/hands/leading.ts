/** What is led while people talk: a question of the moment, the wall kept still, moderation, themes, a break, a step passed over. */
import { expect, type Locator, type Page } from '@playwright/test';
import { mark } from '../../../../shared/session/masks.ts';
import { words as deskWords } from '../../../../shared/words/desk.nl.ts';
import { words } from '../../../../shared/words/phone.nl.ts';
import { words as wallWords } from '../../../../shared/words/wall.nl.ts';
import { take } from '../pictures.ts';
import type { Afternoon, People } from './afternoon.ts';
import type { Hand } from './hand.ts';

const asked = 'Wat doen wij morgen anders?';
const said = {
  noor: 'Elke week een uur reflectie.',
  els: 'Anna de Wit vragen wij erbij.',
  ans: 'Dit hoort hier niet.',
  hamid: 'Tijd maken voor reflectie, elke week.',
};
const { answers, moderation, planning, question, pause, themes, wall: pictures } = deskWords;

const shows = (screen: Page, text: string): Promise<void> => expect(screen.getByText(text).first()).toBeVisible();
const lacks = (screen: Page, text: string): Promise<void> => expect(screen.getByText(text)).toHaveCount(0);
const cardOf = (desk: Hand, text: string): Locator => desk.page.getByRole('article').filter({ hasText: text });
/** With axe, in the dark and in the light. */
async function seeTwice(see: Afternoon['see'], desk: Hand, state: Parameters<Afternoon['see']>[1]): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await desk.page.emulateMedia({ colorScheme });
    await see(desk, state);
  }
}
/** An answer is chosen by its name: then its acts are there. */
async function choose(desk: Hand, text: string, name: RegExp): Promise<Locator> {
  await desk.press(name, cardOf(desk, text));
  const chosen = desk.page.locator('article.selected');
  await expect(chosen).toContainText(text);
  return chosen;
}

/** Typed at the desk, and at once on every phone; what came before the wall keeps still stays on it, what comes waits. */
export async function askOfTheMoment({ desk, hears, see }: Afternoon, { wall, noor, hamid, els, ans }: People) {
  const send = async (phone: Hand, text: string) => {
    await phone.write(asked, text);
    await phone.press(words.answer.send);
    await hears(phone, words.answer.sent);
  };
  await desk.press(question.short);
  await desk.write(question.label, asked);
  await see(desk, 'desk: a question of the moment');
  await desk.press(question.ask);
  await hears(desk, question.asked);
  for (const phone of [noor, hamid, els, ans]) await hears(phone, asked);
  await shows(wall, asked);
  await send(noor, said.noor);
  await send(els, said.els);
  await send(ans, said.ans);
  await lacks(wall, said.noor);

  await desk.press(deskWords.step.reveal(3));
  await hears(desk, deskWords.step.revealed(3));
  for (const text of [said.noor, said.els, said.ans]) await shows(wall, text);
  await expect(noor.page.getByText(words.answer.onWall)).toBeVisible();
  await desk.press(pictures.freeze);
  await shows(wall, wallWords.frozen(0));
  await send(hamid, said.hamid);
  await shows(wall, wallWords.frozen(1));
  await lacks(wall, said.hamid);
  await desk.press(pictures.freeze);
  await shows(wall, said.hamid);
}

/** One answer is hidden, of one the words are covered, one is put in the light: the wall and the writers' phones follow. */
export async function moderate({ desk, hears, see }: Afternoon, { wall, noor, els, ans }: People) {
  await desk.press(new RegExp(`^${answers.piles.wall} \\d`));
  await desk.press(answers.hide, await choose(desk, said.ans, /^Annie/));
  await hears(desk, answers.did.hide);
  await lacks(wall, said.ans);
  await shows(ans.page, words.answer.waitsForDesk);

  const { cover } = moderation;
  const chosen = await choose(desk, said.els, /^Els/);
  await desk.press(cover.start, chosen);
  for (const word of ['Anna', 'de', 'Wit']) await desk.press(word, chosen);
  await seeTwice(see, desk, 'desk: covering words');
  await take(desk.page, 'hands-covering');
  await desk.press(cover.go(3), chosen);
  await hears(desk, cover.did);
  await shows(wall, `${mark} vragen wij erbij.`);
  await lacks(wall, 'Anna');
  await shows(els.page, words.answer.isCovered);

  await desk.press(answers.spotlight, await choose(desk, said.noor, /^Noor/));
  await hears(desk, answers.did.spotlight);
  await shows(wall, said.noor);
  await lacks(wall, said.hamid);
  await expect(noor.page.getByText(words.answer.onWall)).toBeVisible();
}

/** Two answers become one theme with a name, on the wall too. */
export async function bundle({ desk, hears, see }: Afternoon, { wall }: People) {
  const boxOf = (text: string) => desk.page.locator('.bundles label', { hasText: text }).getByRole('checkbox');
  await desk.press(themes.bundle);
  for (const text of [said.noor, said.hamid]) {
    await desk.tick((await boxOf(text).getAttribute('aria-label')) ?? '');
    await expect(boxOf(text)).toBeChecked();
  }
  await see(desk, 'desk: bundling');
  await take(desk.page, 'hands-bundling');
  await desk.press(themes.together(2));
  await hears(desk, themes.grouped(2));
  await desk.write(themes.name, 'Reflectie');
  await desk.press(themes.saveName);
  await expect(desk.page.getByRole('region', { name: themes.heading('Reflectie', 2) })).toBeVisible();
  await desk.press(pictures.modes.themes);
  const theme = wall.locator('article', { has: wall.getByRole('heading', { name: 'Reflectie 2' }) });
  await expect(theme).toContainText(said.noor);
  await expect(theme.locator('svg g')).toHaveCount(2);
  await desk.press(themes.done);
}

/** A break for everybody; then the next step is passed over. */
export async function breakAndSkip({ desk, hears, see }: Afternoon, { wall, noor, els }: People) {
  await desk.press(pause.start);
  for (const phone of [noor, els]) await hears(phone, words.bar.break);
  await shows(wall, wallWords.pause.text);
  await see(desk, 'desk: a break');
  await desk.press(pause.end);
  await lacks(wall, wallWords.pause.text);
  for (const phone of [noor, els]) await lacks(phone.page, words.bar.break);

  // On a tablet the script is a drawer.
  const isDrawer = await desk.page.getByRole('button', { name: deskWords.bar.script, exact: true }).isVisible();
  if (isDrawer) await desk.press(deskWords.bar.script);
  await desk.press(planning.change);
  await desk.press(planning.skip('De negen kenmerken'));
  await hears(desk, planning.skipped('De negen kenmerken'));
  await see(desk, 'desk: changing the order');
  await take(desk.page, 'hands-skipping');
  await desk.press(planning.done);
  if (isDrawer) await desk.press(deskWords.script.hide);
  const next = desk.page.getByRole('button', { name: deskWords.next.start('In gesprek: de kenmerken') });
  await expect(next).toBeVisible();
}

/** What was said under one item is read under another, on the wall and on the phones. */
export async function moveOne({ desk, next, hears, see }: Afternoon, { wall, noor }: People) {
  const text = 'Vanaf papier 0.';
  await next('model-gesprek');
  await hears(noor, 'Groepsdiscussie');
  const chosen = await choose(desk, text, /^(Duo|Drietal|Viertal) \d/);
  await desk.press(moderation.move.start, chosen);
  await expect(chosen.getByRole('group').getByRole('button').last()).toBeInViewport({ ratio: 1 });
  await seeTwice(see, desk, 'desk: moving an answer');
  await take(desk.page, 'hands-moving');
  const other = chosen.getByRole('button', { pressed: false }).filter({ hasNotText: moderation.move.hereGiven }).last();
  const name = (await other.innerText()).trim();
  await desk.press(name, chosen);
  await hears(desk, moderation.move.did(name));
  await desk.press(new RegExp(name), desk.page.getByRole('group', { name: pictures.items }));
  await desk.press(pictures.modes.cards);
  await shows(wall, text);
  await desk.press(answers.spotlight, await choose(desk, text, /^(Duo|Drietal|Viertal) \d/));
  await shows(noor.page, text);
  for (const screen of [wall, noor.page]) await shows(screen, name);
}
