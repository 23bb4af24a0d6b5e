import { groupBy } from '../../group-by.ts';
import type { Step } from '../../script.ts';
import { answersOf, textOf } from '../../session/selectors.ts';
import { get } from '../../session/table.ts';
import { toldTitle } from './added.ts';
import { isInHiddenPart } from './arranged.ts';
import type { View } from './figures.ts';
import type { ThemeView } from './summary-form.ts';

/** The themes of these steps that have a name, as they were made; one that holds nothing that readers count tells nothing. */
export function themesIn({ state }: View, steps: readonly Step[]): ThemeView[] {
  return steps.flatMap((step) => {
    const counted = answersOf(state, step.id).filter(
      (one) => one.theme && !one.withdrawn && !one.hidden && !isInHiddenPart(state, one),
    );
    return [...groupBy(counted, ({ theme }) => theme ?? '')]
      .flatMap(([id, answers]) => {
        const theme = get(state.themes, id);
        const name = theme ? textOf(state, theme.name) : '';
        return theme && name ? [{ theme, name, answers: answers.length }] : [];
      })
      .sort((a, b) => a.theme.number - b.theme.number)
      .map(({ theme, name, answers }) => ({
        key: `theme-${step.id}-${theme.number}`,
        name,
        answers,
        step: toldTitle(state, step),
      }));
  });
}
