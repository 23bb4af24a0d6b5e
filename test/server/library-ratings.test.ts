// What a script asks of ratings and agreements that is not honest or does not fit is refused at its line, with what to do (D3).
import { expect, test } from 'vitest';
import { parseScript } from '../../server/library/parse-script.ts';
import { ratings, wrongRatings } from '../support/ratings-script.ts';

test('given an I-CVI, a comparison on seven steps and agreements as they should be, then the script is good', () =>
  expect(parseScript('oordelen.yaml', ratings)).toMatchObject({ ok: true }));

test.each(wrongRatings)('refused at its line: %s (D3)', (_, piece, by, begins, nl, en) => {
  expect(ratings.split(piece).length, `"${piece}" once`).toBe(2);
  const wrong = ratings.replace(piece, () => by);
  const line = wrong.split('\n').findIndex((one) => one.startsWith(begins)) + 1;
  const read = parseScript('oordelen.yaml', wrong);
  expect(read.ok ? [] : read.problems).toMatchObject([
    { line, message: { nl: expect.stringContaining(nl), en: expect.stringContaining(en) } },
  ]);
});
