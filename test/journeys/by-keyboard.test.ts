/** An afternoon by people who never touch a screen or a mouse: at the desk and on phones of 320 wide. */
import { axeOver } from './support/axe.ts';
import { begin, comeIn, handStates } from './support/hands/afternoon.ts';
import { handOn } from './support/hands/hand.ts';
import { forbidPointers, keyboardOn } from './support/hands/keyboard.ts';
import { atTheDoor, findEachOther, lookAtProposal, pickAndPlace } from './support/hands/meeting.ts';
import { coverAll, handOver, splitTheRoom } from './support/hands/onwards.ts';
import { closeAndReopen, differAndSend, passThePen, talk } from './support/hands/writing.ts';
import { expect, sizes, test } from './support/journey.ts';

test('a whole afternoon by keyboard alone: every control reached, seen and not covered, and what happens is said, politely (law 10, D1, A3)', async ({
  program,
  screens,
}) => {
  test.setTimeout(180_000);
  const afternoon = await begin({
    program,
    axe: axeOver(handStates),
    async sit(size, who, listens) {
      const page = await screens.open(size === 'phone' ? sizes.smallest : sizes.desk, { before: forbidPointers });
      await listens.on(page, who);
      return handOn(page, listens, keyboardOn(page, size === 'phone'));
    },
  });
  const people = await test.step('coming in', () => comeIn(afternoon));
  const chapters = { findEachOther, lookAtProposal, pickAndPlace, atTheDoor, passThePen, differAndSend };
  for (const [name, chapter] of Object.entries({ ...chapters, closeAndReopen, talk, coverAll, splitTheRoom, handOver }))
    await test.step(name, async () => {
      await chapter(afternoon, people);
    });
  expect(afternoon.faults()).toEqual([]);
});
