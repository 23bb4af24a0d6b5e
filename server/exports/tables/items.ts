import { say } from '../../../shared/script-queries.ts';
import { titleOfItem } from '../../../shared/views/summary/items.ts';
import type { ExportSource } from '../export-source.ts';
import { columnsNamed, type Row, type Table } from './table.ts';

/** What was talked about, as the room read it: each item with its text and its source; below them the script's sources. */
export function itemsTable(source: ExportSource): Table {
  const { state, language } = source;
  const { itemSets, sources } = state.script;
  const rows = itemSets.flatMap((set) =>
    set.items.map((item): Row => {
      const citation = item.citation ?? set.citation;
      return [
        ...[say(set.title, language), item.id, say(titleOfItem(item), language)],
        ...[item.title && item.text ? say(item.text, language) : null, citation ? say(citation, language) : null],
      ];
    }),
  );
  const columns = columnsNamed(source, ['itemSet', 'itemId', 'item', 'itemText', 'source']);
  return { columns, rows: [...rows, ...sources.map((line): Row => [null, null, null, null, line])] };
}
