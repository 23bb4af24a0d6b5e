/** What is read as a piece. */
const pieces = 'h1,h2,h3,p,li,legend,label,summary,blockquote';
/** What is not on the screen as text, or is there to be tapped. A scale's label is: its legend, which is told, is not. */
const unread = 'button,textarea,[aria-hidden=true]:not(.shown),.visually-hidden,details:not([open])>:not(summary)';

type Piece = { element: HTMLElement; text: string; lang: string };

/** What stands on this part of the screen, in the order in which it is read, each piece with its language. */
function piecesIn(part: Element): Piece[] {
  const found: Piece[] = [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const text = walker.currentNode.nodeValue ?? '';
    if (!parent || !text.trim() || parent.closest(unread) || !parent.getClientRects().length) continue;
    const element = parent.closest<HTMLElement>(pieces) ?? parent;
    const lang = parent.closest<HTMLElement>('[lang]')?.lang ?? '';
    const last = found.at(-1);
    if (last?.element === element && last.lang === lang) last.text += text;
    else found.push({ element, text, lang });
  }
  return found;
}

const speech = globalThis.speechSynthesis as SpeechSynthesis | undefined;

/** Reads aloud by a voice of the device itself, and by no other: a voice from elsewhere would be sent the words (P3). */
export class Aloud {
  reading = $state(false);
  #voices = $state.raw<readonly SpeechSynthesisVoice[]>([]);
  /** Kept, or a browser may forget what it has to tell of them. */
  #queue: SpeechSynthesisUtterance[] = [];
  #marked: HTMLElement | undefined;

  constructor() {
    this.#look();
    // A browser finds its voices later than it shows a page.
    speech?.addEventListener?.('voiceschanged', this.#look);
  }
  #look = (): void => {
    this.#voices = (speech?.getVoices() ?? []).filter(({ localService }) => localService);
  };

  voiceOf(lang: string): SpeechSynthesisVoice | undefined {
    const fitting = this.#voices.filter((voice) => voice.lang.toLowerCase().startsWith(lang.slice(0, 2)));
    return fitting.find((voice) => voice.default) ?? fitting[0];
  }

  read(part: Element): void {
    this.stop();
    for (const { element, text, lang } of piecesIn(part)) {
      const voice = this.voiceOf(lang);
      if (!voice) continue;
      const said = new SpeechSynthesisUtterance(text);
      said.voice = voice;
      said.lang = voice.lang;
      said.onstart = () => this.#queue.includes(said) && this.#mark(element);
      said.onend = said.onerror = () => this.#queue.at(-1) === said && this.stop();
      this.#queue.push(said);
      speech?.speak(said);
    }
    this.reading = this.#queue.length > 0;
  }
  stop(): void {
    this.reading = false;
    this.#queue = [];
    this.#mark(undefined);
    speech?.cancel();
  }
  leave(): void {
    this.stop();
    speech?.removeEventListener?.('voiceschanged', this.#look);
  }
  #mark(element: HTMLElement | undefined): void {
    this.#marked?.removeAttribute('data-read');
    this.#marked = element;
    element?.setAttribute('data-read', '');
    element?.scrollIntoView({ block: 'nearest' });
  }
}
