// What the wall draws of a session (V3, V4, D3), and how long texts and many cards are cut into pages.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { scriptSchema } from '../../shared/script.ts';
import type { SessionState } from '../../shared/session/state.ts';
import {
  agendaOf,
  bundlesOf,
  type Card,
  distributionOf,
  figureSet,
  groupCards,
  groupChoices,
  groupCounts,
  groupOf,
  harvestOf,
  inKeptOrder,
  packPages,
  pageOf,
  readItem,
  sceneOf,
  shortened,
  textPages,
  unitsBySubgroup,
} from '../../shared/views/wall.ts';
import { answered, fold, opened, plannedSession } from '../support/wall-session.ts';

const script = scriptSchema.parse(parse(readFileSync('sessions/win-professionele-werkplaatsen.yaml', 'utf8')));
const planned = plannedSession(script);
const talk = (count: number) => opened(answered(planned, 'def-duo', count), 'def-gesprek');
const modelTalk = (count: number) => opened(answered(planned, 'model-duo', count), 'model-gesprek');
const wall = (state: SessionState, change: Partial<SessionState['wall']>) =>
  fold(state, { type: 'WallSet', wall: { ...state.wall, ...change }, subgroup: null });
const cardsNow = (state: SessionState) => groupCards(state, groupOf(state));
const ids = (cards: readonly Card[]) => cards.map((card) => card.answer);

test('nothing of a step is on the wall before it is revealed (V3)', () => {
  const state = opened(answered(planned, 'def-duo', 4), 'def-duo');
  const concealed = fold(state, { type: 'StepRevealed', step: 'def-duo', revealed: false });
  const all = ['u1', 'u2', 'u3', 'u4'].flatMap((unit) =>
    ['recognisable', 'usable', 'complete'].map((prompt) => `def-duo/${unit}/def/${prompt}`),
  );
  const taken = all.reduce((now, answer) => fold(now, { type: 'AnswerReleased', answer, released: false }), concealed);
  expect(cardsNow(taken)).toEqual([]);
  expect(groupCounts(taken, groupOf(taken)).map(({ count }) => count.n)).toEqual([0, 0, 0]);
});

/** The first question of the pairs asks for a choice too. */
const choosing = plannedSession({
  ...script,
  steps: script.steps.map((step) =>
    step.id === 'def-duo'
      ? {
          ...step,
          prompts: step.prompts.map((prompt, i) =>
            i === 0
              ? {
                  ...prompt,
                  fields: [
                    ...prompt.fields,
                    {
                      id: 'most',
                      kind: 'choice' as const,
                      many: true,
                      optional: false,
                      options: ['leren', 'vragen', 'rust'].map((id) => ({ id, label: { nl: id } })),
                    },
                  ],
                }
              : prompt,
          ),
        }
      : step,
  ),
});

test('what was chosen is on the card and counted beside the cards, and nothing of it before it is shown (V3, D3)', () => {
  const told = opened(answered(choosing, 'def-duo', 3), 'def-gesprek');
  const counted = (state: SessionState) =>
    groupChoices(state, groupOf(state)).map(({ n, many, options }) => [n, many, options.map(({ count }) => count)]);
  expect(counted(told)).toEqual([[3, true, [3, 3, 0]]]);
  expect(cardsNow(told)[0]?.choices[0]?.options).toEqual([{ nl: 'leren' }, { nl: 'vragen' }]);
  const [first] = cardsNow(told);
  expect(counted(fold(told, { type: 'AnswerHidden', answer: first?.answer ?? '', hidden: true }))[0]?.[0]).toBe(2);
  const waits = fold(told, { type: 'StepRevealed', step: 'def-duo', revealed: false });
  const all = cardsNow(told).map(({ answer }) => answer);
  const taken = all.reduce((now, answer) => fold(now, { type: 'AnswerReleased', answer, released: false }), waits);
  expect(counted(taken)).toEqual([]);
  expect(groupChoices(modelTalk(3), { item: null, prompt: null }), 'nor of a boundary situation').toEqual([]);
});

