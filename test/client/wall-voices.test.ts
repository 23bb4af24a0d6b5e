// No voice disappears: every card is on some page, and the light holds every letter of a long text, page by page.
import { afterEach, expect, test } from 'vitest';
import { turning } from '../../client/wall/layout/turning.svelte.ts';
import { rooms } from '../../client/wall/settings.svelte.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { settled } from '../support/settled.ts';
import { answered, fold, opened, plannedSession, situation } from '../support/wall-session.ts';
import { resizeTo, showWall, viewOf, win } from '../support/wall-stage.svelte.ts';

const texts = [
  `${situation} `.repeat(8).slice(0, 1500),
  'onafgebroken'.repeat(125),
  'قالت الطالبة إنها لا تعرف هل يجوز لها أن تقول ذلك أمام مشرفها. '.repeat(24),
  '👩🏽‍🦽👨‍👩‍👧‍👦 samen 🏳️‍🌈 '.repeat(40),
  '<b onclick="x()">Lef & moed</b> <img src=x> '.repeat(34),
  'Eerst dit.\n\nDan dat:\n- een\n- twee\n'.repeat(40),
  'Lef.',
];
const given = (count: number): SessionState =>
  opened(
    answered(plannedSession(win, count), 'def-duo', count, (index) => (texts[index % texts.length] ?? '').trim()),
    'def-gesprek',
  );
const onPage = (state: SessionState, page: number): SessionState =>
  fold(state, { type: 'WallSet', wall: { ...state.wall, page }, subgroup: null });

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

/** What `look` sees on each page in turn. */
async function turned<T>(state: SessionState, room: (typeof rooms)[number], look: () => T): Promise<T[]> {
  const stage = showWall(viewOf(state, room));
  stop = stage.stop;
  await settled();
  const seen: T[] = [];
  const { pages } = turning;
  for (let page = 0; page < pages; page++) {
    await stage.show(viewOf(onPage(state, page), room));
    seen.push(look());
  }
  return seen;
}

const rows = [
  [1024, 768, rooms[2]],
  [1366, 768, rooms[1]],
  [1920, 1080, rooms[0]],
] as const;

test.each([
  [1920, 1080, rooms[0], 10],
  [1366, 768, rooms[0], 10],
  [1920, 1080, rooms[1], 8],
] as const)(
  'at %i x %i short answers fill a page before another begins (law 5)',
  async (width, height, room, count) => {
    await resizeTo(width, height);
    const short = (index: number) => ['Lef.', 'Ja, zo is het.', 'Te weinig tijd.'][index % 3] ?? '';
    const state = opened(answered(plannedSession(win, count), 'def-duo', count, short), 'def-gesprek');
    const seen = await turned(state, room, () => document.querySelectorAll('.pages > .block:not(.off)').length);
    expect(seen).toEqual([count]);
  },
);

test.each(rows)('at %i x %i each of forty cards is on some page', async (width, height, room) => {
  await resizeTo(width, height);
  const seen = await turned(given(40), room, () => [...document.querySelectorAll('.pages > .block:not(.off)')]);
  expect(new Set(seen.flat()).size).toBe(40);
  expect(seen.length).toBeGreaterThan(6);
});

test.each(rows)('at %i x %i the pages of a text in the light hold all of it', async (width, height, room) => {
  await resizeTo(width, height);
  const letters = (text: string) => text.replace(/[\s…]/g, '');
  const state = given(texts.length);
  for (const [index, text] of texts.entries()) {
    const answer = `def-duo/u${index + 1}/def/recognisable`;
    const lit = fold(state, { type: 'AnswerSpotlighted', answer, subgroup: null });
    const seen = await turned(lit, room, () => document.querySelector('.whole .voice')?.textContent ?? '');
    expect(letters(seen.join('')), `text ${index}`).toBe(letters(text));
    if (index < 2) expect(seen.length, `text ${index}`).toBeGreaterThan(1);
    await stop?.();
    stop = undefined;
  }
});
