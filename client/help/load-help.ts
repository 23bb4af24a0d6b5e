import type { Language } from '../../shared/script.ts';
import type { help } from '../../shared/words/help.nl.ts';

export type HelpWords = typeof help;

/** The help in one language: fetched when somebody asks for it. */
export const loadHelp = async (language: Language): Promise<HelpWords> =>
  (await (language === 'nl' ? import('../../shared/words/help.nl.ts') : import('../../shared/words/help.en.ts'))).help;