test('grouped by prompt, the first prompt with words is shown; the desk may choose another', () => {
  const state = talk(5);
  expect(groupOf(state).prompt?.id).toBe('recognisable');
  const other = wall(state, { prompt: 'usable' });
  expect(groupOf(other).prompt?.id).toBe('usable');
  expect(new Set(cardsNow(other).map((card) => card.prompt.id))).toEqual(new Set(['usable']));
});

test('grouped by item, one item is shown with all its prompts, or the one that the desk chose', () => {
  const state = modelTalk(4);
  const both = new Set(cardsNow(state).map((card) => card.prompt.id));
  expect(both).toEqual(new Set(['clear', 'boundary']));
  const chosen = wall(state, { item: 'o5', prompt: 'clear' });
  expect(groupOf(chosen).item?.id).toBe('o5');
  expect(cardsNow(chosen).every((card) => card.item === 'o5' && card.prompt.id === 'clear')).toBe(true);
});

test('what deviates comes first: split, no, partly, yes; equals in the order in which they came', () => {
  const shapes = cardsNow(talk(12)).map((card) => card.shape);
  const order = ['split', 'open', 'quarter', 'half', 'threeQuarters', 'full', 'unknown', null];
  const ranks = shapes.map((shape) => order.indexOf(shape));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(shapes[0]).toBe('split');
  const full = cardsNow(talk(12)).filter((card) => card.shape === 'full');
  expect(full.map((card) => card.firstSeq)).toEqual(full.map((card) => card.firstSeq).sort((a, b) => a - b));
});

test('cards that are on the wall stay where they are; new ones come after them', () => {
  const before = ids(cardsNow(talk(4)));
  const after = cardsNow(talk(9));
  const kept = inKeptOrder(after, before, (card) => card.answer);
  expect(ids(kept).slice(0, before.length)).toEqual(before);
  expect(kept).toHaveLength(after.length);
});

test.each([
  ['hidden', { type: 'AnswerHidden', answer: 'def-duo/u2/def/recognisable', hidden: true }],
  ['withdrawn', { type: 'AnswerWithdrawn', answer: 'def-duo/u2/def/recognisable', seat: 's' }],
] as const)('a %s answer is in no card and no count (V4)', (_, event) => {
  const state = talk(5);
  const gone = fold(state, event);
  expect(ids(cardsNow(state))).toContain(event.answer);
  expect(ids(cardsNow(gone))).not.toContain(event.answer);
  const answers = (now: SessionState) =>
    groupCounts(now, groupOf(now)).map(({ count }) => count.n + count.unknown + count.split);
  expect(answers(state)).toEqual([5]);
  expect(answers(gone)).toEqual([4]);
});

test("don't know and split stand outside n, and each is told (D3)", () => {
  const state = talk(12);
  const [counted] = groupCounts(state, groupOf(state));
  const sum = counted?.count.parts.filter((part) => part.shape !== 'unknown').reduce((n, part) => n + part.count, 0);
  expect(counted?.count.n).toBe(sum);
  expect(counted?.count.split).toBeGreaterThan(0);
  const { n, unknown, split } = counted?.count ?? { n: 0, unknown: 0, split: 0 };
  expect(n + unknown + split).toBe(12);
});

test('one answer that left the screen leaves no unanimous room: n is said with who is not on this screen (D3, V4)', () => {
  const all = talk(12);
  const unseen = (now: SessionState) => groupCounts(now, groupOf(now)).map(({ count }) => count.unseen);
  expect(unseen(all)).toEqual([0]);
  const gone = fold(all, { type: 'TakenBack', gone: [], answers: ['def-duo/u2/def/recognisable'] });
  expect(unseen(gone)).toEqual([1]);
  expect(distributionOf(gone).rows[0]?.cells.map((count) => count.unseen)).toEqual([1, 0, 0]);
  // While a step is open more may come; after people were seated anew nobody can be missed.
  expect(unseen(opened(gone, 'def-duo'))).toEqual([0, 0, 0]);
  const units = [{ unit: 'u1', number: 1, seats: [], people: 0, subgroup: null }];
  expect(unseen(fold(gone, { type: 'UnitsFormed', step: null, size: 4, units }))).toEqual([0]);
});

