/** What several commands are made of. */
import * as z from 'zod/mini';

export const id = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[A-Za-z0-9_-]+$/));
/** step/unit/item/prompt, and the turn where a step has turns */
export const answerId = z.string().check(z.maxLength(260), z.regex(/^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+){3,4}$/));
/** A section of the summary, or an item in it. */
export const summaryPart = z.string().check(z.maxLength(130), z.regex(/^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)?$/));
export const answerIds = z.array(answerId).check(z.minLength(1), z.maxLength(200));
/** A script's hundred, and what is asked besides. */
export const ids = z.array(id).check(z.maxLength(64));
export const shortText = z.string().check(z.maxLength(2000));
/** Fine limits are the script's and count graphemes; this one only bounds the frame. */
export const longText = z.string().check(z.maxLength(12_000));

const voices = z.array(z.int().check(z.gte(1), z.lte(99)));
/**
 * A filled-in field. `choices` of a judgement holds two or more where the writers differ (verdeeld); `voices`: how many
 * of them for each, if they say so.
 */
const fieldValue = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('judgement'),
    choices: z.array(id).check(z.minLength(1), z.maxLength(12)),
    voices: z.optional(voices),
  }),
  z.strictObject({ kind: z.literal('text'), text: longText }),
  z.strictObject({ kind: z.literal('choice'), choices: ids }),
  z.strictObject({ kind: z.literal('marks'), items: ids }),
  z.strictObject({ kind: z.literal('date'), date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)) }),
]);
export const fieldValues = z
  .record(id, fieldValue)
  .check(z.refine((values) => Object.keys(values).length <= 24, 'too many'));

export type FieldValues = z.infer<typeof fieldValues>;
export type FieldValue = z.infer<typeof fieldValue>;
