import type { Page } from '@playwright/test';

/** A picture in the folder PICTURES, for who wants to look. */
export async function take(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}
