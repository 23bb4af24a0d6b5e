// The wall measured (law 8): every picture, at every size, with no answer and with a thousand, in rooms of every size.
// Pairs of them all in `npm test`; every combination in `npm run test:full`.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rooms } from '../../client/wall/settings.svelte.ts';
import type { Prompt } from '../../shared/script.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { combinations } from '../support/pairwise.ts';
import { answered, concluded, fold, opened, plannedSession, situation } from '../support/wall-session.ts';
import { resizeTo, showWall, troubles, viewOf, win } from '../support/wall-stage.svelte.ts';

const full = Boolean(import.meta.env['FULL']);
const hard = [
  'x'.repeat(400),
  'مرحبا، نحن نتعلم معا كل يوم في مكان العمل. '.repeat(6),
  '👩‍👩‍👧‍👦'.repeat(60),
  '<img src=x onerror=alert(1)> **vet** =1+1',
  'Eén regel\n\ntwee regels\n- drie',
  'a\u0301\u0302\u0303'.repeat(40),
];
const texts = {
  short: (i: number) => ['Lef.', 'Ja, zo is het.', 'Tijd ontbreekt ons elke week weer.'][i % 3] ?? '',
  any: (i: number, prompt: Prompt) =>
    (prompt.about ? situation : `${situation} `.repeat(8)).slice(0, [1, 60, 220, 221, 700, 1500][i % 6]),
  hard: (i: number) => hard[i % hard.length] ?? '',
};
const counts: readonly number[] = [0, 1, 12, 40, 200, 1000];
type Given = { count: number; kind: keyof typeof texts };
/** At most 500 characters; each length at which the wall sets a text smaller. */
const lengths = [1, 120, 121, 400, 401, 500];
function conclusionOf({ count, kind }: Given): string {
  const row = counts.indexOf(count);
  if (kind === 'any') return `${situation} `.repeat(4).slice(0, lengths[row]);
  return (kind === 'short' ? texts.short(row) : texts.hard(row)).slice(0, 500);
}

/** The model's step about its last item alone: a thousand answers to each of six would measure nothing more. */
const oneItem = {
  ...win,
  itemSets: win.itemSets.map((set) => ({
    ...set,
    items: set.items.filter(({ place, id }) => !place || id === 'o6' || place === 'before' || place === 'after'),
  })),
};
const known = new Map<string, SessionState>();
function answeredIn(step: string, { count, kind }: Given, script = win): SessionState {
  const key = `${step} ${count} ${kind}`;
  const state = known.get(key) ?? answered(plannedSession(script, Math.max(2, count)), step, count, texts[kind]);
  known.set(key, state);
  return state;
}
const wall = (state: SessionState, change: Partial<SessionState['wall']>) =>
  fold(state, { type: 'WallSet', wall: { ...state.wall, ...change }, subgroup: null });
const talk = (given: Given) => opened(answeredIn('def-duo', given), 'def-gesprek', 99_000);
const model = (given: Given) => opened(answeredIn('model-duo', given, oneItem), 'model-gesprek', 99_000);
const lit = (state: SessionState, answer: string) => fold(state, { type: 'AnswerSpotlighted', answer, subgroup: null });
const starred = (state: SessionState, count: number) =>
  Array.from({ length: Math.min(count, 40) }, (_, i) => `model-duo/u${i + 1}/o6/clear`).reduce(
    (next, answer) => fold(next, { type: 'AnswerStarred', answer, star: `s-${answer}`, subgroup: 'a', starred: true }),
    state,
  );

const roles = win.perspectives.options.map(({ id }) => id);
/** All roles of the script, and two explanations, where there are as many. */
const contrast = ({ count, kind }: Given) =>
  fold(wall(talk({ count, kind }), { mode: 'contrast' }), {
    type: 'ContrastShown',
    ...{
      step: 'def-duo',
      item: 'def',
      prompt: 'recognisable',
      none: count < 12 ? 'mixed' : null,
      reckonedAt: 99_000,
      cells: [],
    },
    groups: roles.map((perspective, i) => ({ perspective, counts: [count, i, (i * 7) % 13] })),
    sides: roles.slice(0, 2).map((perspective, i) => {
      return { answer: `def-duo/u${i + 5}/def/recognisable`, version: 1, perspective };
    }),
  });

/** As many conclusions as the room has, or as fit in an afternoon. */
const withConclusions = (state: SessionState, given: Given) =>
  concluded(
    state,
    Array.from({ length: Math.min(given.count, 12) }, () => conclusionOf(given)),
    'o6',
  );
