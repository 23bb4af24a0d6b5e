import type { Keep } from '../live/storage.ts';

/** Steps of larger text beside the usual; how large each is stands in phone.css. */
export const largest = 3;

/** How this phone shows things, beside what its browser can do: chosen here, kept here. */
class View {
  size = $state(0);
  /** One question a screen. */
  oneByOne = $state(false);
  #keep: Keep | undefined;

  open(keep: Keep): void {
    this.#keep = keep;
    this.oneByOne = keep.get('ig.one') === '1';
    this.#show(Number(keep.get('ig.text')));
  }
  /** A step larger; after the largest the usual again. */
  enlarge(): void {
    this.#show(this.size + 1);
    this.#keep?.set('ig.text', `${this.size}`);
  }
  toggleOneByOne(): void {
    this.oneByOne = !this.oneByOne;
    this.#keep?.set('ig.one', this.oneByOne ? '1' : '0');
  }
  #show(size: number): void {
    this.size = size > 0 && size <= largest ? size : 0;
    document.documentElement.dataset['text'] = `${this.size}`;
  }
}

export const view = new View();
