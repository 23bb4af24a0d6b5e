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
  await expect.element(page.getByText(sheet.said(1, 1))).toBeVisible();
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
