import { get, set } from '../table.ts';
import { withAnswer } from './answers.ts';
import type { Evolutions } from './evolution.ts';

/** A theme is never gone: the last answer may leave it, and another come into it. */
export const themeEvolutions: Evolutions<'AnswersGrouped' | 'ThemeNamed'> = {
  AnswersGrouped: (state, { step, theme, number, answers }) => {
    const isNew = theme !== null && !get(state.themes, theme);
    const themes = isNew ? set(state.themes, theme, { theme, step, number: number ?? 0, name: null }) : state.themes;
    return answers.reduce((next, answer) => withAnswer(next, answer, (a) => ({ ...a, theme })), { ...state, themes });
  },
  ThemeNamed: (state, { theme, name }) => {
    const known = get(state.themes, theme);
    return known ? { ...state, themes: set(state.themes, theme, { ...known, name }) } : state;
  },
};
