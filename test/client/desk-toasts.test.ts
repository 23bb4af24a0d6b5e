// What the desk says of what was just done: it goes by itself (WCAG 2.2.1), and stays where it was said.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Live from '../../client/desk/Live.svelte';
import { toasts } from '../../client/desk/toasts.svelte.ts';
import { wording } from '../../client/desk/wording.svelte.ts';

const said = () => toasts.list.map(({ text }) => text);
const seconds = (count: number) => vi.advanceTimersByTime(count * 1_000);
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const { id } of toasts.list) toasts.drop(id);
  vi.useRealTimers();
});

test('what can be undone stays 15 seconds and what is only read 8; a pointer over it helps as long as it moves', () => {
  toasts.say('Klaar');
  seconds(7);
  expect(said()).toEqual(['Klaar']);
  seconds(2);
  expect(said()).toEqual([]);
  toasts.say('Gesloten', () => undefined);
  seconds(14);
  toasts.linger();
  seconds(4);
  expect(said()).toEqual(['Gesloten']);
  seconds(2);
  expect(said()).toEqual([]);
});

test('with the focus on it, or under a dialog, it waits; after that it goes', () => {
  toasts.say('Gesloten', () => undefined);
  toasts.hold();
  seconds(60);
  expect(said()).toEqual(['Gesloten']);
  toasts.release();
  seconds(6);
  expect(said()).toEqual([]);
});

test('on another screen it is gone, with its undo; what was said on the way there stays (D1)', () => {
  const undo = vi.fn();
  toasts.say('Verborgen', undo);
  seconds(3);
  toasts.leave();
  toasts.undoLast();
  expect([said(), undo.mock.calls]).toEqual([[], []]);
  toasts.say('Dit draaiboek is er niet meer');
  toasts.leave();
  expect(said()).toEqual(['Dit draaiboek is er niet meer']);
});

test('it takes no focus, and is told politely', async () => {
  vi.useRealTimers();
  await wording.open(
    { get: () => 'nl', set: () => undefined, remove: () => undefined, keys: () => [], lasting: false },
    'nl',
  );
  await render(Live);
  const before = document.activeElement;
  toasts.say('Verborgen', () => undefined);
  await expect.poll(() => document.querySelector('[role=status]')?.textContent).toMatch(/^Verborgen/);
  await expect.element(page.getByRole('status')).toHaveAttribute('aria-live', 'polite');
  expect(document.activeElement).toBe(before);
  expect(document.querySelectorAll('[role=alert], [aria-live=assertive]')).toHaveLength(0);
});
