// What a facilitator changes on the way, at the desk: a question more, a break, the order of the steps; each undone in a press.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { words } from '../../shared/words/desk.nl.ts';
import { type DeskRoom, openDeskRoom } from '../support/desk-room.svelte.ts';
import { picture } from '../support/picture.ts';

let room: DeskRoom;
let stop: (() => Promise<void>) | undefined;
beforeEach(async () => {
  localStorage.clear();
  room = await openDeskRoom(8);
  room.open('def-duo');
  room.open('def-gesprek');
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
});
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const title = (name: string) => page.getByRole('heading', { level: 1, name });
const ids = () => room.live.state.script.steps.map(({ id }) => id);

test('a question of the moment is typed and asked, says that it is not in the script, and is undone', async () => {
  stop = await room.show();
  await userEvent.click(button(words.question.short));
  await userEvent.click(button(words.question.ask));
  await expect.element(page.getByRole('alert')).toHaveTextContent(words.question.empty);
  await userEvent.fill(page.getByLabelText(words.question.label), 'Wat vergeten we?');
  await userEvent.click(page.getByLabelText(words.question.together(2)));
  await userEvent.click(page.getByText(/^Met een oordeel/));
  await userEvent.click(button(words.question.ask));
  await expect.element(title('Wat vergeten we?')).toBeVisible();
  await expect.element(page.getByText(words.planning.added).first()).toBeVisible();
  const step = room.live.state.script.steps.find(({ id }) => id === room.live.state.step);
  expect(step).toMatchObject({ form: 'pair', split: true });
  await userEvent.click(button('Ongedaan maken').last());
  await expect.element(title('Wat valt op?')).toBeVisible();
  expect(room.live.state.skipped).toEqual([step?.id]);
});

test('what was done before a dialog opened waits behind it with its undo: in the dialog stands what is done there', async () => {
  stop = await room.show();
  await userEvent.click(button(/^Start: /));
  await expect.element(button(words.undo)).toBeVisible();
  await userEvent.click(button(words.question.short));
  await expect.element(page.getByRole('dialog')).toBeVisible();
  expect(page.getByRole('dialog').getByRole('button', { name: words.undo }).elements()).toHaveLength(0);
  await userEvent.keyboard('{Escape}');
  await expect.element(button(words.undo)).toBeVisible();
});

test('a break is said large, with the way on; the clock stands still meanwhile', async () => {
  stop = await room.show();
  await userEvent.click(button(words.pause.start));
  await expect.element(page.getByRole('region', { name: words.pause.on })).toBeVisible();
  expect(room.live.state.runs['def-gesprek']?.pausedLeft).not.toBeNull();
  await userEvent.click(button(words.pause.end));
  await expect.element(page.getByRole('region', { name: words.pause.on })).not.toBeInTheDocument();
  expect(room.live.state.runs['def-gesprek']?.pausedLeft).toBeNull();
});

test('steps are passed over and moved by buttons, and the one large button follows', async () => {
  stop = await room.show();
  const [next, after] = ids().slice(ids().indexOf('def-gesprek') + 1);
  const titleOf = (id: string | undefined) =>
    room.live.state.script.steps.find((step) => step.id === id)?.title.nl ?? '';
  await userEvent.click(button(words.planning.change));
  await userEvent.click(button(words.planning.skip(titleOf(next))));
  await expect.element(button(words.next.start(titleOf(after)))).toBeVisible();
  await userEvent.click(button('Ongedaan maken').last());
  await expect.element(button(words.next.start(titleOf(next)))).toBeVisible();
  await userEvent.click(button(words.planning.down(titleOf(next))));
  await vi.waitFor(() => expect(ids()[ids().indexOf('def-gesprek') + 1]).toBe(after));
  await userEvent.click(button(words.planning.done));
  await expect.element(button(words.planning.down(titleOf(next)))).not.toBeInTheDocument();
});

test('what was passed over on the way is not to be planned; what will be passed over can only be done after all', async () => {
  room.open('ken-duo');
  stop = await room.show();
  const steps = room.live.state.script.steps;
  const titleOf = (id: string) => steps.find((step) => step.id === id)?.title.nl ?? '';
  const tools = (id: string) =>
    [words.planning.up, words.planning.down, words.planning.skip, words.planning.unskip].map(
      (of) => button(of(titleOf(id))).query() !== null,
    );
  await userEvent.click(button(words.planning.change));
  await expect.element(button(words.planning.skip(titleOf('model-uitleg')))).toBeVisible();
  for (const id of ['waarom', 'ken-lezen', 'ken-duo']) expect(tools(id), id).toEqual([false, false, false, false]);
  expect(tools('model-uitleg')).toEqual([true, true, true, false]);
  await userEvent.click(button(words.planning.skip(titleOf('model-uitleg'))));
  await expect.element(button(words.planning.unskip(titleOf('model-uitleg')))).toBeVisible();
  expect(tools('model-uitleg')).toEqual([false, false, false, true]);
});

test.each([
  [1024, 768],
  [768, 1024],
  [390, 844],
  [320, 640],
])(
  'at %i by %i what is said of the plan lies over none of its rows, and moves none (law 16)',
  async (width, height) => {
    stop = await room.show(width, height);
    room.desk.hasScript = true;
    await userEvent.click(button(words.planning.change));
    await document.fonts.ready;
    const rows = () => [...document.querySelectorAll<HTMLElement>('nav li')];
    const places = () => rows().map((row) => Math.round(row.getBoundingClientRect().top));
    const skip = document.querySelector<HTMLElement>('nav li:has(> div) > div button:last-child');
    const before = places();
    skip?.click();
    const undo = page.getByRole('button', { name: 'Ongedaan maken' });
    await expect.element(undo).toBeInViewport({ ratio: 1 });
    expect(places(), 'no row moved').toEqual(before);
    const said = undo.element().closest('.toast')?.getBoundingClientRect();
    const list = document.querySelector('nav')?.getBoundingClientRect();
    expect(said?.top ?? 0).toBeGreaterThanOrEqual(list?.bottom ?? Number.POSITIVE_INFINITY);
    await picture(`plan-said-${width}`);
    await userEvent.click(undo);
    await expect.poll(() => room.live.state.skipped).toEqual([]);
  },
);

test.each([
  [1440, 900],
  [1024, 768],
  [390, 844],
  [320, 640],
])(
  'at %i by %i with a break and the plan open nothing scrolls sideways, and every target is large enough',
  async (width, height) => {
    stop = await room.show(width, height);
    await userEvent.click(button(words.pause.start));
    room.desk.hasScript = true;
    await userEvent.click(button(words.planning.change));
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const small = [...document.querySelectorAll<HTMLElement>('nav button, main button')]
      .filter((one) => one.checkVisibility())
      .map((one) => [one.textContent?.trim() || one.ariaLabel, one.getBoundingClientRect()] as const)
      .filter(([, box]) => box.width > 0 && (box.width < 43.9 || box.height < 43.9));
    expect(small.map(([name, box]) => `${name}: ${box.width}x${box.height}`)).toEqual([]);
    await picture(`plan-${width}`);
  },
);
