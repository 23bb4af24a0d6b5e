import { say } from '../../../shared/script-queries.ts';
import { agreementsOf } from '../../../shared/views/summary/agreements.ts';
import type { ExportSource } from '../export-source.ts';
import { columnsNamed, type Row, type Table } from './table.ts';

/** Afspraken: one row each, with a column for each field that its step asked for; steps with the same label share one. */
export function agreementsTable(source: ExportSource): Table {
  const { state, language, words } = source;
  const all = agreementsOf(state);
  const titles = [...new Set(all.flatMap(({ columns }) => columns.map(({ label }) => say(label, language))))];
  const rows = all
    .flatMap(({ title, columns, rows }) =>
      rows.map(({ cells }): Row => {
        const byTitle = new Map(columns.map(({ label }, i) => [say(label, language), cells[i] || null]));
        return [say(title, language), ...titles.map((one) => byTitle.get(one) ?? null)];
      }),
    )
    .map((row, i): Row => [`${words.sheets.numbers.agreement}${i + 1}`, ...row]);
  return {
    columns: [
      ...columnsNamed(source, ['id', 'step']),
      ...titles.map((title) => ({ title, about: words.sheets.agreed(title), width: 40 })),
    ],
    rows,
  };
}
