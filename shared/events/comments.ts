/** What a team's readers write beside the summary. */
import * as z from 'zod/mini';
import { id, textId } from './ids.ts';

export const commentEvents = [
  /** reactie: by a reader of a team's `link`, on a `version` of the summary; `section` null: on the whole. */
  z.strictObject({
    type: z.literal('SummaryCommented'),
    ...{ comment: id, link: id, version: z.int(), section: z.nullable(id) },
    text: textId,
    signature: z.nullable(textId),
  }),
  z.strictObject({ type: z.literal('CommentHidden'), comment: id, hidden: z.boolean() }),
  z.strictObject({ type: z.literal('CommentWithdrawn'), comment: id }),
] as const;
