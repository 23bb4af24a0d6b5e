/** All that was said about one set: a definition, a list, a model. */

import { aboutRoles } from '../../../shared/views/summary/about-roles.ts';
import { orderRules } from '../../../shared/views/summary/order-rules.ts';
import type { ItemView, PromptView, SectionView, Tally } from '../../../shared/views/summary.ts';
import { type Block, heading, paragraph } from './blocks.ts';
import { comparisonBlocks, itemCounts, ratingBlocks, roleBlocks } from './counts.ts';
import { listBlocks, partBlocks } from './judged.ts';
import type { Speech } from './speech.ts';
import { quoteOf, situationsTable } from './voices.ts';

/** What was marked or chosen, with how many were not. */
function tallies({ words, say }: Speech, label: string, n: number, rows: readonly Tally[], many = false): Block[] {
  const marked = rows.filter(({ count }) => count > 0);
  const items = marked.map((row) => ({ text: `${say(row.label)}: ${row.count}`, after: '' }));
  const others = rows.length - marked.length;
  if (others) items.push({ text: words.unmarked(others, marked.length === 0), after: '' });
  return [
    ...paragraph('label', `${label} (${words.n(n)})`),
    { kind: 'list' as const, ordered: false, said: false, items },
    ...paragraph('fine', many && n > 0 ? words.several : ''),
  ];
}

/** Under a heading of its own, since a quotation alone does not say what was asked. */
function textsOf(speech: Speech, prompt: PromptView): Block[] {
  const { say, words } = speech;
  const asked = (label: PromptView['quotesAsked'], other = '') =>
    heading(4, [say(prompt.question), say(label) || other].filter(Boolean).join(' '));
  return [
    ...(prompt.quotes.length ? [asked(prompt.quotesAsked)] : []),
    ...prompt.quotes.map((quote) => quoteOf(speech, quote)),
    ...(prompt.missing.length ? [asked(prompt.missingAsked, words.missingTexts)] : []),
    ...prompt.missing.map((quote) => quoteOf(speech, quote)),
  ];
}

function dealtTo({ words }: Speech, { dealt }: ItemView): string {
  return dealt ? words.reading.dealt(dealt.units, dealt.of, words.units(dealt.of, dealt.size)) : '';
}

/** Under which names the facilitator put answers together, step by step. */
function themeBlocks({ words, say }: Speech, { themes }: SectionView): Block[] {
  const steps = [...new Set(themes.map(({ step }) => say(step)))];
  return steps.flatMap((step): Block[] => [
    heading(3, `${words.reading.themes}: ${step}`),
    {
      ...{ kind: 'list', ordered: false, said: true },
      items: themes
        .filter((theme) => say(theme.step) === step)
        .map(({ name, answers }) => ({ text: name, after: `${answers} ${words.answers(answers)}` })),
    },
  ]);
}

function itemBlocks(speech: Speech, item: ItemView, named: boolean): Block[] {
  const { words, say } = speech;
  const title = item.id === 'list' && !named ? words.whole : say(item.title);
  const situations = item.prompts.flatMap((prompt) => prompt.situations);
  const phrases = item.unclear?.phrases.filter(({ count }) => count > 0) ?? [];
  const unclear = phrases.map(({ text, count }) => ({ id: '', label: text, count }));
  return [
    heading(3, title),
    ...paragraph('fine', say(item.citation)),
    ...partBlocks(speech, item),
    ...paragraph('fine', dealtTo(speech, item)),
    ...itemCounts(speech, title, item.prompts),
    ...ratingBlocks(speech, item.prompts),
    ...comparisonBlocks(speech, title, item.prompts),
    ...roleBlocks(speech, title, item.prompts),
    ...item.prompts.flatMap((prompt) => [
      ...prompt.marks.flatMap(({ label, n, items }) => tallies(speech, say(label), n, items)),
      ...(prompt.boundary ? [] : prompt.choices).flatMap(({ label, n, many, options }) =>
        tallies(speech, say(label), n, options, many),
      ),
    ]),
    ...item.prompts.flatMap((prompt) => textsOf(speech, prompt)),
    ...(situations.length ? [heading(4, words.boundaries), situationsTable(speech, situations)] : []),
    ...(unclear.length && item.unclear ? tallies(speech, words.unclear, item.unclear.n, unclear) : []),
  ];
}

/** Most doubt first, with the rule by which it is ordered. */
function orderBlocks({ words, say }: Speech, section: SectionView): Block[] {
  if (section.order.length === 0) return [];
  const rules = orderRules(words, section);
  const doubted = section.order.filter(({ against }) => against > 0);
  const items = doubted.map(({ title, against, n, size }) => ({
    text: `${say(title)}: ${words.against(against, n, words.units(n, size))}`,
    after: '',
  }));
  return [
    heading(3, words.order),
    ...paragraph('fine', doubted.length ? rules : words.noDoubt),
    ...(items.length ? [{ kind: 'list' as const, ordered: true, said: false, items }] : []),
  ];
}

/** Items that could be answered and were not: not the same as a count of 0. */
function unansweredOf({ paper, say }: Speech, section: SectionView): string {
  const answered = new Set(section.items.map(({ id }) => id));
  const one = section.items.some(({ id }) => id !== 'list');
  const open = section.members.filter(
    ({ id, place }) => !answered.has(id) && !['before', 'after', 'whole'].some((aside) => aside === place),
  );
  return one && open.length ? paper.unanswered(open.map(({ title }) => say(title)).join('; ')) : '';
}

export function sectionBlocks(speech: Speech, section: SectionView): Block[] {
  const { words, say } = speech;
  const { items, skipped } = section;
  const titles = skipped.map(say).join(', ');
  const named = items.length === 1 && say(items[0]?.title) === say(section.title);
  return [
    heading(2, say(section.title)),
    ...paragraph('fine', say(section.citation)),
    ...paragraph('fine', titles ? (items.length ? words.skippedSteps(titles) : words.skipped) : ''),
    ...paragraph('fine', titles || items.length ? '' : words.nothing),
    ...paragraph('fine', unansweredOf(speech, section)),
    ...listBlocks(speech, section),
    ...orderBlocks(speech, section),
    ...paragraph('fine', aboutRoles(section, words.roles)),
    ...items.flatMap((item) => itemBlocks(speech, item, named)),
    ...themeBlocks(speech, section),
  ];
}
