/** The summary as a PDF: tagged, with bookmarks and its own letters, made without a browser. */
import PDFDocument from 'pdfkit';
import type { Block, Outline } from './document/blocks.ts';
import { paragraph } from './document/blocks.ts';
import { outlineOf } from './document/outline.ts';
import { speechIn } from './document/speech.ts';
import type { ExportSource } from './export-source.ts';
import { textIn } from './letters/lines.ts';
import { openFlow, page, textWidth } from './pdf/flow.ts';
import { looks } from './pdf/looks.ts';
import { drawLine, type Element, type Missing, type Pdf } from './pdf/pen.ts';
import { piecesOf } from './pdf/pieces.ts';
import type { Sheet } from './pdf/sheet.ts';

function openPdf({ title, subject, language, at }: Outline): Pdf {
  const moment = new Date(at);
  const pdf = new PDFDocument({
    ...{ size: 'A4', margin: 0, autoFirstPage: false, bufferPages: true },
    ...{ pdfVersion: '1.7', tagged: true, displayTitle: true, lang: language === 'nl' ? 'nl-NL' : 'en-GB' },
    info: {
      ...{
        Title: title.toWellFormed(),
        Subject: subject.toWellFormed(),
        Creator: 'In gesprek',
        Producer: 'In gesprek',
      },
      ...{ CreationDate: moment, ModDate: moment },
    },
  });
  return pdf;
}

/** Bookmarks of the first three levels, under one another. */
function bookmarksOf(pdf: Pdf): (block: Block, top: number) => void {
  const open = [pdf.outline];
  return (block, top) => {
    if (block.kind !== 'heading' || block.level > 3) return;
    const level = Math.max(1, block.level - 1);
    const parent = open[Math.min(level, open.length) - 1] ?? pdf.outline;
    open.length = Math.min(level, open.length);
    const place = { expanded: block.level < 2, top: Math.max(0, top - 12), left: page.width };
    open.push(parent.addItem(block.text.toWellFormed(), place));
  };
}

function numberPages(pdf: Pdf, { title, language }: Outline, missing: Missing): void {
  const { paper } = speechIn(language);
  const { count } = pdf.bufferedPageRange();
  const top = page.height - page.bottom + 24;
  for (let i = 0; i < count; i++) {
    pdf.switchToPage(i);
    pdf.markContent('Artifact', { type: 'Pagination' });
    const number = textIn(paper.page(i + 1, count), looks.foot, 90);
    const name = textIn(title.replace(/\s+/g, ' '), looks.foot, textWidth - 100);
    const [at, of] = [number.lines[0], name.lines[0]];
    const right = page.side + textWidth - (at?.width ?? 0) * looks.foot.size;
    if (at) drawLine(pdf, at, number, { x: right, top, width: 90 }, missing);
    if (of && i > 0)
      drawLine(pdf, of, { ...name, fromRight: false }, { x: page.side, top, width: textWidth - 100 }, missing);
    pdf.endMarkedContent();
  }
}

export async function pdfOf(source: ExportSource): Promise<Uint8Array> {
  const outline = outlineOf(source);
  const pdf = openPdf(outline);
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => pdf.on('end', resolve));
  const missing = { count: 0 };
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const opened: Element[] = [];
  const add = (element: Element) => {
    opened.push(element);
    return root.add(element);
  };
  const sheet: Sheet = { pdf, missing, root: { add } };
  const flow = openFlow(pdf);
  const bookmark = bookmarksOf(pdf);
  const put = (block: Block, next?: Block) => {
    for (const piece of piecesOf(sheet, block, next, (top) => bookmark(block, top))) flow.add(piece);
    // What is drawn is written: a long document is not kept whole.
    if (flow.isSettled()) for (const element of opened.splice(0)) element.end();
  };
  for (const [i, block] of outline.blocks.entries()) {
    put(block, outline.blocks[i + 1]);
    source.tell(i / outline.blocks.length);
  }
  flow.end();
  const unprintable = missing.count ? speechIn(outline.language).paper.unprintable(missing.count) : '';
  for (const block of paragraph('fine', unprintable)) put(block);
  flow.end();
  numberPages(pdf, outline, { count: 0 });
  root.end();
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}
