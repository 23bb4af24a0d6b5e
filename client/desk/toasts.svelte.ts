import { announcer } from './announcer.svelte.ts';

/** `label`: what its button says where that is no undo. */
type Toast = { id: number; text: string; undo: (() => void) | null; label: string | null };

/** WCAG 2.2.1: long enough to read and reach; Ctrl+Z works after that as well. */
const lasts = 12_000;
const most = 1;

/** What was just done, with its undo: the newest takes the place of the one before. */
class Toasts {
  list = $state.raw<readonly Toast[]>([]);
  /** A desk keeps a line free for them, so that they lie over nothing. */
  hasPlace = $state(false);
  #last: (() => void) | null = null;
  #ids = 0;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  /** What is said from now on has a higher number. */
  get newest(): number {
    return this.#ids;
  }

  say(text: string, undo: (() => void) | null = null, label: string | null = null): void {
    const id = ++this.#ids;
    this.list = [...this.list, { id, text, undo, label }].slice(-most);
    if (undo && !label) this.#last = undo;
    announcer.say(text);
    this.#wait(id);
  }

  /** The newest act that can be undone, also after its words are gone. */
  undoLast(): void {
    const undo = this.#last;
    this.#last = null;
    if (!undo) return;
    this.list = this.list.filter((toast) => toast.undo !== undo);
    undo();
  }

  undo(toast: Toast): void {
    this.drop(toast.id);
    if (this.#last === toast.undo) this.#last = null;
    toast.undo?.();
  }

  drop(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    const gone = this.list.find((toast) => toast.id === id);
    if (gone) announcer.forget(gone.text);
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  /** Somebody reads or reaches for it: it stays. */
  hold(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
  release(): void {
    for (const { id } of this.list) this.#wait(id);
  }

  #wait(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => this.drop(id), lasts),
    );
  }
}

export const toasts = new Toasts();
