import type { Language } from '../../shared/script.ts';

/** The sentences of a part of the desk that is fetched when it is opened; whoever switches language gets them in the other. */
export class FetchedWords<Catalogue> {
  #loaded = $state.raw<Catalogue | null>(null);
  #language: Language | null = null;
  readonly #load: (language: Language) => Promise<Catalogue>;

  constructor(load: (language: Language) => Promise<Catalogue>) {
    this.#load = load;
  }

  get words(): Catalogue {
    if (!this.#loaded) throw new Error('the words are not loaded yet');
    return this.#loaded;
  }
  async use(language: Language): Promise<void> {
    if (language === this.#language) return;
    this.#loaded = await this.#load(language);
    this.#language = language;
  }
}
