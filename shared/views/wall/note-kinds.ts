import type { NoteKind } from '../../script.ts';

/** The order of the notes on the wall; kept apart from the script's list, which would bring the schema along. */
export const noteKindOrder: readonly NoteKind[] = ['insight', 'difference', 'question', 'proposal'];
