import { type ExportKind, exportFile } from '../../server/exports/register.ts';
import type { Logged } from '../../shared/events.ts';

/** What a reader of this export could find in it, as one text. */
export async function exportText(log: readonly Logged[], kind: ExportKind): Promise<string> {
  const { body } = await exportFile(log, kind);
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}
