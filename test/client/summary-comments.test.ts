// Comments beside the summary: written by a reader, withdrawn by who wrote it, hidden at the desk (A4, P1, D1).
import { beforeAll, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { type Commenting, moderating } from '../../client/summary/commenting.svelte.ts';
import SummaryDocument from '../../client/summary/SummaryDocument.svelte';
import { wording } from '../../client/summary/wording.svelte.ts';
import { currentSummary } from '../../shared/views/summary.ts';
import { words } from '../../shared/words/summary.nl.ts';
import { playSession } from '../shared/summary-play.ts';
import { smallScript } from '../support/small-script.ts';

const keep = { get: () => 'nl', set: () => undefined, remove: () => undefined, keys: () => [], lasting: false };
const session = playSession(smallScript);
const summary = currentSummary(session.log);
const [section] = summary.sections;
const comment = (key: string, text: string, more: object = {}) => ({
  ...{ key, text, version: 1, section: section?.id ?? null, signature: '', at: Date.UTC(2026, 10, 25), hidden: false },
  ...more,
});
const reader = (more: Partial<Commenting> = {}): Commenting => ({
  all: () => [],
  isMine: () => false,
  send: async () => 'sent',
  withdraw: async () => true,
  hide: null,
  ...more,
});

beforeAll(() => wording.open(keep, 'nl'));
const start = () => page.getByRole('button', { name: new RegExp(`^${words.comments.start}`) }).first();

test('without leave to comment there is no button for it and no comment', async () => {
  await render(SummaryDocument, { summary });
  await expect.element(page.getByRole('button', { name: new RegExp(words.comments.start) })).not.toBeInTheDocument();
});

test('a comment says that it was sent only when it was; what was not sent stays in its field (A4, P1)', async () => {
  const send = vi.fn<NonNullable<Commenting['send']>>().mockResolvedValueOnce('failed').mockResolvedValueOnce('sent');
  await render(SummaryDocument, { summary, commenting: reader({ send }) });
  await start().click();
  const field = page.getByLabelText(words.comments.yours);
  await expect.element(field).toHaveFocus();
  await page.getByRole('button', { name: words.comments.send }).click();
  expect(send).not.toHaveBeenCalled();
  await field.fill('Dit herkennen wij ook.');
  await page.getByRole('button', { name: words.comments.send }).click();
  await expect.element(page.getByText(words.comments.said.failed)).toBeVisible();
  await expect.element(field).toHaveValue('Dit herkennen wij ook.');
  await expect.element(page.getByText(words.comments.said.sent)).not.toBeInTheDocument();
  await page.getByRole('button', { name: words.comments.send }).click();
  await expect.element(page.getByText(words.comments.said.sent)).toBeVisible();
  await expect.element(field).not.toBeInTheDocument();
  expect(send).toHaveBeenLastCalledWith(section?.id, 'Dit herkennen wij ook.', '');
});

test('only one’s own is withdrawn, and its words are back in the field for who wants to write them anew', async () => {
  const withdraw = vi.fn(async () => true);
  const all = () => [comment('a', 'Van mij.'), comment('b', 'Van een ander.', { signature: 'Anke' })];
  await render(SummaryDocument, { summary, commenting: reader({ all, withdraw, isMine: (key) => key === 'a' }) });
  await expect.element(page.getByText('Anke', { exact: false })).toBeVisible();
  const buttons = page.getByRole('button', { name: new RegExp(`^${words.comments.withdraw}`) });
  expect(buttons.elements()).toHaveLength(1);
  await buttons.click();
  expect(withdraw).toHaveBeenCalledWith('a');
  await expect.element(page.getByText(words.comments.said.withdrawn)).toBeVisible();
  await start().click();
  await expect.element(page.getByLabelText(words.comments.yours)).toHaveValue('Van mij.');
});

test('the facilitator hides one and shows it again, and writes none (D1)', async () => {
  const hide = vi.fn();
  const wipe = vi.fn(async () => true);
  const all = () => [comment('a', 'Te scherp.'), comment('b', 'Verborgen tekst.', { hidden: true })];
  await render(SummaryDocument, { summary, commenting: moderating(all, hide, wipe) });
  await expect.element(page.getByText(words.comments.hidden)).toBeVisible();
  // Only what is hidden already is wiped: two presses that each say what they do.
  const wiping = page.getByRole('button', { name: new RegExp(words.comments.wipe) });
  expect(wiping.elements()).toHaveLength(1);
  await wiping.click();
  expect(wipe).toHaveBeenCalledExactlyOnceWith('b');
  await expect.element(page.getByText(words.comments.said.wiped)).toBeVisible();
  await page.getByRole('button', { name: /Te scherp/ }).click();
  await page.getByRole('button', { name: new RegExp(`${words.showAgain}.*Verborgen tekst`) }).click();
  expect(hide.mock.calls).toEqual([
    ['a', true],
    ['b', false],
  ]);
  await expect
    .element(page.getByRole('button', { name: new RegExp(`^${words.comments.start}`) }))
    .not.toBeInTheDocument();
});
