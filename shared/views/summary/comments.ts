import { textOf } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';
import type { Comment } from '../../session/summary-state.ts';
import { valuesOf } from '../../session/table.ts';
import type { CommentView } from './summary-form.ts';

const inOrder = (state: SessionState, isRead: (comment: Comment) => boolean): CommentView[] =>
  [...valuesOf(state.comments)]
    .filter(isRead)
    .sort((a, b) => a.at - b.at || (a.comment < b.comment ? -1 : 1))
    .map(({ comment, version, section, text, signature, at, hidden }) => ({
      ...{ key: comment, version, section, at, hidden },
      text: textOf(state, text),
      signature: signature === null ? '' : textOf(state, signature),
    }));

/** The facilitator's: of all links, with what is hidden marked. */
export const allComments = (state: SessionState): CommentView[] => inOrder(state, () => true);

/** What who reads by this link gets: a team reads its own, and no other's. */
export const commentsBy = (state: SessionState, link: string): CommentView[] =>
  inOrder(state, (one) => one.link === link && !one.hidden);

/** For the facilitator's files of the summary: unsigned, without what is hidden or about a hidden section. */
export const commentsInFiles = (state: SessionState): CommentView[] =>
  inOrder(state, (one) => !one.hidden && !(one.section && state.arranged.hidden.includes(one.section))).map((one) => ({
    ...one,
    signature: '',
  }));
