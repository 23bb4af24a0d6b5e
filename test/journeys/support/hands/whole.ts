import { expect, type Page, test } from '@playwright/test';
import { axeOver } from '../axe.ts';
import type { Program } from '../program.ts';
import { begin, comeIn, handStates } from './afternoon.ts';
import { handOn, type Touch } from './hand.ts';
import { askOfTheMoment, breakAndSkip, bundle, moderate, moveOne } from './leading.ts';
import { atTheDoor, findEachOther, lookAtProposal, pickAndPlace } from './meeting.ts';
import { coverAll, handOver, splitTheRoom } from './onwards.ts';
import { closeAndReopen, differAndSend, passThePen, talk } from './writing.ts';

type Way = {
  hand: (page: Page, isDesk: boolean) => Touch;
  open: (isDesk: boolean) => Promise<Page>;
  hang: () => Promise<Page>;
};

const chapters = [
  ...[findEachOther, lookAtProposal, pickAndPlace, atTheDoor],
  ...[passThePen, differAndSend, closeAndReopen, talk],
  ...[askOfTheMoment, moderate, bundle, breakAndSkip],
  ...[coverAll, splitTheRoom, moveOne, handOver],
];

/** All of it with one kind of hand; axe looks at what comes on the screens, and a screen reader's ears hear what is said. */
export async function wholeAfternoon(program: Program, { hand, open, hang }: Way): Promise<void> {
  const afternoon = await begin({
    program,
    axe: axeOver(handStates),
    hang,
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
