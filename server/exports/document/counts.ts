/** Counts in words and tables: n is what counts, and everything else stands beside it (D3). */
import type { Figures, PromptView } from '../../../shared/views/summary.ts';
import type { Block, Column, Paragraph, Table } from './blocks.ts';
import { paragraph } from './blocks.ts';
import type { Speech } from './speech.ts';

/** What stands outside n: don't know, split, withdrawn, hidden, not released, no answer. */
export function outsideOf({ words, say }: Speech, figures: Figures): string {
  const { options, split, withdrawn, hidden, unreleased, notAnswered } = figures;
  const unknown = options.filter(({ counted, count }) => !counted && count > 0);
  return [
    ...unknown.map(({ label, count }) => `${count} ${say(label)}`),
    ...(split ? [words.splitCount(split)] : []),
    ...(withdrawn ? [words.withdrawnCount(withdrawn)] : []),
    ...(hidden ? [words.hiddenOutside(hidden)] : []),
    ...(unreleased ? [words.unreleased(unreleased)] : []),
    ...(notAnswered ? [words.notAnswered(notAnswered)] : []),
  ].join(', ');
}

const countedIn = ({ options }: Figures) => options.filter(({ counted }) => counted);

/** "4 ja, 2 deels, 2 nee (n = 8)": what a bar says to who cannot see it. */
export const countsInWords = ({ words, say }: Speech, figures: Figures): string =>
  `${countedIn(figures)
    .map(({ count, label }) => `${count} ${say(label)}`)
    .join(', ')} (${words.n(figures.n)})`;

type Row = { name: string; figures: Figures };

/** Rows of counts: a table for each scale, since a column is one option. */
export function countTables(speech: Speech, first: string, title: string, rows: readonly Row[]): Table[] {
  const tables = new Map<string, Table>();
  for (const { name, figures } of rows) {
    const counted = countedIn(figures);
    const key = counted.map(({ id, label }) => `${id} ${speech.say(label)}`).join();
    const columns: Column[] = [
      { title: first, kind: 'text' },
      ...counted.map(({ label }): Column => ({ title: speech.say(label), kind: 'number' })),
      { title: 'n', kind: 'number' },
      { title: speech.paper.outside, kind: 'text' },
    ];
    const table = tables.get(key) ?? { kind: 'table', title, columns, rows: [] };
    const counts = counted.map(({ count }) => String(count));
    table.rows.push([name, ...counts, String(figures.n), outsideOf(speech, figures)]);
    tables.set(key, table);
  }
  return [...tables.values()];
}

/** The judgements asked about one item. */
export function itemCounts(speech: Speech, title: string, prompts: readonly PromptView[]): Table[] {
  const rows = prompts.flatMap(({ question, figures }) => (figures ? [{ name: speech.say(question), figures }] : []));
  return countTables(speech, speech.paper.question, title, rows);
}

/** Subgroups beside one another, or why they are not shown. */
export function comparisonBlocks(speech: Speech, title: string, prompts: readonly PromptView[]): Block[] {
  const { words, say } = speech;
  const hidden = new Set<string>();
  const rows: Row[] = [];
  for (const { comparison, question, size } of prompts) {
    if (!comparison) continue;
    if (!comparison.shown) {
      hidden.add(words.comparisonHidden(comparison.from, words.units(comparison.from, size)));
      continue;
    }
    rows.push(
      ...comparison.groups.map(({ label, figures }) => ({ name: `${say(question)} · ${say(label)}`, figures })),
    );
  }
  const reasons = [...hidden].flatMap((reason): Paragraph[] => paragraph('fine', reason));
  return [...countTables(speech, words.comparison, `${title}: ${words.comparison}`, rows), ...reasons];
}

/** Perspectives beside one another; of whom, and why not, is said once for a section. */
export function roleBlocks(speech: Speech, title: string, prompts: readonly PromptView[]): Block[] {
  const { words, say } = speech;
  const told = prompts.flatMap(({ question, perspectives }) =>
    perspectives?.shown ? [{ question: say(question), ...perspectives }] : [],
  );
  const rows = told.flatMap(({ question, groups }) =>
    groups.map(({ label, figures }): Row => ({ name: `${question} · ${say(label)}`, figures })),
  );
  const { roles } = words;
  return [
    ...countTables(speech, roles.title, `${title}: ${roles.title}`, rows),
    ...(told.some(({ later }) => later) ? paragraph('fine', roles.later) : []),
  ];
}

/** Before by after, of who rated both times; and the I-CVI, as a fraction with its n. */
export function ratingBlocks({ words, say }: Speech, prompts: readonly PromptView[]): Block[] {
  const { shift: told, shiftTold, validity: index } = words;
  return prompts.flatMap(({ question, shift, validity }): Block[] => [
    ...(validity?.shown
      ? [
          ...paragraph('label', `${say(question)} ${index.title}: ${validity.agree}/${validity.n}`),
          ...paragraph(
            'plain',
            [
              index.told(validity.agree, validity.n),
              index.needed(validity.needed, validity.n),
              index.who(validity.roles.map(say).join(', ')),
              index.limits,
              validity.later ? index.later : '',
            ]
              .filter(Boolean)
              .join(' '),
          ),
        ]
      : paragraph('fine', validity ? `${index.title}: ${index.none[validity.reason](validity.from)}` : '')),
    ...(shift?.shown
      ? [
          ...paragraph('label', `${say(question)} ${told.title}`),
          {
            ...{ kind: 'table' as const, title: `${told.title}: ${say(question)}` },
            columns: [
              { title: `${told.first} \\ ${told.second}`, kind: 'text' as const },
              ...shift.options.map(({ label }): Column => ({ title: say(label), kind: 'number' })),
            ],
            rows: shift.rows.map((row, i) => [say(shift.options[i]?.label), ...row.map(String)]),
          },
          ...paragraph(
            'fine',
            [
              `${told.n(shift.n)}.`,
              told.same(shift.same, shift.n),
              shift.once ? told.once(shift.once) : '',
              told.how(say(shift.before), say(shift.after)),
              shift.later ? shiftTold.later : '',
            ]
              .filter(Boolean)
              .join(' '),
          ),
        ]
      : paragraph('fine', shift ? shiftTold.none[shift.reason](shift.from) : '')),
  ]);
}
