// The wall never scrolls and never cuts (law 8): with no answers and with forty, of one letter and of fifteen hundred.
import { afterEach, expect, test } from 'vitest';
import { type Room, rooms } from '../../client/wall/settings.svelte.ts';
import type { Prompt } from '../../shared/script.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { words } from '../../shared/words/wall.nl.ts';
import { settled } from '../support/settled.ts';
import { answered, fold, opened, plannedSession, situation } from '../support/wall-session.ts';
import { resizeTo, showWall, sizes, troubles, viewOf, win } from '../support/wall-stage.svelte.ts';

const planned = plannedSession(win, 40);
const long = `${situation} `.repeat(8);
/** As long as the number of the unit makes it: 1, 39, 77 … 1500 characters; the longest without a space. */
const anyLength = (index: number, prompt: Prompt): string => {
  const length = Math.max(1, Math.min(1500, Math.round((1500 * index) / 39)));
  return (index === 39 ? 'x'.repeat(1500) : prompt.about ? situation : long).slice(0, length);
};
const wall = (state: SessionState, change: Partial<SessionState['wall']>) =>
  fold(state, { type: 'WallSet', wall: { ...state.wall, ...change }, subgroup: null });

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

/** Draws each state at each size and gathers what is wrong. */
async function troublesOf(states: Record<string, SessionState>, room: Room = rooms[0]): Promise<string[]> {
  const [first] = Object.values(states);
  const stage = showWall(viewOf(first as SessionState, room));
  stop = stage.stop;
  const found: string[] = [];
  for (const [width, height] of sizes) {
    await resizeTo(width, height);
    for (const [name, state] of Object.entries(states)) {
      await stage.show(viewOf(state, room));
      found.push(...troubles().map((trouble) => `${name} at ${width}x${height}: ${trouble}`));
    }
  }
  return found;
}

test('the check itself sees small print, what is cut off, and a page of another size', async () => {
  const stage = showWall(viewOf(opened(planned, 'bedankt')));
  stop = stage.stop;
  for (const [width, height] of sizes) {
    await resizeTo(width, height);
    expect([innerWidth, innerHeight]).toEqual([width, height]);
  }
  const main = document.querySelector('main');
  const small = document.createElement('p');
  small.textContent = 'klein';
  small.style.fontSize = '1.5rem';
  const low = document.createElement('p');
  low.textContent = 'laag';
  low.style.marginTop = '60rem';
  main?.append(small, low);
  await settled();
  expect(troubles().filter((trouble) => trouble.includes('klein'))).toContain('p "klein" is 24.0 px');
  expect(troubles()).toContain('p "laag" is cut off');
});

test.each([0, 1, 12, 40])('cards of %i answers, of 1 to 1,500 characters, are whole on every page', async (count) => {
  const talk = opened(answered(planned, 'model-duo', count, anyLength), 'model-gesprek', 99_000);
  const states: Record<string, SessionState> = {};
  for (const page of count > 12 ? [0, 3, 9, 99] : [0, 1]) states[`page ${page}`] = wall(talk, { page });
  states['one prompt'] = wall(talk, { item: 'o6', prompt: 'boundary' });
  expect(await troublesOf(states)).toEqual([]);
});

test.each(rooms)('cards in a room of size $id fit as well', async (room) => {
  const talk = opened(answered(planned, 'def-duo', 40, anyLength), 'def-gesprek');
  const states = { first: talk, later: wall(talk, { page: 5 }), last: wall(talk, { page: 99 }) };
  expect(await troublesOf(states, room)).toEqual([]);
});

test.each([1, 100, 300, 800, 1500])('an answer of %i characters stands whole in the spotlight', async (length) => {
  const text = () => long.slice(0, length);
  const talk = opened(answered(planned, 'model-duo', 2, text), 'model-gesprek');
  const clear = fold(talk, { type: 'AnswerSpotlighted', answer: 'model-duo/u1/o6/clear', subgroup: null });
  const boundary = fold(talk, { type: 'AnswerSpotlighted', answer: 'model-duo/u2/o6/boundary', subgroup: null });
  const states = { clear, boundary, later: wall(clear, { page: 1 }), last: wall(boundary, { page: 99 }) };
  expect(await troublesOf(states)).toEqual([]);
});

