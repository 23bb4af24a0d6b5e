/** How people moved between two steps that asked the same, as the wall shows it when the desk asks. */
import * as z from 'zod/mini';
import { id } from './ids.ts';

export const shiftEvents = [
  /**
   * verschuiving: of each question how many went from which option (a row) to which (a column); options that count, in the
   * scale's order. `once`: rated one of the two times alone. `none`: why nothing is told.
   */
  z.strictObject({
    type: z.literal('ShiftShown'),
    step: id,
    item: id,
    shifts: z.array(
      z.strictObject({
        prompt: id,
        rows: z.array(z.array(z.int())),
        n: z.int(),
        once: z.int(),
        reckonedAt: z.number(),
      }),
    ),
    none: z.nullable(z.enum(['tooFew', 'changed'])),
  }),
] as const;
