import { say, stepOf } from '../../shared/script-queries.ts';
import { currentSummary } from '../../shared/views/summary.ts';
import { csvOf, type Profile } from './csv.ts';
import type { ExportSource } from './export-source.ts';

/** Tellingen: one row for each judgement asked, with everything that lies outside its n (D3). */
export function countsCsv({ log, state, language, words }: ExportSource, profile: Profile): string {
  const { columns } = words;
  const prompts = currentSummary(log).sections.flatMap((section) =>
    section.items.flatMap((item) =>
      item.prompts.flatMap((prompt) => (prompt.figures ? [{ item, prompt, figures: prompt.figures }] : [])),
    ),
  );
  const options = new Map(
    prompts.flatMap(({ figures }) =>
      figures.options.map((option) => [option.id, say(option.label, language)] as const),
    ),
  );
  const header = [
    ...[columns.step, columns.itemId, columns.item, columns.promptId, columns.prompt, ...options.values()],
    ...[columns.split, columns.withdrawn, columns.hidden, columns.unreleased, columns.notAnswered, columns.n],
  ];
  const rows = prompts.map(({ item, prompt, figures }) => [
    ...[say(stepOf(state.script, prompt.step)?.title, language), item.id, say(item.title, language)],
    ...[prompt.id, say(prompt.title, language)],
    ...[...options.keys()].map((id) => figures.options.find((option) => option.id === id)?.count ?? null),
    ...[figures.split, figures.withdrawn, figures.hidden, figures.unreleased, figures.notAnswered, figures.n],
  ]);
  return csvOf([header, ...rows], profile);
}
