// The Word document: opened by a reader that did not write it, with its headings, its tables and every word.
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { outlineOf } from '../../server/exports/document/outline.ts';
import { docxOf } from '../../server/exports/docx.ts';
import { exportSource } from '../../server/exports/export-source.ts';
import { playSession } from '../shared/summary-session.ts';
import { playHostileSession } from '../support/hostile-session.ts';
import { readHostileTexts } from '../support/hostile-texts.ts';

const played = playSession();
played.wholeAfternoon();
const source = exportSource(played.log);
const file = await docxOf(source);
const outline = outlineOf(source);
const html = (await mammoth.convertToHtml({ buffer: Buffer.from(file) })).value;
const parts = unzipSync(file);
const partOf = (name: string) => new TextDecoder().decode(parts[name]);

test('a Word document holds every heading of the summary, on its own level', () => {
  const levels = [...html.matchAll(/<h([1-6])>(.*?)<\/h\1>/g)].map(([, level]) => Number(level));
  const headings = outline.blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  expect(levels).toEqual(headings);
  expect(levels.length).toBeGreaterThan(20);
  expect(html).toContain('<h1>Werkplaats Wijk &amp; Welzijn</h1>');
});

test('a table of a Word document has a header row that comes back on each page, and rows that are not cut', () => {
  const tables = outline.blocks.filter(({ kind }) => kind === 'table').length;
  expect(html.match(/<table>/g)).toHaveLength(tables);
  expect(html.match(/<thead>/g)).toHaveLength(tables);
  const xml = partOf('word/document.xml');
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(tables);
  expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(xml.match(/<w:tr>/g)?.length ?? 0);
});

test('what a table of a Word document is about stays with it', () => {
  const before = partOf('word/document.xml').matchAll(/<w:p>(?:(?!<w:p>).)*<\/w:p>(?=<w:tbl>)/gs);
  // Two tables that follow each other have an empty line between them.
  const led = [...before].map(([one]) => one).filter((one) => one.includes('<w:t '));
  expect(led.length).toBeGreaterThan(5);
  for (const one of led) expect(one).toMatch(/<w:keepNext\/>|w:val="Heading\d"/);
});

test('the figure of a Word document says in words what it shows, and is a picture that every Word has', () => {
  const figures = outline.blocks.flatMap((block) => (block.kind === 'figure' ? [block.alt] : []));
  expect(figures.length).toBeGreaterThan(1);
  const shown = [...html.matchAll(/<img alt="([^"]*)" src="data:image\/png;base64,([^"]*)"/g)];
  expect(shown.map(([, alt]) => alt)).toEqual(figures);
  for (const [, alt = '', data = ''] of shown) {
    expect(alt).toMatch(/Leiderschap en autonomie: \d+ ja, \d+ deels, \d+ nee \(n = \d+\)/);
    const png = Buffer.from(data, 'base64');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)].every((side) => side > 900)).toBe(true);
  }
});

test('every count of a Word document stands beside its n (D3)', () => {
  const counts = outline.blocks.flatMap((block) =>
    block.kind === 'table' && block.columns.some(({ title }) => title === 'n') ? [block] : [],
  );
  expect(counts.length).toBeGreaterThan(6);
  for (const { columns, rows } of counts) {
    const n = columns.findIndex(({ title }) => title === 'n');
    for (const row of rows) {
      const counted = row.slice(1, n).reduce((sum, cell) => sum + Number(cell), 0);
      expect(Number(row[n])).toBe(counted);
    }
  }
  expect(html).not.toContain('%');
});

test('a Word document says its language, title and pages, and nobody as its author (P1)', () => {
  expect(partOf('word/styles.xml')).toContain('<w:lang w:val="nl-NL"/>');
  const core = partOf('docProps/core.xml');
  expect(core).toContain('<dc:title>Werkplaats Wijk &amp; Welzijn</dc:title>');
  expect(core).toContain('<dc:creator>In gesprek</dc:creator>');
  const footer = Object.keys(parts).find((name) => /word\/footer\d+\.xml/.test(name)) ?? '';
  expect(partOf(footer)).toMatch(/PAGE.*NUMPAGES/s);
  for (const bytes of Object.values(parts)) {
    expect(new TextDecoder().decode(bytes)).not.toMatch(/CANARYNAME|CANARYFEEDBACK|\/home\/|\/work\/|\/Users\//);
  }
});

test('equal sessions give equal bytes', async () => {
  expect(Buffer.compare(await docxOf(exportSource(played.log)), file)).toBe(0);
});

const hostile = playHostileSession();
const hostileFile = await docxOf(exportSource(hostile.log));
const hostileHtml = (await mammoth.convertToHtml({ buffer: Buffer.from(hostileFile) })).value;
const plain = (markup: string) =>
  markup
    .replaceAll('<br />', '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
const paragraphs = [...hostileHtml.matchAll(/<p>(.*?)<\/p>/gs)].map(([, markup = '']) => plain(markup));

test.each(readHostileTexts())('a Word document gives back unchanged: %s', (_, text) =>
  expect(paragraphs).toContain(text),
);

test('a Word document links to nothing, whatever was typed (P3)', () => {
  const relations = Object.entries(unzipSync(hostileFile)).filter(([name]) => name.endsWith('.rels'));
  expect(relations.length).toBeGreaterThan(1);
  for (const [, bytes] of relations) expect(new TextDecoder().decode(bytes)).not.toContain('TargetMode="External"');
});
