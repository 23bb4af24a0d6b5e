import type * as dutch from '../../../shared/words/account.nl.ts';
import { FetchedWords } from '../fetched-words.svelte.ts';

type Catalogue = Omit<typeof dutch, never>;

/** The sentences of a facilitator's own page. */
export const account = new FetchedWords<Catalogue>((language) =>
  language === 'nl' ? import('../../../shared/words/account.nl.ts') : import('../../../shared/words/account.en.ts'),
);
