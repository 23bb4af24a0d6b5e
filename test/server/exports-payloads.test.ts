/** Every download of a session full of payloads, read by a reader that did not write it: text is text, and all of it is there. */
import { DOMParser } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import readXlsx from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { allKinds, type ExportFile, exportFile } from '../../server/exports/register.ts';
import type { ExportKind } from '../../shared/exports.ts';
import { playPayloads, saidPayloads } from '../support/payload-session.ts';
import { readPdf } from '../support/read-pdf.ts';
import { projectOf, selectionsIn } from '../support/refi-project.ts';

const { log } = playPayloads();
const made = new Map<ExportKind, Promise<ExportFile>>();
function fileOf(kind: ExportKind): Promise<ExportFile> {
  const file = made.get(kind) ?? exportFile(log, kind);
  made.set(kind, file);
  return file;
}
const bytesOf = async (kind: ExportKind): Promise<Uint8Array> => {
  const { body } = await fileOf(kind);
  return typeof body === 'string' ? new TextEncoder().encode(body) : body;
};
const textOf = async (kind: ExportKind) => new TextDecoder().decode(await bytesOf(kind));
const bare = (text: string) => text.replaceAll(/\s/g, '');
/** Payloads that a text lacks, whatever its spaces and line ends. */
const missing = (text: string, from = saidPayloads): string[] => {
  const whole = bare(text);
  return from.filter((payload) => !whole.includes(bare(payload)));
};

/** As browsers and offices read it; anything that is not well-formed is an error. */
const xml = (text: string) =>
  new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(text, 'text/xml');

/** Elements that only a payload would bring, and attributes that only a payload would set. */
function intruders(text: string): string[] {
  const names =
    /^(script|img|image|iframe|object|embed|foreignObject|animate|set|use|a|math|body|style|link|meta|base|form|input)$/i;
  return [...xml(text).getElementsByTagName('*')].flatMap((element) => [
    ...(names.test(element.localName ?? '') ? [`<${element.localName}>`] : []),
    ...[...(element.attributes ?? [])].flatMap(({ name, value }) =>
      /^on/i.test(name) || (/href|src/i.test(name) && /javascript:|data:|evil/i.test(value))
        ? [`${name}=${value}`]
        : [],
    ),
  ]);
}

test('a drawing and a codebook are well-formed, and hold no element or handler that somebody typed', async () => {
  for (const kind of ['figure-svg', 'qdc', 'qdc-mechanisms'] as const) {
    const found = intruders(await textOf(kind)).filter((one) => kind !== 'figure-svg' || !['<use>'].includes(one));
    expect(found, kind).toEqual([]);
  }
});

test('a document, a workbook and a project are well-formed in every part, with nothing in them that runs or leads elsewhere', async () => {
  for (const kind of ['docx', 'xlsx', 'qdpx'] as const) {
    for (const [name, part] of Object.entries(unzipSync(await bytesOf(kind)))) {
      if (!/\.(xml|rels|qde|svg)$/.test(name)) continue;
      const text = new TextDecoder().decode(part);
      expect(() => xml(text), `${kind} ${name}`).not.toThrow();
      if (name.endsWith('.rels')) expect(text, name).not.toMatch(/javascript:|evil|TargetMode="External"/);
      expect(text, `${kind} ${name}`).not.toMatch(/<f>|<w:fldSimple|<w:object/);
      // The number of the page, and how many there are.
      for (const [, field] of text.matchAll(/<w:instrText[^>]*>([^<]*)/g))
        expect(['PAGE', 'NUMPAGES']).toContain(field);
    }
  }
});

test('all that was said is read in a document, a workbook, a project and a PDF, letter for letter', async () => {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await bytesOf('docx')) });
  expect(missing(value), 'docx').toEqual([]);
  const sheets = await readXlsx(Buffer.from(await bytesOf('xlsx')), { trim: false });
  expect(missing(sheets.flatMap(({ data }) => data.flat()).join('\n')), 'xlsx').toEqual([]);
  expect(
    missing(
      selectionsIn(projectOf(log))
        .map(({ text }) => text)
        .join('\n'),
    ),
    'qdpx',
  ).toEqual([]);
  const { pages, elements } = await readPdf(await bytesOf('pdf'));
  const said = [...pages, ...elements.flatMap(({ text, alt }) => [text, alt])].join('\n');
  expect(missing(said), 'pdf').toEqual([]);
});

test('in JSON and in tables with commas the words are whole; Markdown shows them and takes none for its own', async () => {
  for (const kind of ['json', 'archive'] as const) {
    const words: string[] = [];
    JSON.parse(await textOf(kind), (_, value) => {
      if (typeof value === 'string') words.push(value);
      return value;
    });
    expect(missing(words.join('\n')), kind).toEqual([]);
  }
  for (const kind of ['csv', 'csv-excel'] as const) {
    expect(missing((await textOf(kind)).replaceAll('""', '"')), kind).toEqual([]);
  }
  const markdown = await textOf('markdown');
  const shown = markdown.replaceAll(/^> ?/gm, '').replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
  expect(missing(shown), 'markdown').toEqual([]);
  // Without what is escaped, nothing is left that is HTML or a link.
  expect(markdown.replaceAll(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/<[a-z!/?]|\]\(|\]\[|^\[[^\]]*\]:/im);
});

test('no download has a name or a kind that somebody typed', async () => {
  for (const kind of allKinds) {
    const { name } = await fileOf(kind);
    expect(name).toMatch(/^in-gesprek_[a-z0-9-]+(_[a-z0-9-]{1,40}){2,3}\.[a-z]+$/);
  }
});
