import { say, stepOf, wholeList } from '../../../shared/script-queries.ts';
import { reasonIn } from '../../../shared/views/summary/about-roles.ts';
import {
  type Figures,
  type ItemView,
  type PromptView,
  type SectionView,
  wholeSummary,
} from '../../../shared/views/summary.ts';
import { speechIn } from '../document/speech.ts';
import type { ExportSource } from '../export-source.ts';
import { columnsNamed, type Row, type Table } from './table.ts';

/**
 * Tellingen: one row for each judgement asked, with everything that lies outside its n (D3), and under it one for each
 * role; then one for each option that could be chosen and each item that could be marked, of all who answered that (by
 * role it would tell of a few); also of what readers' summaries leave out.
 */
export function countsTable(source: ExportSource): Table {
  const { log, state, language, words } = source;
  const prompts = wholeSummary(log).sections.flatMap((section) =>
    section.items.flatMap((item) =>
      item.prompts.map((prompt) => ({
        about: aboutOf(section, item, source),
        prompt,
        figures: prompt.figures,
        tallies: talliesIn(prompt),
      })),
    ),
  );
  const options = new Map(
    prompts.flatMap(({ figures }) =>
      (figures?.options ?? []).map((option) => [option.id, say(option.label, language)] as const),
    ),
  );
  const countsOf = (figures: Figures) =>
    [...options.keys()].map((id) => figures.options.find((option) => option.id === id)?.count ?? null);
  const { roles } = speechIn(language).words;
  const whyNot = ({ perspectives }: PromptView) => (perspectives ? reasonIn(perspectives, roles) : null);
  /** An I-CVI is asked for somewhere. */
  const isRated = prompts.some(({ prompt }) => prompt.validity !== null);
  const isChosen = prompts.some(({ tallies }) => tallies.length > 0);
  const columns = [
    ...columnsNamed(source, ['step', 'itemId', 'item', 'promptId', 'prompt', 'role']),
    ...(isChosen ? columnsNamed(source, ['field', 'choice', 'chosen']) : []),
    ...[...options.values()].map((title) => ({ title, about: words.sheets.counted(title), width: 13 })),
    ...columnsNamed(source, ['split', 'withdrawn', 'hidden', 'unreleased', 'notAnswered', 'n', 'noRoles']),
    ...(isRated ? columnsNamed(source, ['relevant', 'raters', 'needed']) : []),
  ];
  const ratedCells = ({ validity }: PromptView): Row => {
    if (!isRated) return [];
    return validity?.shown ? [validity.agree, validity.n, validity.needed] : [null, null, null];
  };
  const notChosen = isChosen ? [null, null, null] : [];
  const rows = prompts.flatMap(({ about, prompt, figures, tallies }): Row[] => {
    const asked = [
      ...[say(stepOf(state.script, prompt.step)?.title, language), ...about],
      ...[prompt.id, say(prompt.title, language)],
    ];
    const notRated = isRated ? [null, null, null] : [];
    const judged = (own: Figures): Row => {
      const { split, withdrawn, hidden, unreleased, notAnswered, n } = own;
      return [
        ...[...asked, null, ...notChosen, ...countsOf(own), split, withdrawn, hidden, unreleased, notAnswered, n],
        ...[whyNot(prompt), ...ratedCells(prompt)],
      ];
    };
    const byRole = (prompt.perspectives?.shown ? prompt.perspectives.groups : []).map(
      ({ label, figures: own }): Row => {
        const outside = [own.split, null, null, null, null];
        return [...asked, say(label, language), ...notChosen, ...countsOf(own), ...outside, own.n, null, ...notRated];
      },
    );
    const chosen = tallies.flatMap(({ label, n, options: all }) =>
      all.map(
        (option): Row => [
          ...[...asked, null, say(label, language) || say(prompt.title, language), say(option.label, language)],
          ...[option.count, ...[...options.keys()].map(() => null), null, null, null, null, null, n, null, ...notRated],
        ],
      ),
    );
    return [...(figures ? [judged(figures)] : []), ...byRole, ...chosen];
  });
  return { columns, rows };
}

/** As in the sheet of answers: a whole list has no id, and a step without items is about none. */
function aboutOf({ kind }: SectionView, { id, title }: ItemView, { language, words }: ExportSource): Row {
  if (id !== wholeList) return [id, say(title, language)];
  return [null, kind === 'questions' ? null : words.wholeList];
}

/** Where nobody chose or marked anything there is nothing to count. */
const talliesIn = ({ choices, marks }: PromptView) =>
  [...choices, ...marks.map(({ items, ...rest }) => ({ ...rest, options: items }))].filter(({ n }) => n > 0);
