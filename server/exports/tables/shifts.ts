import { say } from '../../../shared/script-queries.ts';
import { currentSummary } from '../../../shared/views/summary.ts';
import type { ExportSource } from '../export-source.ts';
import { columnsNamed, type Row, type Table } from './table.ts';

/** Eerst en daarna: one row for each way from a first to a second judgement, with n of who rated both times (D3). */
export function shiftsTable(source: ExportSource): Table {
  const { log, language } = source;
  const rows = currentSummary(log).sections.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.prompts.flatMap(({ id, title, shift }): Row[] =>
        shift?.shown
          ? shift.rows.flatMap((row, from) =>
              row.map(
                (count, to): Row => [
                  ...[say(shift.before, language), say(shift.after, language), item.id, say(item.title, language)],
                  ...[id, say(title, language), say(shift.options[from]?.label, language)],
                  ...[say(shift.options[to]?.label, language), count, shift.n],
                ],
              ),
            )
          : [],
      ),
    ),
  );
  const columns = columnsNamed(source, [
    ...(['firstStep', 'secondStep', 'itemId', 'item', 'promptId', 'prompt', 'first', 'second', 'count', 'n'] as const),
  ]);
  return { columns, rows };
}
