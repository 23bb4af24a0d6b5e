import type { Page } from '@playwright/test';

type Touches = { taps: number; keys: number };
type Counting = Window & { touches?: Touches };

/** Runs in the page before all else: counts what a finger does. */
export function countTouches(): void {
  const counted: Touches = { taps: 0, keys: 0 };
  (window as Counting).touches = counted;
  addEventListener('pointerdown', () => counted.taps++, true);
  addEventListener('keydown', () => counted.keys++, true);
}

export const touches = (page: Page): Promise<Touches | undefined> => page.evaluate(() => (window as Counting).touches);
