import type { Language } from '../../shared/script.ts';
import type { words } from '../../shared/words/phone.nl.ts';
import type { refusals } from '../../shared/words/refusals.nl.ts';
import { ScreenLanguage } from '../live/language.svelte.ts';
import type { Keep } from '../live/storage.ts';

type Catalogue = { words: typeof words; refusals: typeof refusals };

async function load(language: Language): Promise<Catalogue> {
  const [phone, refused] =
    language === 'nl'
      ? await Promise.all([import('../../shared/words/phone.nl.ts'), import('../../shared/words/refusals.nl.ts')])
      : await Promise.all([import('../../shared/words/phone.en.ts'), import('../../shared/words/refusals.en.ts')]);
  return { words: phone.words, refusals: refused.refusals };
}

/** The first of the browser's languages that this screen speaks. */
export function browserLanguage(): Language {
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'nl' || tag === 'en');
  return known === 'en' ? 'en' : 'nl';
}

/** The phone's sentences in the language of this screen; a switch takes effect at once, everywhere. */
class Wording {
  #catalogue = $state.raw<Catalogue | undefined>();
  #language = $state.raw<ScreenLanguage | undefined>();

  get words(): Catalogue['words'] {
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

  async open(keep: Keep, fallback: Language): Promise<void> {
    const language = new ScreenLanguage(keep, 'ig.language', fallback);
    this.#catalogue = await load(language.current);
    this.#language = language;
  }

  async use(language: Language): Promise<void> {
    const catalogue = await load(language).catch(() => undefined);
    if (!catalogue) return;
    this.#catalogue = catalogue;
    this.#language?.use(language);
  }
}

export const wording = new Wording();
