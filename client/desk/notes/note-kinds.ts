import type { NoteKind } from '../../../shared/script.ts';
import type { IconName } from '../../ui/icon-names.ts';

/** The order of the kinds; kept apart from the script's list, which would bring the schema along. */
export const noteKinds: readonly NoteKind[] = ['insight', 'difference', 'question', 'proposal'];
export const noteIcons: Record<NoteKind, IconName> = {
  insight: 'lightbulb',
  difference: 'split',
  question: 'circle-question-mark',
  proposal: 'sprout',
};
export const maxNote = 500;
