import type { Language } from '../../shared/script.ts';
import type { joining } from '../../shared/words/phone/joining.nl.ts';
import type { rest } from '../../shared/words/phone/rest.nl.ts';
import type { room } from '../../shared/words/phone/room.nl.ts';
import type { refusals } from '../../shared/words/refusals.nl.ts';
import { ScreenLanguage } from '../live/language.svelte.ts';
import type { Keep } from '../live/storage.ts';
import { untilHere } from './loading.ts';

type Catalogue = { joining: typeof joining; refusals: typeof refusals };
type Room = typeof room;
type Rest = typeof rest;

const load = (language: Language): Promise<Catalogue> =>
  language === 'nl' ? import('../../shared/words/phone/first.nl.ts') : import('../../shared/words/phone/first.en.ts');

const loadRoom = async (language: Language): Promise<Room> =>
  (
    await (language === 'nl'
      ? import('../../shared/words/phone/room.nl.ts')
      : import('../../shared/words/phone/room.en.ts'))
  ).room;

const loadRest = (language: Language): Promise<{ rest: Rest }> =>
  language === 'nl' ? import('../../shared/words/phone/rest.nl.ts') : import('../../shared/words/phone/rest.en.ts');

/** The first of the browser's languages that this screen speaks. */
export function browserLanguage(): Language {
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'nl' || tag === 'en');
  return known === 'en' ? 'en' : 'nl';
}

/** The phone's sentences in the language of this screen; a switch takes effect at once, everywhere. */
class Wording {
  #catalogue = $state.raw<Catalogue | undefined>();
  #room = $state.raw<Room | undefined>();
  #rest = $state.raw<Rest | undefined>();
  #words = $derived({ ...known(this.#catalogue).joining, ...known(this.#room), ...this.#rest } as typeof joining &
    Room &
    Rest);
  #language = $state.raw<ScreenLanguage | undefined>();

  /** All that is said before somebody has joined. */
  get joining(): Catalogue['joining'] {
    return known(this.#catalogue).joining;
  }
  get refusals(): Catalogue['refusals'] {
    return known(this.#catalogue).refusals;
  }
  /** And all that is said in the room, once it is there: what a part of it says comes with that part (`parts.svelte.ts`). */
  get words(): typeof joining & Room & Rest {
    return this.#words;
  }
  /** What the room says beside its first screens, as far as it is here. */
  get rest(): Rest | undefined {
    return this.#rest;
  }
  get language(): Language {
    return this.#language?.current ?? 'nl';
  }

  /** `inRoom`: with what is said there. */
  async open(keep: Keep, fallback: Language, inRoom = false): Promise<void> {
    const language = new ScreenLanguage(keep, 'ig.language', fallback);
    const { current } = language;
    const [catalogue, room] = await Promise.all([load(current), inRoom ? loadRoom(current) : this.#room]);
    this.#catalogue = catalogue;
    this.#room = room;
    this.#language = language;
  }

  /** Fetches what is said in the room; where the language was switched meanwhile, that of the new one. */
  async openRoom(): Promise<void> {
    const { language } = this;
    this.#room = await loadRoom(language);
    if (language !== this.language) await this.openRoom();
  }
  async openRest(): Promise<void> {
    const { language } = this;
    this.#rest = (await untilHere(() => loadRest(language))).rest;
    if (language !== this.language) await this.openRest();
  }

  async use(language: Language): Promise<void> {
    const all = [load(language), this.#room && loadRoom(language), this.#rest && loadRest(language)] as const;
    const loaded = await Promise.all(all).catch(() => undefined);
    if (!loaded) return;
    [this.#catalogue, this.#room] = loaded;
    this.#rest = loaded[2]?.rest;
    this.#language?.use(language);
  }
}

function known<T>(loaded: T | undefined): T {
  if (!loaded) throw new Error('the words are not loaded yet');
  return loaded;
}

export const wording = new Wording();
