import type { Page } from '@playwright/test';

/** Opens all that the summary folds, so that its words are there to read. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLDetailsElement>('main details')) one.open = true;
  });