test('every other picture fits too', async () => {
  const talk = opened(answered(planned, 'model-duo', 40, anyLength), 'model-gesprek');
  const starred = ['u1', 'u7', 'u20', 'u40'].reduce(
    (state, unit) =>
      fold(state, {
        type: 'AnswerStarred',
        answer: `model-duo/${unit}/o6/clear`,
        star: `s${unit}`,
        subgroup: 'a',
        starred: true,
      }),
    talk,
  );
  const model = opened(planned, 'model-uitleg');
  const read = Object.fromEntries(
    ['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'opbrengst'].map((item) => [
      `reading ${item}`,
      wall(model, { mode: 'reading', item }),
    ]),
  );
  const states = {
    welcome: opened(planned, 'inloop'),
    agenda: opened(planned, 'welkom'),
    definition: opened(planned, 'def-lezen', 99_000),
    list: opened(planned, 'ken-lezen'),
    ...read,
    figure: model,
    selected: wall(model, { item: 'o6' }),
    counted: wall(talk, { mode: 'figure' }),
    groups: opened(planned, 'model-groepen'),
    'few groups': opened(plannedSession(win, 3), 'model-groepen'),
    progress: opened(planned, 'model-duo', 99_000),
    'other progress': opened(planned, 'feedback'),
    distribution: wall(talk, { mode: 'distribution' }),
    'distribution of a list': opened(answered(planned, 'ken-duo', 40), 'ken-gesprek'),
    'distribution of one': wall(opened(answered(planned, 'def-duo', 40), 'def-gesprek'), { mode: 'distribution' }),
    harvest: opened(starred, 'oogst'),
    thanks: opened(planned, 'bedankt'),
    closed: fold(talk, { type: 'SessionClosed' }),
  };
  expect(await troublesOf(states)).toEqual([]);
});

test('a scale and questions in long words of one’s own stand whole beside the cards, and n with them (D3)', async () => {
  const label = { nl: 'Helemaal mee eens, want zo doen wij het ook al jaren' };
  const title = { nl: 'Meervoudigeaansprakelijkheidsverzekeringsmaatschappij?' };
  const own = structuredClone(win);
  for (const option of Object.values(own.scales).flat()) option.label = label;
  for (const prompt of own.steps.flatMap(({ prompts }) => prompts)) prompt.title = title;
  const talk = opened(answered(plannedSession(own), 'def-duo', 12), 'def-gesprek');
  const states = { talk, distribution: wall(talk, { mode: 'distribution' }) };
  expect(await troublesOf(states)).toEqual([]);
});

test('pages are turned by the desk, and a page beyond the last is the last', async () => {
  const talk = opened(answered(plannedSession(win), 'def-duo', 12), 'def-gesprek');
  await resizeTo(1920, 1080);
  const stage = showWall(viewOf(talk));
  stop = stage.stop;
  await settled();
  const shown = () =>
    [...document.querySelectorAll('.block:not(.off) article .voice')].map((voice) => voice.textContent);
  const first = shown();
  await stage.show(viewOf(wall(talk, { page: 1 })));
  const second = shown();
  await stage.show(viewOf(wall(talk, { page: 99 })));
  expect(first.length).toBeGreaterThan(2);
  expect(shown().length).toBeGreaterThan(0);
  expect(second).not.toEqual(first);
});

test('blank shows only the mark, and comes back to the same page', async () => {
  const talk = wall(opened(answered(plannedSession(win), 'def-duo', 12), 'def-gesprek'), { page: 1 });
  await resizeTo(1024, 768);
  const stage = showWall(viewOf(talk));
  stop = stage.stop;
  await settled();
  const before = document.body.innerText;
  await stage.show(viewOf(wall(talk, { blank: true })));
  expect(document.body.innerText.replace('In gesprek', '').trim()).toBe('');
  await stage.show(viewOf(talk));
  expect(document.body.innerText).toBe(before);
});

