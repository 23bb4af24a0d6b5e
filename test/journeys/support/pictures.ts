import type { Page } from '@playwright/test';

/** A picture in the folder PICTURES, for who wants to look; `whole`: also what has to be scrolled to. */
export async function take(page: Page, name: string, whole = false): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: whole });
}
