// The report of a rehearsal: its verdict agrees with its rows, and from it one gets to the script again.
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../client/styles/base.css';
import '../../client/desk/desk.css';
import Report from '../../client/desk/rehearsal/Report.svelte';
import { Rehearsing } from '../../client/desk/rehearsal/rehearsing.svelte.ts';
import { wording } from '../../client/desk/wording.svelte.ts';
import type { RehearsalReport, RehearsedStep } from '../../shared/rehearsal.ts';

const keep = { get: () => 'nl', set: () => undefined, remove: () => undefined, keys: () => [], lasting: false };
const steps: RehearsedStep[] = [
  { ...asked('duo', 4, 6), late: [{ number: 2, people: 2 }, { number: 3, people: 3 }, { name: 'Noor' }] },
  { ...asked('sterren', 4, 1), alone: true },
  { ...asked('gesprek', 10, null), asked: 0 },
];
function asked(step: string, planned: number, needed: number | null): RehearsedStep {
  const quiet = { asked: 6, alone: false, late: [], empty: [], played: true } as const;
  return { step, title: { nl: step }, planned, needed, ...quiet, late: [], empty: [] };
}
async function show(minutes: RehearsalReport['minutes'], of = steps, ownScript: string | null = null) {
  const rehearsing = new Rehearsing('oefen-1');
  rehearsing.read = async () => undefined;
  rehearsing.report = { steps: of, minutes };
  rehearsing.ownScript = ownScript;
  rehearsing.stop = vi.fn(async () => undefined);
  await render(Report, { rehearsing, onclose: () => undefined });
  return rehearsing;
}
const fits = { available: 40, planned: 30, needed: 32 };

beforeAll(() => wording.open(keep, 'nl'));
afterEach(() => history.replaceState(null, '', location.pathname));

test('a report with a step that is too tight does not say that it fits, and says so where all do', async () => {
  await show(fits);
  await expect.element(page.getByText('Samen past dat, maar één stap is te krap.')).toBeVisible();
  expect(page.getByText('Dat past.').elements()).toHaveLength(0);
});

test('without such a step it fits', async () => {
  await show(fits, steps.slice(1));
  await expect.element(page.getByText('Dat past.')).toBeVisible();
});

test('who was late is called as everywhere: by number and by how many they are, or by name', async () => {
  await show(fits);
  await expect.element(page.getByRole('row', { name: /^duo/ }).getByText('(Duo 2, Drietal 3, Noor)')).toBeVisible();
  await expect.element(page.getByRole('row', { name: /^gesprek/ }).getByText('zoals gepland')).toBeVisible();
});

test('it is read from its title, not from the buttons at its end', async () => {
  await page.viewport(1024, 400);
  await show(
    fits,
    Array.from({ length: 9 }, (_, i) => asked(`stap ${i}`, 4, 1)),
  );
  await expect.element(page.getByRole('heading', { name: 'Verslag van de oefening' })).toHaveFocus();
  expect(document.querySelector('dialog')?.scrollTop).toBe(0);
  await expect.element(page.getByRole('button', { name: 'Sluit', exact: true })).toBeVisible();
});

test.each([
  [null, 'Stop, en ga naar je draaiboeken', '#draaiboeken'],
  ['s1', 'Stop, en pas dit draaiboek aan', '#draaiboek=s1'],
])('from it the way goes on to the script (%s)', async (own, name, hash) => {
  const rehearsing = await show(fits, steps, own);
  await page.getByRole('button', { name }).click();
  await expect.poll(() => location.hash).toBe(hash);
  expect(rehearsing.stop).toHaveBeenCalledOnce();
});

test.each([320, 1024])('at %i px wide nothing runs off sideways', async (width) => {
  await page.viewport(width, 800);
  await show(fits);
  const table = document.querySelector('.table') as HTMLElement;
  expect(table.scrollWidth).toBeLessThanOrEqual(table.clientWidth);
});
