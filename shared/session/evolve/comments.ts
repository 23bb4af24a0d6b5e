import { get, remove, set } from '../table.ts';
import type { Evolutions } from './evolution.ts';

export const commentEvolutions: Evolutions<'SummaryCommented' | 'CommentHidden' | 'CommentWithdrawn'> = {
  SummaryCommented: (state, { comment, link, version, section, text, signature, at }) => ({
    ...state,
    comments: set(state.comments, comment, { comment, link, version, section, text, signature, at, hidden: false }),
  }),
  CommentHidden: (state, { comment, hidden }) => {
    const known = get(state.comments, comment);
    return known ? { ...state, comments: set(state.comments, comment, { ...known, hidden }) } : state;
  },
  CommentWithdrawn: (state, { comment }) => ({ ...state, comments: remove(state.comments, comment) }),
};
