import { type FileChild, HeadingLevel, Paragraph, TextRun } from 'docx';
import { type Block, staysWith } from '../document/blocks.ts';
import { colours } from '../document/colours.ts';
import { figureOf } from './figure.ts';
import { paragraphOf, runsOf } from './runs.ts';
import { styleIds } from './styles.ts';
import { tableOf } from './table.ts';

const levels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

export const numbered = 'numbered';
const fine = { color: colours.fine.slice(1), size: 20 };

/** A block in Word's own parts; `at` tells one numbered list from the next. */
export function partsOf(block: Block, at: number, all: readonly Block[]): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [paragraphOf(block.text, { heading: levels[block.level] })];
    case 'paragraph':
      return [
        paragraphOf(
          block.text,
          { style: styleIds[block.tone], ...(staysWith(block, all[at + 1]) && { keepNext: true }) },
          block.tone === 'label' ? { bold: true } : {},
        ),
      ];
    case 'quote':
      return [
        ...(block.text === null ? [] : [paragraphOf(block.text, { style: styleIds.quote })]),
        paragraphOf(block.by, { style: styleIds.by }, block.text === null ? { italics: true } : {}),
      ];
    case 'list':
      return block.items.map(
        ({ text, after }) =>
          new Paragraph({
            ...(block.ordered
              ? { numbering: { reference: numbered, level: 0, instance: at } }
              : { bullet: { level: 0 } }),
            ...(block.said && { style: styleIds.said }),
            children: [...runsOf(text), ...(after ? runsOf(` (${after})`, fine) : [])],
          }),
      );
    case 'facts': {
      const children = block.facts.flatMap(({ count, name }, i) => [
        new TextRun({ text: `${i > 0 ? '   ·   ' : ''}${count}`, bold: true, color: colours.primary.slice(1) }),
        // A number stays with its name.
        new TextRun({ text: `\u00a0${name}` }),
      ]);
      return [new Paragraph({ style: styleIds.facts, children })];
    }
    case 'figure':
      return [figureOf(block, at)];
    case 'table':
      // Word grows two tables that touch into one.
      return [tableOf(block), new Paragraph({ style: styleIds.fine, children: [] })];
  }
}
