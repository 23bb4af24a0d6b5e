/** "Wij verschillen van mening": two judgements in one answer stay two, on every screen, and are in no mean (D3). */

import { expect, test } from 'vitest';
import { judgementFieldOf } from '../../shared/script-queries.ts';
import { activeUnits, answersOf, isSplit } from '../../shared/session/selectors.ts';
import { countJudgements, deviating } from '../../shared/views/counts.ts';
import { deskCardsOf } from '../../shared/views/desk/answers.ts';
import { currentSummary } from '../../shared/views/summary.ts';
import { cardsOf, orderCards } from '../../shared/views/wall/cards.ts';
import { judged, pairsOf, seatActor, submit, text } from '../support/room.ts';

const refused = (reason: string) => ({ ok: false, refusal: { reason } });
const place = { step: 'pairs', item: 'def', prompt: 'recognisable' };

/** Two pairs that agree among themselves, and a three that does not. */
function threeUnits() {
  const { room } = pairsOf(7);
  const wall = room.addScreen('wall');
  const units = activeUnits(room.state).sort((a, b) => a.people - b.people);
  const three = units.at(-1);
  const mate = room.addScreen('seat', three?.seats[1] ?? null);
  for (const [i, { seats }] of units.entries()) {
    const choices = i === 2 ? ['ja', 'nee'] : i === 1 ? ['nee'] : ['ja'];
    submit(room, seats[0] ?? '', place, { judgement: judged(...choices), why: text(`Omdat ${i}`) });
  }
  const step = room.script.steps.find(({ id }) => id === 'pairs');
  const field = judgementFieldOf(step?.prompts[0]?.fields ?? []);
  if (!step || !field || !three) throw new Error('nothing to judge');
  return { room, wall, mate, step, field, three };
}

test('a three that differs says so with two judgements and one explanation, on each of its phones', () => {
  const { mate, three } = threeUnits();
  const [answer] = answersOf(mate.state, 'pairs').filter(({ unit }) => unit === three.unit);
  expect(three.people).toBe(3);
  expect(answer && isSplit(answer)).toBe(true);
  expect(answer?.values['judgement']).toEqual({ kind: 'judgement', choices: ['ja', 'nee'] });
});

test('on desk and wall it is a split card, and the first to be talked about', () => {
  const { room, wall, step, three } = threeUnits();
  const desk = deskCardsOf(room.state, step).cards.filter(({ unit }) => unit === three.unit);
  expect(desk.map(({ shape, judged: labels }) => [shape, labels.length])).toEqual([['split', 2]]);
  room.must({ type: 'RevealStep', step: 'pairs', revealed: true });
  const shapes = orderCards(cardsOf(wall.state, step), 'deviatingFirst').map(({ shape }) => shape);
  expect(shapes).toEqual(['split', 'open', 'full']);
});

test('it stands beside the figures and in none of them, and counts as something to talk about', () => {
  const { room, step, field } = threeUnits();
  const counts = countJudgements(room.script, field, answersOf(room.state, step.id));
  expect(counts).toMatchObject({ n: 2, split: 1, unknown: 0, answered: 3 });
  expect(counts.options.filter(({ count }) => count > 0)).toEqual([
    { id: 'ja', count: 1 },
    { id: 'nee', count: 1 },
  ]);
  expect(deviating(room.script, field, counts)).toBe(2);
  expect(JSON.stringify(currentSummary(room.log))).toContain('"split":1');
});

test('three of three minds give three judgements; with how many think so the wall says it, and what cannot be is refused', () => {
  const { room, wall, step, three } = threeUnits();
  const give = (choices: string[], voices?: number[]) =>
    room.decide(
      {
        ...{ type: 'SubmitAnswer', ...place, unit: three.unit },
        values: { judgement: { ...judged(...choices), ...(voices && { voices }) }, why: text('Omdat') },
      },
      seatActor(three.seats[0] ?? ''),
    );
  for (const voices of [[3], [1, 1, 1], [3, 1]])
    expect(give(['ja', 'nee'], voices)).toMatchObject(refused('doesNotFit'));
  expect(give(['ja'], [3])).toMatchObject(refused('doesNotFit'));
  expect(give(['ja', 'nee', 'ja'])).toMatchObject(refused('noSplitHere'));
  room.must({ type: 'RevealStep', step: 'pairs', revealed: true });
  const shown = () =>
    cardsOf(wall.state, step)
      .find(({ shape }) => shape === 'split')
      ?.judged.map(({ nl }) => nl);
  expect(give(['ja', 'deels', 'nee'])).toMatchObject({ ok: true });
  room.publish();
  expect(shown()).toEqual(['ja', 'deels', 'nee']);
  expect(give(['ja', 'nee'], [2, 1])).toMatchObject({ ok: true });
  room.publish();
  expect(shown()).toEqual(['2 × ja', '1 × nee']);
});

test('who agree again take the split away, and the judgement counts', () => {
  const { room, step, field, three } = threeUnits();
  const again = { ...place, unit: three.unit };
  submit(room, three.seats[2] ?? '', again, { judgement: judged('nee') });
  expect(countJudgements(room.script, field, answersOf(room.state, step.id))).toMatchObject({ n: 3, split: 0 });
  expect(
    room.refused(
      { type: 'SubmitAnswer', ...again, values: { judgement: judged('ja', 'ja') } },
      seatActor(three.seats[0] ?? ''),
    ),
  ).toBe('noSplitHere');
});
