// The wall as a screen: how it is opened, how calmly it changes, and that its QR code can be scanned.
import jsqr from 'jsqr';
import { mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openStorage } from '../../client/live/storage.ts';
import { enter, readKey } from '../../client/wall/entrance.ts';
import Open from '../../client/wall/Open.svelte';
import { WallSettings } from '../../client/wall/settings.svelte.ts';
import { Shown } from '../../client/wall/shown.svelte.ts';
import { wording } from '../../client/wall/wording.svelte.ts';
import type { Step } from '../../shared/script.ts';
import { itemsOf, say, stepOf } from '../../shared/script-queries.ts';
import { get } from '../../shared/session/table.ts';
import { nameOf } from '../../shared/views/wall.ts';
import { answered, fold, opened, plannedSession } from '../support/wall-session.ts';
import { resizeTo, showWall, viewOf, win } from '../support/wall-stage.svelte.ts';

// The package is CommonJS: what its types call `default` is what the bundler gives.
const decode = jsqr as unknown as typeof jsqr.default;

let stop: (() => Promise<void>) | undefined;
beforeEach(async () => {
  localStorage.clear();
  await wording.open(openStorage());
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await stop?.();
  stop = undefined;
});

const planned = plannedSession(win);

test('a ticket in the address opens the wall, is kept for a reload, and a miniature keeps it to itself', () => {
  const keep = openStorage();
  const ticket = 't'.repeat(22);
  expect(enter(keep, `#ticket=${ticket}&session=s1&mini=1`)).toMatchObject({
    key: { ticket, session: 's1' },
    mini: true,
  });
  expect(readKey(keep)).toBeNull();
  expect(enter(keep, `#ticket=${ticket}&session=s1`)).toMatchObject({ key: { ticket, session: 's1' }, mini: false });
  expect(enter(keep, '')).toMatchObject({ key: { ticket, session: 's1' } });
  // Two walls in one browser, of the room and of a subgroup: each window keeps its own.
  expect(enter(keep, '', { ticket: 'b'.repeat(22), session: 's1' }).key?.ticket).toBe('b'.repeat(22));
  expect(enter(openStorage(), '#code=bcdfgh').entry).toBe('bcdfgh');
});

test('on another machine: a typed code, a number to confirm, and then the ticket', async () => {
  const key = { ticket: 'w'.repeat(22), session: 's1' };
  let confirmed = false;
  const answer = (status: number, body: object) => new Response(JSON.stringify(body), { status });
  vi.stubGlobal('fetch', async (path: string) =>
    path === '/api/walls'
      ? answer(200, { request: 'r'.repeat(22), number: '4071' })
      : confirmed
        ? answer(200, key)
        : answer(202, {}),
  );
  const onconfirmed = vi.fn();
  const target = document.body.appendChild(document.createElement('div'));
  const settings = new WallSettings(openStorage());
  const screen = mount(Open, { target, props: { entry: '', problem: null, settings, onconfirmed } });
  stop = async () => {
    await unmount(screen);
    target.remove();
  };
  await userEvent.fill(page.getByLabelText('Code van de sessie'), 'bcd');
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('De code heeft zes letters.');
  await userEvent.fill(page.getByLabelText('Code van de sessie'), 'bcd fgh');
  await page.getByRole('button', { name: 'Verder' }).click();
  await expect.element(page.getByRole('heading', { name: 'Bevestig dit getal op het bureau' })).toBeVisible();
  await expect.element(page.getByText('4071')).toBeVisible();
  confirmed = true;
  await vi.waitFor(() => expect(onconfirmed).toHaveBeenCalledWith(key), { timeout: 4_000 });
});

test('answers change the picture at most once in 800 ms; the desk and a hidden answer change it at once', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const shown = new Shown();
  const before = opened(answered(planned, 'def-duo', 3), 'def-gesprek');
  shown.offer(before);
  expect(shown.state).toBe(before);
  const recognised = (unit: string, from = before) =>
    fold(from, { type: 'AnswerRecognised', answer: 'def-duo/u1/def/usable', unit, recognised: true });
  const [first, second] = [recognised('u2'), recognised('u3', recognised('u2'))];
  shown.offer(first);
  shown.offer(second);
  expect(shown.state).toBe(before);
  vi.advanceTimersByTime(800);
  expect(shown.state).toBe(second);
  // As the gate tells a wall of covered words: the same version anew, with another text.
  const covered = get(second.answers, 'def-duo/u1/def/recognisable');
  if (!covered) throw new Error('nobody answered');
  const { answer, unit, step, item, prompt, number, version, firstSeq } = covered;
  const masked = fold(
    second,
    {
      type: 'AnswerSubmitted',
      ...{ answer, unit, step, item, prompt, number, version, firstSeq, seat: null, late: false },
      ...{ values: { ...covered.values, why: { kind: 'text', text: 'mask' } }, texts: { mask: '▇▇▇' } },
    },
    { type: 'AnswerReleased', answer, released: true },
  );
  shown.offer(masked);
  expect(shown.state, 'covered words do not wait (V4)').toBe(masked);
  const moved = fold(masked, { type: 'AnswerMoved', answer, item: 'def' });
  shown.offer(moved);
  expect(shown.state, 'nor does what the desk moved').toBe(moved);
  const hidden = fold(moved, { type: 'AnswerHidden', answer: 'def-duo/u1/def/recognisable', hidden: true });
  shown.offer(hidden);
  expect(shown.state).toBe(hidden);
  const blank = fold(hidden, { type: 'WallSet', wall: { ...hidden.wall, blank: true }, subgroup: null });
  shown.offer(blank);
  expect(shown.state).toBe(blank);
  shown.stop();
});

