// Answers put together at the desk: by mouse, finger and keyboard alike, always to be undone, and nothing moves for what comes in.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { say } from '../../shared/script-queries.ts';
import { answersOf } from '../../shared/session/selectors.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { itemOf, nameOf } from '../../shared/views/wall.ts';
import { words } from '../../shared/words/desk.nl.ts';
import { type DeskRoom, openDeskRoom } from '../support/desk-room.svelte.ts';
import { picture } from '../support/picture.ts';

let room: DeskRoom;
let stop: (() => Promise<void>) | undefined;
/** Two of them say the same. */
const said = [
  'Er is te weinig tijd voor reflectie.',
  'Reflectie schiet erbij in, want er is geen tijd.',
  'De cliënt ontbreekt in deze beschrijving.',
  'Fouten mogen maken staat alleen op papier.',
];
const spoken = (unit: number) => said[unit - 1] ?? `Antwoord van ${unit}`;
beforeEach(async () => {
  localStorage.clear();
  room = await openDeskRoom(10);
  room.open('def-duo');
  room.answer(4, spoken);
  room.desk.answers.narrow(null, 'recognisable');
  stop = await room.show();
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
});
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const check = (unit: number) =>
  page.getByRole('checkbox', { name: words.themes.pick(words.room.unit(unit, 2)), exact: true });
const open = () => userEvent.click(button(words.themes.bundle).first());
const themes = () => [...valuesOf(room.live.state.themes)].sort((a, b) => a.number - b.number);
const inTheme = (theme: string | undefined) =>
  answersOf(room.live.state, 'def-duo')
    .filter((answer) => answer.theme === theme)
    .map(({ number }) => number);

test('picked and put together, the theme is named at once; each step of it is undone in a press', async () => {
  await open();
  await userEvent.click(check(3));
  await userEvent.click(check(4));
  await userEvent.click(button(words.themes.together(2)));
  const field = page.getByLabelText(words.themes.name);
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('Beschrijving{Enter}');
  await expect.element(page.getByRole('region', { name: words.themes.heading('Beschrijving', 2) })).toBeVisible();
  expect(inTheme(themes()[0]?.theme)).toEqual([3, 4]);
  await userEvent.click(button('Ongedaan maken').last());
  await expect.element(page.getByRole('region', { name: words.themes.heading('Thema 1', 2) })).toBeVisible();
});

test('by keyboard alone: the key, the boxes, the button, the name (law 20)', async () => {
  await userEvent.keyboard('g');
  check(1).element().focus();
  await userEvent.keyboard(' ');
  check(2).element().focus();
  await userEvent.keyboard(' ');
  button(words.themes.together(2)).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText(words.themes.name)).toHaveFocus();
  await userEvent.keyboard('Tijd{Enter}');
  await expect.element(page.getByRole('region', { name: words.themes.heading('Tijd', 2) })).toBeVisible();
  await userEvent.keyboard('g');
  await expect.element(page.getByRole('checkbox').first()).not.toBeInTheDocument();
});

test('where answers are about several components each says about which, also the proposed ones', async () => {
  room.open('model-duo');
  room.answer(2, (unit) => said[unit - 1] ?? '');
  room.desk.answers.narrow(null, 'clear');
  await open();
  const items = [...new Set(room.desk.answers.found.map(({ item }) => item))];
  expect(items.length).toBeGreaterThan(1);
  for (const id of items) {
    const item = itemOf(room.live.state, 'model-duo', id);
    const title = item ? say(nameOf(item), 'nl') : words.themes.whole;
    // Which pair got which component is drawn by lot.
    const whose = words.room.unit(1, 2).replace(' 1', '');
    await expect.element(page.getByText(`${title} · ${whose}`, { exact: false }).first()).toBeVisible();
  }
});

test('what is alike is proposed quietly, and is done or put aside in one press', async () => {
  await open();
  await expect.element(page.getByRole('region', { name: words.themes.likely })).toBeVisible();
  const proposal = page.getByRole('region', { name: words.themes.likely });
  await userEvent.click(proposal.getByRole('button', { name: words.notNow }));
  await expect.element(page.getByRole('region', { name: words.themes.likely })).not.toBeInTheDocument();
  expect(themes()).toEqual([]);
  await userEvent.click(button(words.themes.bundle).first());
  await open();
  await userEvent.click(page.getByRole('region', { name: words.themes.likely }).getByRole('button').first());
  await vi.waitFor(() => expect(inTheme(themes()[0]?.theme)).toEqual([1, 2]));
});

