import { groupBy } from '../../group-by.ts';
import type { ScaleShape } from '../../script.ts';
import { textOf } from '../../session/selectors.ts';
import type { SessionState, Theme } from '../../session/state.ts';
import { get } from '../../session/table.ts';
import type { Card } from './cards.ts';
import { type Group, groupCards } from './groups.ts';

/** More cards than this nobody reads: they stand as themes, with a dot for each voice. */
export const mostCards = 40;
/** As many as this stand with several of their words under a theme. */
const mostQuoted = 3;

export type Dot = ScaleShape | 'split' | 'none';

/** Cards that the desk put together, or (`theme` null) those that it did not. */
export type Bundle = {
  theme: Theme | null;
  /** Empty: it has none yet. */
  name: string;
  cards: Card[];
  /** One for each unit, by how it judged; no voice is left out. */
  dots: Dot[];
  /** What is read out of it: what the desk starred, else what came first; nothing of what is in no theme beside themes. */
  quotes: Card[];
};

const places: readonly Dot[] = ['full', 'threeQuarters', 'half', 'quarter', 'open', 'split', 'unknown', 'none'];

/** An answer's id names its unit after its step. */
const unitOf = ({ answer }: Card): string => answer.split('/')[1] ?? answer;

function dotsOf(cards: readonly Card[]): Dot[] {
  const byUnit = new Map<string, Dot>();
  for (const card of cards) {
    const known = byUnit.get(unitOf(card));
    if (!known || known === 'none') byUnit.set(unitOf(card), card.shape ?? 'none');
  }
  return [...byUnit.values()].sort((a, b) => places.indexOf(a) - places.indexOf(b));
}

/** Themes in the order in which they were made, so that none moves; what is in none comes last, and is always there. */
export function bundlesOf(state: SessionState, group: Group): Bundle[] {
  const cards = groupCards(state, group);
  const byTheme = groupBy(cards, (card) => get(state.answers, card.answer)?.theme ?? null);
  const most = cards.length > mostCards ? 1 : mostQuoted;
  const bundle = (theme: Theme | null, own: Card[], quoted = most): Bundle => ({
    theme,
    name: theme ? textOf(state, theme.name) : '',
    cards: own,
    dots: dotsOf(own),
    quotes: [...own.filter(({ stars }) => stars > 0), ...own.filter(({ stars }) => stars === 0)].slice(0, quoted),
  });
  const themes = [...byTheme].flatMap(([id, own]) => {
    const theme = id === null ? undefined : get(state.themes, id);
    return theme ? [bundle(theme, own)] : [];
  });
  themes.sort((a, b) => (a.theme?.number ?? 0) - (b.theme?.number ?? 0));
  const rest = byTheme.get(null);
  return rest ? [...themes, bundle(null, rest, themes.length ? 0 : most)] : themes;
}

/** How dots are laid out: cells of this many rem, large where one row is enough; null where they would be too small to tell apart. */
export function dotCell(count: number, width: number, height = 5): { cell: number; perRow: number } | null {
  for (const cell of [2.4, 1.8]) if (count * cell <= width) return { cell, perRow: Math.floor(width / cell) };
  for (const cell of [1.3, 1.1, 0.9, 0.75, 0.6]) {
    const perRow = Math.floor(width / cell);
    if (Math.ceil(count / perRow) * cell <= height) return { cell, perRow };
  }
  return null;
}