test('an answer that comes while the room looks is outlined for eight seconds', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const shown = new Shown();
  const all = opened(answered(planned, 'def-duo', 2), 'def-gesprek');
  const answer = 'def-duo/u1/def/usable';
  const hidden = fold(all, { type: 'AnswerHidden', answer, hidden: true });
  shown.offer(hidden);
  expect(shown.fresh.size).toBe(0);
  shown.offer(fold(hidden, { type: 'AnswerHidden', answer, hidden: false }));
  vi.advanceTimersByTime(800);
  expect([...shown.fresh]).toEqual([answer]);
  vi.advanceTimersByTime(8_000);
  expect(shown.fresh.size).toBe(0);
  shown.stop();
});

test.each(['inloop', 'def-duo'])('while the door is locked no wall says how to come in: %s', async (step) => {
  await resizeTo(1920, 1080);
  const open = opened(planned, step);
  const view = viewOf(open);
  const wall = showWall(view);
  stop = wall.stop;
  const code = page.getByText('BCD FGH');
  await expect.element(code).toBeVisible();
  await wall.show(viewOf(fold(open, { type: 'DoorLocked', locked: true })));
  await expect.poll(() => code.query()).toBeNull();
  await expect.poll(() => page.getByRole('img', { name: /QR/ }).query()).toBeNull();
  await wall.show(view);
  await expect.element(code).toBeVisible();
});

test.each([
  [1024, 768],
  [1920, 1080],
])(
  'at %i x %i the QR code of the welcome is scanned from the picture, and from a quarter of it, light and dark',
  async (width, height) => {
    await resizeTo(width, height);
    const view = viewOf(opened(planned, 'inloop'));
    const wall = showWall(view);
    stop = wall.stop;
    await wall.show(view);
    for (const theme of ['light', 'dark']) {
      document.documentElement.dataset['theme'] = theme;
      const base64 = await page.screenshot({ save: false });
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      for (const part of [1, 4]) {
        const canvas = new OffscreenCanvas(image.width / part, image.height / part);
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.drawImage(image, 0, 0, canvas.width, canvas.height);
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        const read = decode(data, canvas.width, canvas.height)?.data;
        expect(read, `${theme}, 1/${part}`).toBe(view.access.joinUrl);
      }
    }
    delete document.documentElement.dataset['theme'];
  },
);

test('while people look for a partner the wall says how, and how many still look; who is left over has a button, so then it goes on (V3)', async () => {
  await resizeTo(1024, 768);
  const view = viewOf(opened(planned, 'def-duo'));
  const counts = (seeking: number, units: number) => ({ ...view, counts: { ...view.counts, seeking, units } });
  const shown = showWall(counts(10, 2));
  stop = shown.stop;
  await expect.element(page.getByRole('heading', { name: 'Zoek een partner.' })).toBeVisible();
  await expect.element(page.getByText('Typ het nummer van je buur.')).toBeVisible();
  await expect.element(page.getByText('mensen zoeken nog')).toBeVisible();
  await shown.show(counts(1, 6));
  expect(page.getByText(/zoek/i).elements()).toHaveLength(0);
  await shown.show(counts(0, 7));
  expect(page.getByRole('heading', { name: 'Zoek een partner.' }).elements()).toHaveLength(0);
});

test('while people answer, what the question is about stands beneath it by name, in a line that ends', async () => {
  await resizeTo(1920, 1080);
  const view = viewOf(opened(planned, 'model-duo'));
  const stage = showWall(view);
  stop = stage.stop;
  await stage.show(view);
  const names = itemsOf(win, stepOf(win, 'model-duo') as Step).map((item) => say(nameOf(item), 'nl'));
  expect(document.querySelector('.about')?.textContent).toBe(names.join(' · '));
  const long = viewOf(opened(planned, 'ken-duo'));
  await stage.show(long);
  const line = document.querySelector('.about')?.textContent ?? '';
  expect(line.length).toBeGreaterThan(60);
  expect(line.length).toBeLessThan(245);
});

test('in a step that each answers alone, who has sent is a disc and who has not is a ring; its name is not said twice', async () => {
  const state = opened(plannedSession(win, 4), 'feedback');
  const view = viewOf(state);
  const counts = { ...view.counts, people: 5, submitted: { feedback: 2 } };
  const stage = showWall({ ...view, counts });
  stop = stage.stop;
  await resizeTo(1920, 1080);
  await stage.show({ ...view, counts });
  const fills = [...document.querySelectorAll('.marks circle')].map((circle) => getComputedStyle(circle).fill);
  expect(fills.map((fill) => fill === 'none')).toEqual([false, false, true, true, true]);
  const asked = fold(opened(plannedSession(win, 4), 'def-gesprek'), {
    type: 'StepAdded',
    ...{ step: 'q1', after: 'def-gesprek', question: 'q', size: 1, scale: 'three', texts: { q: 'Is er tijd?' } },
  });
  await stage.show({ ...viewOf(opened(asked, 'q1')), counts });
  expect(document.querySelector('.stage')?.textContent?.split('Is er tijd?')).toHaveLength(2);
});
