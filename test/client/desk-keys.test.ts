// The desk's keys: one register for what they do and for the list (law 20), silent where people type (WCAG 2.1.4).
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { capsOf, deskKeys, isTyping, keyNames, keyPressed } from '../../client/desk/keys.ts';
import { words as en } from '../../shared/words/desk.en.ts';
import { words as nl } from '../../shared/words/desk.nl.ts';
import { type DeskRoom, openDeskRoom } from '../support/desk-room.svelte.ts';

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
  localStorage.clear();
});

const pressed = (key: string, held: Partial<KeyboardEvent> = {}) =>
  keyPressed({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });
const givenTypes = (room: DeskRoom) => room.live.given.map((command) => command.type);

test('every key has its words in both languages, and no two keys are the same', () => {
  const seen = keyNames.flatMap((name) => deskKeys[name].keys.map((key) => `${deskKeys[name].with ?? ''} ${key}`));
  expect(new Set(seen).size).toBe(seen.length);
  for (const name of keyNames) {
    expect(nl.keys.names[name]).not.toBe('');
    expect(en.keys.names[name]).not.toBe('');
    expect(capsOf(name).length).toBeGreaterThan(0);
  }
});

test('keys are told apart by Shift and Control where they are pairs, and letters by neither', () => {
  expect([pressed('PageDown'), pressed('PageDown', { shiftKey: true })]).toEqual(['next', 'pageForward']);
  expect([pressed('+', { shiftKey: true }), pressed('?', { shiftKey: true })]).toEqual(['extend', 'list']);
  expect([pressed('U'), pressed('.'), pressed('7')]).toEqual(['spotlight', 'blank', 'item']);
  expect([pressed('z', { ctrlKey: true }), pressed('z', { metaKey: true }), pressed('z')]).toEqual([
    'undo',
    'undo',
    undefined,
  ]);
  // The browser's own: reload, print, find; and Space, which only presses what has the focus.
  expect([pressed('t', { ctrlKey: true }), pressed('b', { altKey: true }), pressed(' ')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('what is typed in a field is never a command', () => {
  const of = (html: 'input' | 'textarea' | 'select' | 'button') => document.createElement(html);
  expect([isTyping(of('input')), isTyping(of('textarea')), isTyping(of('select'))]).toEqual([true, true, true]);
  expect([isTyping(of('button')), isTyping(document.body), isTyping(null)]).toEqual([false, false, false]);
});

test('keys lead the session; in the field for notes and in a dialog they do nothing', async () => {
  const room = await openDeskRoom(4);
  room.open('def-duo');
  room.answer(2);
  stop = await room.show();
  await userEvent.keyboard('t{+}b');
  await userEvent.keyboard('{ArrowDown}k');
  expect(givenTypes(room)).toEqual(['PauseClock', 'ExtendClock', 'SetWall', 'KeepAnswer']);
  await userEvent.keyboard('{PageDown}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Wat valt op?' })).toBeVisible();

  const before = room.live.given.length;
  await userEvent.click(page.getByRole('textbox', { name: /Noteer/ }));
  await userEvent.keyboard('buk 1.?');
  await expect.element(page.getByRole('textbox', { name: /Noteer/ })).toHaveValue('buk 1.?');
  await userEvent.click(page.getByRole('button', { name: 'Toetsen' }));
  await expect.element(page.getByRole('dialog', { name: 'Toetsen' })).toBeVisible();
  await userEvent.keyboard('{PageDown}b');
  expect(room.live.given.length).toBe(before);
});

test('keys can be turned off, and stay off', async () => {
  const room = await openDeskRoom(4);
  room.open('def-lezen');
  stop = await room.show();
  await userEvent.keyboard('?');
  await userEvent.click(page.getByRole('button', { name: 'Alle toetsen' }));
  await userEvent.click(page.getByRole('checkbox', { name: /Sneltoetsen aan/ }));
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await userEvent.keyboard('b{PageDown}?');
  expect(room.live.given).toEqual([]);
  expect((await openDeskRoom(0)).desk.settings.hasKeys).toBe(false);
});

test('a press that is held down, and the second press of a double click, are not another step', async () => {
  const room = await openDeskRoom(2);
  stop = await room.show();
  await userEvent.keyboard('{PageDown>5/}');
  expect(givenTypes(room)).toEqual(['OpenStep']);
  await userEvent.dblClick(page.getByRole('button', { name: /^Start:/ }));
  expect(givenTypes(room)).toEqual(['OpenStep', 'OpenStep']);
});
