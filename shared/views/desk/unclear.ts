import type { Item, Language } from '../../script.ts';
import { setOf, stepOf } from '../../script-queries.ts';
import type { SessionState } from '../../session/state.ts';
import { entriesOf } from '../../session/table.ts';

export type UnclearPhrases = {
  item: Item;
  /** In the order of the text; only those that somebody marked. */
  phrases: { phrase: string; count: number }[];
  /** How many phones marked anything here. */
  readers: number;
};

/** Which phrases readers of a step found unclear, and how many of them. */
export function unclearOf(state: SessionState, stepId: string, language: Language): UnclearPhrases[] {
  const step = stepOf(state.script, stepId);
  const items = (step && setOf(state.script, step)?.items) ?? [];
  const marked = [...entriesOf(state.unclear)].filter(
    ([key, phrases]) => key.startsWith(`${stepId}/`) && phrases.length,
  );
  return items.flatMap((item) => {
    const own = marked.filter(([key]) => key.split('/')[1] === item.id).map(([, phrases]) => phrases);
    const labels = item.phrases?.[language] ?? item.phrases?.nl ?? item.phrases?.en ?? [];
    const phrases = labels
      .map((phrase, i) => ({ phrase, count: own.filter((indexes) => indexes.includes(i)).length }))
      .filter(({ count }) => count > 0);
    return phrases.length ? [{ item, phrases, readers: own.length }] : [];
  });
}
