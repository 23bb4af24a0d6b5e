import type { RefusalReason } from './refusals.ts';
import type { words } from './words/exports/kinds.nl.ts';

/** Every export has its words, and every such words their export. */
export type ExportKind = keyof typeof words.kinds;

/** What a file is for: to read, to work with (calculating, analysing), to keep. */
export const exportGroups = ['read', 'work', 'keep'] as const;
export type ExportGroup = (typeof exportGroups)[number];

/** What a file is made for. For research it holds nothing, and no count, of who did not say yes to that (`?use=research`). */
export const exportUses = ['team', 'research'] as const;
export type ExportUse = (typeof exportUses)[number];

/** GET /api/sessions/:id/research (its desks of the whole session) -> Research; null where phones are not asked. */
export type Research = { leftOut: number; of: number } | null;

/** GET /api/sessions/:id/exports (its desks of the whole session) -> ExportRow[]: those that this desk may have. */
export type ExportRow = { kind: ExportKind; group: ExportGroup; forResearch: boolean };

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
