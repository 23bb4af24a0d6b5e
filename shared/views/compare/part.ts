/** One session's part of a comparison: all that it asked, with what readers may know of the answers. */
import type { Logged } from '../../events.ts';
import type { ItemSet, Language, Prompt, Step, Text } from '../../script.ts';
import { answerableItems, questionsOf, wholeList } from '../../script-queries.ts';
import { isFeedback } from '../../session/feedback.ts';
import { runOf } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';
import { entriesOf } from '../../session/table.ts';
import { askedWords } from '../asked-words.ts';
import { toldTitle } from '../summary/added.ts';
import { isHiddenPart } from '../summary/arranged.ts';
import { foldAttended } from '../summary/attendance.ts';
import { titleOfItem } from '../summary/items.ts';
import type { PromptView, Summary } from '../summary/summary-form.ts';
import { currentSummary } from '../summary.ts';
import type { CompareCell, CompareSession, Wording } from './compare-form.ts';
import { type NamedTheme, themesOf } from './themes.ts';
import { keyOf, plain, wordingOf } from './wording.ts';

/** One question at one item. */
export type Asked = {
  /** Its place in the script, which a later version of the script keeps while it changes the words. */
  place: string;
  section: { key: string; title: Text };
  item: { key: string; title: Text; hue: number | null; whole: boolean };
  question: Text;
  wording: Wording;
  language: Language;
  /** Its words as one key, in the session's language and in each that the script has. */
  key: string;
  keys: Record<Language, string>;
  cell: CompareCell;
};

export type ComparePart = {
  script: string;
  title: Text;
  plannedAt: number;
  session: Omit<CompareSession, 'themes' | 'unnamed'>;
  themes: NamedTheme[];
  unnamed: number;
  asked: Asked[];
};

function answeredCell(view: PromptView): CompareCell {
  const { figures, boundary, situations, quotes, missing, choices, marks } = view;
  const counts = [
    ...(boundary ? [] : choices).map(({ label, n, options }) => ({ label, n, options })),
    ...marks.map(({ label, n, items }) => ({ label, n, options: items })),
  ];
  const told = [
    ...(boundary ? [{ asked: null, quotes: situations }] : [{ asked: view.quotesAsked, quotes }]),
    { asked: view.missingAsked, quotes: missing },
  ].filter((one) => one.quotes.length > 0);
  const { n, unknown, split, withdrawn, hidden, unreleased } = figures ?? noFigures;
  const counted = n + unknown + split + withdrawn + hidden + unreleased + counts.reduce((sum, one) => sum + one.n, 0);
  const isEmpty = counted + told.length === 0;
  return isEmpty ? { state: 'silent' } : { state: 'answered', size: view.size, figures, counts, told };
}
const noFigures = { n: 0, unknown: 0, split: 0, withdrawn: 0, hidden: 0, unreleased: 0 };

/** A step that deals its items may have dealt this one to nobody. */
const isDealt = (state: SessionState, step: Step, item: string): boolean =>
  !step.items?.deal ||
  [...entriesOf(state.deals)].some(([key, items]) => key.startsWith(`${step.id}/`) && items.includes(item));

function askedIn(state: SessionState, summary: Summary, set: ItemSet | null, step: Step): Asked[] {
  const { script, language } = state;
  const section = set ? { key: set.id, title: set.title } : { key: step.id, title: toldTitle(state, step) };
  const views = summary.sections.find(({ id }) => id === section.key)?.items ?? [];

  function cellOf(id: string, prompt: Prompt): CompareCell {
    if (isHiddenPart(state, section.key, id)) return { state: 'hidden' };
    const view = views.find((one) => one.id === id)?.prompts.find((p) => p.step === step.id && p.id === prompt.id);
    const cell = view && answeredCell(view);
    if (cell?.state === 'answered') return cell;
    return runOf(state, step.id) && isDealt(state, step, id) ? { state: 'silent' } : { state: 'notDiscussed' };
  }

  return answerableItems(script, step).flatMap((id) => {
    const item = id === wholeList ? null : (set?.items.find((one) => one.id === id) ?? null);
    const title = item ? titleOfItem(item) : section.title;
    // What is typed in anew for each session has no place of its own: only equal words are the same.
    const typed = set && item && (set.fillIn || set.fromSummary);
    const itemKey = typed ? plain(Object.values(title).join(' ')) : id;
    return questionsOf(step).map((prompt): Asked => {
      const own = (spoken: Language) => wordingOf(script, { set, item, prompt }, spoken);
      const keys = { nl: keyOf(own('nl')), en: keyOf(own('en')) };
      const at = state.added.includes(step.id) ? keys[language] : `${step.id}/${prompt.id}`;
      return {
        place: JSON.stringify([section.key, itemKey, at]),
        section,
        item: { key: itemKey, title, hue: item?.hue ?? null, whole: set !== null && item === null },
        question: askedWords(script, step, prompt),
        ...{ wording: own(language), language, key: keys[language], keys },
        cell: cellOf(id, prompt),
      };
    });
  });
}

/** Read from the log as a reader of the summary would: hidden, withdrawn, covered and unreleased words are not in it. */
export function comparePart(log: readonly Logged[]): ComparePart {
  const { state } = foldAttended(log);
  const summary = currentSummary(log);
  const { head } = summary;
  const steps = state.script.steps.filter((step) => step.prompts.length > 0 && !isFeedback(step));
  const { themes, unnamed } = themesOf(state);
  return {
    script: state.script.id,
    title: state.script.title,
    plannedAt: state.plannedAt,
    session: {
      session: state.session,
      head: {
        ...{ title: head.title, date: head.date, place: head.place, partner: head.partner },
        ...{ collaboration: head.collaboration, language: head.language, scriptVersion: head.scriptVersion },
        ...{ people: head.people, units: head.units, answers: head.answers },
      },
    },
    themes,
    unnamed,
    asked: [
      ...state.script.itemSets.flatMap((set) =>
        steps.filter(({ items }) => items?.set === set.id).flatMap((step) => askedIn(state, summary, set, step)),
      ),
      ...steps.filter(({ items }) => !items).flatMap((step) => askedIn(state, summary, null, step)),
    ],
  };
}
