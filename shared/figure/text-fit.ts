/** Text in an SVG is broken into lines here: widths are estimated, so that the same lines come out on screen, on paper and in a test. */

/** Widths of Atkinson Hyperlegible Next, bold, in hundredths of an em (measured in Chromium); what is not named is 67. */
const widths: readonly (readonly [number, string])[] = [
  [30, "'’‘.,:;!jilï ()[]|"],
  [38, 'frt-I'],
  [45, '1/'],
  [52, 'csxyzv–“”„"'],
  [57, 'aeknhougFJL279?éëèêáàäóöòúüíçñ'],
  [61, 'bdpqESTPZ34568…'],
  [75, 'wOQ&+=%'],
  [89, 'mMW—@'],
];
const byCharacter = new Map(
  widths.flatMap(([width, characters]) => [...characters].map((one) => [one, width] as const)),
);
/** Chinese, Japanese, Korean and emoji fill a whole square. */
const square = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Emoji_Presentation}/u;
const emOf = (character: string): number => (byCharacter.get(character) ?? (square.test(character) ? 100 : 67)) / 98;

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

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean);

/** Lines that are each as full as `width` lets them be. */
export const fillLines = (text: string, width: number, size: number): string[] => greedy(wordsOf(text), width, size);

/** As many lines as `fillLines` needs, of about equal length. */
export function wrapText(text: string, width: number, size: number): string[] {
  const words = wordsOf(text);
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
  lines.join(' ').replaceAll(softHyphen, '') === wordsOf(text).join(' ').replaceAll(softHyphen, '');
