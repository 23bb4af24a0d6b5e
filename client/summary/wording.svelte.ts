import type { Language, Text } from '../../shared/script.ts';
import { say } from '../../shared/script-queries.ts';
import { localeOf } from '../../shared/words/locale.ts';
import type { words as dutch } from '../../shared/words/summary.nl.ts';
import { ScreenLanguage } from '../live/language.svelte.ts';
import type { Keep } from '../live/storage.ts';

type Words = typeof dutch;

async function load(language: Language): Promise<Words> {
  const part =
    language === 'nl' ? import('../../shared/words/summary.nl.ts') : import('../../shared/words/summary.en.ts');
  return (await part).words;
}

/** The page's sentences, dates and script texts in the language of its reader. */
class Wording {
  #words = $state.raw<Words | undefined>();
  #language = $state.raw<ScreenLanguage | undefined>();

  get words(): Words {
    if (!this.#words) throw new Error('the words are not loaded yet');
    return this.#words;
  }
  get language(): Language {
    return this.#language?.current ?? 'nl';
  }
  say(text: Text | null | undefined): string {
    return say(text ?? undefined, this.language);
  }
  /** A calendar day, or a moment, written out. */
  day(date: string | number, style: 'full' | 'long' | 'medium' = 'long'): string {
    const zone = typeof date === 'string' ? { timeZone: 'UTC' } : {};
    return new Intl.DateTimeFormat(localeOf(this.language), { dateStyle: style, ...zone }).format(new Date(date));
  }

  async open(keep: Keep, fallback: Language): Promise<void> {
    const language = new ScreenLanguage(keep, 'ig.language', fallback);
    this.#words = await load(language.current);
    this.#language = language;
  }

  async use(language: Language): Promise<void> {
    const words = await load(language).catch(() => undefined);
    if (!words) return;
    this.#words = words;
    this.#language?.use(language);
  }
}

export const wording = new Wording();
