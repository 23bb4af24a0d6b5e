import { say, stepOf } from '../../../shared/script-queries.ts';
import { wholeSummary } from '../../../shared/views/summary.ts';
import type { ExportSource } from '../export-source.ts';
import { columnsNamed, type Table } from './table.ts';

/** Tellingen: one row for each judgement asked, with everything that lies outside its n (D3); also of what readers' summaries leave out. */
export function countsTable(source: ExportSource): Table {
  const { log, state, language, words } = source;
  const prompts = wholeSummary(log).sections.flatMap((section) =>
    section.items.flatMap((item) =>
      item.prompts.flatMap((prompt) => (prompt.figures ? [{ item, prompt, figures: prompt.figures }] : [])),
    ),
  );
  const options = new Map(
    prompts.flatMap(({ figures }) =>
      figures.options.map((option) => [option.id, say(option.label, language)] as const),
    ),
  );
  const columns = [
    ...columnsNamed(source, ['step', 'itemId', 'item', 'promptId', 'prompt']),
    ...[...options.values()].map((title) => ({ title, about: words.sheets.counted(title), width: 13 })),
    ...columnsNamed(source, ['split', 'withdrawn', 'hidden', 'unreleased', 'notAnswered', 'n']),
  ];
  const rows = prompts.map(({ item, prompt, figures }) => [
    ...[say(stepOf(state.script, prompt.step)?.title, language), item.id, say(item.title, language)],
    ...[prompt.id, say(prompt.title, language)],
    ...[...options.keys()].map((id) => figures.options.find((option) => option.id === id)?.count ?? null),
    ...[figures.split, figures.withdrawn, figures.hidden, figures.unreleased, figures.notAnswered, figures.n],
  ]);
  return { columns, rows };
}
