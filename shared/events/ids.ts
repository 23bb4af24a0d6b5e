import * as z from 'zod/mini';

export const id = z.string();
/** Names words that lie beside the log; told from other ids by being this very schema (test/shared/events.test.ts). */
export const textId = z.string();
