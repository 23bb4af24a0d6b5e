import { untilHere } from '../loading.ts';
import { wording } from '../wording.svelte.ts';

type Rest = typeof import('./rest.ts');

/** The room without what its most usual screens do not need; that comes with what it says, once. */
class Parts {
  #rest = $state.raw<Rest | undefined>();
  #asked: Promise<void> | undefined;

  /** Where it is not here it is on its way, and whoever asked is told when it comes. */
  get rest(): Rest | undefined {
    if (!this.#rest) void this.fetchRest();
    return this.#rest;
  }

  /** What is here already; nothing is asked for. */
  get here(): Rest | undefined {
    return this.#rest;
  }

  /** Comes through when it is here, however often the network fails. */
  fetchRest(): Promise<void> {
    this.#asked ??= this.#bring();
    return this.#asked;
  }

  async #bring(): Promise<void> {
    [this.#rest] = await Promise.all([untilHere(() => import('./rest.ts')), wording.openRest()]);
  }
}

export const parts = new Parts();
