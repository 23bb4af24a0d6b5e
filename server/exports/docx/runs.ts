import { type IParagraphOptions, type IRunOptions, Paragraph, TextRun } from 'docx';
import { runsFromRight } from '../document/direction.ts';

/** What XML cannot hold; the server lets none of it in, but no document may break on it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const linesOf = (text: string): string[] =>
  text
    .toWellFormed()
    .replace(unwritable, '')
    .split(/\r\n|[\r\n\u2028\u2029]/);

/** A text as Word keeps it: line ends and tabs as its own, the rest letter by letter. */
export function runsOf(text: string, look: IRunOptions = {}): TextRun[] {
  const rightToLeft = runsFromRight(text);
  return linesOf(text).map(
    (line, i) => new TextRun({ ...look, text: line, ...(i > 0 && { break: 1 }), ...(rightToLeft && { rightToLeft }) }),
  );
}

/** One paragraph of a text, read from the side where its letters begin. */
export const paragraphOf = (text: string, options: IParagraphOptions = {}, look: IRunOptions = {}): Paragraph =>
  new Paragraph({ ...options, ...(runsFromRight(text) && { bidirectional: true }), children: runsOf(text, look) });
