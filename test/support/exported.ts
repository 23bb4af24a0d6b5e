import { unzipSync } from 'fflate';
import { exportFile } from '../../server/exports/register.ts';
import type { Logged } from '../../shared/events.ts';
import type { ExportKind, ExportUse } from '../../shared/exports.ts';
import { readPdf } from './read-pdf.ts';

const isZip = ([p, k]: Uint8Array) => p === 0x50 && k === 0x4b;

/** What a reader of this export could find in it, as one text. */
export async function exportText(log: readonly Logged[], kind: ExportKind, use?: ExportUse): Promise<string> {
  const { body } = await exportFile(log, kind, () => undefined, use);
  if (typeof body === 'string') return body;
  if (kind === 'pdf') {
    const { pages, elements } = await readPdf(body);
    return [...pages, ...elements.flatMap(({ text, alt }) => [text, alt])].join('\n');
  }
  const parts = isZip(body) ? Object.values(unzipSync(body)) : [body];
  return parts.map((part) => new TextDecoder().decode(part)).join('\n');
}
