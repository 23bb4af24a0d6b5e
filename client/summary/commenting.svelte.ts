import type { CommentView, SummaryPage } from '../../shared/views/summary/summary-form.ts';
import { call } from '../live/api.ts';
import type { Reading } from '../live/reading.svelte.ts';
import type { Keep } from '../live/storage.ts';

type Sent = 'sent' | 'tooLong' | 'tooFast' | 'failed';

/** What a part of the document may do with comments; `hide` is the facilitator's, the others a reader's. */
export type Commenting = {
  all: () => readonly CommentView[];
  isMine: (comment: string) => boolean;
  send: ((section: string | null, text: string, signature: string) => Promise<Sent>) | null;
  withdraw: (comment: string) => Promise<boolean>;
  hide: ((comment: string, hidden: boolean) => void) | null;
};

/** The facilitator reads them all, hides, and wipes what is hidden. */
export const moderating = (
  all: () => readonly CommentView[],
  hide: (comment: string, hidden: boolean) => void,
  withdraw: (comment: string) => Promise<boolean>,
): Commenting => ({ all, hide, isMine: () => false, send: null, withdraw });

const keptAs = (comment: string) => `ig.comment.${comment}`;

/** A key that nobody guesses: also where no secure context gives a UUID. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(20))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** By a team's link: what this browser wrote it may withdraw, by the key that it alone has. */
export function commentingBy(token: string, reading: Reading<SummaryPage>, keep: Keep): Commenting {
  const ask = <T>(path: string, body: object) =>
    call<T>('POST', `/api/summary/comments${path}`, {
      token,
      ...(reading.reader && { reader: reading.reader }),
      ...body,
    });
  /** Sent again after a lost answer it is the same comment. */
  let trying: { words: string; key: string } | undefined;

  return {
    all: () => reading.page?.comments ?? [],
    isMine: (comment) => keep.get(keptAs(comment)) !== null,
    hide: null,
    async send(section, text, signature) {
      const words = JSON.stringify([section, text, signature]);
      if (trying?.words !== words) trying = { words, key: newKey() };
      const { key } = trying;
      const sent = await ask<{ comment: string }>('', { key, section, text, signature });
      if (!sent.ok) return sent.reason === 'textTooLong' ? 'tooLong' : sent.reason === 'tooFast' ? 'tooFast' : 'failed';
      trying = undefined;
      keep.set(keptAs(sent.body.comment), key);
      return 'sent';
    },
    async withdraw(comment) {
      const gone = await ask('/withdraw', { key: keep.get(keptAs(comment)) ?? '' });
      if (gone.ok) keep.remove(keptAs(comment));
      return gone.ok;
    },
  };
}
