/** Every export: one line here, one file beside it. */

import type { Logged } from '../../shared/events.ts';
import { textOf } from '../../shared/session/selectors.ts';
import type { words } from '../../shared/words/exports.nl.ts';
import { answersCsv } from './answers-csv.ts';
import { archiveOf } from './archive.ts';
import { countsCsv } from './counts-csv.ts';
import { docxOf } from './docx.ts';
import { type ExportSource, exportSource } from './export-source.ts';
import { fileNameOf } from './file-name.ts';
import { jsonOf } from './json.ts';
import { markdownOf } from './markdown.ts';
import { moderationCsv } from './moderation-csv.ts';
import { mechanismsQdcOf, qdcOf } from './refi/qdc.ts';
import { qdpxOf } from './refi/qdpx.ts';

type Export = {
  name: keyof typeof words.fileKinds;
  extension: string;
  contentType: string;
  /** Holds names: for the session's owner alone. */
  ownerOnly?: true;
  build: (source: ExportSource) => string | Uint8Array | Promise<string | Uint8Array>;
};

const csv = { extension: 'csv', contentType: 'text/csv; charset=utf-8' };
const json = { extension: 'json', contentType: 'application/json; charset=utf-8' };
const qdc = { extension: 'qdc', contentType: 'application/xml; charset=utf-8' };

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const exportKinds = {
  markdown: { name: 'markdown', extension: 'md', contentType: 'text/markdown; charset=utf-8', build: markdownOf },
  docx: { name: 'markdown', extension: 'docx', contentType: wordType, build: docxOf },
  csv: { name: 'answers', ...csv, build: (source) => answersCsv(source, 'standard') },
  'csv-excel': { name: 'answers', ...csv, build: (source) => answersCsv(source, 'excel') },
  'counts-csv': { name: 'counts', ...csv, build: (source) => countsCsv(source, 'standard') },
  'counts-csv-excel': { name: 'counts', ...csv, build: (source) => countsCsv(source, 'excel') },
  'moderation-csv': { name: 'moderation', ...csv, build: (source) => moderationCsv(source, 'standard') },
  'moderation-csv-excel': { name: 'moderation', ...csv, build: (source) => moderationCsv(source, 'excel') },
  json: { name: 'json', ...json, build: jsonOf },
  qdpx: { name: 'project', extension: 'qdpx', contentType: 'application/zip', build: qdpxOf },
  qdc: { name: 'codebook', ...qdc, build: qdcOf },
  'qdc-mechanisms': { name: 'mechanisms', ...qdc, build: mechanismsQdcOf },
  archive: { name: 'archive', ...json, ownerOnly: true, build: ({ log }) => archiveOf(log) },
} as const satisfies Record<string, Export>;
export type ExportKind = keyof typeof exportKinds;

export const isExportKind = (kind: string): kind is ExportKind => Object.hasOwn(exportKinds, kind);

export type ExportFile = { name: string; contentType: string; body: string | Uint8Array };

/** Built in this thread: the server has it done by a worker, for it may take long. */
export async function exportFile(
  log: readonly Logged[],
  kind: ExportKind,
  tell: (done: number) => void = () => {},
): Promise<ExportFile> {
  const source = exportSource(log, tell);
  const { name, extension, contentType, build }: Export = exportKinds[kind];
  const { state, words } = source;
  return {
    name: fileNameOf(state.date, textOf(state, state.place), words.fileKinds[name], extension),
    contentType,
    body: await build(source),
  };
}
