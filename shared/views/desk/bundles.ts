import { groupBy } from '../../group-by.ts';
import { textOf } from '../../session/selectors.ts';
import type { SessionState, Theme } from '../../session/state.ts';
import { get } from '../../session/table.ts';
import type { DeskCard } from './answers.ts';
import { alikeAmong } from './similar.ts';

/** Answers that were put together (or, `theme` null, that were not), in the order in which they came: what is new comes last. */
export type DeskBundle = { theme: Theme | null; name: string; cards: DeskCard[] };

export const themeOf = (state: SessionState, { answer }: Pick<DeskCard, 'answer'>): string | null =>
  get(state.answers, answer)?.theme ?? null;

/** Themes that hold something, by number, and last what is in none. */
export function deskBundlesOf(state: SessionState, cards: readonly DeskCard[]): DeskBundle[] {
  const sorted = cards.filter(({ isHidden }) => !isHidden).sort((a, b) => a.firstSeq - b.firstSeq);
  const byTheme = groupBy(sorted, (card) => themeOf(state, card));
  const themes = [...byTheme].flatMap(([id, own]) => {
    const theme = id === null ? undefined : get(state.themes, id);
    return theme ? [{ theme, name: textOf(state, theme.name), cards: own }] : [];
  });
  themes.sort((a, b) => a.theme.number - b.theme.number);
  return [...themes, { theme: null, name: '', cards: byTheme.get(null) ?? [] }];
}

/** Answers that may say the same: to be put in a theme that is there, or in a new one. */
export type Likeness = { key: string; theme: string | null; cards: DeskCard[] };

/**
 * What may belong together and is in no theme yet, to the same question about the same item; most alike first. Who is in
 * one is like each other of it, so that no chain of small likenesses brings far ones together.
 */
export function likenessesOf(state: SessionState, cards: readonly DeskCard[]): Likeness[] {
  const known = new Map(cards.map((card) => [card.answer, card]));
  const shown = cards.filter(({ isHidden }) => !isHidden);
  const groups = groupBy(shown, ({ item, prompt }) => `${item}/${prompt.id}`);
  const found: (Likeness & { likeness: number })[] = [];
  for (const group of groups.values()) {
    const pairs = alikeAmong(group.map(({ answer, text }) => ({ id: answer, text })));
    const alike = new Set(pairs.flatMap(({ one, other }) => [`${one} ${other}`, `${other} ${one}`]));
    const taken = new Set<string>();
    for (const { one, other, likeness } of pairs) {
      const [theme = null, ...others] = [one, other].flatMap((answer) => themeOf(state, { answer }) ?? []);
      const free = [one, other].filter((answer) => themeOf(state, { answer }) === null && !taken.has(answer));
      if (others.length > 0 || free.length < (theme === null ? 2 : 1)) continue;
      const together = [...free];
      for (const { answer } of theme === null ? group : []) {
        const fits = themeOf(state, { answer }) === null && !taken.has(answer) && !together.includes(answer);
        if (fits && together.every((each) => alike.has(`${answer} ${each}`))) together.push(answer);
      }
      for (const answer of together) taken.add(answer);
      const own = together.flatMap((answer) => known.get(answer) ?? []);
      found.push({ key: [theme ?? '', ...together].join(' '), theme, cards: own, likeness });
    }
  }
  return found.sort((a, b) => b.likeness - a.likeness).map(({ likeness: _, ...rest }) => rest);
}
