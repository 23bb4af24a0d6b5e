import { say, stepOf } from '../../../shared/script-queries.ts';
import { reasonIn } from '../../../shared/views/summary/about-roles.ts';
import { type Figures, type PromptView, wholeSummary } from '../../../shared/views/summary.ts';
import { speechIn } from '../document/speech.ts';
import type { ExportSource } from '../export-source.ts';
import { columnsNamed, type Row, type Table } from './table.ts';

/**
 * Tellingen: one row for each judgement asked, with everything that lies outside its n (D3), and under it one for each
 * role; also of what readers' summaries leave out.
 */
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
  const countsOf = (figures: Figures) =>
    [...options.keys()].map((id) => figures.options.find((option) => option.id === id)?.count ?? null);
  const { roles } = speechIn(language).words;
  const whyNot = ({ perspectives }: PromptView) => (perspectives ? reasonIn(perspectives, roles) : null);
  /** An I-CVI is asked for somewhere. */
  const isRated = prompts.some(({ prompt }) => prompt.validity !== null);
  const columns = [
    ...columnsNamed(source, ['step', 'itemId', 'item', 'promptId', 'prompt', 'role']),
    ...[...options.values()].map((title) => ({ title, about: words.sheets.counted(title), width: 13 })),
    ...columnsNamed(source, ['split', 'withdrawn', 'hidden', 'unreleased', 'notAnswered', 'n', 'noRoles']),
    ...(isRated ? columnsNamed(source, ['relevant', 'raters', 'needed']) : []),
  ];
  const ratedCells = ({ validity }: PromptView): Row => {
    if (!isRated) return [];
    return validity?.shown ? [validity.agree, validity.n, validity.needed] : [null, null, null];
  };
  const rows = prompts.flatMap(({ item, prompt, figures }): Row[] => {
    const asked = [
      ...[say(stepOf(state.script, prompt.step)?.title, language), item.id, say(item.title, language)],
      ...[prompt.id, say(prompt.title, language)],
    ];
    const { split, withdrawn, hidden, unreleased, notAnswered, n } = figures;
    return [
      [
        ...[...asked, null, ...countsOf(figures), split, withdrawn, hidden, unreleased, notAnswered, n],
        ...[whyNot(prompt), ...ratedCells(prompt)],
      ],
      ...(prompt.perspectives?.shown ? prompt.perspectives.groups : []).map(({ label, figures: own }): Row => {
        const outside = [own.split, null, null, null, null];
        const blank = isRated ? [null, null, null] : [];
        return [...asked, say(label, language), ...countsOf(own), ...outside, own.n, null, ...blank];
      }),
    ];
  });
  return { columns, rows };
}
