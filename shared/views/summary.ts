/**
 * The summary: what was said, counted with its n and quoted, without names, for the team and the participants.
 * Computed where the whole log is, so that nothing else crosses to a reader.
 */

import type { Logged } from '../events.ts';
import { type NoteKind, noteKinds } from '../script.ts';
import { stepOf } from '../script-queries.ts';
import { isFeedback } from '../session/feedback.ts';
import { initialState } from '../session/initial-state.ts';
import { answersOf, isUndone, textOf } from '../session/selectors.ts';
import type { Answer, SessionState } from '../session/state.ts';
import { subgroupNamed } from '../session/subgroups.ts';
import { remove, set, valuesOf } from '../session/table.ts';
import { agreementsOf } from './summary/agreements.ts';
import { arrangedSections } from './summary/arranged.ts';
import { type Folded, foldAt, foldAttended, foldPublished } from './summary/attendance.ts';
import { changesOf } from './summary/changes.ts';
import { allComments } from './summary/comments.ts';
import { comparedRoles } from './summary/compared-roles.ts';
import { conclusionsOf, itemTitle, proposalsOf } from './summary/conclusions.ts';
import { isUnreleased, type Reader, type View } from './summary/figures.ts';
import { subgroupsOf, tookPart, unitKindsOf } from './summary/people.ts';
import { perspectivesOf } from './summary/perspectives.ts';
import { quoteOf } from './summary/quotes.ts';
import { sectionsOf } from './summary/sections.ts';
import { shiftsIn } from './summary/shift.ts';
import type { CheckView, NoteView, Quote, Summary, SummaryDraft, Version } from './summary/summary-form.ts';
import { validityIn } from './summary/validity.ts';
import { publicationsIn } from './summary/versions.ts';

export type * from './summary/summary-form.ts';

/** Answers that readers may count: not withdrawn, not hidden, not a personal closing question. */
function countedAnswers(state: SessionState): Answer[] {
  return [...valuesOf(state.answers)].filter((answer) => {
    const step = stepOf(state.script, answer.step);
    return step && !isFeedback(step) && !answer.withdrawn && !answer.hidden;
  });
}

const isSituation = (state: SessionState) => (answer: Answer) =>
  stepOf(state.script, answer.step)?.prompts.find((prompt) => prompt.id === answer.prompt)?.about ===
  'boundarySituation';

function headOf(state: SessionState): Summary['head'] {
  const answers = countedAnswers(state);
  return {
    title: textOf(state, state.title),
    date: state.date,
    place: textOf(state, state.place),
    partner: textOf(state, state.partner),
    collaboration: textOf(state, state.collaboration),
    language: state.language,
    script: state.script.title,
    scriptVersion: state.script.version,
    people: tookPart(state),
    units: unitKindsOf(state, answers),
    subgroups: subgroupsOf(state).length,
    answers: answers.length,
    situations: answers.filter(isSituation(state)).length,
  };
}

function notesOf(state: SessionState): NoteView[] {
  const kindPlace = (kind: NoteKind) => noteKinds.indexOf(kind);
  return Object.values(state.notes)
    .filter((note) => !note.removed && textOf(state, note.text))
    .sort((a, b) => kindPlace(a.kind) - kindPlace(b.kind) || a.seq - b.seq)
    .map((note) => ({
      key: `note-${note.seq}`,
      kind: note.kind,
      text: textOf(state, note.text),
      item: itemTitle(state, note.item),
      subgroup: subgroupNamed(state, note.subgroup)?.label ?? null,
    }));
}

/** Starred or kept answers that may still be read, as they came: stars are no ranking. */
function takenOf(view: View): Quote[] {
  const { state } = view;
  return countedAnswers(state)
    .filter((answer) => answer.kept || Object.keys(answer.stars).length > 0)
    .sort((a, b) => a.firstSeq - b.firstSeq)
    .flatMap((answer) => {
      const quote = quoteOf(view, answer);
      return quote?.text ? [quote] : [];
    });
}

function feedbackOf({ state, reader }: View): Summary['feedback'] {
  if (reader !== 'facilitator') return [];
  return state.script.steps.filter(isFeedback).flatMap((step) =>
    step.prompts.map((prompt) => ({
      title: prompt.title,
      texts: answersOf(state, step.id)
        .filter((answer) => answer.prompt === prompt.id && !answer.withdrawn)
        .flatMap((answer) =>
          Object.values(answer.values).flatMap((value) =>
            value.kind === 'text' ? [{ key: `f-${answer.firstSeq}`, text: textOf(state, value.text) }] : [],
          ),
        ),
    })),
  );
}

/** What readers do not get, for one of two reasons. */
function unreadOf(state: SessionState): Pick<Summary, 'hidden' | 'unreleased'> {
  const unread = [...valuesOf(state.answers)].filter((answer) => answer.hidden);
  const unreleased = unread.filter((one) => !one.withdrawn && isUnreleased(stepOf(state.script, one.step), one)).length;
  return { hidden: unread.length - unreleased, unreleased };
}

/** A boundary situation that was never released is the facilitator's to read, as if it were hidden: the phone said so. */
function withUnreleasedHidden(state: SessionState): SessionState {
  const waiting = [...valuesOf(state.answers)].filter(
    (one) => !one.withdrawn && isUnreleased(stepOf(state.script, one.step), one),
  );
  const answers = waiting.reduce((table, one) => set(table, one.answer, { ...one, hidden: true }), state.answers);
  return { ...state, answers };
}

