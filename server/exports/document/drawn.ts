/** What the room concluded and proposed: each with what it rests on, and what the room said to it. */
import type { ConclusionView, ProposalView, Summary } from '../../../shared/views/summary.ts';
import { type Block, heading, paragraph } from './blocks.ts';
import type { Speech } from './speech.ts';
import { quoteOf } from './voices.ts';

/** "Klopt dit?": how many phones agreed, of how many; and who saw it otherwise, in their words. */
function checkedBlocks({ words, paper }: Speech, { checked }: ConclusionView): Block[] {
  if (!checked) return [];
  const { agree, differ, n, silent } = checked;
  const reacted = `${words.checkedAsked} ${words.checked(agree, differ, n)}`;
  const told = checked.minority.filter(({ text, hidden }) => text && !hidden);
  return [
    ...paragraph('plain', silent ? `${reacted} ${words.reading.silent(silent)}` : reacted),
    ...(told.length ? paragraph('label', words.minority) : []),
    ...told.map(({ text }): Block => ({ kind: 'quote', text, by: paper.differs })),
  ];
}

function groundBlocks(speech: Speech, drawn: ConclusionView, { notes }: Summary): Block[] {
  const { words, paper, say } = speech;
  const from = `${drawn.units.count} ${words.units(drawn.units.count, drawn.units.size)}`;
  const items = drawn.notes.flatMap((key) => {
    const note = notes.find((known) => known.key === key);
    return note ? [{ text: note.text, after: words.notes[note.kind].one.toLowerCase() }] : [];
  });
  return [
    ...paragraph('fine', drawn.item ? paper.about(say(drawn.item)) : ''),
    ...(drawn.quotes.length ? paragraph('label', paper.restsOn(drawn.quotes.length + drawn.unread, from)) : []),
    ...drawn.quotes.map((quote) => quoteOf(speech, quote, true)),
    ...paragraph('fine', drawn.unread ? paper.unread(drawn.unread) : ''),
    ...(items.length ? paragraph('label', paper.madeOf) : []),
    ...(items.length ? [{ kind: 'list' as const, ordered: false, said: true, items }] : []),
    ...checkedBlocks(speech, drawn),
  ];
}

export const conclusionBlocks = (speech: Speech, summary: Summary): Block[] =>
  summary.conclusions.flatMap((drawn) => [heading(3, drawn.text), ...groundBlocks(speech, drawn, summary)]);

const becameOf = ({ paper }: Speech, { decision, reason }: ProposalView): string =>
  [`${decision ? paper.decisions[decision] : paper.undecided}.`, reason].filter(Boolean).join(' ');

export const proposalBlocks = (speech: Speech, summary: Summary): Block[] =>
  summary.proposals.length === 0
    ? []
    : [
        heading(2, speech.paper.proposals),
        ...summary.proposals.flatMap((drawn) => [
          heading(3, drawn.text),
          ...paragraph('plain', becameOf(speech, drawn)),
          ...groundBlocks(speech, drawn, summary),
        ]),
      ];
