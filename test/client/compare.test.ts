// Sessions side by side on a page: the bars' one scale, what is no zero, and twelve of them without running off sideways (D3).
import { beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../client/styles/base.css';
import '../../client/styles/content.css';
import '../../client/summary/summary.css';
import Comparison from '../../client/summary/compare/Comparison.svelte';
import { wording } from '../../client/summary/wording.svelte.ts';
import { type ComparePart, comparePart, compareSessions } from '../../shared/views/compare.ts';
import { comparedSession, compareScript } from '../support/compare-script.ts';

const keep = { get: () => 'nl', set: () => undefined, remove: () => undefined, keys: () => [], lasting: false };
const { compare } = (await import('../../shared/words/summary.nl.ts')).words;
const part = (i: number, pairs: number): ComparePart =>
  comparePart(
    comparedSession(
      { session: `s${i}`, date: `2027-${String(i + 1).padStart(2, '0')}-05`, place: `Plaats ${i + 1}` },
      compareScript(),
      pairs,
    ).log,
  );
const widthOf = (bar: Element | null) => bar?.getBoundingClientRect().width ?? 0;

beforeAll(() => wording.open(keep, 'nl'));

test('a bar of three pairs is as much shorter than one of six as three is less than six: one scale in all cells (D3)', async () => {
  await page.viewport(1200, 900);
  await render(Comparison, { comparison: compareSessions([part(0, 4), part(1, 7)]) });
  const [few, many] = [/3 ja, 0 deels, 1 nee \(n = 4\)/, /6 ja, 0 deels, 1 nee \(n = 7\)/].map((name) =>
    page.getByRole('img', { name }).first().element().querySelector('rect.full'),
  );
  expect(widthOf(many ?? null) / widthOf(few ?? null)).toBeCloseTo(2, 0);
  await expect.element(page.getByRole('columnheader', { name: /Sessie 2.*Plaats 2/ }).first()).toBeVisible();
  await expect.element(page.getByText("n = 4 duo's").first()).toBeVisible();
  expect(document.body.textContent).not.toMatch(/%|gemiddeld/);
});

test('what was not discussed says so and shows no figure (D3)', async () => {
  const { container } = await render(Comparison, { comparison: compareSessions([part(0, 2), part(1, 2)]) });
  const row = [...container.querySelectorAll('tr')].find((one) => one.textContent?.includes('Wat nog?'));
  const cells = [...(row?.querySelectorAll('td') ?? [])];
  expect(cells).toHaveLength(2);
  for (const cell of cells) {
    expect(cell.textContent).toContain(compare.states.notDiscussed);
    expect(cell.textContent?.replace(/Sessie.*Plaats \d/, '')).not.toMatch(/\d/);
  }
});

test.each([320, 390, 1200])(
  'twelve sessions fit %i px: each cell under its question, with its session',
  async (width) => {
    await page.viewport(width, 900);
    const parts = Array.from({ length: 12 }, (_, i) => part(i, 1 + (i % 3)));
    const { container } = await render(Comparison, { comparison: compareSessions(parts) });
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const names = [...container.querySelectorAll('.cells .cell-name')]
      .slice(0, 12)
      .map((one) => one.textContent?.trim());
    expect(names).toEqual(Array.from({ length: 12 }, (_, i) => expect.stringContaining(compare.session(i + 1))));
    expect(container.querySelector('.cell-name')?.checkVisibility()).toBe(true);
  },
);
