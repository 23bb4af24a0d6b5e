/** Somebody with a finger and nothing else: no mouse to hover with, no keys but those on the glass. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Touch } from './hand.ts';

const smallest = 43.9;

/** Runs in the page: what is wrong with this control for a finger. */
function tappable(control: Element, least: number): string[] {
  // The target of a choice is its label, that of an answer's name its whole card; words in a running text are as large
  // as their line (WCAG 2.5.8).
  const isDrawnWider = getComputedStyle(control, '::after').position === 'absolute';
  const around = isDrawnWider ? 'article' : control.matches('input[type=radio], input[type=checkbox]') ? 'label' : '*';
  const target = control.closest(around) ?? control;
  const { width, height } = target.getBoundingClientRect();
  const name = (target.ariaLabel ?? target.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60);
  const isSmall = !target.matches('.phrase') && (width < least || height < least);
  const over = document.documentElement.scrollWidth - innerWidth;
  return [
    ...(isSmall ? [`"${name}" is ${Math.round(width)}x${Math.round(height)}`] : []),
    ...(over > 0 ? [`where "${name}" stands, the page is ${over} px too wide`] : []),
  ];
}

export function fingerOn(page: Page): Touch {
  const faults = new Set<string>();
  async function tap(control: Locator): Promise<void> {
    await expect(control).toBeVisible();
    await expect(control).toBeEnabled();
    for (const fault of await control.evaluate(tappable, smallest)) faults.add(fault);
    const isWord = await control.evaluate((one) => one.closest('.phrase') !== null);
    await (isWord ? control.locator('xpath=..') : control).tap();
  }
  return {
    press: tap,
    async choose(radio) {
      await tap(radio);
      await expect(radio).toBeChecked();
    },
    /** The keys on the glass put words in, and press no key. */
    async write(field, text) {
      await tap(field);
      await field.evaluate((one: HTMLInputElement | HTMLTextAreaElement) => {
        if (one instanceof HTMLInputElement) one.select();
        else one.setSelectionRange(one.value.length, one.value.length);
      });
      await page.keyboard.insertText(text);
    },
    /** The list itself is the device's own. */
    async select(list, option) {
      await tap(list);
      await list.selectOption({ label: option });
    },
    async close(button) {
      await tap(button);
      await expect(page.locator('dialog[open]')).toHaveCount(0);
    },
    faults: () => [...faults],
  };
}

/** Runs in the page before all else: a mouse or a key is a fault. */
export function forbidAllButTouch(): void {
  addEventListener(
    'pointerdown',
    ({ pointerType }) => pointerType !== 'touch' && console.error('a mouse was used'),
    true,
  );
  addEventListener('keydown', () => console.error('a key was used'), true);
}
