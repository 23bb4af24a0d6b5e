/** What the desk proposes to put together: seldom wrong, by a plain measure of the words themselves. */
import { expect, test } from 'vitest';
import { alikeAmong } from '../../shared/views/desk/similar.ts';
import { heldOut, labelled } from '../support/alike.ts';

/** Every text among all others, as in a room: only whether the two of a pair are proposed counts. */
function judgedBy(pairs: typeof labelled) {
  const texts = pairs.flatMap(([, one, other], i) => [
    { id: `${i}a`, text: one },
    { id: `${i}b`, text: other },
  ]);
  const proposed = new Set(alikeAmong(texts).map(({ one, other }) => `${one} ${other}`));
  const isProposed = (i: number) => proposed.has(`${i}a ${i}b`);
  const right = pairs.filter(([alike], i) => alike && isProposed(i)).length;
  const wrong = pairs.filter(([alike], i) => !alike && isProposed(i));
  const missed = pairs.filter(([alike], i) => alike && !isProposed(i));
  return {
    precision: right / (right + wrong.length),
    recall: right / pairs.filter(([alike]) => alike).length,
    wrong,
    missed,
  };
}

test('of sixty pairs judged by hand, at least four in five that are proposed are alike', () => {
  const { precision, recall, wrong, missed } = judgedBy(labelled);
  if (process.env['FIGURES']) console.log('sixty', { precision, recall, wrong, missed });
  expect(labelled).toHaveLength(60);
  expect(precision).toBeGreaterThanOrEqual(0.8);
  expect(recall).toBeGreaterThanOrEqual(0.5);
});

test('and of twenty that the measure was not set by', () => {
  const { precision, recall, wrong, missed } = judgedBy(heldOut);
  if (process.env['FIGURES']) console.log('held out', { precision, recall, wrong, missed });
  expect(precision).toBeGreaterThanOrEqual(0.8);
});
