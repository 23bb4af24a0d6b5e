import type { Logged } from '../../shared/events.ts';
import type { Language } from '../../shared/script.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { foldAttended } from '../../shared/views/summary/attendance.ts';
import { words as english } from '../../shared/words/exports.en.ts';
import { words as dutch } from '../../shared/words/exports.nl.ts';

/** What every export is made from; files speak the session's language. */
export type ExportSource = {
  log: readonly Logged[];
  state: SessionState;
  language: Language;
  words: typeof dutch;
};

export function exportSource(log: readonly Logged[]): ExportSource {
  const { state } = foldAttended(log);
  return { log, state, language: state.language, words: state.language === 'nl' ? dutch : english };
}
