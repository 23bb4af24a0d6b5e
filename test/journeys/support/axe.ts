import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The states of every screen that a journey must have looked at with axe; one not visited fails. */
export type Visits = { see: (page: Page, state: string) => Promise<void>; missing: () => string[] };

type Violation = { id: string; nodes: { html: string }[] };
type Axe = { run: (options: object) => Promise<{ violations: Violation[] }> };
type WithAxe = Window & { axe?: Axe };

/** Each frame for itself; axe is brought in once a page. What is in order is counted, not described: that costs as much as finding out. */
export async function violationsIn(page: Page): Promise<Violation[]> {
  const run = (values: string[]) =>
    (window as WithAxe).axe
      ?.run({ iframes: false, resultTypes: ['violations'], runOnly: { type: 'tag', values } })
      .then(({ violations }) => violations);
  const found = page.frames().map(async (frame) => {
    let violations = await frame.evaluate(run, rules);
    if (!violations) await frame.evaluate(axe.source);
    violations ??= await frame.evaluate(run, rules);
    if (!violations) throw new Error(`axe did not look at ${frame.url()}`);
    return violations;
  });
  return (await Promise.all(found)).flat();
}

function expectNone(violations: readonly Violation[], state: string): void {
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`.slice(0, 400));
  expect.soft(told, `axe on ${state}`).toEqual([]);
}

/** With `themes`, in the light and in the dark. */
export function axeOver(states: readonly string[], { themes = false } = {}): Visits {
  const seen = new Set<string>();
  return {
    async see(page, state) {
      expect(states, 'a state that the list does not name').toContain(state);
      seen.add(state);
      if (!themes) {
        expectNone(await violationsIn(page), state);
        return;
      }
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        expectNone(await violationsIn(page), `${state}, ${colorScheme}`);
      }
    },
    missing: () => states.filter((state) => !seen.has(state)),
  };
}
