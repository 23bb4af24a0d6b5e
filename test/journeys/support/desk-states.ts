/** The states of home, desk, wall and summary, each looked at in light and in dark; a state not visited fails. */
import { expect } from '@playwright/test';
import { axeOver, type Visits } from './axe.ts';
import { tooLongFor } from './lengthen.ts';

export const homeStates = [
  'home: sign in',
  'home: wrong key',
  'home: signed off',
  'home: empty',
  'home: plan',
  'home: running',
  'home: again',
  'home: keeping',
  'home: more',
  'home: past',
  'home: archive',
  'home: remove',
] as const;

export const editorStates = [
  'editor: list, empty',
  'editor: general',
  'editor: step',
  'editor: problems',
  'editor: items',
  'editor: text',
  'editor: versions',
  'editor: list',
] as const;

export const deskStates = [
  'desk: nobody yet',
  'desk: share, invited',
  'desk: people',
  'desk: keys',
  'desk: settings',
  'desk: notes',
  'desk: no answers yet',
  'desk: answers',
  'desk: no network',
  'desk: tablet, script',
  'desk: phone, step',
  'desk: phone, answers',
  'desk: phone, wall',
  'desk: revoked',
  'desk: closed',
] as const;

export const wallStates = [
  'wall: welcome',
  'wall: no answers',
  'wall: cards',
  'wall: English',
  'wall: offline',
] as const;

export const summaryStates = [
  'summary: no link',
  'summary: not published',
  'summary: draft',
  'summary: publish',
  'summary: published',
  'summary: read by link',
  'summary: link gone',
] as const;

export const replayStates = [
  'replay: no link',
  'replay: not published',
  'replay: desk',
  'replay: cards',
  'replay: subgroup',
  'replay: larger',
  'replay: read by link',
  'replay: link gone',
] as const;

/** Axe in both themes: a wall has its own, by its key D; the other screens follow the device. */
export function inBothThemes(states: readonly string[]): Visits {
  const axe = axeOver(states);
  return {
    missing: axe.missing,
    async see(page, state) {
      const isWall = page.url().includes('/wand');
      await axe.see(page, state);
      // A wall measures what it shows: test/client/wall-measures.test.ts.
      if (!isWall) expect.soft(await tooLongFor(page), `words a third longer, ${state}`).toEqual([]);
      if (isWall) await page.keyboard.press('d');
      else await page.emulateMedia({ colorScheme: 'dark' });
      await axe.seeInOther(page, state);
      if (isWall) await page.keyboard.press('d');
      else await page.emulateMedia({ colorScheme: 'light' });
    },
  };
}
