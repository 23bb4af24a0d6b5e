// The desk claims nothing that is not so: of pairs before they are, and of a wall that thanks the room (A4).
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Actor } from '../../shared/session/actor.ts';
import { activeUnits, answersOf } from '../../shared/session/selectors.ts';
import { words } from '../../shared/words/desk.nl.ts';
import { type DeskRoom, openDeskRoom } from '../support/desk-room.svelte.ts';

let room: DeskRoom;
let stop: (() => Promise<void>) | undefined;
beforeEach(async () => {
  localStorage.clear();
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
});
const lead: Actor = { role: 'desk', facilitator: 'f' };
const pictures = page.getByRole('group', { name: words.wall.modesLabel });

test('given nobody sits in a pair yet, then the desk does not count pairs that are not ready (A4, D3)', async () => {
  room = await openDeskRoom(20);
  room.must({ type: 'ChoosePairing', pairing: 'self' }, lead);
  room.open('def-duo');
  expect(activeUnits(room.live.state)).toEqual([]);
  stop = await room.show();
  const state = document.querySelector('.state');
  expect(state?.textContent).not.toContain('nog niet klaar');
  room.must({ type: 'FormUnits', step: 'def-duo', seed: 1 }, lead);
  await expect.poll(() => state?.textContent).toContain(words.step.missing(10, 2));
});

test('given the session is closed, then each picture but thanks says why it is not shown, and changes nothing (A4; law 8)', async () => {
  room = await openDeskRoom(8);
  room.open('bedankt');
  room.must({ type: 'CloseSession' }, lead);
  stop = await room.show();
  const given = room.live.given.length;
  const harvest = pictures.getByRole('button', { name: words.wall.modes.harvest });
  await expect.element(harvest).toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(harvest, { force: true });
  await expect.element(page.getByText(words.wall.closed).last()).toBeVisible();
  await userEvent.keyboard('m');
  expect(room.live.given.length).toBe(given);
  room.must({ type: 'ReopenSession' }, lead);
  await expect.element(harvest).toHaveAttribute('aria-disabled', 'false');
});

test('given the wall shows another picture or none, then no card is said to be in the light (A4)', async () => {
  room = await openDeskRoom(8);
  room.open('def-duo');
  room.answer(2);
  room.open('def-gesprek');
  const { answer = '' } = answersOf(room.live.state, 'def-duo')[0] ?? {};
  room.must({ type: 'SpotlightAnswer', answer }, lead);
  stop = await room.show();
  const lit = () => document.querySelector('.right article .wall')?.textContent ?? '';
  await expect.poll(lit).toContain(words.answers.inLight);
  room.must({ type: 'SetWall', wall: { ...room.live.state.wall, blank: true } }, lead);
  await expect.poll(lit).not.toContain(words.answers.inLight);
});

test('given a blank wall, then the key lights the answer for the room; after closing nothing is said to be in the light (A4)', async () => {
  room = await openDeskRoom(8);
  room.open('def-duo');
  room.answer(2);
  room.open('def-gesprek');
  const { answer = '' } = answersOf(room.live.state, 'def-duo')[0] ?? {};
  room.must({ type: 'SpotlightAnswer', answer }, lead);
  room.must({ type: 'SetWall', wall: { ...room.live.state.wall, blank: true } }, lead);
  room.desk.answers.selected = answer;
  stop = await room.show();
  const light = page.getByRole('button', { name: words.answers.spotlight });
  await expect.element(light).toBeVisible();
  await userEvent.keyboard('u');
  await expect.poll(() => room.live.state.wall.blank).toBe(false);
  expect(room.live.state.spotlight).toBe(answer);
  await expect.element(page.getByRole('button', { name: words.answers.unspotlight })).toBeVisible();
  room.must({ type: 'CloseSession' }, lead);
  const given = room.live.given.length;
  await userEvent.keyboard('u');
  await expect.element(page.getByText(words.wall.closed).last()).toBeVisible();
  expect(room.live.given.length).toBe(given);
});

test('given no network, then what is for this moment on the wall is not kept for later; hiding is (A4, V4)', async () => {
  room = await openDeskRoom(8);
  room.open('def-duo');
  room.answer(2);
  room.open('def-gesprek');
  const { answer = '' } = answersOf(room.live.state, 'def-duo')[0] ?? {};
  room.desk.answers.selected = answer;
  stop = await room.show();
  room.live.status = 'offline';
  await userEvent.keyboard('u');
  await expect.element(page.getByText(words.wallOffline).last()).toBeVisible();
  await userEvent.keyboard('b');
  expect(room.live.given).toEqual([]);
  await userEvent.keyboard('v');
  await expect.poll(() => room.live.given.map(({ type }) => type)).toEqual(['HideAnswer']);
});

test('given the log is damaged, then the desk says so in the place of its buttons, and offers none (A4)', async () => {
  room = await openDeskRoom(4);
  room.open('def-duo');
  room.desk.access.damagedAt = 37;
  stop = await room.show();
  const said = () => page.getByRole('alert').element().textContent;
  await expect.poll(said).toContain(words.damage.until(37));
  expect(said()).toContain(words.damage.help);
  expect(pictures.query()).toBeNull();
});
