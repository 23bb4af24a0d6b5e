/** How a session ends: closed, put away, and for how long its words are kept. */
import * as z from 'zod/mini';
import { textId } from './ids.ts';

export const endingEvents = [
  z.strictObject({ type: z.literal('SessionClosed') }),
  z.strictObject({ type: z.literal('SessionReopened') }),
  z.strictObject({ type: z.literal('SessionArchived'), archived: z.boolean() }),
  /** bewaartermijn: so many days after it was last held it is deleted, instead of after its script's; and why. */
  z.strictObject({ type: z.literal('KeepingSet'), days: z.int(), reason: z.nullable(textId) }),
] as const;
