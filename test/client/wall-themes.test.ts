// Themes on the wall: from 41 answers on, no voice disappears, nothing scrolls, nothing is cut (law 8), no theme moves.
import { afterEach, expect, test } from 'vitest';
import { rooms } from '../../client/wall/settings.svelte.ts';
import type { Prompt } from '../../shared/script.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { bundlesOf, dotCell, groupOf } from '../../shared/views/wall.ts';
import { words } from '../../shared/words/wall.nl.ts';
import { answered, fold, opened, plannedSession, situation } from '../support/wall-session.ts';
import { resizeTo, showWall, sizes, troubles, viewOf, win } from '../support/wall-stage.svelte.ts';

const long = `${situation} `.repeat(8);
const anyLength = (index: number, prompt: Prompt): string =>
  (prompt.about ? situation : long).slice(0, [1, 40, 120, 260, 700, 1500][index % 6]);
const names = [
  'Het hangt aan één persoon',
  'Tijd',
  '',
  'De taal van het model is niet die van de afdeling, zeggen zij',
];

/** As many answers about the definition as units; those whose number is not dividable by five in one of `themes`. */
function themed(count: number, themes: number, text = anyLength): SessionState {
  const talk = opened(answered(plannedSession(win, count), 'def-duo', count, text), 'def-gesprek');
  let state = talk;
  for (let theme = 0; theme < themes; theme++) {
    const units = Array.from({ length: count }, (_, i) => i + 1).filter((n) => n % 5 && n % themes === theme);
    const answers = units.flatMap((n) =>
      ['recognisable', 'usable', 'complete'].map((prompt) => `def-duo/u${n}/def/${prompt}`),
    );
    const [id, name] = [`theme-${theme}`, `name-${theme}`];
    state = fold(state, { type: 'AnswersGrouped', step: 'def-duo', theme: id, number: theme + 1, answers });
    const title = names[theme % names.length];
    if (title) state = fold(state, { type: 'ThemeNamed', theme: id, name, texts: { [name]: title } });
  }
  return state;
}
const turned = (state: SessionState, page: number) =>
  fold(state, { type: 'WallSet', wall: { ...state.wall, page }, subgroup: null });

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});
const shownDots = () => [...document.querySelectorAll('article svg g')].length;

test('given 40 answers, then they are cards; given one more, then they are themes, what is in none among them', async () => {
  const stage = showWall(viewOf(themed(40, 0)));
  stop = stage.stop;
  await resizeTo(1920, 1080);
  await stage.show(viewOf(themed(40, 0)));
  expect(document.body.textContent).not.toContain(words.themes.rest);
  await stage.show(viewOf(themed(41, 0)));
  expect(document.body.textContent).toContain(words.themes.rest);
  expect(shownDots()).toBe(41);
  await stage.show(viewOf(themed(60, 3)));
  for (const title of [names[0] as string, names[1] as string, words.themes.unnamed(3), words.themes.rest])
    expect(document.body.textContent).toContain(title);
  expect(shownDots()).toBe(60);
  // Who judged and wrote nothing is counted beside them: the tally says both (D3).
  await stage.show(viewOf(themed(42, 0, (index) => (index === 0 ? '' : 'Een reden.'))));
  const tally = document.querySelector('.tally')?.textContent?.replace(/\s+/g, ' ').trim();
  expect(tally).toBe(`42 antwoorden, ${words.cards.withWords(41)}`);
});

test.each([
  [41, 0, 0],
  [41, 12, 2],
  [200, 3, 1],
  [200, 12, 0],
  [1000, 0, 1],
  [1000, 12, 2],
])(
  '%i answers in %i themes fit in room %i at every size, and each voice is on some page (law 8)',
  async (count, themes, at) => {
    const room = rooms[at] ?? rooms[0];
    const state = themed(count, themes);
    const stage = showWall(viewOf(state, room));
    stop = stage.stop;
    const found: string[] = [];
    const seen = new Set<string>();
    for (const [width, height] of sizes) {
      await resizeTo(width, height);
      for (const page of [0, 1, 2, 3, 99]) {
        await stage.show(viewOf(turned(state, page), room));
        found.push(...troubles().map((trouble) => `page ${page} at ${width}x${height}: ${trouble}`));
        for (const title of document.querySelectorAll('.block:not(.off) h2')) seen.add(title.textContent?.trim() ?? '');
      }
    }
    expect(found).toEqual([]);
    const bundles = bundlesOf(state, groupOf(state));
    expect(bundles.flatMap(({ dots }) => dots)).toHaveLength(count);
    if (themes <= 3) expect(seen.size).toBe(bundles.length);
  },
);

test('given another answer in a theme, then the themes stay in the order in which they were made', () => {
  const state = themed(60, 3);
  const before = bundlesOf(state, groupOf(state)).map(({ theme }) => theme?.theme);
  const answers = ['def-duo/u5/def/recognisable', 'def-duo/u10/def/recognisable'];
  const more = fold(state, { type: 'AnswersGrouped', step: 'def-duo', theme: 'theme-2', number: 3, answers });
  expect(bundlesOf(more, groupOf(more)).map(({ theme }) => theme?.theme)).toEqual(before);
  expect(before).toEqual(['theme-0', 'theme-1', 'theme-2', undefined]);
});

test('given themes, then what is in none stands beside them as dots, without words of its own; all dots are of one size', async () => {
  const talk = themed(14, 2, () => 'Er is te weinig tijd.');
  const state = fold(talk, { type: 'WallSet', wall: { ...talk.wall, mode: 'themes' }, subgroup: null });
  const stage = showWall(viewOf(state));
  stop = stage.stop;
  await resizeTo(1920, 1080);
  await stage.show(viewOf(state));
  const shown = [...document.querySelectorAll<HTMLElement>('.block:not(.off) article')];
  expect(shown.map((one) => one.querySelector('h2 span')?.textContent)).toEqual([
    names[0],
    names[1],
    words.themes.rest,
  ]);
  expect(shown.map((one) => one.querySelectorAll('.voice').length > 0)).toEqual([true, true, false]);
  const dot = (one: Element) => Math.round(one.querySelector('svg g')?.getBoundingClientRect().height ?? 0);
  expect(new Set(shown.map(dot)).size).toBe(1);
  await stage.show(viewOf(themed(41, 0)));
  expect(document.querySelectorAll('article .voice').length, 'without a theme some words are read').toBeGreaterThan(0);
});

test('dots are as large as fit, and give way to a bar where they would be smaller than 8 px', () => {
  expect(dotCell(5, 33)).toEqual({ cell: 2.4, perRow: 13 });
  expect(dotCell(58, 33)).toEqual({ cell: 1.3, perRow: 25 });
  expect(dotCell(300, 33)?.cell).toBeLessThan(1);
  expect(dotCell(1000, 33)).toBeNull();
});
