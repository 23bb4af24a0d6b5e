/** All that somebody wrote and said of themselves, in words, for themselves (AVG, articles 15 and 20). */
import type { OwnWords } from '../shared/own.ts';
import type { Draft } from '../shared/protocol.ts';
import type { Field, Text } from '../shared/script.ts';
import { itemsOf, promptOf, say, scaleOf, stepOf } from '../shared/script-queries.ts';
import { isWriter, ownOf, textOf } from '../shared/session/selectors.ts';
import type { Answer, Seat, SessionState } from '../shared/session/state.ts';
import { entriesOf, get, valuesOf } from '../shared/session/table.ts';
import { own as english } from '../shared/words/own.en.ts';
import { own as dutch } from '../shared/words/own.nl.ts';

type Place = { step: string; item: string; prompt: string };
/** One answer, or one draft: its text has its words in it or beside it. */
type Value = Answer['values'][string] | Draft['values'][string];

export function ownWordsOf(state: SessionState, seat: Seat, drafts: readonly Draft[]): OwnWords {
  const { script, language } = state;
  const words = language === 'nl' ? dutch : english;
  const said = (text: Text | undefined) => (text ? say(text, language) : '');
  const labelled = (options: readonly { id: string; label: Text }[], ids: readonly string[]) =>
    ids.map((id) => said(options.find((one) => one.id === id)?.label) || id).join(', ') || words.none;

  function contentOf(field: Field, value: Value, items: readonly { id: string; title?: Text | undefined }[]): string {
    if (value.kind === 'text') return 'text' in value ? (get(state.texts, value.text) ?? value.text) : '';
    if (value.kind === 'date') return value.date;
    if (value.kind === 'marks')
      return value.items.map((id) => said(items.find((one) => one.id === id)?.title) || id).join(', ');
    if (value.kind === 'judgement') return labelled(scaleOf(script, field), value.choices);
    return labelled(field.kind === 'choice' ? field.options : [], value.choices);
  }
  /** Where it was asked, and each field on a line. */
  function told(place: Place, values: Readonly<Record<string, Value>>, more: readonly string[] = []): string[] {
    const step = stepOf(script, place.step);
    const prompt = step && promptOf(step, place.prompt);
    const items = step ? itemsOf(script, step) : [];
    const about = [said(step?.title), said(items.find(({ id }) => id === place.item)?.title), said(prompt?.title)];
    const lines = (prompt?.fields ?? []).flatMap((field) => {
      const value = ownOf(values, field.id);
      return value ? [contentOf(field, value, items)] : [];
    });
    return [[about.filter(Boolean).join(' · '), ...more].join(' · '), ...lines.map((line) => `  ${line}`)];
  }
  const section = (title: string, blocks: readonly string[][]): string[] =>
    blocks.length > 0 ? ['', title, ...blocks.flatMap((block) => ['', ...block])] : [];

  const order = script.steps.map(({ id }) => id);
  const answers = [...valuesOf(state.answers)]
    .filter((answer) => isWriter(answer, seat.seat))
    .sort((a, b) => order.indexOf(a.step) - order.indexOf(b.step) || a.firstSeq - b.firstSeq);
  const answered = answers.map((answer) => {
    if (answer.withdrawn) return told(answer, {}, [words.withdrawn]);
    const now = told(answer, answer.values, answer.writers.length > 1 ? [words.together] : []);
    const before = answer.earlier.flatMap((values) => told(answer, values).slice(1));
    return [...now, ...(before.length ? [`  ${words.earlier}:`, ...before.map((line) => `  ${line}`)] : [])];
  });
  const opinions = Object.values(state.conclusions).flatMap(({ text, opinions }) => {
    const opinion = ownOf(opinions, seat.seat);
    if (!opinion) return [];
    return [[`${textOf(state, text)}: ${opinion.agrees ? words.agrees : words.differs}`, textOf(state, opinion.note)]];
  });
  const unclear = [...entriesOf(state.unclear)].flatMap(([key, phrases]) => {
    const [step = '', item = '', marker] = key.split('/');
    const known = marker === seat.seat ? stepOf(script, step) : undefined;
    const all = known && itemsOf(script, known).find(({ id }) => id === item)?.phrases?.[language];
    return all ? [phrases.flatMap((place) => all[place] ?? [])] : [];
  });
  const roles = labelled(script.perspectives.options, seat.perspectives);
  // Others may have said yes under other words: in another language, or before the contact was mended.
  const shown = textOf(state, get(state.consentTexts, seat.consent.version ?? '') ?? null);
  const lines = [
    `${words.title}: ${textOf(state, state.title)}, ${state.date}`,
    '',
    `${words.name}: ${textOf(state, seat.name) || words.none}`,
    `${words.roles}: ${roles}`,
    ...(seat.guest ? [`${words.guest}: ${labelled(script.perspectives.options, seat.guest)}`] : []),
    ...(seat.organisation
      ? [`${words.organisation}: ${labelled(script.organisations ?? [], [seat.organisation])}`]
      : []),
    ...(state.notice.research ? [`${words.research}: ${seat.consent.own ? words.yes : words.no}`] : []),
    ...(seat.consent.own && shown ? [words.shown, ...shown.split('\n').map((line) => `  ${line}`)] : []),
    ...section(words.answers, answered),
    ...section(
      words.drafts,
      drafts.filter((draft) => draft.seat === seat.seat).map((draft) => told(draft, draft.values)),
    ),
    ...section(words.opinions, opinions),
    ...section(words.unclear, unclear),
  ];
  return { name: `${words.fileName}-${state.date}.txt`, text: `${lines.join('\n').trimEnd()}\n` };
}
