/** Themes as the desk named them, by name: which are new is reported; whether that is enough is not decided here. */
import { groupBy } from '../../group-by.ts';
import { stepOf } from '../../script-queries.ts';
import { isFeedback } from '../../session/feedback.ts';
import { isUndone, textOf } from '../../session/selectors.ts';
import type { Answer, SessionState } from '../../session/state.ts';
import { get, valuesOf } from '../../session/table.ts';
import { isInHiddenPart } from '../summary/arranged.ts';
import { isUnreleased } from '../summary/figures.ts';
import type { CompareTheme } from './compare-form.ts';
import { plain } from './wording.ts';

export type NamedTheme = Omit<CompareTheme, 'isNew'>;

/** Names that differ in capitals and spaces alone are one. */
const sameName = (name: string): string => plain(name).toLowerCase();

/** What readers may count. */
function isCounted(state: SessionState, answer: Answer): boolean {
  const step = stepOf(state.script, answer.step);
  const isGone = answer.withdrawn || answer.hidden || isUndone(answer) || isUnreleased(step, answer);
  if (!step || isFeedback(step) || isGone) return false;
  return !isInHiddenPart(state, answer);
}

/** By name, in the order in which they were made; a theme that holds nothing that may be read tells nothing. */
export function themesOf(state: SessionState): { themes: NamedTheme[]; unnamed: number } {
  const counted = [...valuesOf(state.answers)].filter(({ theme }) => theme !== null);
  const byTheme = groupBy(
    counted.filter((answer) => isCounted(state, answer)),
    ({ theme }) => theme ?? '',
  );
  const stepAt = (id: string) => state.script.steps.findIndex((step) => step.id === id);
  const made = [...byTheme.keys()]
    .flatMap((id) => get(state.themes, id) ?? [])
    .sort((a, b) => stepAt(a.step) - stepAt(b.step) || a.number - b.number);
  const named = made.map(({ theme, name }) => ({ name: plain(textOf(state, name)), own: byTheme.get(theme) ?? [] }));
  const byName = groupBy(
    named.filter(({ name }) => name),
    ({ name }) => sameName(name),
  );
  return {
    themes: [...byName].map(([key, all]) => ({
      ...{ key, name: all[0]?.name ?? key },
      answers: all.reduce((sum, { own }) => sum + own.length, 0),
    })),
    unnamed: named.filter(({ name }) => !name).length,
  };
}

/** In order of date: new where no session before has a theme of that name. */
export function withNews(sessions: readonly (readonly NamedTheme[])[]): CompareTheme[][] {
  const known = new Set<string>();
  return sessions.map((themes, place) => {
    const told = themes.map((theme) => ({ ...theme, isNew: place === 0 ? null : !known.has(theme.key) }));
    for (const { key } of themes) known.add(key);
    return told;
  });
}
