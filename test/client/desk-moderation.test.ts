// Moderation at the desk: words are covered by tapping them, answers moved and held, each undone in a press; a log of it all.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { stepToReveal } from '../../server/live/all-submitted.ts';
import { readValues } from '../../shared/session/masks.ts';
import { answersOf, isOnWall, textOf } from '../../shared/session/selectors.ts';
import { words } from '../../shared/words/desk.nl.ts';
import { type DeskRoom, openDeskRoom } from '../support/desk-room.svelte.ts';
import { picture } from '../support/picture.ts';

let room: DeskRoom;
let stop: (() => Promise<void>) | undefined;
const said = 'Zo vertelde Anna de Wit, en dat klopt.';
const { cover, wipe, move, hold, trail } = words.moderation;

async function begin(step = 'model-duo', width = 1440, height = 900) {
  room.open(step);
  room.answer(3, (unit) => (unit === 1 ? said : `Antwoord van ${unit}`));
  stop = await room.show(width, height);
}
beforeEach(async () => {
  localStorage.clear();
  room = await openDeskRoom(8);
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
});
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const first = () => answersOf(room.live.state, room.desk.answers.step?.id ?? '').find(({ number }) => number === 1);
/** What everybody else reads of the first pair's first answer. */
const read = () => {
  const answer = first();
  const value = answer && Object.values(readValues(answer)).find(({ kind }) => kind === 'text');
  return value?.kind === 'text' ? textOf(room.live.state, value.text) : '';
};
const choose = () => {
  room.desk.answers.selected = first()?.answer ?? null;
};
const undo = () => userEvent.click(button('Ongedaan maken').last());

test('given somebody comes from the summary to cover words of an answer, then it is chosen, whatever step and pile it lies in', async () => {
  await begin();
  const answer = first()?.answer ?? '';
  room.must({ type: 'HideAnswer', answer, hidden: true }, { role: 'desk', facilitator: 'f' });
  room.open('def-duo');
  room.desk.answers.open(answer);
  await expect.element(button(cover.start)).toBeVisible();
  expect([room.desk.answers.step?.id, room.desk.answers.pile]).toEqual(['model-duo', 'away']);
});

test('given all answers may be on the wall, then where the new ones would be it says where those are, a press away (law 15)', async () => {
  await begin('def-duo');
  room.desk.answers.show('new');
  room.must({ type: 'RevealStep', step: 'def-duo', revealed: true }, { role: 'desk', facilitator: 'f' });
  await expect.element(page.getByText(words.answers.empty.new)).toBeVisible();
  await userEvent.click(button(words.answers.toWall(room.desk.answers.counts.wall)));
  expect(room.desk.answers.pile).toBe('wall');
});

test('words are tapped and covered: others read a mark, the desk sees which; undone, they are back (V4, D1)', async () => {
  await begin();
  choose();
  await userEvent.click(button(cover.start));
  await expect.element(button('Zo')).toHaveFocus();
  for (const word of ['Anna', 'de', 'Wit']) await userEvent.click(button(word));
  await userEvent.click(button(cover.go(3)));
  await expect.element(page.getByText(cover.is)).toBeVisible();
  expect(read(), 'three words are one mark').toBe('Zo vertelde ▇▇▇, en dat klopt.');
  expect(document.querySelector('mark')?.textContent).toBe(`Anna de Wit, ${cover.covered}`);
  expect(document.querySelector('article.selected .voice')?.textContent).toBe(
    said.replace('Anna de Wit', `Anna de Wit, ${cover.covered}`),
  );
  await undo();
  await expect.poll(read).toBe(said);
});

