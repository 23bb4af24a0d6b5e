import type { Field, Prompt, Text } from '../../../shared/script.ts';
import { say } from '../../../shared/script-queries.ts';
import { titleOfItem } from '../../../shared/views/summary/items.ts';
import type { ExportSource } from '../export-source.ts';
import type { FieldContent, ReadableAnswer } from '../readable-answers.ts';

/** Several in one cell: spreadsheets and CSV know no lists. */
export const listed = (texts: readonly string[]): string => texts.join(' | ');

export const saidAll = (texts: readonly Text[], { language }: ExportSource): string =>
  listed(texts.map((text) => say(text, language)));

/** The items that were marked, by their titles. */
export function markedIn(value: FieldContent, source: ExportSource, { step }: ReadableAnswer): string {
  if (value.kind !== 'marks') return '';
  const items = source.state.script.itemSets.find((set) => set.id === step.items?.set)?.items ?? [];
  return saidAll(items.filter((item) => value.items.includes(item.id)).map(titleOfItem), source);
}

/** What a field is called in a column: its label, else what it holds. */
export const fieldName = (prompt: Prompt, field: Field, { language, words }: ExportSource): string =>
  say(field.label, language) ||
  (field.kind === 'judgement'
    ? words.columns.judgement
    : prompt.fields.length === 1
      ? say(prompt.title, language)
      : field.id);

/** Which theme somebody at the desk put it in, by its name. */
export const themeOf = ({ theme, withdrawn }: ReadableAnswer, { words }: ExportSource): string | null =>
  theme && !withdrawn ? theme.name || words.sheets.themeNumbered(theme.number) : null;

/** What it is about; null where it was asked about nothing in particular. */
export function itemNameOf(
  { item, step }: Pick<ReadableAnswer, 'item' | 'step'>,
  { language, words }: ExportSource,
): string | null {
  if (item) return say(titleOfItem(item), language);
  return step.items ? words.wholeList : null;
}

export const unitKindOf = ({ number, size }: ReadableAnswer, { words }: ExportSource): string =>
  number === null ? words.individual : words.unitKind(size);
