import type { Block } from './document/blocks.ts';
import { outlineOf } from './document/outline.ts';
import type { ExportSource } from './export-source.ts';
import { mdLine, mdQuote, mdTable } from './markdown-text.ts';

const itemText = (text: string, after: string): string => mdLine(after ? `${text} (${after})` : text);

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${mdLine(block.text)}`;
    case 'paragraph':
      return block.tone === 'said' ? mdQuote(block.text) : mdLine(block.text);
    case 'list':
      return block.items
        .map(({ text, after }, i) => `${block.ordered ? `${i + 1}.` : '-'} ${itemText(text, after)}`)
        .join('\n');
    case 'quote':
      return block.text === null ? `> _${mdLine(block.by)}_` : `${mdQuote(block.text)}\n>\n> ${mdLine(block.by)}`;
    case 'table':
      return mdTable(
        block.columns.map(({ title }) => mdLine(title)),
        block.rows.map((row) => row.map(mdLine)),
      );
    case 'figure':
      // Its counts stand in the table under it.
      return '';
    case 'facts':
      return block.facts.map(({ count, name }) => `- ${count} ${mdLine(name)}`).join('\n');
  }
}

/** The summary as text for a wiki. */
export const markdownOf = (source: ExportSource): string =>
  `${outlineOf(source).blocks.map(blockText).filter(Boolean).join('\n\n')}\n`;
