import type { Language } from '../../shared/script.ts';
import { say } from '../../shared/script-queries.ts';
import type {
  Figures,
  ItemView,
  PromptView,
  Quote,
  SectionView,
  Situation,
  Summary,
} from '../../shared/views/summary.ts';
import type { words as dutch } from '../../shared/words/summary.nl.ts';
import { mdLine, mdQuote, mdTable } from './markdown-text.ts';

export type Speech = { words: typeof dutch; language: Language };

const told =
  ({ language }: Speech) =>
  (text: Parameters<typeof say>[0]) =>
    mdLine(say(text, language));

function byline({ words, language }: Speech, told: Quote | Situation, asked: boolean): string {
  const labels = told.judged.map(({ label }) => say(label, language));
  const label = labels.length > 1 ? `${words.split}: ${labels.join(' / ')}` : (labels[0] ?? '');
  const judged = label && asked ? `${say(told.asked ?? undefined, language)} ${label}`.trim() : label;
  const who = told.number === null ? words.onePerson : words.unit(told.number, told.size, told.turn);
  const given = told.given ? words.given(say(told.given, language)) : '';
  return mdLine([who, judged, given, told.stars ? words.stars(told.stars) : ''].filter(Boolean).join(', '));
}

/** `asked`: with what was asked, where no heading says it. */
export const quoteText = (speech: Speech, quote: Quote, asked = false): string =>
  quote.state === 'withdrawn'
    ? `> _${speech.words.withdrawn}_`
    : `${mdQuote(quote.text)}\n>\n> ${byline(speech, quote, asked)}`;

function figureCells({ words }: Speech, figures: Figures): string[] {
  const { options, n, split, withdrawn, hidden, unreleased, notAnswered } = figures;
  const outside = [
    split ? words.splitCount(split) : '',
    withdrawn ? words.withdrawnCount(withdrawn) : '',
    hidden ? words.hiddenOutside(hidden) : '',
    unreleased ? words.unreleased(unreleased) : '',
    notAnswered ? words.notAnswered(notAnswered) : '',
  ].filter(Boolean);
  return [...options.map((option) => String(option.count)), String(n), outside.join(', ')];
}

function comparisonText(speech: Speech, { comparison, question, size }: PromptView): string {
  if (!comparison) return '';
  const { words } = speech;
  if (!comparison.shown) return words.comparisonHidden(comparison.from, words.units(comparison.from, size));
  const options = comparison.groups[0]?.figures.options ?? [];
  const header = [
    `${told(speech)(question)} ${words.comparison}`,
    ...options.map((option) => told(speech)(option.label)),
    'n',
    words.outside,
  ];
  const rows = comparison.groups.map(({ label, figures }) => [told(speech)(label), ...figureCells(speech, figures)]);
  return mdTable(header, rows);
}

/** The judgements asked about one item: a table for each scale. */
function figuresText(speech: Speech, prompts: readonly PromptView[]): string {
  const tables = new Map<string, { header: string[]; rows: string[][] }>();
  for (const { figures, question } of prompts) {
    if (!figures) continue;
    const key = figures.options.map((option) => option.id).join();
    const options = figures.options.map((option) => told(speech)(option.label));
    const table = tables.get(key) ?? { header: ['', ...options, 'n', speech.words.outside], rows: [] };
    table.rows.push([told(speech)(question), ...figureCells(speech, figures)]);
    tables.set(key, table);
  }
  return [...tables.values()].map(({ header, rows }) => mdTable(header, rows)).join('\n\n');
}

function situationText(speech: Speech, situation: Situation): string[] {
  const { words, language } = speech;
  if (situation.state === 'withdrawn') return [`_${words.withdrawn}_`, '', ''];
  const choices = situation.choices.map(({ label, chosen }) =>
    [say(label, language), chosen.map((choice) => say(choice, language)).join(', ')].filter(Boolean).join(' '),
  );
  const more = situation.more.map(({ label, text }) => `${say(label, language)} ${text}`.trim());
  return [mdLine([situation.text, ...more].join(' ')), mdLine(choices.join('; ')), byline(speech, situation, true)];
}

