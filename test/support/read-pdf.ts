import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element of the structure tree with the text under it, and what it says where that is not drawn letter by letter. */
type PdfElement = { role: string; text: string; alt: string; page: number; inside: string[] };
export type ReadPdf = {
  pages: string[];
  elements: PdfElement[];
  title: string;
  language: string | null;
  bookmarks: string[];
};

type Node = { role?: string; alt?: string; type?: string; id?: string; children?: Node[] };
type Bookmark = { title: string; items: Bookmark[] };

const titlesOf = (items: readonly Bookmark[]): string[] => items.flatMap((one) => [one.title, ...titlesOf(one.items)]);

/** A PDF as a reader that did not write it has it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const file = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const read: ReadPdf = { pages: [], elements: [], title: '', language: null, bookmarks: [] };
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const content = await page.getTextContent({ includeMarkedContent: true });
    const texts = new Map<string, string>();
    const open: string[] = [];
    let whole = '';
    for (const item of content.items) {
      if ('str' in item) {
        whole += item.str + (item.hasEOL ? '\n' : '');
        for (const id of open) texts.set(id, (texts.get(id) ?? '') + item.str);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? '');
    }
    read.pages.push(whole);
    const textUnder = (node: Node): string =>
      node.type === 'content' ? (texts.get(node.id ?? '') ?? '') : (node.children ?? []).map(textUnder).join('');
    const visit = (node: Node, inside: string[]): void => {
      if (node.type === 'content' || !node.role) return;
      read.elements.push({ role: node.role, text: textUnder(node), alt: node.alt ?? '', page: number, inside });
      for (const child of node.children ?? []) visit(child, [...inside, node.role]);
    };
    const tree: Node | null = await page.getStructTree();
    for (const child of tree?.children ?? []) visit(child, []);
    read.language ??= content.lang;
  }
  const { info } = await file.getMetadata();
  if ('Title' in info && typeof info.Title === 'string') read.title = info.Title;
  read.bookmarks = titlesOf((await file.getOutline()) ?? []);
  await file.loadingTask.destroy();
  return read;
}
