import { type Cell, csvOf, type Profile } from '../csv.ts';
import type { ExportSource } from '../export-source.ts';

/** A column of a sheet: its title, what it means, and its width in characters. */
export type Column = { title: string; about: string; width: number };
export type Row = Cell[];
/** What a CSV file and a sheet of a workbook are both made from. */
export type Table = { columns: Column[]; rows: Row[] };

export type ColumnName = keyof ExportSource['words']['sheets']['about'];

/** Columns with people's words or a list; others hold a word, a number or a date. */
const wide: { readonly [name in ColumnName]?: number } = {
  ...{ text: 60, meaning: 70, reason: 50, prompt: 36, item: 30, choice: 30, marked: 30, perspectives: 24, step: 24 },
  ...{ source: 50, itemText: 60, script: 30, session: 26, column: 44, boundary: 26, between: 26, theme: 24, kind: 20 },
};
const narrow = 13;

export const columnsNamed = ({ words }: ExportSource, names: readonly ColumnName[]): Column[] =>
  names.map((name) => ({
    title: words.columns[name],
    about: words.sheets.about[name],
    width: wide[name] ?? narrow,
  }));

export const tableCsv = ({ columns, rows }: Table, profile: Profile): string =>
  csvOf([columns.map(({ title }) => title), ...rows], profile);
