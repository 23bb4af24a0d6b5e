/** Somebody who never touches the screen: every control is reached by Tab and the arrows, seen when it has the focus, and not covered. */
import { type ElementHandle, expect, type Locator, type Page } from '@playwright/test';
import type { Touch } from './hand.ts';

/** `side`: where the control that is looked for lies; 0: here. */
type Stop = { name: string; side: -1 | 0 | 1; isLost: boolean; faults: string[] };
type Passing = Window & { passed?: Element | undefined };
const farthest = 120;

/** Runs in the page: what has the focus, how it shows, and which way to what is looked for. `inOrder`: in one column what comes next stands below. */
function stopAt(wanted: Element, inOrder: boolean): Stop {
  const at = document.activeElement as (HTMLElement & { labels?: NodeListOf<HTMLElement> }) | null;
  const dialog = document.querySelector('dialog[open]');
  if (!at || at === document.body || at === dialog) return { name: '', side: 1, isLost: true, faults: [] };
  const isRow = (one: Element) => one instanceof HTMLInputElement && one.type === 'radio';
  const isSame =
    at === wanted ||
    (isRow(at) && isRow(wanted) && (at as HTMLInputElement).name === (wanted as HTMLInputElement).name);
  const isBefore = at.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING;
  const name = (at.ariaLabel ?? at.labels?.[0]?.textContent ?? at.textContent ?? '')
    .trim()
    .replace(/\s+/g, ' ')
    .slice(0, 60);
  const box = at.matches('input') ? (at.closest('label') ?? at) : at;
  const faults: string[] = [];
  if (at.tabIndex >= 0) {
    const rings = [getComputedStyle(at), getComputedStyle(box), getComputedStyle(at, '::after')];
    const widths = rings.map((style) => (style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth)));
    // A text is drawn as paper: its edge is the line.
    const edge = at.closest('.paper');
    const isEdged = edge !== null && getComputedStyle(edge).boxShadow !== 'none';
    if (Math.max(...widths) < 2 && !isEdged) faults.push('the focus does not show');
    const { left, width, top, bottom, height } = box.getClientRects()[0] ?? box.getBoundingClientRect();
    const heights = height > innerHeight / 3 ? [top + 12] : [top + 3, top + height / 2, bottom - 3];
    const covered = heights.flatMap((y) => {
      const hit = document.elementFromPoint(left + width / 2, y);
      return hit && (box.contains(hit) || hit.contains(box))
        ? []
        : [hit ? `${hit.tagName}.${hit.className}` : 'out of view'];
    });
    if (covered.length) faults.push(`covered by ${covered[0]}`);
  }
  const passing = window as Passing;
  const tops = [passing.passed, box].map((one) => one?.getBoundingClientRect().top ?? Number.NEGATIVE_INFINITY);
  if (inOrder && passing.passed?.isConnected && (tops[1] ?? 0) < (tops[0] ?? 0) - 2)
    faults.push('stands above what was passed before it');
  const side = isSame ? 0 : isBefore ? -1 : 1;
  passing.passed = side > 0 ? box : undefined;
  return { name, side, isLost: false, faults };
}

export function keyboardOn(page: Page, isDesk: boolean): Touch {
  const faults = new Set<string>();
  let last = '';

  /** Looked up by its name once, not at each key; again when it was drawn anew on the way. */
  function stopsBefore(wanted: Locator): () => Promise<Stop> {
    let control: Promise<ElementHandle | null> | undefined;
    return async () => {
      const isThere = await (await control)?.evaluate((one) => one.isConnected);
      if (!isThere) control = wanted.elementHandle();
      const found = (await (await control)?.evaluate(stopAt, !isDesk)) as Stop;
      for (const fault of found.faults) faults.add(`"${found.name}": ${fault}`);
      return found;
    };
  }
  async function walkTo(wanted: Locator): Promise<void> {
    await expect(wanted).toBeAttached();
    await expect(wanted).toBeEnabled();
    const stop = stopsBefore(wanted);
    let here = await stop();
    if (here.isLost && last) faults.add(`the focus is lost after ${last}`);
    for (let presses = 0; here.side !== 0 || here.isLost; presses++) {
      if (presses > farthest) throw new Error(`no way to ${wanted}; last: ${here.name}`);
      await page.keyboard.press(here.side < 0 ? 'Shift+Tab' : 'Tab');
      here = await stop();
    }
    last = here.name;
  }
  /** Inside a row of radios, or a list, the arrows choose. */
  async function arrowTo(isThere: () => Promise<boolean>): Promise<void> {
    for (let presses = 0; !(await isThere()); presses++) {
      if (presses > farthest) throw new Error('the arrows do not get there');
      await page.keyboard.press('ArrowDown');
    }
  }
  const hasFocus = (control: Locator) => control.evaluate((one) => one === document.activeElement);
  return {
    async press(control) {
      await walkTo(control);
      const isBox = await control.evaluate((one) => one instanceof HTMLInputElement);
      await page.keyboard.press(isBox ? 'Space' : 'Enter');
    },
    async choose(radio) {
      await walkTo(radio);
      if ((await hasFocus(radio)) && !(await radio.isChecked())) await page.keyboard.press('Space');
      await arrowTo(() => hasFocus(radio));
      await expect(radio).toBeChecked();
    },
    async write(field, text) {
      await walkTo(field);
      const isLine = await field.evaluate((one) => one instanceof HTMLInputElement);
      await page.keyboard.press(isLine ? 'Control+A' : 'Control+End');
      await page.keyboard.type(text);
    },
    async select(list, option) {
      await walkTo(list);
      await page.keyboard.press('Home');
      await arrowTo(
        async () => (await list.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.label)) === option,
      );
    },
    async close() {
      last = 'Escape';
      await page.keyboard.press('Escape');
      await expect(page.locator('dialog[open]')).toHaveCount(0);
    },
    faults: () => [...faults],
  };
}

/** Runs in the page before all else: whatever is not a key is a fault. */
export function forbidPointers(): void {
  addEventListener('pointerdown', () => console.error('a pointer was used'), true);
}
