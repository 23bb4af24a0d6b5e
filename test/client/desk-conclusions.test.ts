// Conclusions at the desk: made of answers, asked of the room, decided upon; each act with its undo (D1), by keyboard too.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { textOf } from '../../shared/session/selectors.ts';
import { words } from '../../shared/words/desk.nl.ts';
import { type DeskRoom, openDeskRoom } from '../support/desk-room.svelte.ts';

let room: DeskRoom;
let stop: (() => Promise<void>) | undefined;
const sheet = words.conclusions;
beforeEach(async () => {
  localStorage.clear();
  room = await openDeskRoom(8);
  room.open('def-duo');
  room.answer(4);
  stop = await room.show();
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
});
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const drawn = () => Object.values(room.live.state.conclusions).filter(({ removed }) => !removed);
const undo = () => userEvent.click(button('Ongedaan maken').last());

async function make(kind: 'conclusion' | 'proposal', text: string): Promise<void> {
  await userEvent.click(button(sheet.open(drawn().length)));
  await userEvent.click(button(sheet.make[kind]));
  const field = page.getByLabelText(sheet.label[kind]);
  await expect.element(field).toHaveFocus();
  await userEvent.fill(field, text);
  await userEvent.click(page.getByRole('checkbox').first());
  await userEvent.click(page.getByRole('checkbox').nth(1));
  await userEvent.click(button(sheet.save(2)));
}

test('given words without an answer that they rest on, then it says so and keeps the words; with answers it is there, and can be undone', async () => {
  await userEvent.click(button(sheet.open(0)));
  await userEvent.click(button(sheet.make.conclusion));
  await userEvent.fill(page.getByLabelText(sheet.label.conclusion), 'Wij leren samen');
  await userEvent.click(button(sheet.save(0)));
  await expect.element(page.getByRole('alert')).toHaveTextContent(sheet.noBasis);
  await userEvent.click(page.getByRole('checkbox').first());
  await userEvent.click(button(sheet.save(1)));
  await expect.element(page.getByRole('article', { name: 'Wij leren samen' })).toBeVisible();
  expect(drawn()[0]?.answers).toHaveLength(1);
  await undo();
  await expect.poll(drawn).toEqual([]);
});

test('given it was typed and the sheet was closed, then it stands there again (A3)', async () => {
  await userEvent.click(button(sheet.open(0)));
  await userEvent.click(button(sheet.make.proposal));
  await userEvent.fill(page.getByLabelText(sheet.label.proposal), 'Noem de cliënt');
  await userEvent.click(button(words.cancel).last());
  await userEvent.click(button(sheet.make.proposal));
  await expect.element(page.getByLabelText(sheet.label.proposal)).toHaveValue('Noem de cliënt');
});

test('given the room is asked, then the wall asks too; who reacted is counted, and a remark of a minority can be hidden', async () => {
  await make('conclusion', 'Wij leren samen');
  await userEvent.click(button(sheet.ask));
  const [one] = drawn();
  expect(room.live.state.asked).toBe(one?.conclusion);
  expect(room.live.state.wall.mode).toBe('harvest');
  const seats = [...room.live.presence.online];
  const judge = (seat: string, agrees: boolean, note: string) =>
    room.must({ type: 'JudgeConclusion', conclusion: one?.conclusion ?? '', agrees, note }, { role: 'seat', seat });
  judge(seats[0] ?? '', true, '');
  judge(seats[1] ?? '', false, 'Bij ons niet');
  await expect.element(page.getByText(sheet.said(1, 1, seats.length))).toBeVisible();
  await userEvent.click(button(`${sheet.hide}: Bij ons niet`));
  expect(drawn()[0]?.opinions[seats[1] ?? '']?.hidden).toBe(true);
  await undo();
  await expect.poll(() => drawn()[0]?.opinions[seats[1] ?? '']?.hidden).toBe(false);
  await userEvent.click(button(sheet.change));
  await expect.element(page.getByLabelText(sheet.label.conclusion)).toHaveAttribute('readonly');
  await expect.element(page.getByText(sheet.fixed)).toBeVisible();
});

test('given asking is undone, then the question is off the phones and the wall shows what it showed', async () => {
  await make('conclusion', 'Wij leren samen');
  const before = room.live.state.wall;
  await userEvent.click(button(sheet.ask));
  await undo();
  await expect.poll(() => room.live.state.asked).toBeNull();
  expect(room.live.state.wall).toEqual(before);
});

