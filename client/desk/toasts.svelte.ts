import { announcer } from './announcer.svelte.ts';

/** `label`: what its button says where that is no undo. */
type Toast = { id: number; text: string; undo: (() => void) | null; label: string | null };
type Lasting = { saidAt: number; endsAt: number; timer: ReturnType<typeof setTimeout> | undefined };

/** WCAG 2.2.1: long enough to read, and to reach where there is something to press; Ctrl+Z works after that as well. */
const lasts = { read: 8_000, pressed: 15_000 };
/** So much longer while somebody moves over it, or comes back to it. */
const lingers = 5_000;
/** What is said where one is on the way to another screen is said of that. */
const onTheWay = 1_000;
const most = 1;

/** What was just done, with its undo: the newest takes the place of the one before. */
class Toasts {
  list = $state.raw<readonly Toast[]>([]);
  /** A desk keeps a line free for them, so that they lie over nothing. */
  hasPlace = $state(false);
  #last: { undo: () => void; saidAt: number } | null = null;
  #ids = 0;
  #lasting = new Map<number, Lasting>();

  /** What is said from now on has a higher number. */
  get newest(): number {
    return this.#ids;
  }

  say(text: string, undo: (() => void) | null = null, label: string | null = null): void {
    const id = ++this.#ids;
    const saidAt = Date.now();
    for (const one of this.list) this.#stop(one.id);
    this.list = [...this.list, { id, text, undo, label }].slice(-most);
    if (undo && !label) this.#last = { undo, saidAt };
    announcer.say(text);
    this.#wait(id, { saidAt, endsAt: saidAt + (undo ? lasts.pressed : lasts.read), timer: undefined });
  }

  /** The newest act that can be undone, also after its words are gone. */
  undoLast(): void {
    const undo = this.#last?.undo;
    this.#last = null;
    if (!undo) return;
    this.list = this.list.filter((toast) => toast.undo !== undo);
    undo();
  }

  undo(toast: Toast): void {
    this.drop(toast.id);
    if (this.#last?.undo === toast.undo) this.#last = null;
    toast.undo?.();
  }

  drop(id: number): void {
    this.#stop(id);
    const gone = this.list.find((toast) => toast.id === id);
    if (gone) announcer.forget(gone.text);
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  /** The focus is on it, or a dialog lies over it: it stays. */
  hold(): void {
    for (const lasting of this.#lasting.values()) clearTimeout(lasting.timer);
  }
  release(): void {
    this.linger();
  }

  /** Somebody moves over it. A pointer that only lies there holds nothing: it may lie there for an hour. */
  linger(): void {
    for (const [id, lasting] of this.#lasting)
      this.#wait(id, { ...lasting, endsAt: Math.max(lasting.endsAt, Date.now() + lingers) });
  }

  /** On another screen nothing is undone that is not seen there. */
  leave(): void {
    const since = Date.now() - onTheWay;
    if (this.#last && this.#last.saidAt < since) this.#last = null;
    for (const [id, { saidAt }] of [...this.#lasting]) if (saidAt < since) this.drop(id);
  }

  #stop(id: number): void {
    clearTimeout(this.#lasting.get(id)?.timer);
    this.#lasting.delete(id);
  }

  #wait(id: number, lasting: Lasting): void {
    clearTimeout(lasting.timer);
    const timer = setTimeout(() => this.drop(id), lasting.endsAt - Date.now());
    this.#lasting.set(id, { ...lasting, timer });
  }
}

export const toasts = new Toasts();
