import type { RefusalReason } from '../../../shared/refusals.ts';
import type { Language, Text } from '../../../shared/script.ts';
import { say } from '../../../shared/script-queries.ts';
import type { words } from '../../../shared/words/home.nl.ts';
import type { refusals } from '../../../shared/words/refusals.nl.ts';

type Catalogue = { language: Language; words: typeof words; refusals: typeof refusals };

async function load(language: Language): Promise<Catalogue> {
  const [home, refused] =
    language === 'nl'
      ? await Promise.all([import('../../../shared/words/home.nl.ts'), import('../../../shared/words/refusals.nl.ts')])
      : await Promise.all([import('../../../shared/words/home.en.ts'), import('../../../shared/words/refusals.en.ts')]);
  return { language, words: home.words, refusals: refused.refusals };
}

/** The sentences of home, share and people, in the language that was loaded last; render once it is `ready`. */
class Wording {
  #catalogue = $state.raw<Catalogue | null>(null);
  #wanted: Language | null = null;

  get ready(): boolean {
    return this.#catalogue !== null;
  }
  get words(): Catalogue['words'] {
    return this.#loaded.words;
  }
  get language(): Language {
    return this.#loaded.language;
  }
  get #loaded(): Catalogue {
    if (!this.#catalogue) throw new Error('the words are not loaded yet');
    return this.#catalogue;
  }

  /** Follows the screen's language; the old words stay until the new ones are here. */
  async follow(language: Language): Promise<void> {
    if (this.#wanted === language) return;
    this.#wanted = language;
    try {
      const catalogue = await load(language);
      if (this.#wanted === language) this.#catalogue = catalogue;
    } catch {
      this.#wanted = null;
    }
  }

  refusal(reason: RefusalReason | 'offline'): string {
    return reason === 'offline' ? this.words.offline : this.#loaded.refusals[reason];
  }
  say(text: Text | null | undefined): string {
    return say(text ?? undefined, this.language);
  }
  /** A calendar day ("2026-11-24") or a moment, written out. */
  day(date: string | number, style: 'long' | 'medium' = 'long'): string {
    const zone = typeof date === 'string' ? { timeZone: 'UTC' } : {};
    return new Intl.DateTimeFormat(this.language, { dateStyle: style, ...zone }).format(new Date(date));
  }
}

export const wording = new Wording();
