/**
 * Cuts the quotations of the WIN script out of the slides' own text, so that a test can hold the script against the slides.
 * Once, by hand: `node test/support/quotations.ts deck.txt > test/support/quotations.json`
 */
import { readFileSync } from 'node:fs';

/** A quotation: the lines of the slides it stands on (`r97-123`), and its words. */
export type Quotation = { lines: string; text: string };

/** The lines that are quoted whole, in the order of the slides. */
const wholeLines = `
  r2-6 r10 r35-37 r41 r51 r57 r59-61 r63-67 r73-76 r80 r82-83 r86-87 r90-91 r97-123 r129 r137
  r139 r141 r143-145 r147-149 r151-153 r155-157 r159-161 r163-165 r167-169 r172 r174 r176 r187 r189 r191
  r197-201 r203-205 r207 r209-211 r213-217 r219-221 r223-225 r227 r231-232 r236
  r243 r247 r249 r251 r255-257 r261 r263 r265 r267
  r271 r275 r277 r281-283 r287 r289-291 r293 r295-297
  r301 r305 r307 r309-311 r315 r317 r319 r321 r325 r327-329
  r333 r337-339 r341 r345 r347 r349 r353 r355
  r359-360 r364 r366 r370 r372-374 r378-380 r382 r384 r386-388
  r392-393 r397 r399 r403-405 r409 r411 r413 r415 r417 r419-423
  r434 r436 r438 r446 r450 r458 r459-461 r465
`;

/** Lines that are quoted in part: the words that the quotation begins and ends with. (Numbers before, a reference behind, two titles on one line.) */
const parts: readonly [lines: string, begins: string, ends: string][] = [
  ['r12', 'Waarom, wat', '(PW)'],
  ['r16', 'WIN uitkomst', 'kenmerken PW'],
  ['r20-21', 'WIN uitkomst', 'in PW'],
  ['r25', 'Vervolgfasen', 'casestudies'],
  ['r45-49', 'Higher Education', 'they operate'],
  ['r229', 'Aanleiding', 'samenwerking'],
  ['r229', 'Kwaliteitsverbetering', 'ontwikkeling'],
  ['r440-441', 'Is de beschrijving', 'bij je op?'],
  ['r443-444', 'Bedenk een', 'herkenbaar?'],
];

/** The words of these lines: joined, white space made single, the bullet in front taken off. */
export function wordsOn(lines: string, deck: readonly string[]): string {
  const [first = 0, last = first] = lines.slice(1).split('-').map(Number);
  const joined = deck.slice(first - 1, last).join(' ');
  return joined
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[•\uf0fc] ?/, '');
}

/** From the first place where it begins so, to the first place after that where it ends so. */
export function partOf(words: string, begins: string, ends: string): string {
  const from = words.indexOf(begins);
  const to = words.indexOf(ends, from);
  if (from < 0 || to < 0) throw new Error(`Not in the slides: "${begins} … ${ends}" in "${words}"`);
  return words.slice(from, to + ends.length);
}

/** Every quotation, cut out of the text of the slides. */
export function quotationsIn(deckText: string): Quotation[] {
  const deck = deckText.split('\n');
  const whole = wholeLines
    .trim()
    .split(/\s+/)
    .map((lines) => ({ lines, text: wordsOn(lines, deck) }));
  const partly = parts.map(([lines, begins, ends]) => ({ lines, text: partOf(wordsOn(lines, deck), begins, ends) }));
  const firstLine = ({ lines }: Quotation) => Number.parseInt(lines.slice(1), 10);
  return [...whole, ...partly].sort((a, b) => firstLine(a) - firstLine(b));
}

const deckFile = process.argv[2];
if (import.meta.main && deckFile) {
  console.log(JSON.stringify(quotationsIn(readFileSync(deckFile, 'utf8')), null, 2));
}
