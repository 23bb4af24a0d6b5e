import type { Page } from '@playwright/test';

/** A picture in the folder PICTURES, for who wants to look; `whole`: also what has to be scrolled to. */
export async function take(page: Page, name: string, whole = false): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: whole });
}

/** The whole page in dark colours, and as it is printed on A4. */
export async function takeDarkAndPrinted(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (!folder) return;
  const before = page.viewportSize();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: `${folder}/${name}-dark.png`, fullPage: true });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.pdf({ path: `${folder}/${name}.pdf`, format: 'A4' });
  if (before) await page.setViewportSize(before);
}
