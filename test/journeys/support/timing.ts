import type { Page } from '@playwright/test';

/** To the server and back, from this page. */
const turn = (page: Page): Promise<string> =>
  page.evaluate(async () => await (await fetch('/healthz', { cache: 'no-store' })).text());

/** Soon, on whatever machine: in so many turns a page of a quiet one is a third of a second further. */
export const soon = 50;

/** How many turns to the server and back this page makes until something is so, `soon` at most; who is busy is slow at both. */
export async function turnsUntil(page: Page, isSo: () => Promise<boolean>): Promise<number> {
  for (let turns = 0; turns < soon; turns++) {
    if (await isSo()) return turns;
    await turn(page);
  }
  return soon;
}

/** Milliseconds that such a turn takes now. */
export async function turnTime(page: Page): Promise<number> {
  const from = performance.now();
  await turn(page);
  return performance.now() - from;
}

/** Milliseconds from a key on one phone to the letter on the other. */
export async function keyToScreen(from: Page, to: Page, letter: string): Promise<number> {
  const area = from.getByRole('textbox').first();
  const wanted = (await area.inputValue()) + letter;
  const seen = to.waitForFunction((text) => document.querySelector('textarea')?.value === text && Date.now(), wanted, {
    polling: 5,
    timeout: 5_000,
  });
  await area.evaluate((element) =>
    element.addEventListener('input', () => Object.assign(window, { typedAt: Date.now() }), { once: true }),
  );
  await from.keyboard.type(letter);
  const at = Number(await (await seen).jsonValue());
  return at - (await from.evaluate(() => (window as unknown as { typedAt: number }).typedAt));
}

/** Milliseconds from now until the last of these screens shows a text; each looks for itself, not through this process. */
export async function untilAll(pages: readonly Page[], text: string, act: () => Promise<void>): Promise<number> {
  const seen = pages.map((page) =>
    page.waitForFunction((wanted) => document.body.innerText.includes(wanted) && Date.now(), text, { polling: 20 }),
  );
  const before = Date.now();
  await act();
  const times = await Promise.all(seen.map(async (one) => Number(await (await one).jsonValue())));
  return Math.max(...times) - before;
}
