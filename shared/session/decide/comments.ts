import { isTooLong } from '../../text.ts';
import { get, valuesOf } from '../table.ts';
import { accept, type Decisions, refuse } from './decision.ts';
import { hasSection } from './summary.ts';

const maxComment = 1_000;
const maxSignature = 60;
/** That stand: by one link, so that one that leaked silences no other; and of one session. */
const most = { byLink: 500, inAll: 5_000 };

/** reacties: what a team's readers write beside the summary. Its words are its writer's: withdrawn, they are gone. */
export const commentDecisions: Decisions<'CommentSummary' | 'HideComment' | 'WithdrawComment'> = {
  CommentSummary: (state, { comment, link, section, text: words, signature: signed }, _actor, { newId }) => {
    if (!state.publication) return refuse('nothingToDo');
    if (get(state.comments, comment)) return accept();
    if (!words) return refuse('nothingWritten');
    if (isTooLong(words, maxComment) || isTooLong(signed, maxSignature)) return refuse('textTooLong');
    if (section !== null && !hasSection(state, section)) return refuse('noSuchItem');
    const own = [...valuesOf(state.comments)].filter((one) => one.link === link).length;
    if (own >= most.byLink || state.comments.size >= most.inAll) return refuse('sessionFull');
    const [text, signature] = [newId(), signed ? newId() : null];
    const { version } = state.publication;
    return accept({
      ...{ type: 'SummaryCommented', comment, link, version, section, text, signature },
      texts: { [text]: words, ...(signature && { [signature]: signed }) },
    });
  },
  HideComment: (state, { comment, hidden }) => {
    const known = get(state.comments, comment);
    if (!known) return refuse('noSuchNote');
    return known.hidden === hidden ? accept() : accept({ type: 'CommentHidden', comment, hidden });
  },
  /** By its writer; by the desk of the whole, for a writer who asks it and has the key no more. */
  WithdrawComment: (state, { comment, link }, actor) => {
    const known = get(state.comments, comment);
    if (!known || (actor.role !== 'desk' && known.link !== link)) return refuse('noSuchNote');
    const erase = [known.text, known.signature].filter((id) => id !== null);
    return { ok: true, events: [{ type: 'CommentWithdrawn', comment }], erase };
  },
};
