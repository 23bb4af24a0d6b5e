import { get } from '../../session/table.ts';
import { nobody, type Tellings } from './telling.ts';

/** The desk's alone: a team reads its own on the page of its link. */
export const commentTellings: Tellings<'SummaryCommented' | 'CommentHidden' | 'CommentWithdrawn'> = {
  SummaryCommented: () => nobody,
  CommentHidden: () => nobody,
  CommentWithdrawn: ({ comment }, before) => {
    const known = get(before.comments, comment);
    const texts = known ? [known.text, known.signature].filter((id) => id !== null) : [];
    return { told: [], takenBack: { texts, keep: [] } };
  },
};
