/** An afternoon by people who never touch a screen or a mouse: at the desk and on phones of 320 wide. */
import { forbidPointers, keyboardOn } from './support/hands/keyboard.ts';
import { wholeAfternoon } from './support/hands/whole.ts';
import { sizes, test } from './support/journey.ts';

test('a whole afternoon by keyboard alone, led with all that a desk can do: every control reached, seen and not covered, and what happens is said, politely (law 10, D1, A3)', async ({
  program,
  screens,
}) => {
  test.setTimeout(300_000);
  await wholeAfternoon(program, {
    hand: keyboardOn,
    hang: () => screens.open(sizes.wall),
    open: (isDesk) => screens.open(isDesk ? sizes.desk : sizes.smallest, { before: forbidPointers }),
  });
});
