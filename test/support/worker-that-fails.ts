/** A warm worker that does as it is told: says how often it was asked, throws, ends, or never answers. */
import { atHand } from '../../server/worker/at-hand.ts';

export type Told = { do: 'count' | 'throw' | 'end' | 'hang' };

atHand<{ from: number }, Told, number>(({ from }) => {
  let count = from;
  return (told) => {
    if (told.do === 'throw') throw new TypeError('a text that somebody wrote');
    if (told.do === 'end') process.exit(7);
    while (told.do === 'hang');
    return ++count;
  };
});
