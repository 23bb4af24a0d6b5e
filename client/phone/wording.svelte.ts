import type { Language } from '../../shared/script.ts';
import type { joining } from '../../shared/words/phone/joining.nl.ts';
import type { room } from '../../shared/words/phone/room.nl.ts';
import type { refusals } from '../../shared/words/refusals.nl.ts';
import { ScreenLanguage } from '../live/language.svelte.ts';
import type { Keep } from '../live/storage.ts';

type Catalogue = { joining: typeof joining; refusals: typeof refusals };

async function load(language: Language): Promise<Catalogue> {
  const [first, refused] =
    language === 'nl'
      ? await Promise.all([
          import('../../shared/words/phone/joining.nl.ts'),
          import('../../shared/words/refusals.nl.ts'),
        ])
      : await Promise.all([
          import('../../shared/words/phone/joining.en.ts'),
          import('../../shared/words/refusals.en.ts'),
        ]);
  return { joining: first.joining, refusals: refused.refusals };
}

const loadRoom = async (language: Language): Promise<typeof room> =>
  (
    await (language === 'nl'
      ? import('../../shared/words/phone/room.nl.ts')
      : import('../../shared/words/phone/room.en.ts'))
  ).room;

/** The first of the browser's languages that this screen speaks. */
export function browserLanguage(): Language {
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'nl' || tag === 'en');
  return known === 'en' ? 'en' : 'nl';
}

/** The phone's sentences in the language of this screen; a switch takes effect at once, everywhere. */
class Wording {
  #catalogue = $state.raw<Catalogue | undefined>();
  #room = $state.raw<typeof room | undefined>();
  #words = $derived({ ...known(this.#catalogue).joining, ...known(this.#room) });
  #language = $state.raw<ScreenLanguage | undefined>();

  /** All that is said before somebody has joined. */
  get joining(): Catalogue['joining'] {
    return known(this.#catalogue).joining;
  }
  get refusals(): Catalogue['refusals'] {
    return known(this.#catalogue).refusals;
  }
  /** And all that is said in the room, once it is there. */
  get words(): typeof joining & typeof room {
    return this.#words;
  }
  get language(): Language {
    return this.#language?.current ?? 'nl';
  }

  async open(keep: Keep, fallback: Language): Promise<void> {
    const language = new ScreenLanguage(keep, 'ig.language', fallback);
    this.#catalogue = await load(language.current);
    this.#language = language;
  }

  /** Fetches what is said in the room; where the language was switched meanwhile, those of the new one. */
  async openRoom(): Promise<void> {
    const { language } = this;
    this.#room = await loadRoom(language);
    if (language !== this.language) await this.openRoom();
  }

  async use(language: Language): Promise<void> {
    const loaded = await Promise.all([load(language), this.#room && loadRoom(language)]).catch(() => undefined);
    if (!loaded) return;
    [this.#catalogue, this.#room] = loaded;
    this.#language?.use(language);
  }
}

function known<T>(loaded: T | undefined): T {
  if (!loaded) throw new Error('the words are not loaded yet');
  return loaded;
}

export const wording = new Wording();
