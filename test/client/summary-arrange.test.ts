// Titles, order and hiding at the desk: each press is one act, with its undo (D1; laws 10 and 16).
import { beforeAll, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Arrange from '../../client/summary/desk/Arrange.svelte';
import { movedIn, titledIn, toggledIn } from '../../client/summary/desk/arranging.ts';
import { Drafting } from '../../client/summary/desk/drafting.svelte.ts';
import { Notices } from '../../client/summary/desk/notices.svelte.ts';
import { wording } from '../../client/summary/wording.svelte.ts';
import type { Command } from '../../shared/commands.ts';
import { draftSummary } from '../../shared/views/summary.ts';
import { words } from '../../shared/words/summary.nl.ts';
import { playSession } from '../shared/summary-play.ts';
import { smallScript as script } from '../support/small-script.ts';

const keep = { get: () => 'nl', set: () => undefined, remove: () => undefined, keys: () => [], lasting: false };

async function open() {
  const session = playSession(script);
  const drafting = new Drafting('s1', keep);
  const notices = new Notices();
  const body = () => draftSummary(session.log);
  drafting.polling.body = body();
  const screen = await render(Arrange, { drafting, notices, body: body() });
  vi.spyOn(drafting, 'give').mockImplementation(async (command: Command) => {
    const done = session.give(command);
    drafting.polling.body = body();
    await screen.rerender({ body: body() });
    return done;
  });
  await page.getByText(words.arrange.title).click();
  const titles = () => [...document.querySelectorAll('details b')].map(({ textContent }) => textContent);
  return { session, notices, titles };
}

beforeAll(() => wording.open(keep, 'nl'));

test('a section goes up or down with one press, keeps the focus, and the undo brings it back (D1)', async () => {
  const { notices, titles } = await open();
  expect(titles()).toEqual(['Eén', 'Twee', 'Drie']);
  const up = page.getByRole('button', { name: new RegExp(`^${words.arrange.up}.*Drie$`) });
  await up.click();
  await vi.waitFor(() => expect(titles()).toEqual(['Eén', 'Drie', 'Twee']));
  await up.click();
  await vi.waitFor(() => expect(titles()).toEqual(['Drie', 'Eén', 'Twee']));
  await expect.element(up).toHaveAttribute('aria-disabled', 'true');
  await expect.element(up).toHaveFocus();
  expect(notices.text).toBe(words.arrange.moved);
  notices.undo?.();
  await vi.waitFor(() => expect(titles()).toEqual(['Eén', 'Drie', 'Twee']));
});

test('a title is typed in its place, with the script’s beside it; empty gives that back, and the focus returns', async () => {
  const { titles } = await open();
  const retitle = page.getByRole('button', { name: new RegExp(`^${words.arrange.retitle}.*`) }).nth(1);
  await retitle.click();
  const field = page.getByLabelText(words.arrange.ownTitle);
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveValue('Twee');
  await field.fill('Wat ons bindt');
  await page.getByRole('button', { name: words.arrange.saveTitle }).click();
  await vi.waitFor(() => expect(titles()).toEqual(['Eén', 'Wat ons bindt', 'Drie']));
  await expect.element(page.getByText(words.scriptTitle('Twee'))).toBeVisible();
  await expect.element(retitle).toHaveFocus();
  await retitle.click();
  await field.fill('');
  await page.getByRole('button', { name: words.arrange.saveTitle }).click();
  await vi.waitFor(() => expect(titles()).toEqual(['Eén', 'Twee', 'Drie']));
});

test('what is hidden says so and is shown again with the same button; what another desk did meanwhile is not taken back', async () => {
  const { session, notices } = await open();
  const hide = page.getByRole('button', { name: /Eén$/ }).last();
  await hide.click();
  await expect.element(page.getByText(words.hidden)).toBeVisible();
  const undo = notices.undo;
  session.must({
    type: 'ArrangeSummary',
    titles: [],
    order: [],
    hidden: ['een', 'twee'],
    seen: session.state.arranged.seq,
  });
  undo?.();
  await vi.waitFor(() => expect(notices.text).toBe(words.arrange.meanwhile));
  expect(session.state.arranged.hidden).toEqual(['een', 'twee']);
});

test('moving, naming and hiding change nothing else of the form', () => {
  expect([movedIn(['a', 'b', 'c'], 'a', 1), movedIn(['a', 'b', 'c'], 'c', -1)]).toEqual([
    ['b', 'a', 'c'],
    ['a', 'c', 'b'],
  ]);
  const named = [{ section: 'a', title: 'A' }];
  expect(titledIn(named, 'b', 'B')).toEqual([...named, { section: 'b', title: 'B' }]);
  expect(titledIn(named, 'a', '')).toEqual([]);
  expect([toggledIn(['a'], 'b'), toggledIn(['a', 'b'], 'a')]).toEqual([['a', 'b'], ['b']]);
});
