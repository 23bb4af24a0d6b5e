import type { Language } from '../../../shared/script.ts';
import type * as dutch from '../../../shared/words/editor.nl.ts';

type Catalogue = Omit<typeof dutch, never>;

/** The sentences of making a script, fetched with it; whoever switches language gets them in the other. */
class EditorWords {
  #loaded = $state.raw<Catalogue | null>(null);
  #language: Language | null = null;

  get words(): Catalogue {
    if (!this.#loaded) throw new Error('the words are not loaded yet');
    return this.#loaded;
  }
  async use(language: Language): Promise<void> {
    if (language === this.#language) return;
    this.#loaded =
      language === 'nl'
        ? await import('../../../shared/words/editor.nl.ts')
        : await import('../../../shared/words/editor.en.ts');
    this.#language = language;
  }
}

export const editor = new EditorWords();
