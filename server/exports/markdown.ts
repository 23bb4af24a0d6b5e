import { say } from '../../shared/script-queries.ts';
import { currentSummary } from '../../shared/views/summary.ts';
import { words as english } from '../../shared/words/summary.en.ts';
import { words as dutch } from '../../shared/words/summary.nl.ts';
import type { ExportSource } from './export-source.ts';
import { perspectivesText, quoteText, type Speech, sectionText } from './markdown-sections.ts';
import { mdLine, mdQuote } from './markdown-text.ts';

/** The summary as text for a wiki. */
export function markdownOf({ log, language }: ExportSource): string {
  const summary = currentSummary(log);
  const { head, publication, taken, notes, sections, sources, rights } = summary;
  const words = language === 'nl' ? dutch : english;
  const speech: Speech = { words, language };
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(head.date));
  const facts = [
    ...head.units.map(({ count, size, larger }) => {
      const more = larger.map((one) => words.larger(one.count, one.size));
      return `${count} ${[words.units(count, size), ...more].join(', ')}`;
    }),
    `${head.people} ${words.people(head.people)}`,
    `${head.answers} ${words.answers(head.answers)}`,
    `${head.situations} ${words.situations(head.situations)}`,
  ];
  const noteLines = notes.map((note) => {
    const about = [
      note.item && say(note.item, language),
      note.subgroup && words.subgroup(say(note.subgroup, language)),
    ];
    const where = about.filter(Boolean).join(', ');
    return `- **${words.notes[note.kind].one}**: ${mdLine(note.text)}${where ? ` (${mdLine(where)})` : ''}`;
  });
  const parts = [
    `# ${mdLine(head.title)}`,
    mdLine([words.intro(date, head.place), head.partner && words.with(head.partner)].filter(Boolean).join(' ')),
    mdLine(say(head.script, language)),
    facts.map((fact) => `- ${fact}`).join('\n'),
    publication?.introduction ? mdQuote(publication.introduction) : '',
    ...perspectivesText(speech, summary),
    ...(notes.length + taken.length ? [`## ${words.taken}`] : []),
    noteLines.join('\n'),
    ...taken.map((quote) => quoteText(speech, quote, true)),
    ...sections.flatMap((section) => sectionText(speech, section)),
    ...(sources.length ? [`## ${words.sources}`, sources.map((source) => `- ${mdLine(source)}`).join('\n')] : []),
    rights ? mdLine(say(rights, language)) : '',
    words.privacy,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
