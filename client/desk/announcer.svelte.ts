import { untrack } from 'svelte';

/** What the one polite live region says. Saying the same again is heard again. */
class Announcer {
  sentence = $state('');
  /** How many dialogs are open: what lies behind one is neither seen nor heard. */
  dialogs = $state(0);

  /** What it said goes with its toast: it may name somebody who was erased. */
  forget(sentence: string): void {
    if (this.sentence.trimEnd() === sentence) this.sentence = '';
  }

  say(sentence: string): void {
    const before = untrack(() => this.sentence);
    this.sentence = before === sentence ? `${sentence}\u00a0` : sentence;
  }
}

export const announcer = new Announcer();
