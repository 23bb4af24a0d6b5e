/** What somebody does on a phone, in the words that stand on it. */
import { expect, type Page } from '@playwright/test';
import { words as dutch } from '../../../shared/words/phone.nl.ts';

type Words = typeof dutch;

/** One phone in somebody's hand. */
export function holdPhone(page: Page, words: Words = dutch) {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  return {
    page,
    /** From the QR code to the waiting room: the perspective is optional. */
    async join(url: string, perspective?: string, name?: string, people: 1 | 2 = 1): Promise<void> {
      await page.goto(url);
      if (people === 2) await page.getByLabel(words.who.together).check();
      if (perspective)
        await page
          .locator('label')
          .filter({ hasText: new RegExp(`^\\s*${perspective}\\s*$`, 'i') })
          .first()
          .click();
      if (name) await page.getByLabel(people === 2 ? words.who.nameTwo : words.who.name).fill(name);
      await button(words.who.join).click();
    },
    /** From the typed code. */
    async typeCode(url: string, code: string): Promise<void> {
      await page.goto(url);
      await page.getByLabel(words.join.code).fill(code);
      await button(words.join.go).click();
    },
    meet: (): Promise<void> => button(words.paired.found).click(),
    /** Found each other, or two on this phone. */
    begin: (): Promise<void> => button(words.paired.found).or(button(words.paired.begin)).click(),
    async sees(text: string | RegExp): Promise<void> {
      await expect(page.getByText(text).first()).toBeVisible();
    },
    /** A new screen begins at its heading, for eyes and for screen readers (law 10). */
    isAtHeading: (): Promise<void> => expect(page.getByRole('heading', { level: 1 })).toBeFocused(),
    heading: (name: string | RegExp) => page.getByRole('heading', { level: 1, name }),
    /** Judges every question of the page with the given option, and writes in the first text (and something in the others). */
    async fillIn(option: string, text: string): Promise<void> {
      // The step may still be on its way: an empty page would be filled in by doing nothing.
      await expect(page.getByRole('radio').or(page.getByRole('textbox')).first()).toBeVisible();
      for (const question of await page
        .getByRole('group')
        .filter({ has: page.getByRole('radio') })
        .all()) {
        await question
          .locator('label')
          .filter({ hasText: new RegExp(`^\\s*${option}\\s*$`, 'i') })
          .click();
      }
      for (const [i, area] of (await page.getByRole('textbox').all()).entries()) {
        if (await area.isEditable()) await area.fill(i === 0 ? text : `Ook bij vraag ${i + 1} iets.`);
      }
    },
    async send(): Promise<void> {
      await button(words.answer.send).click();
      await expect(
        page
          .getByText(words.answer.sent)
          .or(page.getByText(words.answer.sentTitle, { exact: true }))
          .first(),
      ).toBeVisible();
    },
    next: (): Promise<void> => button(words.answer.next).click(),
    button,
  };
}
export type Phone = ReturnType<typeof holdPhone>;
