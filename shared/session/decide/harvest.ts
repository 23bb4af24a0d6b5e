import { stepOf } from '../../script-queries.ts';
import { isTooLong } from '../../text.ts';
import { isFeedback } from '../feedback.ts';
import { conclusionOf, noteOf, ownOf } from '../selectors.ts';
import type { SessionState } from '../state.ts';
import { get } from '../table.ts';
import { accept, type Context, type Decision, type Decisions, refuse } from './decision.ts';

/** Graphemes of a note, a conclusion, what a phone sees otherwise, and the reason of a decision. */
const maxNote = 500;

/** Words of their own, or none; `undefined` where they are too long. */
function noteFor(words: string, context: Context): { id: string | null; texts?: Record<string, string> } | undefined {
  if (isTooLong(words, maxNote)) return undefined;
  if (!words) return { id: null };
  const id = context.newId();
  return { id, texts: { [id]: words } };
}

const hasItem = (state: SessionState, item: string): boolean =>
  state.script.itemSets.some((set) => set.items.some(({ id }) => id === item));

/** Answers that stand and that a team may read, each once; those it rested on already may have been withdrawn since. */
function restsOn(state: SessionState, ids: readonly string[], before: readonly string[]): string[] | Decision {
  const asked = [...new Set(ids)];
  for (const id of asked) {
    const answer = get(state.answers, id);
    if (!answer) return refuse('noSuchAnswer');
    if (answer.withdrawn && !before.includes(id)) return refuse('withdrawn');
    const step = stepOf(state.script, answer.step);
    if (!step || isFeedback(step)) return refuse('notShown');
  }
  return asked;
}

export const harvestDecisions: Decisions<
  | 'AddNote'
  | 'ChangeNote'
  | 'RemoveNote'
  | 'DrawConclusion'
  | 'RemoveConclusion'
  | 'AskConclusion'
  | 'JudgeConclusion'
  | 'HideMinority'
  | 'DecideProposal'
  | 'PlanCheck'
  | 'TakeCheck'
> = {
  AddNote: (state, { kind, text: words, item, subgroup }, _actor, context) => {
    if (!words) return refuse('nothingWritten');
    if (isTooLong(words, maxNote)) return refuse('textTooLong');
    const [note, text] = [context.newId(), context.newId()];
    return accept({
      type: 'NoteAdded',
      note,
      kind,
      text,
      step: state.step || null,
      item,
      subgroup,
      texts: { [text]: words },
    });
  },
  ChangeNote: (state, { note, text: words }, _actor, context) => {
    const known = noteOf(state, note);
    if (!known) return refuse('noSuchNote');
    if (!words) return refuse('nothingWritten');
    if (isTooLong(words, maxNote)) return refuse('textTooLong');
    const text = context.newId();
    return { ok: true, events: [{ type: 'NoteChanged', note, text, texts: { [text]: words } }], erase: [known.text] };
  },
  RemoveNote: (state, { note, removed }) => {
    const known = noteOf(state, note);
    if (!known) return refuse('noSuchNote');
    return known.removed === removed ? accept() : accept({ type: 'NoteRemoved', note, removed });
  },
  /** What people reacted to keeps its words: others would not be what they said yes or no to. */
  DrawConclusion: (state, { conclusion: id, kind, text: words, item, answers: ids, notes }, _actor, context) => {
    const known = id === null ? undefined : conclusionOf(state, id);
    if (id !== null && !known) return refuse('noSuchConclusion');
    if (!words) return refuse('nothingWritten');
    if (isTooLong(words, maxNote)) return refuse('textTooLong');
    if (item !== null && !hasItem(state, item)) return refuse('noSuchItem');
    const unknown = notes.find((note) => !noteOf(state, note));
    if (unknown !== undefined) return refuse('noSuchNote');
    const answers = restsOn(state, ids, known?.answers ?? []);
    if (!Array.isArray(answers)) return answers;
    const isSame = known !== undefined && get(state.texts, known.text) === words;
    if (known && !isSame && (state.asked === id || Object.keys(known.opinions).length > 0))
      return refuse('judgedAlready');
    const text = context.newId();
    const drawn = { conclusion: id ?? context.newId(), kind: known?.kind ?? kind, text, item, answers };
    return {
      ok: true,
      events: [{ type: 'ConclusionDrawn', ...drawn, notes: [...new Set(notes)], texts: { [text]: words } }],
      ...(known && { erase: [known.text] }),
    };
  },
  RemoveConclusion: (state, { conclusion, removed }) => {
    const known = conclusionOf(state, conclusion);
    if (!known) return refuse('noSuchConclusion');
    return known.removed === removed ? accept() : accept({ type: 'ConclusionRemoved', conclusion, removed });
  },
  AskConclusion: (state, { conclusion }) => {
    if (state.asked === conclusion) return refuse('nothingToDo');
    if (conclusion === null) return accept({ type: 'ConclusionAsked', conclusion });
    const known = conclusionOf(state, conclusion);
    if (!known || known.removed) return refuse('noSuchConclusion');
    if (state.closedAt !== null) return refuse('sessionClosed');
    return accept({ type: 'ConclusionAsked', conclusion });
  },
  /** While the room is asked; who reacted may take words away, or change them, as long as the session is there. */
  JudgeConclusion: (state, { conclusion, agrees, note: words }, actor, context) => {
    if (actor.role !== 'seat') return refuse('notAllowed');
    const known = conclusionOf(state, conclusion);
    if (!known || known.removed) return refuse('noSuchConclusion');
    const { seat } = actor;
    const before = ownOf(known.opinions, seat);
    if (state.asked !== conclusion && !before) return refuse('notAsked');
    const worded = noteFor(words, context);
    if (!worded) return refuse('textTooLong');
    return {
      ok: true,
      events: [
        {
          type: 'ConclusionJudged',
          ...{ conclusion, seat, agrees, note: worded.id },
          ...(worded.texts && { texts: worded.texts }),
        },
      ],
      ...(before?.note && { erase: [before.note] }),
    };
  },
  HideMinority: (state, { conclusion, seat, hidden }) => {
    const known = conclusionOf(state, conclusion);
    const opinion = known && ownOf(known.opinions, seat);
    if (!opinion) return refuse('noSuchConclusion');
    return opinion.hidden === hidden ? accept() : accept({ type: 'MinorityHidden', conclusion, seat, hidden });
  },
  DecideProposal: (state, { conclusion, decision, reason: words }, _actor, context) => {
    const known = conclusionOf(state, conclusion);
    if (known?.kind !== 'proposal') return refuse('noSuchConclusion');
    const worded = noteFor(words, context);
    if (!worded) return refuse('textTooLong');
    return {
      ok: true,
      events: [
        {
          type: 'ProposalDecided',
          ...{ conclusion, decision, reason: worded.id },
          ...(worded.texts && { texts: worded.texts }),
        },
      ],
      ...(known.reason && { erase: [known.reason] }),
    };
  },
  PlanCheck: (state, { check, until }) =>
    ownOf(state.checks, check) ? refuse('nothingToDo') : accept({ type: 'CheckPlanned', check, until }),
  TakeCheck: (state, { check, upTo }) => {
    const known = ownOf(state.checks, check);
    if (!known) return refuse('noSuchSession');
    return known.upTo === upTo ? refuse('nothingToDo') : accept({ type: 'CheckTaken', check, upTo });
  },
};
