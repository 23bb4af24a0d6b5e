/** Text in an SVG is broken into lines here: widths are estimated, so that the same lines come out on screen, on paper and in a test. */

const narrow = new Set("iIjlt.,:;!|'’‘()[] -f");
const wide = new Set('mwMW@%—');

/** Estimated width in em of Atkinson Hyperlegible Next; a little too wide rather than too narrow. */
const emOf = (character: string): number => {
  if (narrow.has(character)) return 0.33;
  if (wide.has(character)) return 0.86;
  return character === character.toUpperCase() && /\p{L}|\p{N}/u.test(character) ? 0.66 : 0.555;
};

/** Pixels that a text takes on one line. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (character === softHyphen ? 0 : emOf(character)), 0) * size;

const softHyphen = '\u00ad';
const vowel = /[aeiouyáéíóúäëïöüàè]/i;

/** Where a word that fits on no line is cut: at a soft hyphen, else before a consonant with a vowel after it. */
function cutOf(word: string, width: number, size: number): number {
  const fits = (end: number) => textWidth(`${word.slice(0, end)}-`, size) <= width;
  const soft = word.lastIndexOf(softHyphen);
  if (soft > 0 && fits(soft)) return soft;
  let last = 1;
  while (last < word.length - 1 && fits(last + 1)) last += 1;
  for (let at = last; at > 2; at--) {
    const [here = '', next = ''] = [word[at], word[at + 1]];
    if (!vowel.test(here) && vowel.test(next) && word.length - at > 2) return at;
  }
  return last;
}

function pieces(word: string, width: number, size: number): string[] {
  if (textWidth(word, size) <= width || word.length < 4) return [word];
  const cut = cutOf(word, width, size);
  return [`${word.slice(0, cut)}-`, ...pieces(word.slice(cut).replace(/^\u00ad/, ''), width, size)];
}

function greedy(words: readonly string[], width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const joined = `${last} ${word}`;
    if (last !== undefined && textWidth(joined, size) <= width) lines[lines.length - 1] = joined;
    else lines.push(...pieces(word, width, size));
  }
  return lines;
}

/** Lines of about equal length, each at most `width` wide. */
export function wrapText(text: string, width: number, size: number): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const most = greedy(words, width, size);
  let [low, high] = [width / 3, width];
  for (let round = 0; round < 8; round++) {
    const middle = (low + high) / 2;
    const lines = greedy(words, middle, size);
    if (lines.length > most.length || lines.some(isCut(words))) low = middle;
    else high = middle;
  }
  const balanced = greedy(words, high, size);
  return balanced.length > most.length ? most : balanced;
}

const isCut = (words: readonly string[]) => (line: string) =>
  line.endsWith('-') && !words.includes(line.split(' ').at(-1) ?? '');

/** Whether no word had to be cut for these lines. */
export const keepsWords = (text: string, lines: readonly string[]): boolean =>
  lines.join(' ').replaceAll(softHyphen, '') === text.split(/\s+/).filter(Boolean).join(' ').replaceAll(softHyphen, '');