test('given a proposal, then what became of it and why are kept, and both come back with undo', async () => {
  await make('proposal', 'Noem de cliënt');
  const reason = () => textOf(room.live.state, drawn()[0]?.reason ?? null);
  await userEvent.click(button(sheet.decisions.taken));
  await expect.poll(() => drawn()[0]?.decision).toBe('taken');
  await userEvent.fill(page.getByLabelText(sheet.reason), 'Drie duo’s noemden het');
  await userEvent.click(button(sheet.saveReason));
  await expect.poll(reason).toBe('Drie duo’s noemden het');
  expect(drawn()[0]?.decision).toBe('taken');
  await undo();
  await expect.poll(reason).toBe('');
  expect(drawn()[0]?.decision).toBe('taken');
});

test('by keyboard alone: typed, an answer chosen, kept with Ctrl and Enter; the focus stands on what comes next (law 10)', async () => {
  const tabTo = async (isThere: () => boolean) => {
    for (let i = 0; i < 40 && !isThere(); i++) await userEvent.keyboard('{Tab}');
    expect(isThere()).toBe(true);
  };
  const focused = () => document.activeElement?.textContent?.trim();
  const isOnBox = () => document.activeElement?.matches('[type=checkbox]') ?? false;
  room.must(
    { type: 'AddNote', kind: 'insight', text: 'Wij leren samen', item: null, subgroup: null },
    { role: 'desk', facilitator: 'f' },
  );
  await userEvent.click(button(sheet.open(0)));
  await tabTo(() => focused() === sheet.make.conclusion);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText(sheet.label.conclusion)).toHaveFocus();

  // A note gives its words; Enter in the search does not keep what is half made.
  await tabTo(isOnBox);
  await userEvent.keyboard('{ }');
  await expect.element(page.getByLabelText(sheet.label.conclusion)).toHaveValue('Wij leren samen');
  await tabTo(() => document.activeElement?.matches('[type=search]') ?? false);
  await userEvent.keyboard('Antwoord van 2{Enter}');
  expect(page.getByRole('alert').elements()).toEqual([]);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('alert')).toHaveTextContent(sheet.noBasis);
  await tabTo(isOnBox);
  await userEvent.keyboard('{ }{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('article', { name: 'Wij leren samen' })).toBeVisible();
  expect(drawn()).toHaveLength(1);
  await expect.element(button(sheet.ask)).toHaveFocus();

  // What is not done leads back to where one came from.
  await tabTo(() => focused() === sheet.change);
  await userEvent.keyboard('{Enter}');
  await tabTo(() => focused() === words.cancel);
  await userEvent.keyboard('{Enter}');
  await expect.element(button(sheet.change)).toHaveFocus();
  await userEvent.click(button(sheet.make.proposal));
  await expect.element(page.getByLabelText(sheet.label.proposal)).toHaveFocus();
  await tabTo(() => focused() === words.cancel);
  await userEvent.keyboard('{Enter}');
  await expect.element(button(sheet.make.proposal)).toHaveFocus();
});

test('no line of the form lies over another, and what keeps it is in sight however many answers there are (law 16)', async () => {
  room.answer(4, (unit) => `Duo ${unit} ziet dit elke week gebeuren, en niemand zegt er iets van. `.repeat(5));
  await userEvent.click(button(sheet.open(0)));
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
  ] as const) {
    await page.viewport(width, height);
    await userEvent.click(button(sheet.make.conclusion));
    await expect.element(button(sheet.save(0))).toBeInViewport({ ratio: 1 });
    const rows = [...document.querySelectorAll('.one')].map((row) => row.getBoundingClientRect());
    const insides = [...document.querySelectorAll('.one')].map((row) => row.lastElementChild?.getBoundingClientRect());
    expect(rows.length).toBeGreaterThan(3);
    for (const [i, { top, bottom }] of rows.entries()) {
      expect(insides[i]?.bottom ?? 0).toBeLessThanOrEqual(bottom + 0.5);
      expect(top).toBeGreaterThanOrEqual((rows[i - 1]?.bottom ?? top) - 0.5);
    }
    await userEvent.click(button(words.cancel).last());
  }
});
