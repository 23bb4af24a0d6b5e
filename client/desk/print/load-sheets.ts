import type { Language } from '../../../shared/script.ts';
import type { sheets } from '../../../shared/words/paper-sheets.nl.ts';

export type SheetWords = typeof sheets;

/** The words on paper, in the session's language: not in that of the desk. */
export const loadSheets = async (language: Language): Promise<SheetWords> =>
  (
    await (language === 'nl'
      ? import('../../../shared/words/paper-sheets.nl.ts')
      : import('../../../shared/words/paper-sheets.en.ts'))
  ).sheets;
