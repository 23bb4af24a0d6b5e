import type { RefusalReason } from './refusals.ts';

/**
 * What `GET /api/sessions/:id/exports/:kind` sends to who accepts this type: lines of JSON (each an ExportLine, ended by \n);
 * the last of them names the file, and its bytes follow, or says why there is none.
 */
export const exportStream = 'application/x-in-gesprek-export';

export type ExportLine =
  /** So many are made first. */
  | { ahead: number }
  /** How far it is, from 0 to 1. */
  | { done: number }
  /** `size` in bytes. */
  | { file: { name: string; contentType: string; size: number } }
  | { reason: RefusalReason };
