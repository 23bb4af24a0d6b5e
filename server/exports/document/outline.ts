/** The summary as a document: what every paper form says, once. */
import { type Language, noteKinds } from '../../../shared/script.ts';
import { chosenApart } from '../../../shared/views/summary/chosen.ts';
import { currentSummary, type Summary } from '../../../shared/views/summary.ts';
import { localeOf } from '../../../shared/words/locale.ts';
import { type ExportSource, leftOutSentence } from '../export-source.ts';
import { type Block, heading, type Outline, paragraph } from './blocks.ts';
import { commentBlocks } from './comments.ts';
import { conclusionBlocks, proposalBlocks } from './drawn.ts';
import { figuresOf } from './figures.ts';
import { sectionBlocks } from './sections.ts';
import { type Speech, speechIn } from './speech.ts';
import { quoteOf } from './voices.ts';

const dayIn = (language: Language, at: number | string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(at));

function headBlocks({ words, language, say }: Speech, { head, publication }: Summary): Block[] {
  const intro = [
    words.intro(dayIn(language, head.date), head.place),
    head.partner && words.with(head.partner),
    head.collaboration && words.collaboration(head.collaboration),
  ];
  const units = head.units.map(({ count, size, larger }) => ({
    count,
    name: [words.units(count, size), ...larger.map((one) => words.larger(one.count, one.size))].join(', '),
  }));
  const facts = [
    { count: head.people, name: words.people(head.people) },
    ...units,
    ...(head.subgroups ? [{ count: head.subgroups, name: words.subgroups(head.subgroups) }] : []),
    { count: head.answers, name: words.answers(head.answers) },
    ...(head.situations ? [{ count: head.situations, name: words.situations(head.situations) }] : []),
  ];
  return [
    heading(1, head.title || say(head.script)),
    ...paragraph('plain', intro.filter(Boolean).join(' ')),
    ...paragraph('fine', say(head.script) === head.title ? '' : say(head.script)),
    ...paragraph('fine', publication ? words.version(publication.version, dayIn(language, publication.at)) : ''),
    { kind: 'facts', title: words.facts, facts },
    ...paragraph('said', publication?.introduction ?? ''),
  ];
}

function peopleBlocks({ words, say }: Speech, { perspectives }: Summary): Block[] {
  const { reason, n, from, shown, others, doubled } = perspectives;
  if (reason === 'notAsked' || n === 0) return [];
  const title = heading(2, words.perspectives);
  if (reason === 'tooFewPeople') return [title, ...paragraph('plain', words.tooFewPeople)];
  if (reason === 'tooSmall') return [title, ...paragraph('plain', words.tooSmall(from))];
  const items = shown.map(({ label, count }) => ({ text: `${say(label)}: ${count}`, after: '' }));
  if (others) items.push({ text: `${words.others}: ${others}`, after: '' });
  const notes = [doubled && words.doubled, others && words.perspectivesFrom(from)].filter(Boolean).join(' ');
  return [
    title,
    ...paragraph('plain', words.perspectivesN(n)),
    { kind: 'list', ordered: false, said: false, items },
    ...paragraph('fine', notes),
  ];
}

/** What was concluded, notes by kind, and the answers that were starred or kept. */
function takenBlocks(speech: Speech, summary: Summary): Block[] {
  const { words, say } = speech;
  const { notes } = summary;
  const { chosen, quoted } = chosenApart(summary);
  const conclusions = conclusionBlocks(speech, summary);
  const lists = noteKinds.flatMap((kind): Block[] => {
    const items = notes
      .filter((note) => note.kind === kind)
      .map((note) => {
        const where = [note.item && say(note.item), note.subgroup && words.subgroup(say(note.subgroup))];
        return { text: note.text, after: where.filter(Boolean).join(', ') };
      });
    const title = items.length === 1 ? words.notes[kind].one : words.notes[kind].more;
    return items.length ? [heading(3, title), { kind: 'list', ordered: false, said: true, items }] : [];
  });
  return [
    ...(conclusions.length ? [heading(2, words.drawn.conclusions.title)] : []),
    ...conclusions,
    ...(lists.length + chosen.length + quoted > 0 ? [heading(2, words.taken)] : []),
    ...lists,
    ...(chosen.length + quoted > 0 ? [heading(3, words.takenQuotes)] : []),
    ...paragraph('fine', quoted ? words.reading.quoted(quoted) : ''),
    ...chosen.map((quote) => quoteOf(speech, quote, true)),
  ];
}

/** Who does what, and when: as a table for each step that asked for it. */
function agreementBlocks({ words, language, say }: Speech, { agreements }: Summary): Block[] {
  if (agreements.length === 0) return [];
  return [
    heading(2, words.agreements),
    ...agreements.map(
      ({ title, columns, rows }): Block => ({
        ...{ kind: 'table', title: `${words.agreements}: ${say(title)}` },
        columns: columns.map(({ label, kind }) => ({ title: say(label), kind: kind === 'date' ? 'text' : 'said' })),
        rows: rows.map(({ cells }) =>
          cells.map((cell, i) => (columns[i]?.kind === 'date' && cell ? dayIn(language, cell) : cell)),
        ),
      }),
    ),
  ];
}

function sourceBlocks({ words, paper, say }: Speech, { sources, rights }: Summary): Block[] {
  const items = sources.map((text) => ({ text, after: '' }));
  return [
    ...(items.length ? [heading(2, words.sources), { kind: 'list' as const, ordered: false, said: false, items }] : []),
    ...paragraph('fine', say(rights)),
    ...paragraph('fine', `${paper.countedHow} ${words.privacy}`),
  ];
}

export function outlineOf(source: ExportSource): Outline {
  const { log, state, language } = source;
  const summary = currentSummary(log);
  const speech = speechIn(language);
  const title = summary.head.title || speech.say(summary.head.script);
  return {
    title,
    subject: speech.paper.ofDocument(title),
    language,
    at: log.at(-1)?.at ?? 0,
    blocks: [
      ...headBlocks(speech, summary),
      ...paragraph('plain', leftOutSentence(source)),
      ...peopleBlocks(speech, summary),
      ...agreementBlocks(speech, summary),
      ...takenBlocks(speech, summary),
      ...proposalBlocks(speech, summary),
      ...figuresOf(speech, summary),
      ...summary.sections.flatMap((section) => sectionBlocks(speech, section)),
      ...commentBlocks(speech, summary, state),
      ...sourceBlocks(speech, summary),
    ],
  };
}
