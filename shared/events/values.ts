/** A filled-in field as stored: a text is named, not held. */
import * as z from 'zod/mini';
import { id, textId } from './ids.ts';

const storedValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('judgement'), choices: z.array(id), voices: z.optional(z.array(z.int())) }),
  z.strictObject({ kind: z.literal('text'), text: textId }),
  z.strictObject({ kind: z.literal('choice'), choices: z.array(id) }),
  z.strictObject({ kind: z.literal('marks'), items: z.array(id) }),
  z.strictObject({ kind: z.literal('date'), date: z.string() }),
]);
export const storedValues = z.record(id, storedValue);

export type StoredValue = z.infer<typeof storedValue>;
export type StoredValues = z.infer<typeof storedValues>;
