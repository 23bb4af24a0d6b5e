import { remove } from '../table.ts';
import type { Evolutions } from './evolution.ts';

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
  NoteChanged: (state, { note, text }) => {
    const known = state.notes[note];
    return known ? { ...state, notes: { ...state.notes, [note]: { ...known, text } } } : state;
  },
  NoteRemoved: (state, { note, removed }) => {
    const known = state.notes[note];
    return known ? { ...state, notes: { ...state.notes, [note]: { ...known, removed } } } : state;
  },
  SummaryPublished: (state, { version, introduction, at, seq }) => ({
    ...state,
    publication: { version, introduction, at, seq },
    publications: version,
  }),
  SummaryWithdrawn: (state) => ({ ...state, publication: null }),
  TakenBack: (state, { gone }) => ({
    ...state,
    texts: gone.reduce((table, text) => remove(table, text), state.texts),
  }),
};
