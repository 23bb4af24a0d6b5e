import { page } from 'vitest/browser';

/** With PICTURES a picture in test-results, for who wants to look. */
export async function picture(name: string): Promise<void> {
  if (import.meta.env['PICTURES']) await page.screenshot({ path: `../../test-results/${name}.png` });
}