test('given two themes, then one is merged into the other, and the undo brings back whose they were and nobody else', async () => {
  const group = (...units: number[]) => {
    const answers = answersOf(room.live.state, 'def-duo')
      .filter(({ number, prompt }) => prompt === 'recognisable' && units.includes(number ?? 0))
      .map(({ answer }) => answer);
    room.must({ type: 'GroupAnswers', step: 'def-duo', theme: null, answers }, { role: 'desk', facilitator: 'f' });
  };
  group(1, 2);
  group(3);
  await open();
  await userEvent.click(
    page
      .getByRole('region', { name: words.themes.heading('Thema 1', 2) })
      .getByRole('button', { name: words.themes.pickAll }),
  );
  await userEvent.click(
    page
      .getByRole('region', { name: words.themes.heading('Thema 2', 1) })
      .getByRole('button', { name: words.themes.addHere(2) }),
  );
  const [one, two] = themes();
  await vi.waitFor(() => expect(inTheme(two?.theme)).toEqual([1, 2, 3]));
  // Meanwhile the other facilitator brought one more.
  const fourth = answersOf(room.live.state, 'def-duo').find(
    ({ number, prompt }) => number === 4 && prompt === 'recognisable',
  );
  room.must(
    { type: 'GroupAnswers', step: 'def-duo', theme: two?.theme ?? '', answers: [fourth?.answer ?? ''] },
    { role: 'desk', facilitator: 'g' },
  );
  // And took one that was merged to a theme of its own: the undo does not take it from there.
  const second = answersOf(room.live.state, 'def-duo').find(
    ({ number, prompt }) => number === 2 && prompt === 'recognisable',
  );
  room.must(
    { type: 'GroupAnswers', step: 'def-duo', theme: null, answers: [second?.answer ?? ''] },
    { role: 'desk', facilitator: 'g' },
  );
  await userEvent.click(button('Ongedaan maken').last());
  await vi.waitFor(() => expect(inTheme(one?.theme)).toEqual([1]));
  expect(inTheme(two?.theme)).toEqual([3, 4]);
  expect(inTheme(themes()[2]?.theme)).toEqual([2]);
});

test('given answers that come in, then nothing that is there moves: they come last (law 16)', async () => {
  await open();
  await userEvent.click(check(2));
  const places = () =>
    [...document.querySelectorAll('.bundles label')]
      .slice(0, 4)
      .map((label) => Math.round(label.getBoundingClientRect().top));
  const before = places();
  room.answer(5, spoken);
  await vi.waitFor(() => expect(document.querySelectorAll('.bundles label')).toHaveLength(5));
  expect(places()).toEqual(before);
  expect(check(2).element()).toBe(document.activeElement);
});

test('given the first box that is ticked, then nothing that is there moves, nor when it is unticked (law 16)', async () => {
  const answers = answersOf(room.live.state, 'def-duo')
    .filter(({ number, prompt }) => prompt === 'recognisable' && number === 4)
    .map(({ answer }) => answer);
  room.must({ type: 'GroupAnswers', step: 'def-duo', theme: null, answers }, { role: 'desk', facilitator: 'f' });
  await open();
  await expect.element(page.getByRole('region', { name: words.themes.likely })).toBeVisible();
  // A click brings what it is about in view first.
  check(3).element().scrollIntoView({ block: 'center' });
  const places = () =>
    [...document.querySelectorAll('.bundles label')].map((label) => Math.round(label.getBoundingClientRect().top));
  const before = places();
  await userEvent.click(check(3));
  await expect.element(button(words.themes.addHere(1))).toBeVisible();
  expect(places()).toEqual(before);
  await userEvent.click(check(3));
  await expect.element(button(words.themes.addHere(1))).not.toBeInTheDocument();
  expect(places()).toEqual(before);
});

test.each([
  [1440, 900],
  [1024, 768],
  [390, 844],
  [320, 640],
])('at %i by %i nothing scrolls sideways, and every target is large enough (laws 4 and 9)', async (width, height) => {
  await stop?.();
  stop = await room.show(width, height);
  await userEvent.keyboard('g');
  await userEvent.click(check(1));
  await expect.element(button(words.themes.together(1))).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  const small = [...document.querySelectorAll<HTMLElement>('.bundles button, .bundles label')]
    .filter((one) => one.checkVisibility())
    .map((one) => [one.textContent?.trim() || one.ariaLabel, one.getBoundingClientRect()] as const)
    .filter(([, box]) => box.width < 43.9 || box.height < 43.9);
  expect(small.map(([name, box]) => `${name}: ${box.width}x${box.height}`)).toEqual([]);
  await picture(`bundles-${width}`);
});