test('a card keeps the name of the pair that answered, whoever joined it later', () => {
  const third = fold(talk(5), {
    type: 'UnitsFormed',
    step: null,
    size: 2,
    units: [{ unit: 'u3', number: 3, seats: [], people: 3, subgroup: null }],
  });
  expect(cardsNow(third).find((card) => card.number === 3)?.people).toBe(2);
});

test('the distribution has a row an item and a column a judged prompt', () => {
  const { rows, columns } = distributionOf(modelTalk(3));
  expect(columns.map(({ prompt }) => prompt.id)).toEqual(['clear', 'boundary']);
  expect(rows.map(({ item }) => item?.id).sort()).toEqual(['o1', 'o2', 'o3', 'o4', 'o5', 'o6']);
  expect(rows.every(({ cells }) => cells.every((count) => count.n + count.unknown + count.split === 3))).toBe(true);
});

test('where only released judgements are counted, the distribution says so: none is not "nobody" (D3)', () => {
  expect(distributionOf(modelTalk(3)).columns.map(({ isReleased }) => isReleased)).toEqual([false, true]);
});

test('a list has one row, and its items by how often they were marked; those that nobody marked are a number', () => {
  const { rows, marked, unmarked, marking } = distributionOf(opened(answered(planned, 'ken-duo', 12), 'ken-gesprek'));
  expect(rows.map(({ item }) => item)).toEqual([null]);
  expect(marking.map(({ prompt }) => prompt.id)).toEqual(['recognisable', 'usable']);
  expect([marked.length, unmarked]).toEqual([7, 2]);
  expect(marked.every((row) => row.count > 0)).toBe(true);
  expect(marked.map((row) => row.count)).toEqual(marked.map((row) => row.count).sort((a, b) => b - a));
  expect(marked.every((row) => row.count === (row.perPrompt[0] ?? 0) + (row.perPrompt[1] ?? 0))).toBe(true);
});

test('themes have one dot for each unit, however many of its answers are in them (D3)', () => {
  const state = modelTalk(4);
  const [rest] = bundlesOf(state, groupOf(state));
  expect(rest?.cards.length).toBeGreaterThan(rest?.dots.length ?? 0);
  expect(rest?.dots).toHaveLength(new Set(ids(rest?.cards ?? []).map((answer) => answer.split('/')[1])).size);
});

test('the harvest holds what has a star, by item, and then the notes by kind', () => {
  const starred = ['model-duo/u2/o6/clear', 'model-duo/u1/o1/clear', 'model-duo/u3/o6/clear'].reduce(
    (now, answer) =>
      fold(now, { type: 'AnswerStarred', answer, star: `s-${answer}`, subgroup: 'a', starred: true } as const),
    modelTalk(4),
  );
  const notes = (['proposal', 'insight'] as const).reduce(
    (now, kind) =>
      fold(now, {
        type: 'NoteAdded',
        note: kind,
        kind,
        text: `text-${kind}`,
        step: 'model-gesprek',
        item: null,
        subgroup: null,
        texts: { [`text-${kind}`]: 'Een notitie.' },
      }),
    starred,
  );
  const state = opened(notes, 'oogst');
  expect(harvestOf(state).map(({ kind, key }) => [kind, key])).toEqual([
    ['star', 'model-duo/u1/o1/clear'],
    ['star', 'model-duo/u2/o6/clear'],
    ['star', 'model-duo/u3/o6/clear'],
    ['insight', 'insight'],
    ['proposal', 'proposal'],
  ]);
});

test('blank wins and comes back to the same place; a closed session says thank you', () => {
  const state = wall(modelTalk(3), { item: 'o4', page: 2 });
  const blank = wall(state, { blank: true });
  expect(sceneOf(blank)).toBe('blank');
  expect(wall(blank, { blank: false }).wall).toEqual(state.wall);
  expect(sceneOf(fold(state, { type: 'SessionClosed' }))).toBe('thanks');
});

test("a spotlight on an answer that is gone gives way to the step's own picture", () => {
  const lit = fold(modelTalk(3), { type: 'AnswerSpotlighted', answer: 'model-duo/u1/o1/clear', subgroup: null });
  expect(sceneOf(lit)).toBe('spotlight');
  expect(sceneOf(fold(lit, { type: 'AnswerHidden', answer: 'model-duo/u1/o1/clear', hidden: true }))).toBe('cards');
});

