import { expect, type Page, test } from '@playwright/test';
import { axeOver } from '../axe.ts';
import type { Program } from '../program.ts';
import { begin, comeIn, handStates } from './afternoon.ts';
import { handOn, type Touch } from './hand.ts';
import { atTheDoor, findEachOther, lookAtProposal, pickAndPlace } from './meeting.ts';
import { coverAll, handOver, splitTheRoom } from './onwards.ts';
import { closeAndReopen, differAndSend, passThePen, talk } from './writing.ts';

type Way = { hand: (page: Page, isDesk: boolean) => Touch; open: (isDesk: boolean) => Promise<Page> };

const chapters = [
  ...[findEachOther, lookAtProposal, pickAndPlace, atTheDoor],
  ...[passThePen, differAndSend, closeAndReopen, talk],
  ...[coverAll, splitTheRoom, handOver],
];

/** All of it with one kind of hand; axe looks at what comes on the screens, and a screen reader's ears hear what is said. */
export async function wholeAfternoon(program: Program, { hand, open }: Way): Promise<void> {
  const afternoon = await begin({
    program,
    axe: axeOver(handStates),
    async sit(isDesk, who, ears) {
      const page = await open(isDesk);
      await ears.on(page, who);
      return handOn(page, ears, hand(page, isDesk));
    },
  });
  const people = await comeIn(afternoon);
  for (const chapter of chapters) await test.step(chapter.name, () => chapter(afternoon, people));
  expect(afternoon.faults()).toEqual([]);
}
