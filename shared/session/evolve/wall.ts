import type { EventOf } from '../../events.ts';
import { noteOf, textsOfAnswer } from '../selectors.ts';
import type { Note, SessionState } from '../state.ts';
import { remove, set, valuesOf } from '../table.ts';
import type { Evolutions } from './evolution.ts';

function withNote(state: SessionState, note: string, change: Partial<Note>): SessionState {
  const known = noteOf(state, note);
  return known ? { ...state, notes: { ...state.notes, [note]: { ...known, ...change } } } : state;
}

/**
 * Words leave this screen, but for those of answers that it wrote itself: they came by another stream, which keeps them.
 * An answer of others that lost its words is hidden here until it is told anew.
 */
function takenBack(state: SessionState, { gone }: EventOf<'TakenBack'>): SessionState {
  const leaving = new Set(gone);
  let answers = state.answers;
  for (const answer of valuesOf(state.answers)) {
    const touched = textsOfAnswer(answer).filter((text) => leaving.has(text));
    if (touched.length === 0) continue;
    if (answer.seat === null) answers = set(answers, answer.answer, { ...answer, hidden: true });
    else for (const text of touched) leaving.delete(text);
  }
  return { ...state, answers, texts: [...leaving].reduce((table, text) => remove(table, text), state.texts) };
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
