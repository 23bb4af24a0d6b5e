/** What the one polite live region says. Saying the same again is heard again. */
class Announcer {
  sentence = $state('');

  say(sentence: string): void {
    this.sentence = this.sentence === sentence ? `${sentence}\u00a0` : sentence;
  }
}

export const announcer = new Announcer();