test('the programme lights the point where we are', () => {
  const points = agendaOf(opened(planned, 'ken-duo'));
  expect(points.map(({ now, past }) => [now, past])).toEqual([
    [false, true],
    [true, false],
    [false, false],
    [false, false],
  ]);
  expect(points.reduce((sum, point) => sum + point.minutes, 0)).toBe(script.minutes);
});

test('what is read is what the desk chose, else the first; a list is read as a list', () => {
  expect(readItem(opened(planned, 'def-lezen'))?.id).toBe('def');
  expect(readItem(opened(planned, 'ken-lezen'))).toBeUndefined();
  expect(readItem(wall(opened(planned, 'model-uitleg'), { item: 'o3' }))?.id).toBe('o3');
  expect(figureSet(opened(planned, 'def-lezen'))?.id).toBe('model');
});

test('units stand in their subgroups', () => {
  const groups = unitsBySubgroup(planned);
  expect(groups.map(({ units }) => units.length)).toEqual([6, 6]);
  expect(groups.map(({ people }) => people)).toEqual([13, 12]);
  expect(unitsBySubgroup(plannedSession({ ...script, subgroups: undefined }, 2))).toHaveLength(1);
});

test('blocks fill columns by their height; what does not fit goes to the next page', () => {
  const room = { height: 100, gap: 10, columns: 2, perColumn: 3 };
  expect(packPages([], room)).toEqual([]);
  expect(packPages([50, 40, 30, 30, 30, 90], room)).toEqual([
    [
      [0, 1],
      [2, 3],
    ],
    [[4], [5]],
  ]);
  expect(packPages([10, 10, 10, 10, 10, 10, 10], room)).toEqual([
    [
      [0, 1, 2],
      [3, 4, 5],
    ],
    [[6]],
  ]);
  expect(packPages([500, 20], room)).toEqual([[[0], [1]]]);
  expect([pageOf(0, 3), pageOf(2, 5), pageOf(4, 1)]).toEqual([0, 1, 1]);
});

test('without a number a column the next block comes where most is free: no half of a page is empty, and none moves for another', () => {
  const room = { height: 100, gap: 10, columns: 2 };
  expect(packPages(Array(10).fill(10), room)).toEqual([
    [
      [0, 2, 4, 6, 8],
      [1, 3, 5, 7, 9],
    ],
  ]);
  expect(packPages([50, 20, 20, 60, 30], room)).toEqual([
    [[0], [1, 2]],
    [[3], [4]],
  ]);
  expect(packPages([500, 20], room)).toEqual([[[0], [1]]]);
  const heights = [30, 45, 20, 80, 10, 10, 55, 30, 30, 90];
  const places = (count: number) => {
    const pages = packPages(heights.slice(0, count), room);
    return heights.slice(0, count).map((_, i) => pages.map((page) => page.findIndex((column) => column.includes(i))));
  };
  for (let count = 1; count < heights.length; count++) {
    const [before, after] = [places(count), places(count + 1)];
    for (const [i, place] of before.entries()) expect(after[i]?.slice(0, place.length)).toEqual(place);
  }
});

test('a long text is cut between sentences, else between words, never through a character', () => {
  const sentence = 'Dit is een zin die best lang is en daarom niet overal past. ';
  expect(shortened('Kort.')).toBe('Kort.');
  expect(shortened(sentence.repeat(9))).toBe(`${sentence.repeat(3).trim()} …`);
  expect(shortened('woord '.repeat(60), 50)).toMatch(/^(woord )+…$/);
  const families = '👨‍👩‍👧‍👦'.repeat(40);
  expect(shortened(families, 100).replace('…', '').length % '👨‍👩‍👧‍👦'.length).toBe(0);
  const pages = textPages(sentence.repeat(20).trim(), 300);
  expect(pages.every((page) => page.length <= 302)).toBe(true);
  expect(pages.map((page) => page.replace(/ …$/, '')).join(' ')).toBe(sentence.repeat(20).trim());
  expect(
    textPages('x'.repeat(1500), 400)
      .map((page) => page.replace(/ …$/, ''))
      .join(''),
  ).toBe('x'.repeat(1500));
});
