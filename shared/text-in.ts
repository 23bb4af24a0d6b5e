import type { Sentence } from './problem.ts';

/** What files of other programs begin with: zip (Word, LibreOffice), Word of before 2007, PDF, RTF, gzip. */
const beginnings = ['504b0304', 'd0cf11e0', '25504446', '7b5c727466', '1f8b'];

/** The text that the bytes of a file stand for, or why they are none. `ignoreBOM`: its byte order mark stays. */
export function textIn(bytes: Uint8Array, { ignoreBOM = false } = {}): string | Sentence {
  const start = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (beginnings.some((beginning) => start.startsWith(beginning))) return notPlain;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM }).decode(bytes);
    // UTF-16 of plain letters is valid UTF-8: each second byte is zero.
    return text.includes('\0') ? notUtf8 : text;
  } catch {
    return notUtf8;
  }
}

const notPlain: Sentence = {
  nl: 'Dit is geen gewone tekst, maar een bestand van Word of een ander programma. Bewaar de tekst als UTF-8, zonder opmaak.',
  en: 'This is not plain text but a file of Word or another program. Save the text as UTF-8, without formatting.',
};

const notUtf8: Sentence = {
  nl: 'Dit bestand is niet als UTF-8 bewaard. Bewaar het opnieuw als UTF-8.',
  en: 'This file was not saved as UTF-8. Save it again as UTF-8.',
};
