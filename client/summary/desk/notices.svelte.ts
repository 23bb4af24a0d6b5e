type Undo = () => void;

const lasts = 8_000;

/** What was just done, for eight seconds, with its undo. */
export class Notices {
  text = $state('');
  undo = $state.raw<Undo | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string, undo: Undo | null = null): void {
    clearTimeout(this.#timer);
    this.text = text;
    this.undo = undo;
    this.#timer = setTimeout(() => this.clear(), lasts);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.text = '';
    this.undo = null;
  }
}
