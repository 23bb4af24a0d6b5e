/** An afternoon by people who have a finger and nothing else: the desk on a tablet, phones of 320 wide. */
import { fingerOn, forbidAllButTouch } from './support/hands/finger.ts';
import { wholeAfternoon } from './support/hands/whole.ts';
import { sizes, test } from './support/journey.ts';

test('a whole afternoon by touch alone, led with all that a desk can do: every target as large as a finger, nothing too wide, nothing that only a mouse finds (law 5, D1, A3)', async ({
  program,
  screens,
}) => {
  test.setTimeout(300_000);
  await wholeAfternoon(program, {
    hand: fingerOn,
    hang: () => screens.open(sizes.wall),
    open: (isDesk) => screens.open(isDesk ? sizes.tablet : sizes.smallest, { before: forbidAllButTouch, touch: true }),
  });
});
