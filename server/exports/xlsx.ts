import { textOf } from '../../shared/session/selectors.ts';
import type { ExportSource } from './export-source.ts';
import { agreementsTable } from './tables/agreements.ts';
import { answersLong } from './tables/answers-long.ts';
import { answersWide } from './tables/answers-wide.ts';
import { countsTable } from './tables/counts.ts';
import { itemsTable } from './tables/items.ts';
import { legendTable } from './tables/legend.ts';
import { notesTable } from './tables/notes.ts';
import { peopleTable } from './tables/people.ts';
import { shiftsTable } from './tables/shifts.ts';
import { type Sheet, writeWorkbook } from './xlsx/workbook.ts';

/** One workbook with all there is to reckon with, sheet by sheet, and what each column means. */
export async function xlsxOf(source: ExportSource): Promise<Uint8Array> {
  const { log, state, words, tell } = source;
  const { names } = words.sheets;
  const makers = { long: answersLong, wide: answersWide, counts: countsTable, notes: notesTable } as const;
  const more = { items: itemsTable, people: peopleTable } as const;
  /** Only where there is something in them. */
  const asked = Object.entries({ agreements: agreementsTable, shifts: shiftsTable } as const).filter(
    ([, make]) => make(source).rows.length > 0,
  );
  const all = [...Object.entries(makers), ...asked, ...Object.entries(more)];
  const sheets: Sheet[] = all.map(([key, make], i) => {
    tell((0.4 * i) / all.length);
    return { name: names[key as keyof typeof names], table: make(source) };
  });
  tell(0.4);
  const legend = { name: names.legend, table: legendTable(source, sheets) };
  return writeWorkbook([...sheets, legend], { title: textOf(state, state.title), at: log.at(-1)?.at ?? 0 });
}
