import { untrack } from 'svelte';

/** What the one polite live region says. Saying the same again is heard again. */
class Announcer {
  sentence = $state('');

  say(sentence: string): void {
    const before = untrack(() => this.sentence);
    this.sentence = before === sentence ? `${sentence}\u00a0` : sentence;
  }
}

export const announcer = new Announcer();
