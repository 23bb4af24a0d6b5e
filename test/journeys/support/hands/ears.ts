/** What a screen reader would say: the live regions of each screen, and the headings that take the focus when a screen is new. */
import { expect, type Page } from '@playwright/test';

/** `act`: after how many acts of anybody's hand it was said. */
type Heard = { who: string; act: number; kind: 'polite' | 'assertive' | 'heading'; text: string };
type Told = Pick<Heard, 'kind' | 'text'>;
type WithEars = Window & { tellEars?: (told: Told) => Promise<void> };

/** More than this on one screen, after one act of anybody, nobody listens to. */
const most = 3;

/** Runs in the page before all else. */
function listen(): void {
  const regions = '[aria-live], [role=status], [role=alert]';
  const said = new WeakMap<Element, string>();
  const tell = (kind: Told['kind'], text: string) => {
    const words = text.replace(/\s+/g, ' ').trim();
    if (words) void (window as WithEars).tellEars?.({ kind, text: words });
  };
  const hear = (region: Element) => {
    const live = region.getAttribute('aria-live') ?? (region.getAttribute('role') === 'alert' ? 'assertive' : 'polite');
    const text = region.textContent ?? '';
    const before = said.get(region);
    said.set(region, text);
    // What lies behind an open dialog is not heard.
    const open = document.querySelector('dialog[open]');
    if (live === 'off' || text === before || (open && !open.contains(region))) return;
    tell(live === 'assertive' ? 'assertive' : 'polite', text);
  };
  new MutationObserver((changes) => {
    const touched = new Set<Element>();
    for (const { target, addedNodes } of changes) {
      const at = target instanceof Element ? target : target.parentElement;
      const around = at?.closest(regions);
      if (around) touched.add(around);
      for (const node of addedNodes)
        if (node instanceof Element)
          for (const one of [node, ...node.querySelectorAll('*')]) if (one.matches(regions)) touched.add(one);
    }
    for (const region of touched) if (region.isConnected) hear(region);
  }).observe(document, { childList: true, characterData: true, subtree: true });
  addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLHeadingElement) tell('heading', target.textContent ?? '');
  });
}

export type Ears = ReturnType<typeof ears>;

export function ears() {
  const heard: Heard[] = [];
  const calls = new Map<Page, string>();
  let act = 0;
  return {
    /** Before the page is opened. */
    async on(page: Page, who: string): Promise<void> {
      calls.set(page, who);
      await page.exposeBinding('tellEars', (_, told: Told) => void heard.push({ who, act, ...told }));
      await page.addInitScript(listen);
    },
    /** Somebody does something: what is said from now on is because of it. */
    begin(): void {
      act += 1;
    },
    get now(): number {
      return act;
    },
    /** Said since the given act (that of the last press, unless told). */
    async hears(page: Page, text: string | RegExp, since = act): Promise<void> {
      const who = calls.get(page);
      const fits = (one: Heard) => (typeof text === 'string' ? one.text.includes(text) : text.test(one.text));
      const found = () => heard.some((one) => one.who === who && one.act >= since && fits(one));
      const told = () => heard.filter((one) => one.who === who).slice(-5);
      await expect
        .poll(() => (found() ? 'heard' : told()), { message: `${who} hears: ${text}`, intervals: [50, 100, 200] })
        .toBe('heard');
    },
    /** What interrupts without being an error, and what nobody can follow. */
    faults(errors: readonly string[]): string[] {
      const loud = heard.filter(
        ({ kind, text }) => kind === 'assertive' && !errors.some((error) => text.includes(error)),
      );
      const flood = [...Map.groupBy(heard, ({ who, act: at }) => `${who}, act ${at}`)].filter(
        ([, all]) => all.filter(({ kind }) => kind !== 'heading').length > most,
      );
      return [
        ...loud.map(({ who, text }) => `${who} is interrupted: ${text}`),
        ...flood.map(([at, all]) => `${at}, too much: ${all.map(({ text }) => text).join(' | ')}`),
      ];
    },
  };
}
