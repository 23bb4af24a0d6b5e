/** A card holds the first sentences of a long text; the whole of it is for the spotlight. */

export const cardLimit = 220;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first `max` characters at most, never through one (an emoji family is one). */
function firstGraphemes(text: string, max: number): string {
  let end = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (end + segment.length > max) break;
    end += segment.length;
  }
  return text.slice(0, end);
}

/** Whole sentences where they fill more than half of the room, else whole words, else as much as there is; with "…". */
export function shortened(text: string, max = cardLimit): string {
  if (text.length <= max) return text;
  const first = firstGraphemes(text, max);
  const sentence = Math.max(...['. ', '! ', '? ', '\n'].map((end) => first.lastIndexOf(end))) + 1;
  if (sentence > max / 2) return `${first.slice(0, sentence).trimEnd()} …`;
  const word = first.search(/\s\S*$/);
  return word > max / 3 ? `${first.slice(0, word).trimEnd()} …` : `${first}…`;
}

/** A text cut into pages of at most `max` characters, between sentences or words where it can. */
export function textPages(text: string, max: number): string[] {
  const pages: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const first = firstGraphemes(rest, max);
    const sentence = Math.max(...['. ', '! ', '? ', '\n'].map((end) => first.lastIndexOf(end))) + 1;
    const word = first.search(/\s\S*$/);
    const cut = sentence > max / 2 ? sentence : word > max / 3 ? word : Math.max(first.length, 1);
    pages.push(`${rest.slice(0, cut).trimEnd()} …`);
    rest = rest.slice(cut).trimStart();
  }
  return [...pages, rest];
}
