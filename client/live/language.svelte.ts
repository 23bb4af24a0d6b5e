import type { Language } from '../../shared/script.ts';
import type { Keep } from './storage.ts';

/** The language of this screen: chosen here, else the browser's, else the session's. */
export class ScreenLanguage {
  current = $state<Language>('nl');
  #keep: Keep;
  #key: string;

  constructor(keep: Keep, key: string, fallback: Language = 'nl') {
    this.#keep = keep;
    this.#key = key;
    const kept = keep.get(key);
    this.use(kept === 'nl' || kept === 'en' ? kept : fallback, false);
  }

  use(language: Language, remember = true): void {
    this.current = language;
    document.documentElement.lang = language;
    if (remember) this.#keep.set(this.#key, language);
  }
}
