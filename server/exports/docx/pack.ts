import { type Document, Packer } from 'docx';
import { unzipSync, zipSync } from 'fflate';

/** The first moment that a zip can tell: when a file was made is nobody's business, and equal input gives equal bytes. */
const start = new Date(1980, 0, 1);
const stamped = /(<dcterms:(created|modified)[^>]*>)[^<]*/g;

/** The document's file, with the moment that it is of in place of the moment that it was made. */
export async function packDocument(document: Document, at: number): Promise<Uint8Array> {
  const parts = unzipSync(await Packer.toBuffer(document));
  const core = parts['docProps/core.xml'];
  if (core) {
    const moment = `${new Date(at).toISOString().slice(0, 19)}Z`;
    const xml = new TextDecoder().decode(core).replace(stamped, `$1${moment}`);
    parts['docProps/core.xml'] = new TextEncoder().encode(xml);
  }
  return zipSync(parts, { mtime: start, level: 6 });
}
