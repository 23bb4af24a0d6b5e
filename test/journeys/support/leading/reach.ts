/** What a press at the desk brings to other screens, and how long it was on its way. */
import { expect, type Page } from '@playwright/test';

/** Words that must be on a screen, and words that must not (any more). */
type Look = { there?: readonly string[]; gone?: readonly string[] };
export type Expected = { wall?: Look; phones?: Look; only?: readonly Page[] };
type Figure = { act: string; wall: number | null; phones: number | null };
type Pressed = Window & { pressedAt?: number };

/** Runs in each page of the desk before the page itself: when was the last press? */
export function keepPresses(): void {
  for (const kind of ['click', 'keydown'] as const)
    addEventListener(
      kind,
      () => {
        (window as Pressed).pressedAt = Date.now();
      },
      true,
    );
}

/** Runs in the page: the time at which it is so, false while it is not. */
function isSo({ there = [], gone = [] }: Look): number | false {
  // What is only read out, and stays so for a while, is not seen.
  const told = document.querySelector<HTMLElement>('.visually-hidden[role="status"]')?.innerText ?? '';
  const text = document.body.innerText.replace(told, '').replace(/\s+/g, ' ');
  return there.every((words) => text.includes(words)) && !gone.some((words) => text.includes(words)) && Date.now();
}

/** When this screen looks so; each looks for itself, not through this process. */
async function seenAt(page: Page, look: Look): Promise<number> {
  const told = `${page.url().replace(/[?#].*/, '')}: ${JSON.stringify(look)}`;
  const seen = await page.waitForFunction(isSo, look, { polling: 20, timeout: 20_000 }).catch(async () => {
    const text = await page.locator('body').innerText();
    throw new Error(`never seen on ${told}\nit shows: ${text.replace(/\s+/g, ' ').slice(0, 900)}`);
  });
  return Number(await seen.jsonValue());
}

const middle = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const worst = (list: readonly number[]): number => Math.max(0, ...list);

export function reachOf(wall: Page, phones: readonly Page[]) {
  const figures: Figure[] = [];
  return {
    /** Does it at `desk`; fails where it was so already, as then it shows nothing, and where it never becomes so. */
    async press(desk: Page, act: string, doIt: () => Promise<unknown>, expected: Expected): Promise<void> {
      const eyes = [
        ...(expected.wall ? [{ page: wall, look: expected.wall }] : []),
        ...(expected.phones ? (expected.only ?? phones).map((page) => ({ page, look: expected.phones as Look })) : []),
      ];
      const before = await Promise.all(eyes.map(({ page, look }) => page.evaluate(isSo, look)));
      expect(before.filter(Boolean), `${act}: screens on which it was so already`).toEqual([]);
      const seen = Promise.all(eyes.map(({ page, look }) => seenAt(page, look)));
      await Promise.all([doIt(), seen]);
      const at = (await desk.evaluate(() => (window as Pressed).pressedAt)) ?? 0;
      const times = (await seen).map((time) => Math.max(0, time - at));
      const ofWall = expected.wall ? times.slice(0, 1) : [];
      const ofPhones = times.slice(ofWall.length);
      figures.push({ act, wall: ofWall[0] ?? null, phones: ofPhones.length ? worst(ofPhones) : null });
    },
    /** It stays so: looked at once, now. */
    async shows(page: Page, look: Look): Promise<void> {
      await seenAt(page, look);
    },
    told(): string {
      const walls = figures.flatMap(({ wall: ms }) => ms ?? []);
      const lasts = figures.flatMap(({ phones: ms }) => ms ?? []);
      return [
        ...figures.map(({ act, wall: w, phones: p }) => `  ${act}: wall ${w ?? '-'} ms, last phone ${p ?? '-'} ms`),
        `press at the desk until the wall: median ${middle(walls)} ms, worst ${worst(walls)} (${walls.length} acts); ` +
          `until the last of the phones: median ${middle(lasts)} ms, worst ${worst(lasts)} (${lasts.length} acts)`,
      ].join('\n');
    },
  };
}
