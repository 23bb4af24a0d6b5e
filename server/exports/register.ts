/** Every export: one line here, one file beside it. */

import type { Logged } from '../../shared/events.ts';
import type { ExportGroup, ExportKind, ExportUse } from '../../shared/exports.ts';
import { textOf } from '../../shared/session/selectors.ts';
import type { words } from '../../shared/words/exports.nl.ts';
import { archiveOf } from './archive.ts';
import { type ExportSource, exportSource } from './export-source.ts';
import { figureSvgOf } from './figure-svg.ts';
import { fileNameOf } from './file-name.ts';
import { jsonOf } from './json.ts';
import { markdownOf } from './markdown.ts';
import { moderationCsv } from './moderation-csv.ts';
import { mechanismsQdcOf, qdcOf } from './refi/qdc.ts';
import { qdpxOf } from './refi/qdpx.ts';
import { answersLong } from './tables/answers-long.ts';
import { answersWide } from './tables/answers-wide.ts';
import { countsTable } from './tables/counts.ts';
import { tableCsv } from './tables/table.ts';

type Export = {
  group: ExportGroup;
  name: keyof typeof words.fileKinds;
  extension: string;
  contentType: string;
  /** Holds names: for the session's owner alone. */
  ownerOnly?: true;
  /** About the session rather than what was said in it: never for research. */
  teamOnly?: true;
  build: (source: ExportSource) => string | Uint8Array | Promise<string | Uint8Array>;
};

const xlsx = {
  group: 'work',
  extension: 'xlsx',
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const csv = { group: 'work', extension: 'csv', contentType: 'text/csv; charset=utf-8' } as const;
const json = { group: 'keep', extension: 'json', contentType: 'application/json; charset=utf-8' } as const;
const pdf = { group: 'read', extension: 'pdf', contentType: 'application/pdf' } as const;
const docx = {
  group: 'read',
  extension: 'docx',
  contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
const svg = { group: 'read', extension: 'svg', contentType: 'image/svg+xml; charset=utf-8' } as const;
const qdpx = { group: 'work', extension: 'qdpx', contentType: 'application/zip' } as const;
const qdc = { group: 'work', extension: 'qdc', contentType: 'application/xml; charset=utf-8' } as const;
const markdown = { group: 'read', extension: 'md', contentType: 'text/markdown; charset=utf-8' } as const;

/** In the order in which a desk lists them, by group. */
export const exportKinds = {
  pdf: { name: 'markdown', ...pdf, build: async (source) => (await import('./pdf.ts')).pdfOf(source) },
  docx: { name: 'markdown', ...docx, build: async (source) => (await import('./docx.ts')).docxOf(source) },
  markdown: { name: 'markdown', ...markdown, build: markdownOf },
  'figure-svg': { name: 'figure', ...svg, build: figureSvgOf },
  xlsx: { name: 'answers', ...xlsx, build: async (source) => (await import('./xlsx.ts')).xlsxOf(source) },
  'csv-excel': { name: 'answers', ...csv, build: (source) => tableCsv(answersLong(source), 'excel') },
  csv: { name: 'answers', ...csv, build: (source) => tableCsv(answersLong(source), 'standard') },
  'wide-csv-excel': { name: 'wide', ...csv, build: (source) => tableCsv(answersWide(source), 'excel') },
  'wide-csv': { name: 'wide', ...csv, build: (source) => tableCsv(answersWide(source), 'standard') },
  'counts-csv-excel': { name: 'counts', ...csv, build: (source) => tableCsv(countsTable(source), 'excel') },
  'counts-csv': { name: 'counts', ...csv, build: (source) => tableCsv(countsTable(source), 'standard') },
  qdpx: { name: 'project', ...qdpx, build: qdpxOf },
  qdc: { name: 'codebook', ...qdc, build: qdcOf },
  'qdc-mechanisms': { name: 'mechanisms', ...qdc, build: mechanismsQdcOf },
  json: { name: 'json', ...json, build: jsonOf },
  'moderation-csv-excel': {
    name: 'moderation',
    ...csv,
    group: 'keep',
    teamOnly: true,
    build: (one) => moderationCsv(one, 'excel'),
  },
  'moderation-csv': {
    name: 'moderation',
    ...csv,
    group: 'keep',
    teamOnly: true,
    build: (one) => moderationCsv(one, 'standard'),
  },
  archive: { name: 'archive', ...json, ownerOnly: true, teamOnly: true, build: ({ log }) => archiveOf(log) },
} as const satisfies Record<ExportKind, Export>;

export const allKinds = Object.keys(exportKinds) as ExportKind[];
export const isForOwner = (kind: ExportKind): boolean => 'ownerOnly' in exportKinds[kind];
export const isForResearch = (kind: ExportKind): boolean => !('teamOnly' in exportKinds[kind]);
/** Made for Excel, beside a plain one of the same name. */
const isForExcel = (kind: ExportKind): boolean => kind.endsWith('-excel');
export const isExportKind = (kind: string): kind is ExportKind => Object.hasOwn(exportKinds, kind);

export type ExportFile = { name: string; contentType: string; body: string | Uint8Array };

/** Built in this process: the server has it done by a worker, for it may take long. */
export async function exportFile(
  log: readonly Logged[],
  kind: ExportKind,
  tell: (done: number) => void = () => {},
  use: ExportUse = 'team',
): Promise<ExportFile> {
  const source = exportSource(log, tell, use);
  const { name, extension, contentType, build }: Export = exportKinds[kind];
  const { state, words, research } = source;
  return {
    name: fileNameOf(
      { date: state.date, title: textOf(state, state.title), place: textOf(state, state.place) },
      [
        words.fileKinds[name] + (isForExcel(kind) ? ` ${words.forExcel}` : ''),
        ...(research ? [words.forResearch(research.leftOut, research.of)] : []),
      ],
      extension,
    ),
    contentType,
    body: await build(source),
  };
}
