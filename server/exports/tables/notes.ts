import { say } from '../../../shared/script-queries.ts';
import { type ConclusionView, currentSummary, type ProposalView, type Quote } from '../../../shared/views/summary.ts';
import type { Cell } from '../csv.ts';
import type { ExportSource } from '../export-source.ts';
import { unitLabel } from '../labels.ts';
import { listed } from './contents.ts';
import { type ColumnName, columnsNamed, type Row, type Table } from './table.ts';

const columns = [
  ...(['id', 'kind', 'text', 'item', 'subgroup', 'restsOn', 'unit', 'status', 'unread'] as const),
  ...(['agree', 'differ', 'n', 'decision', 'reason'] as const),
] satisfies ColumnName[];
type Cells = Partial<Record<(typeof columns)[number], Cell>>;

/**
 * What was noted while talking, and what came of it: conclusions and proposals, each followed by the answers that it
 * rests on and by the words of who saw it otherwise.
 */
export function notesTable(source: ExportSource): Table {
  const { log, language, words } = source;
  const { refi, sheets } = words;
  const summary = currentSummary(log);
  const numbers = new Map(summary.notes.map(({ key }, i) => [key, `${sheets.numbers.note}${i + 1}`]));

  const quoteCells = (quote: Quote): Cells => ({
    ...{ kind: sheets.quote, text: quote.text || null },
    unit: quote.number === null ? words.individual : unitLabel({ ...quote, number: quote.number }),
    status: quote.state === 'withdrawn' ? words.withdrawn : words.shown,
  });
  function drawn(kind: 'conclusion' | 'proposal', one: ConclusionView | ProposalView, place: number): Cells[] {
    const id = `${sheets.numbers[kind]}${place + 1}`;
    const { checked, quotes } = one;
    const head: Cells = {
      ...{ id, kind: refi.drawnKinds[kind], text: one.text, item: one.item && say(one.item, language) },
      restsOn: listed(one.notes.flatMap((key) => numbers.get(key) ?? [])) || null,
      unread: one.unread,
      ...(checked && { agree: checked.agree, differ: checked.differ, n: checked.n }),
      ...('decision' in one && {
        decision: one.decision && refi.decisions[one.decision],
        reason: one.reason || null,
      }),
    };
    const under = [
      ...quotes.map(quoteCells),
      ...(checked?.minority ?? []).map(({ text }): Cells => ({ kind: sheets.minority, text })),
    ];
    return [head, ...under.map((cells, i) => ({ ...cells, id: `${id}.${i + 1}`, restsOn: null }))];
  }

  const all: Cells[] = [
    ...summary.notes.map(
      ({ key, kind, text, item, subgroup }): Cells => ({
        ...{ id: numbers.get(key) ?? null, kind: refi.noteKinds[kind], text },
        ...{ item: item && say(item, language), subgroup: subgroup && say(subgroup, language) },
      }),
    ),
    ...summary.conclusions.flatMap((one, i) => drawn('conclusion', one, i)),
    ...summary.proposals.flatMap((one, i) => drawn('proposal', one, i)),
  ];
  const rows = all.map((cells): Row => columns.map((name) => cells[name] ?? null));
  return { columns: columnsNamed(source, columns), rows };
}
