import type { NoteKind } from '../../shared/script.ts';

/** In the order in which the summary lists them. */
export const noteKinds: readonly NoteKind[] = ['insight', 'difference', 'question', 'proposal'];
