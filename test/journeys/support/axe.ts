import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The states of every screen that a journey must have looked at with axe; one not visited fails. */
export type Visits = { see: (page: Page, state: string) => Promise<void>; missing: () => string[] };

export function axeOver(states: readonly string[]): Visits {
  const seen = new Set<string>();
  return {
    async see(page, state) {
      expect(states, 'a state that the list does not name').toContain(state);
      seen.add(state);
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      const told = violations.map(
        ({ id, nodes }) =>
          `${state}: ${id}: ${nodes
            .map(({ html }) => html)
            .join(' | ')
            .slice(0, 400)}`,
      );
      expect.soft(told, `axe on ${state}`).toEqual([]);
    },
    missing: () => states.filter((state) => !seen.has(state)),
  };
}
