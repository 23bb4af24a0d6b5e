import type { RefusalReason } from '../../shared/refusals.ts';
import type { Language, Text } from '../../shared/script.ts';
import { say, spokenIn } from '../../shared/script-queries.ts';
import type { words } from '../../shared/words/desk.nl.ts';
import { localeOf } from '../../shared/words/locale.ts';
import type { refusals } from '../../shared/words/refusals.nl.ts';
import { ScreenLanguage } from '../live/language.svelte.ts';
import type { Keep } from '../live/storage.ts';

type Catalogue = { words: typeof words; refusals: typeof refusals };

async function load(language: Language): Promise<Catalogue> {
  const [desk, refused] =
    language === 'nl'
      ? await Promise.all([import('../../shared/words/desk.nl.ts'), import('../../shared/words/refusals.nl.ts')])
      : await Promise.all([import('../../shared/words/desk.en.ts'), import('../../shared/words/refusals.en.ts')]);
  return { words: desk.words, refusals: refused.refusals };
}

/** The first of the browser's languages that this screen speaks. */
export function browserLanguage(): Language {
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'nl' || tag === 'en');
  return known === 'en' ? 'en' : 'nl';
}

/** The desk's sentences, dates and script texts in the language of this screen; a switch takes effect at once. */
class Wording {
  #catalogue = $state.raw<Catalogue | undefined>();
  #language = $state.raw<ScreenLanguage | undefined>();

  get words(): Catalogue['words'] {
    return this.#loaded.words;
  }
  get language(): Language {
    return this.#language?.current ?? 'nl';
  }
  get #loaded(): Catalogue {
    if (!this.#catalogue) throw new Error('the words are not loaded yet');
    return this.#catalogue;
  }

  /** An ordinary "no", in words: the desk's own, else everybody's. */
  refusal(reason: RefusalReason | 'offline'): string {
    if (reason === 'offline') return this.words.offline;
    return this.words.refused[reason] ?? this.#loaded.refusals[reason];
  }
  say(text: Text | null | undefined): string {
    return say(text ?? undefined, this.language);
  }
  spokenIn(text: Text | null | undefined): Language {
    return spokenIn(text ?? undefined, this.language);
  }
  /** A calendar day, or a moment, written out. */
  day(date: string | number, style: 'full' | 'long' | 'medium' = 'long'): string {
    const zone = typeof date === 'string' ? { timeZone: 'UTC' } : {};
    return new Intl.DateTimeFormat(localeOf(this.language), { dateStyle: style, ...zone }).format(new Date(date));
  }
  /** "10:41" */
  time(at: number): string {
    return new Intl.DateTimeFormat(localeOf(this.language), {
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    }).format(at);
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
