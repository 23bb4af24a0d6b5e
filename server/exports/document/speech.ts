import type { Language, Text } from '../../../shared/script.ts';
import { say } from '../../../shared/script-queries.ts';
import { document as english } from '../../../shared/words/exports/document.en.ts';
import { document as dutch } from '../../../shared/words/exports/document.nl.ts';
import { words as summaryEnglish } from '../../../shared/words/summary.en.ts';
import { words as summaryDutch } from '../../../shared/words/summary.nl.ts';

/** The words of a document in its language. */
export type Speech = {
  language: Language;
  words: typeof summaryDutch;
  paper: typeof dutch;
  say: (text: Text | null | undefined) => string;
};

export const speechIn = (language: Language): Speech => ({
  language,
  words: language === 'nl' ? summaryDutch : summaryEnglish,
  paper: language === 'nl' ? dutch : english,
  say: (text) => say(text ?? undefined, language),
});
