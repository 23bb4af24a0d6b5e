import type { Logged } from '../../shared/events.ts';
import type { Language } from '../../shared/script.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { foldAttended } from '../../shared/views/summary/attendance.ts';
import { words as english } from '../../shared/words/exports.en.ts';
import { words as dutch } from '../../shared/words/exports.nl.ts';

/** What every export is made from. */
export type ExportSource = {
  log: readonly Logged[];
  state: SessionState;
  language: Language;
  words: typeof dutch;
  /** What takes long says how far it is, from 0 to 1. */
  tell: (done: number) => void;
};

/** Files speak the session's language. */
export const exportWords = (language: Language): typeof dutch => (language === 'nl' ? dutch : english);

export function exportSource(log: readonly Logged[], tell: ExportSource['tell'] = () => {}): ExportSource {
  const { state } = foldAttended(log);
  return { log, state, language: state.language, words: exportWords(state.language), tell };
}