/** What was marked, with how many were not. */
function tallies({ words }: Speech, label: string, n: number, rows: { name: string; count: number }[]): string {
  const marked = rows.filter(({ count }) => count > 0);
  const lines = marked.map(({ name, count }) => `- ${name}: ${count}`);
  const others = rows.length - marked.length;
  if (others) lines.push(`- ${words.unmarked(others, marked.length === 0)}`);
  return [`${label} (${words.n(n)})`, '', ...lines].join('\n');
}

function itemText(speech: Speech, item: ItemView): string[] {
  const { words } = speech;
  const heading = (title: string) => `#### ${title}`;
  const asked = (prompt: PromptView, label: PromptView['quotesAsked']) =>
    heading([told(speech)(prompt.question), told(speech)(label ?? undefined)].filter(Boolean).join(' '));
  const texts = item.prompts.flatMap((prompt) => [
    ...(prompt.quotes.length ? [asked(prompt, prompt.quotesAsked)] : []),
    ...prompt.quotes.map((quote) => quoteText(speech, quote)),
    ...(prompt.missing.length ? [asked(prompt, prompt.missingAsked)] : []),
    ...prompt.missing.map((quote) => quoteText(speech, quote)),
  ]);
  const situations = item.prompts.flatMap((prompt) => prompt.situations);
  const lists = item.prompts.flatMap((prompt) => [
    ...prompt.marks.map((marks) =>
      tallies(
        speech,
        told(speech)(marks.label),
        marks.n,
        marks.items.map((mark) => ({ name: told(speech)(mark.label), count: mark.count })),
      ),
    ),
    ...prompt.choices.map((choice) =>
      tallies(
        speech,
        told(speech)(choice.label),
        choice.n,
        choice.options.map((option) => ({ name: told(speech)(option.label), count: option.count })),
      ),
    ),
  ]);
  const comparisons = item.prompts.flatMap((prompt) => comparisonText(speech, prompt) || []);
  const unclear = item.unclear?.phrases.filter((phrase) => phrase.count > 0) ?? [];
  return [
    `### ${told(speech)(item.title)}`,
    figuresText(speech, item.prompts),
    ...new Set(comparisons),
    ...lists,
    ...texts,
    ...(situations.length
      ? [
          heading(words.boundaries),
          mdTable(
            [words.situation, words.boundary, words.judgement],
            situations.map((situation) => situationText(speech, situation)),
          ),
        ]
      : []),
    ...(unclear.length && item.unclear
      ? [
          tallies(
            speech,
            words.unclear,
            item.unclear.n,
            unclear.map((phrase) => ({ name: told(speech)(phrase.text), count: phrase.count })),
          ),
        ]
      : []),
  ];
}

export function sectionText(speech: Speech, section: SectionView): string[] {
  const { words } = speech;
  const order = section.order
    .filter(({ against }) => against > 0)
    .map(
      ({ title, against, n, size }, i) =>
        `${i + 1}. ${told(speech)(title)}: ${words.against(against, n, words.units(n, size))}`,
    );
  return [
    `## ${told(speech)(section.title)}`,
    section.citation ? told(speech)(section.citation) : '',
    section.skipped.length ? words.skippedSteps(section.skipped.map(told(speech)).join(', ')) : '',
    ...(section.order.length ? [`### ${words.order}`] : []),
    ...(order.length ? [words.orderRule, order.join('\n')] : section.order.length ? [words.noDoubt] : []),
    ...section.items.flatMap((item) => itemText(speech, item)),
  ];
}

export function perspectivesText(speech: Speech, { perspectives }: Summary): string[] {
  const { words } = speech;
  const { reason, n, from, shown, others, doubled } = perspectives;
  if (reason === 'notAsked') return [];
  const heading = `## ${words.perspectives}`;
  if (reason === 'tooFewPeople') return [heading, words.tooFewPeople];
  if (reason === 'tooSmall') return [heading, words.tooSmall(from)];
  const cells = shown.map(({ label, count }) => `- ${told(speech)(label)}: ${count}`);
  if (others) cells.push(`- ${words.others}: ${others}`);
  return [heading, words.perspectivesN(n), cells.join('\n'), doubled ? words.doubled : ''];
}
