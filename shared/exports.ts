import type { RefusalReason } from './refusals.ts';
import type { words } from './words/exports/kinds.nl.ts';

/** Every export has its words, and every such words their export. */
export type ExportKind = keyof typeof words.kinds;

/** What a file is for: to read, to calculate with, to analyse, to keep. */
export const exportGroups = ['read', 'calculate', 'analyse', 'keep'] as const;
export type ExportGroup = (typeof exportGroups)[number];

/** GET /api/sessions/:id/exports (its desks of the whole session) -> ExportRow[]: those that this desk may have. */
export type ExportRow = { kind: ExportKind; group: ExportGroup };

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
