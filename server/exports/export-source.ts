import type { Logged } from '../../shared/events.ts';
import type { ExportUse } from '../../shared/exports.ts';
import type { Language } from '../../shared/script.ts';
import { textOf } from '../../shared/session/selectors.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { foldAttended } from '../../shared/views/summary/attendance.ts';
import { words as english } from '../../shared/words/exports.en.ts';
import { words as dutch } from '../../shared/words/exports.nl.ts';
import { drawPeople } from './labels.ts';
import { type LeftOut, leftOutOf, researchLog } from './research.ts';

/** What every export is made from. */
export type ExportSource = {
  log: readonly Logged[];
  state: SessionState;
  /** The pseudonym of each person, the same for every use. */
  people: ReadonlyMap<string, string>;
  language: Language;
  words: typeof dutch;
  /** For research: what is left out of it, and the words under which the others said yes; null for the team. */
  research: (LeftOut & { agreedTo: string[] }) | null;
  /** What takes long says how far it is, from 0 to 1. */
  tell: (done: number) => void;
};

/** Files speak the session's language. */
export const exportWords = (language: Language): typeof dutch => (language === 'nl' ? dutch : english);

export function exportSource(
  whole: readonly Logged[],
  tell: ExportSource['tell'] = () => {},
  use: ExportUse = 'team',
): ExportSource {
  const { state: all } = foldAttended(whole);
  const people = drawPeople(whole, all);
  const { language } = all;
  const more = { people, language, words: exportWords(language), tell };
  if (use === 'team') return { ...more, log: whole, state: all, research: null };
  const log = researchLog(whole);
  const agreedTo = [...valuesOf(all.consentTexts)].map((text) => textOf(all, text));
  return { ...more, log, state: foldAttended(log).state, research: { ...leftOutOf(whole, log), agreedTo } };
}

/** "12 van 40 antwoorden niet voor onderzoek"; nothing for the team. */
export const leftOutSentence = ({ research, words }: Pick<ExportSource, 'research' | 'words'>): string =>
  research ? words.leftOut(research.leftOut, research.of) : '';
