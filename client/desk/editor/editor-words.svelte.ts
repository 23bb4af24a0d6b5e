import type * as dutch from '../../../shared/words/editor.nl.ts';
import { FetchedWords } from '../fetched-words.svelte.ts';

type Catalogue = Omit<typeof dutch, never>;

/** The sentences of making a script. */
export const editor = new FetchedWords<Catalogue>((language) =>
  language === 'nl' ? import('../../../shared/words/editor.nl.ts') : import('../../../shared/words/editor.en.ts'),
);