/** "Klopt dit?" about one component of the model, or about all of it. */
const asked = (given: Given, item: string | null) =>
  fold(concluded(opened(plannedSession(win, Math.max(2, given.count)), 'oogst'), [conclusionOf(given)], item), {
    type: 'ConclusionAsked',
    conclusion: 'c1',
  });

/** Each picture with what it is about. */
const pictures: Record<string, (given: Given) => SessionState> = {
  welcome: ({ count }) => opened(plannedSession(win, count), 'inloop'),
  agenda: ({ count }) => opened(plannedSession(win, count), 'welkom'),
  reading: ({ count }) => wall(opened(plannedSession(win, count), 'model-uitleg'), { mode: 'reading', item: 'o2' }),
  list: (given) => wall(opened(answeredIn('ken-duo', given), 'ken-gesprek'), { mode: 'list' }),
  figure: (given) => wall(model(given), { mode: 'figure' }),
  groups: ({ count }) => opened(plannedSession(win, count), 'model-groepen'),
  progress: (given) => opened(answeredIn('def-duo', given), 'def-duo', 99_000),
  cards: talk,
  'a later page': (given) => wall(talk(given), { page: 2 }),
  'the last page': (given) => wall(talk(given), { page: 999 }),
  'kept still': (given) => wall(talk(given), { frozen: 40 }),
  themes: (given) => wall(talk(given), { mode: 'themes' }),
  spotlight: (given) => lit(talk(given), 'def-duo/u1/def/recognisable'),
  contrast,
  boundary: (given) => wall(model(given), { mode: 'boundary' }),
  distribution: (given) => wall(talk(given), { mode: 'distribution' }),
  'distribution of a list': (given) =>
    wall(opened(answeredIn('ken-duo', given), 'ken-gesprek'), { mode: 'distribution' }),
  harvest: (given) => opened(starred(model(given), given.count), 'oogst'),
  'harvest with conclusions': (given) => withConclusions(opened(starred(model(given), 4), 'oogst'), given),
  'asked about an item': (given) => asked(given, 'o6'),
  'asked about it all': (given) => asked(given, null),
  thanks: ({ count }) => opened(plannedSession(win, count), 'bedankt'),
  break: (given) => fold(talk(given), { type: 'SessionPaused', paused: true }),
  blank: (given) => wall(talk(given), { blank: true }),
};

const rows = combinations(
  {
    picture: Object.keys(pictures),
    size: ['1024x768', '1280x800', '1366x768', '1920x1080', '3840x2160'],
    count: [...counts],
    room: [0, 1, 2],
    kind: ['short', 'any', 'hard'] as const,
    words: ['ours', 'longer'] as const,
  },
  full,
);
const least = 36;

let stage: ReturnType<typeof showWall> | undefined;
beforeAll(() => {
  stage = showWall(viewOf(opened(plannedSession(win, 2), 'inloop')));
});
afterAll(async () => stage?.stop());

/** Answers are set at this many pixels or more, at 1920 wide. */
function smallAnswers(size: number): string[] {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return [...document.querySelectorAll('main .voice')]
    .filter((voice) => voice.checkVisibility({ visibilityProperty: true }))
    .map((voice) => (Number.parseFloat(getComputedStyle(voice).fontSize) * 16) / rem)
    .filter((px) => px < least * size - 0.1)
    .map((px) => `an answer is ${px.toFixed(1)} px`);
}

test(`the rows hold every pair of a picture, a size, a count, a room and a kind of text`, () => {
  expect(Object.keys(pictures)).toHaveLength(24);
  const seen = new Set(rows.map(({ picture, size }) => `${picture} ${size}`));
  expect(seen.size).toBe(24 * 5);
  expect(new Set(rows.map(({ picture, count }) => `${picture} ${count}`)).size).toBe(24 * 6);
});

test.each(Object.keys(pictures))(
  '%s: nothing scrolls, nothing is cut, nothing is too small',
  async (picture) => {
    const found: string[] = [];
    for (const row of rows.filter((one) => one.picture === picture)) {
      const [width = 0, height = 0] = row.size.split('x').map(Number);
      const room = rooms[row.room] ?? rooms[0];
      await resizeTo(width, height);
      const state = pictures[picture]?.(row);
      if (state) await stage?.show(viewOf(state, room, row.words === 'longer'));
      const wrong = [...troubles(), ...smallAnswers(room.size)];
      found.push(
        ...wrong.map(
          (trouble) =>
            `${row.count} ${row.kind} answers, ${row.words} words, at ${row.size}, room ${room.id}: ${trouble}`,
        ),
      );
    }
    expect(found).toEqual([]);
  },
  600_000,
);
