import { groupBy } from '../../../shared/group-by.ts';
import type { Field, Item, Prompt, Step } from '../../../shared/script.ts';
import { answerableItems, say, setOf } from '../../../shared/script-queries.ts';
import { toldTitle } from '../../../shared/views/summary/added.ts';
import { titleOfItem } from '../../../shared/views/summary/items.ts';
import { shortened } from '../../../shared/views/wall/shorten.ts';
import type { ExportSource } from '../export-source.ts';
import type { ReadableAnswer } from '../readable-answers.ts';
import { fieldName, itemNameOf } from './contents.ts';
import type { Column } from './table.ts';

/** One field of one question about one item; without a field, the theme in which answers to it were put. */
type Asked = { key: string; step: Step; item: Item | null; prompt: Prompt; field: Field | null };

export const askedKey = (
  { step, item, prompt }: Pick<ReadableAnswer, 'step' | 'item' | 'prompt'>,
  field: string | null,
): string => JSON.stringify([step.id, item?.id ?? null, prompt.id, field]);

/** All that the script asks, in its order. */
const allAsked = ({ state }: ExportSource): Asked[] =>
  state.script.steps.flatMap((one) => {
    const step = { ...one, title: toldTitle(state, one) };
    const items = setOf(state.script, step)?.items ?? [];
    return answerableItems(state.script, step).flatMap((id) => {
      const item = items.find((known) => known.id === id) ?? null;
      return step.prompts.flatMap((prompt) =>
        [...prompt.fields, null].map((field) => {
          const asked = { step, item, prompt };
          return { key: askedKey(asked, field?.id ?? null), ...asked, field };
        }),
      );
    });
  });

/** As much of an item's name as the head of a column holds. */
const longestName = 60;

/** How an item is called in the head of a column; with its id where another would be called so. */
function itemNames({ state, language }: ExportSource): (item: Item) => string {
  const nameOf = (item: Item) => shortened(say(titleOfItem(item), language).replace(/\s+/g, ' '), longestName);
  const items = state.script.itemSets.flatMap((set) => set.items);
  const alike = groupBy(items, nameOf);
  return (item) => {
    const name = nameOf(item);
    return (alike.get(name)?.length ?? 0) > 1 ? `${name} (${item.id})` : name;
  };
}

/**
 * By its key a column for each that may be answered: "Kern · Herkenbaar? · oordeel", with the step where that is asked
 * in another too. The script alone names them, so that a later export, or that of another session, has the same.
 */
export function askedColumns(source: ExportSource): Map<string, Column> {
  const { language, words } = source;
  const nameOf = itemNames(source);
  const named = allAsked(source).map((asked) => {
    const [prompt, step] = [say(asked.prompt.title, language), say(asked.step.title, language)];
    const field = asked.field ? fieldName(asked.prompt, asked.field, source) : words.columns.theme;
    const item = asked.item ? nameOf(asked.item) : itemNameOf(asked, source);
    const title = [...(item ? [item] : []), prompt, ...(field === prompt ? [] : [field])].join(' · ');
    const about = words.sheets.asked({ step, item: itemNameOf(asked, source), prompt, field });
    return { key: asked.key, title, step, about, width: asked.field?.kind === 'text' ? 40 : 20 };
  });
  const alike = groupBy(named, ({ title }) => title);
  const taken = new Set<string>();
  return new Map(
    named.map(({ key, title: bare, step, ...column }) => {
      const name = (alike.get(bare)?.length ?? 0) > 1 ? `${bare} · ${step}` : bare;
      let title = name;
      for (let number = 2; taken.has(title); number++) title = `${name} · ${number}`;
      taken.add(title);
      return [key, { title, ...column }];
    }),
  );
}