test('by keyboard alone: the words are walked and pressed, and the focus comes back to the card (law 20)', async () => {
  await begin();
  choose();
  await expect.element(button(cover.start)).toBeVisible();
  (button(cover.start).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Zo')).toHaveFocus();
  await userEvent.keyboard('{Tab}{Tab} ');
  (button(cover.go(1)).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(read).toBe('Zo vertelde ▇▇▇ de Wit, en dat klopt.');
  await expect.poll(() => document.activeElement?.closest('article')?.textContent).toContain('Anna');
});

test('for good asks first and says what stays; only then the words go, and nothing offers to undo it (D1, P2)', async () => {
  await begin();
  choose();
  await userEvent.click(button(cover.start));
  await userEvent.click(button('Anna'));
  await userEvent.click(button(cover.forGood));
  await expect.element(page.getByRole('dialog', { name: wipe.title })).toBeVisible();
  expect(read()).toBe(said);
  await userEvent.click(button(wipe.go));
  await expect.poll(read).toBe('Zo vertelde ▇▇▇ de Wit, en dat klopt.');
  expect(JSON.stringify([...Object.values(first()?.values ?? {})])).not.toContain('Anna');
  await expect.poll(() => document.querySelector('article.selected')?.textContent).not.toContain('Anna');
  expect(button('Ongedaan maken').elements()).toHaveLength(0);
});

test('an answer is read under another item, and back; what it judges stays where it was asked (D1, D3)', async () => {
  await begin();
  choose();
  const own = first()?.item;
  await userEvent.click(button(move.start));
  const targets = [...document.querySelectorAll<HTMLButtonElement>('.moving button')];
  expect(targets.length).toBeGreaterThan(2);
  for (const one of targets) expect(one.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  await userEvent.click(targets.find((one) => one.getAttribute('aria-pressed') === 'false') as HTMLElement);
  await expect.poll(() => first()?.movedTo).not.toBeNull();
  expect(first()?.item).toBe(own);
  await expect.element(page.getByText(/^Gegeven bij/)).toBeVisible();
  await undo();
  await expect.poll(() => first()?.movedTo).toBeNull();
});

test('new answers: look first, and what is shown stays; at once again, both undone in a press (V3, D1)', async () => {
  await begin('def-duo');
  const step = () => room.desk.answers.step;
  const shown = () =>
    answersOf(room.live.state, 'def-duo').filter((answer) => isOnWall(room.live.state, answer)).length;
  expect(step()?.wall.reveal).not.toBe('atOnce');
  // Shown by itself once everybody is done: neither is chosen yet.
  await expect.element(button(hold.first)).toHaveAttribute('aria-pressed', 'false');
  await userEvent.click(button(hold.atOnce));
  await expect.element(button(hold.atOnce)).toHaveAttribute('aria-pressed', 'true');
  const many = shown();
  expect(many).toBeGreaterThan(0);
  await userEvent.click(button(hold.first));
  await expect.element(button(hold.first)).toHaveAttribute('aria-pressed', 'true');
  room.answer(4, () => 'Later');
  expect(shown()).toBeLessThanOrEqual(many);
  expect(room.live.state.runs['def-duo']).toMatchObject({ held: true, revealed: true });
  await undo();
  await expect.element(button(hold.atOnce)).toHaveAttribute('aria-pressed', 'true');
});

test('look first, before anything is shown: then nothing comes by itself, and the undo gives that back (V3)', async () => {
  await begin('def-duo');
  await userEvent.click(button(hold.first));
  await expect.element(button(hold.first)).toHaveAttribute('aria-pressed', 'true');
  expect(room.live.state.runs['def-duo']).toMatchObject({ held: true, revealed: false });
  expect(stepToReveal(room.live.state, room.live.presence.online)).toBeUndefined();
  await undo();
  await expect.element(button(hold.first)).toHaveAttribute('aria-pressed', 'false');
  expect(room.live.state.runs['def-duo']).toMatchObject({ held: false, revealed: false });
});

test('the log says who did what and when, undone acts too, without any words (P4)', async () => {
  await begin('def-duo');
  choose();
  const answer = first()?.answer ?? '';
  room.must({ type: 'HideAnswer', answer, hidden: true }, { role: 'desk', facilitator: 'f' });
  room.must({ type: 'HideAnswer', answer, hidden: false }, { role: 'desk', facilitator: 'other' });
  await userEvent.click(button(trail.open));
  const dialog = page.getByRole('dialog', { name: trail.title });
  await expect.element(dialog).toBeVisible();
  const rows = [...dialog.element().querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].slice(1, 3).map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ['de begeleider', trail.acts.unhide],
    ['jij', trail.acts.hide],
  ]);
  expect(dialog.element().textContent).toContain('Duo 1');
  expect(dialog.element().textContent).not.toContain('Anna');
});

test.each([
  [1440, 900],
  [1024, 768],
  [390, 844],
])('at %i by %i every word is a target of 44 px, and nothing runs out of the card', async (width, height) => {
  await begin('model-duo', width, height);
  room.desk.tab = 'answers';
  choose();
  await userEvent.click(button(cover.start));
  await userEvent.click(button('Anna'));
  const card = document.querySelector('article.selected');
  const edge = card?.getBoundingClientRect().right ?? 0;
  for (const one of card?.querySelectorAll('.cover button') ?? []) {
    const box = one.getBoundingClientRect();
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    expect(box.right).toBeLessThanOrEqual(edge);
  }
  await picture(`cover-${width}`);
});
