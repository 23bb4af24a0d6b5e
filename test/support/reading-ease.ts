/**
 * How easy a Dutch text reads: Flesch' formula as W.H. Douma fitted it to Dutch ("De leesbaarheid van landbouwbladen", Bulletin 17,
 * Landbouwhogeschool Wageningen, 1960): 206.84 - 0.77 x syllables in a hundred words - 0.93 x words in a sentence.
 */

/** Letters that are one sound, longest first; a vowel with two dots begins a syllable. Cases where Dutch writes otherwise are in the test. */
const nucleus = /éé|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|ai|oi|[aeiouyàáâäèéêëìíîïòóôöùúûü]/g;

export function syllablesOf(word: string): number {
  const parts = word.split(/[-’']/).filter(Boolean);
  const count = (part: string) =>
    // Letters that are read one by one, as in QR.
    /^[A-Z]{2,4}$/.test(part) ? part.length : (part.toLowerCase().normalize('NFC').match(nucleus)?.length ?? 0);
  return Math.max(
    1,
    parts.map(count).reduce((sum, one) => sum + one, 0),
  );
}

/** A colon or a semicolon joins: both sides are one sentence. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])["”’)]?\s+|\n+/)
    .map((one) => one.trim())
    .filter((one) => wordsOf(one).length > 0);

export const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'@.-]*/gu) ?? [];

const average = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;

export function readingEase(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf).map(wordsOf);
  return (
    206.84 - 77 * average(sentences.flat().map(syllablesOf)) - 0.93 * average(sentences.map(({ length }) => length))
  );
}