test('a hidden answer is gone from the page at once (V4), and nothing is announced (law 13)', async () => {
  const talk = opened(answered(plannedSession(win), 'def-duo', 3), 'def-gesprek');
  const stage = showWall(viewOf(talk));
  stop = stage.stop;
  await settled();
  expect(document.body.textContent).toContain('Bij bezuinigen');
  const hidden = fold(talk, { type: 'AnswerHidden', answer: 'def-duo/u1/def/recognisable', hidden: true });
  await stage.show(viewOf(hidden));
  expect(document.body.textContent).not.toContain('Bij bezuinigen');
  expect([...document.querySelectorAll('[aria-live]')].map((part) => part.getAttribute('aria-live'))).toEqual(['off']);
});

const wordsOf = (selector: string) => document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

test('judged and not explained is said so; what nobody marked is one line; nobody is thanked while a question is open', async () => {
  await resizeTo(1920, 1080);
  const silent = opened(
    answered(plannedSession(win, 4), 'def-duo', 4, () => ''),
    'def-gesprek',
  );
  const stage = showWall(viewOf(silent));
  stop = stage.stop;
  await settled();
  expect(wordsOf('main')).toContain(words.cards.unexplained);
  expect(wordsOf('#app')).toContain('4 antwoorden');

  // What is counted beside the cards counts who wrote nothing too: so does the tally below them (D3).
  const partly = answered(plannedSession(win, 4), 'def-duo', 4, (index) => (index === 0 ? '' : 'Een reden.'));
  await stage.show(viewOf(opened(partly, 'def-gesprek')));
  expect(wordsOf('#app')).toContain(`4 antwoorden, ${words.cards.withWords(3)}`);

  await stage.show(viewOf(opened(answered(plannedSession(win, 4), 'ken-duo', 2), 'ken-gesprek')));
  expect(wordsOf('#app')).not.toContain(words.distribution.times(0));
  expect(wordsOf('#app')).toContain('door niemand aangetikt');

  expect(troubles()).toEqual([]);
  await stage.show(viewOf(opened(planned, 'feedback')));
  expect(wordsOf('h1')).toBe('Tot slot: vul op je telefoon nog twee vragen in.');

  await stage.show(viewOf(opened(planned, 'def-duo')));
  expect(wordsOf('#app').match(/herkenbaar\?/gi)).toHaveLength(1);
});

test('in the light a reason stands beneath its question, and so does the judgement', async () => {
  await resizeTo(1920, 1080);
  const talk = opened(answered(planned, 'model-duo', 4), 'model-gesprek');
  const lit = fold(talk, { type: 'AnswerSpotlighted', answer: 'model-duo/u1/o1/boundary', subgroup: null });
  const stage = showWall(viewOf(wall(lit, { mode: 'spotlight' })));
  stop = stage.stop;
  await settled();

  expect(wordsOf('.voice small')).toBe('Waarom wel of niet?');
  expect(wordsOf('.judged')).toMatch(/^Is de beschrijving dan herkenbaar\? /);
  expect(troubles()).toEqual([]);
});

test('answers to several questions beneath each other each say which; of a step that nobody answered nothing is said to be missing', async () => {
  await resizeTo(1920, 1080);
  const mixed = fold(answered(planned, 'def-duo', 2), { type: 'StepRevealed', step: 'def-duo', revealed: true });
  const stage = showWall(viewOf(wall(mixed, { mode: 'cards' })));
  stop = stage.stop;
  await settled();
  const asked = [...document.querySelectorAll('article .asked')].map((one) => one.textContent?.trim());
  expect(asked.length).toBe(document.querySelectorAll('article').length);
  expect(new Set(asked)).toEqual(new Set(['Herkenbaar?', 'Bruikbaar?', 'Volledig?']));
  expect(troubles()).toEqual([]);

  const silent = fold(opened(planned, 'def-duo'), { type: 'StepClosed', step: 'def-duo' });
  await stage.show(viewOf(opened(silent, 'def-gesprek')));
  expect(wordsOf('#app')).not.toContain(words.cards.unseen(12));
  expect(wordsOf('#app')).not.toContain('niet op dit scherm');
});
