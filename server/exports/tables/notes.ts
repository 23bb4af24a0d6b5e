import { say } from '../../../shared/script-queries.ts';
import { currentSummary } from '../../../shared/views/summary.ts';
import type { ExportSource } from '../export-source.ts';
import { columnsNamed, type Row, type Table } from './table.ts';

/** What was noted while talking, and what came of it; with whom it came from where a subgroup noted it. */
export function notesTable(source: ExportSource): Table {
  const { log, language, words } = source;
  const rows = currentSummary(log).notes.map((note, i): Row => {
    const about = [note.item && say(note.item, language), note.subgroup && say(note.subgroup, language)];
    return [`N${i + 1}`, words.sheets.kinds[note.kind], note.text, ...about];
  });
  return { columns: columnsNamed(source, ['id', 'kind', 'text', 'item', 'subgroup']), rows };
}
