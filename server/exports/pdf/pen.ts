/** Puts text on the page, each part under its tag, so that it is read as it was written. */
import type { Face } from '../letters/faces.ts';
import type { Line, Look, Text } from '../letters/lines.ts';
import { boxWidth, type Word } from '../letters/runs.ts';
import { seenOrder } from '../letters/sides.ts';

export type Pdf = PDFKit.PDFDocument;
export type Element = PDFKit.PDFStructureElement;
type Options = NonNullable<Parameters<Pdf['struct']>[1]>;

/** Options that pdfkit takes and its types do not name yet. */
export type ElementOptions = Options & { scope?: 'Row' | 'Column'; bbox?: [number, number, number, number] };

/** Where elements are put. */
export type Parent = Pick<Element, 'add'>;

export function addElement(pdf: Pdf, parent: Parent, type: string, options: ElementOptions = {}): Element {
  const element = pdf.struct(type, options);
  parent.add(element);
  return element;
}

/** What `draw` puts on this page is content of this element. */
export function tagged(pdf: Pdf, element: Element, type: string, draw: () => void): void {
  const content = pdf.markStructureContent(type);
  draw();
  pdf.endMarkedContent();
  element.add(content);
}

/** What only looks: nobody is read this. */
export function decoration(pdf: Pdf, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
}

/** How many characters of a document had no face. */
export type Missing = { count: number };

/** pdfkit reads a font once for each document. */
const named = new WeakMap<Pdf, Set<string>>();

function setFace(pdf: Pdf, { name, bytes }: Face): Pdf {
  const known = named.get(pdf) ?? new Set();
  named.set(pdf, known);
  if (!known.has(name)) pdf.registerFont(name, bytes);
  known.add(name);
  return pdf.font(name);
}

function drawWord(pdf: Pdf, word: Word, look: Look, left: number, base: number, missing: Missing): void {
  const { size, colour } = look;
  const right = word.side === 'right';
  let x = right ? left + word.width * size : left;
  for (const { text, face, width, covered } of word.runs) {
    if (right) x -= width * size;
    if (face) {
      setFace(pdf, face).fontSize(size).fillColor(colour);
      pdf.text(text, x, base, { lineBreak: false, baseline: 'alphabetic' });
    } else {
      pdf.rect(x + size * 0.05, base - size * 0.68, (boxWidth - 0.1) * size, size * 0.72);
      if (covered) pdf.fill(colour);
      else pdf.lineWidth(0.6).stroke(colour);
      if (!covered) missing.count += 1;
    }
    if (!right) x += width * size;
  }
}

/** Words in the same face that follow each other are set at once. */
function joined(words: readonly Word[]): Word[] {
  const all: Word[] = [];
  for (const word of words) {
    const last = all.at(-1);
    const [mine, theirs] = [word.runs[0], last?.runs[0]];
    const alike = last?.plain && word.plain && last.runs.length === 1 && word.runs.length === 1;
    if (last && mine?.face && alike && mine.face === theirs?.face && last.text.endsWith(' ')) {
      const text = last.text + mine.text;
      const width = last.width + last.space + word.width;
      const run = { ...mine, text, width };
      all[all.length - 1] = { ...word, text: last.text + word.text, runs: [run], width };
    } else all.push(word);
  }
  return all.map(withSpace);
}

/** With the spaces after it, which nobody sees: who copies the text gets them too. */
function withSpace(word: Word): Word {
  const last = word.runs.at(-1);
  const blank = word.text.slice(word.text.trimEnd().length);
  return last?.face ? { ...word, runs: [...word.runs.slice(0, -1), { ...last, text: last.text + blank }] } : word;
}

/** What parts two words that stand beside each other: the space that was written between them, or one like it. */
function gapBetween(line: Line, one: Word | undefined, other: Word): number {
  if (!one) return 0;
  const [a, b] = [line.words.indexOf(one), line.words.indexOf(other)];
  return a === b - 1 ? one.space : b === a - 1 ? other.space : Math.max(one.space, other.space);
}

export type Place = { x: number; top: number; width: number };

/** A line from the left of its place, or from the right where the text is read so. */
export function drawLine(pdf: Pdf, line: Line, text: Text, { x, top, width }: Place, missing: Missing): void {
  const { look, fromRight } = text;
  const base = top + look.leading / 2 + look.size * 0.35;
  const plain = line.words.every((word) => word.plain);
  if (plain && !fromRight) {
    let at = x;
    for (const word of joined(line.words)) {
      drawWord(pdf, word, look, at, base, missing);
      at += (word.width + word.space) * look.size;
    }
    return;
  }
  const words = seenOrder(line.words, fromRight);
  const gaps = words.map((word, i) => gapBetween(line, words[i - 1], word));
  const whole = words.reduce((sum, word, i) => sum + word.width + (gaps[i] ?? 0), 0) * look.size;
  let at = fromRight ? x + width - whole : x;
  pdf.markContent('Span', { actual: line.text });
  for (const [i, word] of words.entries()) {
    at += (gaps[i] ?? 0) * look.size;
    drawWord(pdf, word, look, at, base, missing);
    at += word.width * look.size;
  }
  pdf.endMarkedContent();
}
