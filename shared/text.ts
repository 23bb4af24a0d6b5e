/** What people write: made well-formed once, before anything is decided, and counted as people count. */

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const maxMarks = 4;
const tooManyMarks = new RegExp(`(\\p{M}{${maxMarks}})\\p{M}+`, 'gu');

/** Nothing of this is changed by what follows: most of what is written here, and every id. */
const plain = /^[\n -~\u00a1-\u00ac\u00ae-\u017f]*$/;

/** Spaces, joiners, signs that turn the direction, blank letters: nobody sees them, so nobody wrote anything. */
const unseen = /^[\s\p{Cf}\p{DI}\u2800]*$/u;

/**
 * Well-formed, NFC, line ends as \n, without NUL and other control characters, at most four combining marks a letter;
 * empty where none of it can be seen.
 * Applying it twice gives the same. (A lone surrogate would come back changed from the database: live and replayed would differ.)
 */
export function normaliseText(raw: string): string {
  if (plain.test(raw)) return raw.trim();
  const text = raw
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff]/g, '')
    // Before composing, which takes long where a letter has thousands of marks.
    .replace(tooManyMarks, '$1')
    // After the removal: what stood apart may belong together now.
    .normalize('NFC')
    .replace(tooManyMarks, '$1')
    .trim();
  return unseen.test(text) ? '' : text;
}

/** Characters as a person counts them: an emoji family is one. */
export function graphemesOf(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}

/** A limit counts graphemes, and bytes at eight times the limit. */
export function isTooLong(text: string, max: number): boolean {
  if (text.length <= max) return new TextEncoder().encode(text).length > max * 8;
  return text.length > max * 8 || new TextEncoder().encode(text).length > max * 8 || graphemesOf(text) > max;
}

/** Normalises every string in a value that came from outside, keys excepted. */
export function normaliseDeep<T>(value: T): T {
  if (typeof value === 'string') return normaliseText(value) as T;
  if (Array.isArray(value)) return value.map(normaliseDeep) as T;
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, normaliseDeep(inner)])) as T;
  }
  return value;
}
