import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';

type Rules = { type: 'tag' | 'rule'; values: string[] };
const all: Rules = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
/** Of those, the ones that look at a colour. In the other theme nothing else is another: test/server/built-styles.test.ts. */
export const ofColours: Rules = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
/** Of its two forms the smaller one: each page of each journey reads it. */
const source = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** The states of every screen that a journey must have looked at with axe; one not visited fails. */
export type Visits = { see: (page: Page, state: string) => Promise<void>; missing: () => string[] };
type ThemesApart = Visits & { seeInOther: (page: Page, state: string) => Promise<void> };

type Violation = { id: string; nodes: { html: string }[] };
type Axe = { run: (options: object) => Promise<{ violations: Violation[] }> };
type WithAxe = Window & { axe?: Axe };

/** Each frame for itself; axe is brought in once a page. What is in order is counted, not described: that costs as much as finding out. */
export async function violationsIn(page: Page, rules = all): Promise<Violation[]> {
  const run = (runOnly: Rules) =>
    (window as WithAxe).axe
      ?.run({ iframes: false, resultTypes: ['violations'], runOnly })
      .then(({ violations }) => violations);
  const found = page.frames().map(async (frame) => {
    let violations = await frame.evaluate(run, rules);
    if (!violations) await frame.evaluate(source);
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

/** With `themes`, in the dark and in the light; `seeInOther`: of a state that was seen, the colours of its other theme. */
export function axeOver(states: readonly string[], { themes = false } = {}): ThemesApart {
  const seen = new Set<string>();
  const seeInOther = async (page: Page, state: string): Promise<void> => {
    expect([...seen], 'not seen in its first theme').toContain(state);
    expectNone(await violationsIn(page, ofColours), `${state}, in the other theme`);
  };
  return {
    seeInOther,
    async see(page, state) {
      expect(states, 'a state that the list does not name').toContain(state);
      seen.add(state);
      if (themes) await page.emulateMedia({ colorScheme: 'dark' });
      expectNone(await violationsIn(page), state);
      if (!themes) return;
      await page.emulateMedia({ colorScheme: 'light' });
      await seeInOther(page, state);
    },
    missing: () => states.filter((state) => !seen.has(state)),
  };
}
