import { ImageRun, Paragraph } from 'docx';
import type { Figure } from '../document/blocks.ts';
import { pngOf } from '../figure/png.ts';
import { styleIds } from './styles.ts';

/** Between the margins, in pixels of Word (96 an inch). */
const width = 642;
/** Of the bitmap: 300 dots an inch on paper. */
const sharpness = 300 / 96;
const tallest = 840;

/** A bitmap: every Word shows it, and every program that opens what Word wrote; letters stand in it as they were drawn. */
export function figureOf({ drawing, title, alt }: Figure, at: number): Paragraph {
  const scale = Math.min(width / drawing.width, tallest / drawing.height);
  const picture = new ImageRun({
    type: 'png',
    data: pngOf(drawing, scale * sharpness),
    transformation: { width: Math.round(drawing.width * scale), height: Math.round(drawing.height * scale) },
    altText: { title, description: alt, name: `figure-${at}`, id: String(at + 1) },
  });
  return new Paragraph({
    style: styleIds.fine,
    keepNext: true,
    spacing: { line: 240, lineRule: 'auto' },
    children: [picture],
  });
}
