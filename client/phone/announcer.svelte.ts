import { untrack } from 'svelte';

const staysFor = 8_000;

/** What the one polite live region says. Saying the same again is heard again. */
class Announcer {
  sentence = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Behind an open dialog nothing is heard: said when it is closed, the newest only. */
  #waiting: string | undefined;

  constructor() {
    addEventListener('close', () => this.#waiting !== undefined && this.say(this.#waiting), true);
  }

  /** Another step: what was said of the one before is over. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
    this.sentence = '';
  }

  say(sentence: string): void {
    const isHeard = document.querySelector('dialog[open]') === null;
    this.#waiting = isHeard ? undefined : sentence;
    if (!isHeard) return;
    const before = untrack(() => this.sentence);
    this.sentence = before === sentence ? `${sentence}\u00a0` : sentence;
    // Whoever walks through the page later finds no sentence of a step that is long over.
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.sentence = '';
    }, staysFor);
  }
}

export const announcer = new Announcer();
