/** What must hold in every state of a phone, whatever stands on it: laws 4, 5, 9 and 25. */
import { expect, type Page } from '@playwright/test';
import { axeOver, type Visits } from './axe.ts';
import { tooLongFor } from './lengthen.ts';

/** A phone, the narrowest, and a window on a laptop. */
const widths = [320, 390, 1024, 1440] as const;
const smallest = 43.9;
const mainHeight = 55.9;

/** Looks at each state of the list with axe in light and dark, at four widths, with text twice as large, and with words a third longer. */
export function lookOver(states: readonly string[]): Visits {
  const axe = axeOver(states, { themes: true });
  return {
    async see(page, state) {
      await expect(page.locator('html'), `the language of ${state}`).toHaveAttribute('lang', /^(nl|en)$/);
      await expect(page, `the title of ${state}`).toHaveTitle(/\S/);
      await axe.see(page, state);
      expect.soft(await measure(page), `sizes of ${state}`).toEqual([]);
    },
    missing: axe.missing,
  };
}

async function measure(page: Page): Promise<string[]> {
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: size.height });
    found.push(...(await page.evaluate(tooSmall, { width, smallest, mainHeight })));
  }
  await page.setViewportSize({ width: 320, height: size.height });
  const large = await page.evaluate(() => {
    const { style } = document.documentElement;
    style.fontSize = '212.5%';
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) =>
        one.checkVisibility() && !one.closest('.visually-hidden') && one.getBoundingClientRect().right > innerWidth,
    );
    const isOver = document.documentElement.scrollWidth > innerWidth;
    style.fontSize = '';
    return isOver ? wide.map(({ tagName, textContent }) => `${tagName} ${textContent?.trim().slice(0, 20)}`) : [];
  });
  found.push(...(await tooLongFor(page)).map((one) => `words a third longer, at 320 wide: ${one}`));
  if (large.length > 0) found.push(`text of 200 % at 320 wide: ${large.join(' | ')}`);
  await page.setViewportSize(size);
  return found;
}

/** Runs in the page. What is smaller than a finger, and what makes it scroll sideways. */
function tooSmall(limits: { width: number; smallest: number; mainHeight: number }): string[] {
  const found: string[] = [];
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) found.push(`${limits.width}: ${over} px too wide`);
  const open = document.querySelector('dialog[open]') ?? document;
  for (const one of open.querySelectorAll<HTMLElement>('button, a[href], summary, input, textarea, select')) {
    // The target of a choice is its label; words in a running text are as large as their line (WCAG 2.5.8).
    const target = one.matches('input[type=radio], input[type=checkbox]') ? one.closest('label') : one;
    if (!target?.checkVisibility() || target.matches('.phrase')) continue;
    const { width, height } = target.getBoundingClientRect();
    const name = (target.ariaLabel ?? target.textContent ?? '').trim().slice(0, 40);
    if (width < limits.smallest || height < limits.smallest)
      found.push(`${limits.width}: "${name}" is ${Math.round(width)}x${Math.round(height)}`);
    if (target.matches('.button.primary') && height < limits.mainHeight)
      found.push(`${limits.width}: main button "${name}" is ${Math.round(height)} high`);
  }
  return found;
}
