/** What people were told, what they agreed to, and who asked that nothing of them is left. */
import * as z from 'zod/mini';
import { id, textId } from './ids.ts';

export const consentEvents = [
  /** What phones say before anybody joins, in the facilitator's words; null: the program's own. `research`: it is asked for. */
  z.strictObject({
    type: z.literal('NoticeSet'),
    purpose: z.nullable(textId),
    contact: z.nullable(textId),
    research: z.boolean(),
  }),
  /**
   * Whether somebody's words may be used in research: of who holds the phone, or (`guest`) of who sits at it without one.
   * `version`: the hash of what was shown; null where the desk noted it. `shown`: those words, the first time they were.
   */
  z.strictObject({
    type: z.literal('ConsentSet'),
    ...{
      seat: id,
      guest: z.boolean(),
      agrees: z.boolean(),
      version: z.nullable(z.string()),
      shown: z.nullable(textId),
    },
  }),
  /** All that tells of this person is gone; `erased`: the texts that went besides those of their answers. */
  z.strictObject({ type: z.literal('PersonErased'), seat: id, erased: z.array(id) }),
] as const;
