import type { EventOf } from '../../events.ts';
import { noteOf, textsOfAnswer } from '../selectors.ts';
import type { Note, SessionState } from '../state.ts';
import { remove, valuesOf } from '../table.ts';
import { withoutAnswer } from './answers.ts';
import type { Evolutions } from './evolution.ts';

function withNote(state: SessionState, note: string, change: Partial<Note>): SessionState {
  const known = noteOf(state, note);
  return known ? { ...state, notes: { ...state.notes, [note]: { ...known, ...change } } } : state;
}

/**
 * Words and answers of others leave this screen. What it wrote itself it keeps: that came by another stream, which has it
 * still (an erased answer names no words any more).
 */
function takenBack(state: SessionState, { gone, answers }: EventOf<'TakenBack'>): SessionState {
  let next = answers.reduce(withoutAnswer, state);
  const leaving = new Set(gone);
  for (const answer of valuesOf(next.answers)) {
    if (answer.seat !== null) for (const text of textsOfAnswer(answer)) leaving.delete(text);
  }
  next = { ...next, texts: [...leaving].reduce((table, text) => remove(table, text), next.texts) };
  return next.spotlight !== null && answers.includes(next.spotlight) ? { ...next, spotlight: null } : next;
}

export const wallEvolutions: Evolutions<
  | 'WallSet'
  | 'AnswerSpotlighted'
  | 'NoteAdded'
  | 'NoteChanged'
  | 'NoteRemoved'
  | 'SummaryPublished'
  | 'SummaryWithdrawn'
  | 'TakenBack'
> = {
  WallSet: (state, { wall }) => ({ ...state, wall }),
  AnswerSpotlighted: (state, { answer }) => ({
    ...state,
    spotlight: answer,
    wall: answer ? { ...state.wall, mode: 'spotlight', page: 0, blank: false } : state.wall,
  }),
  NoteAdded: (state, { note, kind, text, step, item, subgroup, seq }) => ({
    ...state,
    notes: { ...state.notes, [note]: { note, kind, text, step, item, subgroup, removed: false, seq } },
  }),
  NoteChanged: (state, { note, text }) => withNote(state, note, { text }),
  NoteRemoved: (state, { note, removed }) => withNote(state, note, { removed }),
  SummaryPublished: (state, { version, introduction, at, seq }) => ({
    ...state,
    publication: { version, introduction, at, seq },
    publications: version,
  }),
  SummaryWithdrawn: (state) => ({ ...state, publication: null }),
  TakenBack: takenBack,
};
