import type { DraftMessage } from '../../../shared/protocol.ts';
import type { PhoneLive } from '../room.ts';

/** The first key leaves at once, the next ones this often (ms): within what the server allows, and read live. */
const shareEvery = 200;

/** Lets the others of the unit read along. Offline it waits here: what a partner has not read is not forgotten. */
export class Sharing {
  #live: PhoneLive;
  #draftOf: (prompt: string) => DraftMessage | undefined;
  #waiting = new Set<string>();
  #sharedAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(live: PhoneLive, draftOf: (prompt: string) => DraftMessage | undefined) {
    this.#live = live;
    this.#draftOf = draftOf;
    globalThis.document?.addEventListener('visibilitychange', this.#laidDown);
  }
  stop(): void {
    document.removeEventListener('visibilitychange', this.#laidDown);
    this.now();
  }

  /** Something was written here: told soon. */
  note(prompt: string): void {
    this.#waiting.add(prompt);
    const wait = this.#sharedAt + shareEvery - performance.now();
    if (wait <= 0) this.now();
    else this.#timer ??= setTimeout(() => this.now(), wait);
  }
  /** Was written before this page was opened: told at the next settling. */
  later(prompt: string): void {
    this.#waiting.add(prompt);
  }
  settle(): void {
    if (!this.#timer) this.now();
  }
  now(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.size === 0 || this.#live.status !== 'online') return;
    this.#sharedAt = performance.now();
    for (const prompt of this.#waiting) {
      const draft = this.#draftOf(prompt);
      if (draft) this.#live.draft(draft);
    }
    this.#waiting.clear();
  }

  /** A phone that is locked or put away may never come back: the last words leave at once. */
  #laidDown = (): void => this.now();
}