/** What the desk entered from paper and took away again was nobody's: it leaves no gap. */
function withoutUndone(state: SessionState): SessionState {
  const undone = [...valuesOf(state.answers)].filter(isUndone);
  return { ...state, answers: undone.reduce((table, { answer }) => remove(table, answer), state.answers) };
}

/** The logs of the sessions in which the summary was checked, where the reader's server has them. */
export type ChecksFor = (session: string) => readonly Logged[] | undefined;
const noChecks: ChecksFor = () => undefined;

const told = ({ attendance }: Folded, state: SessionState) => ({ state, attendance });

/** How many answers a summary counts, so that the start page counts the same. */
export const answersToRead = (state: SessionState): number =>
  countedAnswers(withUnreleasedHidden(withoutUndone(state))).length;

/** What is taken over of a check is read as every summary is: without what was withdrawn or hidden there since. */
function checksOf({ checks }: SessionState, logOf: ChecksFor): CheckView[] {
  return Object.values(checks).flatMap(({ check, until, upTo }, place) => {
    const log = upTo === null ? undefined : logOf(check);
    if (!log || upTo === null) return [];
    const folded = foldAt(log, upTo);
    const state = withUnreleasedHidden(withoutUndone(folded.state));
    // Nobody is told apart there: it is open for days, and is taken over more than once.
    const apart = { comparedRoles: () => null, validity: () => null, shift: () => null };
    const view: View = { ...told(folded, state), reader: 'reader', ...apart };
    const key = `check-${place}`;
    // The same script may be asked twice: a page knows each section by its own id.
    const sections = sectionsOf(view).map((section) => ({ ...section, id: `${key}-${section.id}` }));
    return [{ key, until, people: headOf(state).people, sections }];
  });
}

function summaryOf(folded: Folded, reader: Reader, checks: ChecksFor): Summary {
  const state = withUnreleasedHidden(withoutUndone(folded.state));
  const view: View = {
    ...told(folded, state),
    reader,
    comparedRoles: comparedRoles(folded),
    validity: validityIn(folded),
    shift: shiftsIn(folded),
  };
  const { publication } = state;
  return {
    format: 'in-gesprek/summary@1',
    head: headOf(state),
    publication: publication && {
      ...{ version: publication.version, at: publication.at },
      introduction: textOf(state, publication.introduction),
    },
    perspectives: perspectivesOf(state),
    taken: takenOf(view),
    notes: notesOf(state),
    conclusions: conclusionsOf(view),
    proposals: proposalsOf(view),
    agreements: agreementsOf(state),
    checks: checksOf(state, checks),
    sections: arrangedSections(view, sectionsOf(view)),
    feedback: feedbackOf(view),
    ...(reader === 'facilitator' ? unreadOf(state) : { hidden: 0, unreleased: 0 }),
    sources: state.script.sources,
    rights: state.script.rights ?? null,
  };
}

/** The versions that may be read, oldest first. */
export const versionsIn = (log: readonly Logged[]): Version[] =>
  publicationsIn(log).map(({ version, at }) => ({ version, at }));

/**
 * What a reader has: the newest, or an earlier version where that may still be read, frozen at publication, without what
 * was withdrawn or hidden since; null where nothing is published.
 */
export function publishedSummary(log: readonly Logged[], version?: number, checks = noChecks): Summary | null {
  const folded = foldPublished(log, version);
  return folded && summaryOf(folded, 'reader', checks);
}

/** As it is now, as a reader would have it: for exports while the session runs. */
export const currentSummary = (log: readonly Logged[], checks = noChecks): Summary =>
  summaryOf(foldAttended(log), 'reader', checks);

/** As it is now, with every section in the script's own words and order: for lists to reckon with. */
export function wholeSummary(log: readonly Logged[]): Summary {
  const { state, ...folded } = foldAttended(log);
  return summaryOf({ ...folded, state: { ...state, arranged: initialState().arranged } }, 'reader', noChecks);
}

/** The facilitator's: as it is now, with what is hidden marked, and whether readers have it too. In steps, for ten thousand answers take seconds. */
export function* draftInSteps(log: readonly Logged[], checks = noChecks): Generator<undefined, SummaryDraft> {
  const published = publishedSummary(log, undefined, checks);
  yield;
  const folded = foldAttended(log);
  yield;
  const now = summaryOf(folded, 'reader', checks);
  yield;
  const draft = summaryOf(folded, 'facilitator', checks);
  yield;
  const content = ({ publication: _, ...summary }: Summary) => JSON.stringify(summary);
  const { titles, ...form } = folded.state.arranged;
  return {
    draft,
    arranged: { ...form, titles: titles.map((one) => ({ ...one, title: textOf(folded.state, one.title) })) },
    published: published?.publication ?? null,
    versions: versionsIn(log),
    comments: allComments(folded.state),
    changed: published !== null && content(published) !== content(now),
    since: published && changesOf(published, now),
  };
}

export function draftSummary(log: readonly Logged[], checks = noChecks): SummaryDraft {
  const steps = draftInSteps(log, checks);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
