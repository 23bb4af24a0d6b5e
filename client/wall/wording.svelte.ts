import type { Language } from '../../shared/script.ts';
import type { refusals } from '../../shared/words/refusals.nl.ts';
import type { words } from '../../shared/words/wall.nl.ts';
import { ScreenLanguage } from '../live/language.svelte.ts';
import type { Keep } from '../live/storage.ts';

export type Words = typeof words;
type Catalogue = { words: Words; refusals: typeof refusals };
const key = 'ig.wall.language';

async function load(language: Language): Promise<Catalogue> {
  const [wall, refused] =
    language === 'nl'
      ? await Promise.all([import('../../shared/words/wall.nl.ts'), import('../../shared/words/refusals.nl.ts')])
      : await Promise.all([import('../../shared/words/wall.en.ts'), import('../../shared/words/refusals.en.ts')]);
  return { words: wall.words, refusals: refused.refusals };
}

/** The wall's sentences, in a language of its own: chosen here, else the session's. */
class Wording {
  #catalogue = $state.raw<Catalogue | undefined>();
  #language = $state.raw<ScreenLanguage | undefined>();
  #chosen = false;

  get words(): Words {
    return this.#loaded.words;
  }
  get refusals(): Catalogue['refusals'] {
    return this.#loaded.refusals;
  }
  get language(): Language {
    return this.#language?.current ?? 'nl';
  }
  get #loaded(): Catalogue {
    if (!this.#catalogue) throw new Error('the words are not loaded yet');
    return this.#catalogue;
  }

  /** `own`: whose choice it follows, where that is not the wall's, and what it speaks otherwise. */
  async open(keep: Keep, own: { key: string; fallback?: Language } = { key }): Promise<void> {
    const language = new ScreenLanguage(keep, own.key, own.fallback);
    this.#chosen = keep.get(own.key) !== null;
    this.#catalogue = await load(language.current);
    this.#language = language;
  }

  /** The session's language, where this wall has not been given one. */
  async follow(language: Language): Promise<void> {
    if (!this.#chosen && language !== this.language) await this.#use(language, false);
  }

  async use(language: Language): Promise<void> {
    this.#chosen = true;
    await this.#use(language, true);
  }

  async #use(language: Language, remember: boolean): Promise<void> {
    const catalogue = await load(language).catch(() => undefined);
    if (!catalogue) return;
    this.#catalogue = catalogue;
    this.#language?.use(language, remember);
  }
}

export const wording = new Wording();
