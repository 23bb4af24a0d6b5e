/** The summary as a Word document that a team can go on with. */
import { AlignmentType, Document, Footer, LevelFormat, PageNumber, Paragraph, TextRun } from 'docx';
import { outlineOf } from './document/outline.ts';
import { packDocument } from './docx/pack.ts';
import { numbered, partsOf } from './docx/paragraphs.ts';
import { styleIds, stylesIn } from './docx/styles.ts';
import { textWidth } from './docx/table.ts';
import type { ExportSource } from './export-source.ts';

const a4 = { width: 11906, height: 16838 };
const side = (a4.width - textWidth) / 2;

export async function docxOf(source: ExportSource): Promise<Uint8Array> {
  const { title, subject, language, at, blocks } = outlineOf(source);
  source.tell(0.2);
  const footer = new Paragraph({
    style: styleIds.footer,
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
  const document = new Document({
    ...{ title: title.toWellFormed(), subject: subject.toWellFormed() },
    ...{ creator: 'In gesprek', lastModifiedBy: 'In gesprek', description: '', revision: 1 },
    styles: stylesIn(language),
    numbering: {
      config: [
        {
          reference: numbered,
          levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT }],
        },
      ],
    },
    sections: [
      {
        properties: { page: { size: a4, margin: { top: 1134, bottom: 1134, left: side, right: side } } },
        footers: { default: new Footer({ children: [footer] }) },
        children: blocks.flatMap(partsOf),
      },
    ],
  });
  source.tell(0.5);
  return packDocument(document, at);
}
