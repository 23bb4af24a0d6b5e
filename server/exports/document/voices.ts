/** What people wrote, each with who said it, as far as may be known. */
import type { Quote as Quoted, Situation } from '../../../shared/views/summary.ts';
import type { Column, Quote, Table } from './blocks.ts';
import type { Speech } from './speech.ts';

/** "Welke hoort er niet bij? lef", for each question in which they chose something beside their words. */
const chosenOf = ({ say }: Speech, { choices }: Quoted | Situation): string[] =>
  choices.map(({ label, chosen }) => [say(label), chosen.map(say).join(', ')].filter(Boolean).join(' '));

/** `asked`: with what was asked and about what, where no heading says it. */
function bylineOf(speech: Speech, told: Quoted | Situation, asked: boolean): string {
  const { words, say } = speech;
  const labels = told.judged.map(({ label }) => say(label));
  const label = labels.length > 1 ? `${words.split}: ${labels.join(' / ')}` : (labels[0] ?? '');
  const judged = label && asked ? `${say(told.asked)} ${label}`.trim() : label;
  const who = told.number === null ? words.onePerson : words.unit(told.number, told.people, told.turn);
  const given = told.given ? words.given(say(told.given)) : '';
  const about = asked && told.about ? words.reading.about(say(told.about)) : '';
  const known = told.recognised
    ? words.reading.recognised(told.recognised, words.units(told.recognised, told.size))
    : '';
  return [who, about, judged, ...chosenOf(speech, told), given, known, told.stars ? words.stars(told.stars) : '']
    .filter(Boolean)
    .join(', ');
}

export const quoteOf = (speech: Speech, quote: Quoted, asked = false): Quote =>
  quote.state === 'withdrawn'
    ? { kind: 'quote', text: null, by: speech.words.withdrawn }
    : { kind: 'quote', text: quote.text, by: bylineOf(speech, quote, asked) };

/** Boundary situations: what happened, which boundary, between whom, the judgement. */
export function situationsTable(speech: Speech, situations: readonly Situation[]): Table {
  const { words, say } = speech;
  const asked = [...new Set(situations.flatMap(({ choices }) => choices.map(({ label }) => say(label))))];
  const judged = [...new Set(situations.map((situation) => say(situation.asked)).filter(Boolean))];
  const one = judged.length === 1;
  const columns: Column[] = [
    { title: words.situation, kind: 'said' },
    ...asked.map((title): Column => ({ title: title || words.boundary, kind: 'text' })),
    { title: one ? (judged[0] ?? '') : words.judgement, kind: 'text' },
  ];
  const rows = situations.map((situation) => {
    if (situation.state === 'withdrawn') return [words.withdrawn, ...asked.map(() => ''), ''];
    const more = situation.more.map(({ label, text }) => [say(label), text].filter(Boolean).join(' '));
    const chosen = asked.map((title) =>
      situation.choices
        .filter(({ label }) => say(label) === title)
        .flatMap((choice) => choice.chosen.map(say))
        .join(', '),
    );
    return [
      [situation.text, ...more].join('\n'),
      ...chosen,
      bylineOf(speech, { ...situation, about: null, choices: [] }, !one),
    ];
  });
  return { kind: 'table', title: words.boundaries, columns, rows };
}
