import type { HarvestEvent } from '../../events/harvest.ts';
import { agreementOf, conclusionOf, noteOf, ownOf } from '../selectors.ts';
import type { Conclusion, Note, Opinion, SessionState } from '../state.ts';
import { valuesOf } from '../table.ts';
import type { Evolutions } from './evolution.ts';

function withNote(state: SessionState, note: string, change: Partial<Note>): SessionState {
  const known = noteOf(state, note);
  return known ? { ...state, notes: { ...state.notes, [note]: { ...known, ...change } } } : state;
}

function withConclusion(state: SessionState, id: string, change: Partial<Conclusion>): SessionState {
  const known = conclusionOf(state, id);
  return known ? { ...state, conclusions: { ...state.conclusions, [id]: { ...known, ...change } } } : state;
}

/** Who can react: a phone that is here; who is here without one is not asked. */
const phonesAsked = (state: SessionState, id: string): string[] => [
  ...(conclusionOf(state, id)?.asked ?? []),
  ...[...valuesOf(state.seats)].flatMap(({ phone, gone, seat }) => (phone && !gone ? seat : [])),
];

function withOpinion(state: SessionState, id: string, seat: string, change: Partial<Opinion>): SessionState {
  const opinions = conclusionOf(state, id)?.opinions ?? {};
  const opinion = { agrees: true, note: null, hidden: false, ...ownOf(opinions, seat), ...change };
  return withConclusion(state, id, { opinions: { ...opinions, [seat]: opinion } });
}

export const harvestEvolutions: Evolutions<HarvestEvent> = {
  NoteAdded: (state, { note, kind, text, step, item, subgroup, seq, by }) => ({
    ...state,
    notes: { ...state.notes, [note]: { note, kind, text, step, item, subgroup, removed: false, seq, by } },
  }),
  NoteChanged: (state, { note, text }) => withNote(state, note, { text }),
  NoteRemoved: (state, { note, removed }) => withNote(state, note, { removed }),
  ConclusionDrawn: (state, { conclusion, kind, text, item, answers, notes, seq, by }) => {
    const before = { removed: false, shown: false, asked: [], opinions: {}, decision: null, reason: null, seq };
    const known = conclusionOf(state, conclusion);
    const drawn = { ...before, ...known, conclusion, kind, text, item, answers, notes, by };
    return { ...state, conclusions: { ...state.conclusions, [conclusion]: drawn } };
  },
  ConclusionRemoved: (state, { conclusion, removed }) => {
    const next = withConclusion(state, conclusion, { removed });
    return removed && state.asked === conclusion ? { ...next, asked: null } : next;
  },
  /** The wall shows it among what is taken along. */
  ConclusionAsked: (state, { conclusion: asked }) =>
    asked === null
      ? { ...state, asked }
      : {
          ...withConclusion(state, asked, { shown: true, asked: phonesAsked(state, asked) }),
          asked,
          wall: { ...state.wall, mode: 'harvest', page: 0, blank: false },
        },
  ConclusionJudged: (state, { conclusion, seat, agrees, note }) =>
    withOpinion(state, conclusion, seat, { agrees, note }),
  MinorityHidden: (state, { conclusion, seat, hidden }) => withOpinion(state, conclusion, seat, { hidden }),
  ProposalDecided: (state, { conclusion, decision, reason }) => withConclusion(state, conclusion, { decision, reason }),
  AgreementMade: (state, { agreement, step, values, seq, by }) => {
    const known = agreementOf(state, agreement);
    const made = { agreement, step, values, removed: known?.removed ?? false, seq: known?.seq ?? seq, by };
    return { ...state, agreements: { ...state.agreements, [agreement]: made } };
  },
  AgreementRemoved: (state, { agreement, removed }) => {
    const known = agreementOf(state, agreement);
    return known ? { ...state, agreements: { ...state.agreements, [agreement]: { ...known, removed } } } : state;
  },
  CheckPlanned: (state, { check, until }) => ({
    ...state,
    checks: { ...state.checks, [check]: { check, until, upTo: null } },
  }),
  CheckTaken: (state, { check, upTo }) => {
    const known = ownOf(state.checks, check);
    return known ? { ...state, checks: { ...state.checks, [check]: { ...known, upTo } } } : state;
  },
};
