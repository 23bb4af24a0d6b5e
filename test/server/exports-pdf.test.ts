// The PDF: opened by a reader that did not write it, with its tags, its bookmarks and every word.
import { expect, test } from 'vitest';
import { outlineOf } from '../../server/exports/document/outline.ts';
import { exportSource } from '../../server/exports/export-source.ts';
import { pdfOf } from '../../server/exports/pdf.ts';
import { playSession, winScript } from '../shared/summary-session.ts';
import { playHostileSession } from '../support/hostile-session.ts';
import { readHostileTexts } from '../support/hostile-texts.ts';
import { readPdf } from '../support/read-pdf.ts';

const played = playSession();
played.wholeAfternoon();
const source = exportSource(played.log);
const outline = outlineOf(source);
const file = await pdfOf(source);
const read = await readPdf(file);
const rolesOf = (role: string) => read.elements.filter((element) => element.role === role);

test('a PDF is tagged: every heading on its level, in the order of the summary', () => {
  const headings = read.elements.filter(({ role }) => /^H\d$/.test(role)).map(({ role, text }) => `${role} ${text}`);
  const expected = outline.blocks.flatMap((block) =>
    block.kind === 'heading' ? [`H${block.level} ${block.text}`] : [],
  );
  expect(headings).toEqual(expected);
  expect(new Set(read.elements.map(({ inside }) => inside[0] ?? 'Root'))).toEqual(new Set(['Root', 'Document']));
});

/** This reader tells no space at the end of a line, and one between two cells. */
const sorted = (texts: readonly string[]) =>
  texts
    .map((text) => text.replaceAll(/\s/g, ''))
    .filter(Boolean)
    .sort();

test('a table of a PDF has header cells for its columns and its rows, and each cell lies in a row', () => {
  // A table on two pages is told on both, its words where they stand; a cell without words has none to find.
  const written = (role: string) => sorted(rolesOf(role).map(({ text }) => text));
  const tables = outline.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.slice(1)));
  const heads = tables.flatMap(({ columns, rows }) => [
    ...columns.map(({ title }) => title),
    ...rows.map(([name = '']) => name),
  ]);
  expect(written('TD')).toEqual(sorted(cells));
  expect(written('TH')).toEqual(sorted(heads));
  for (const cell of [...rolesOf('TD'), ...rolesOf('TH')]) expect(cell.inside.slice(-2)).toEqual(['Table', 'TR']);
});

test('lists and quotations are tagged as what they are', () => {
  const quotes = outline.blocks.filter(({ kind }) => kind === 'quote').length;
  expect(rolesOf('BlockQuote').length).toBe(quotes);
  expect(rolesOf('LI').length).toBe(rolesOf('LBody').length);
  for (const item of rolesOf('LI')) expect(item.inside.at(-1)).toBe('L');
});

test('the figure of a PDF says in words what it shows (D3)', () => {
  const alts = outline.blocks.flatMap((block) => (block.kind === 'figure' ? [block.alt] : []));
  expect(rolesOf('Figure').map(({ alt }) => alt)).toEqual(alts);
  expect(alts[0]).toMatch(/Leiderschap en autonomie: \d+ ja, \d+ deels, \d+ nee \(n = \d+\)/);
});

test('no quotation is cut by the end of a page', () => {
  const pagesOf = new Map<string, Set<number>>();
  for (const { text, page } of rolesOf('BlockQuote')) {
    pagesOf.set(text, (pagesOf.get(text) ?? new Set()).add(page));
  }
  expect(pagesOf.size).toBeGreaterThan(20);
  for (const pages of pagesOf.values()) expect(pages.size).toBe(1);
});

test('what a table is about stands on the page on which it begins', () => {
  const under = read.elements.filter(({ inside }) => inside.length === 1);
  const pairs = under.flatMap((table, i) => (table.role === 'Table' && i > 0 ? [[under[i - 1], table]] : []));
  const led = pairs.filter(([before]) => before?.role === 'P');
  expect(led.length).toBeGreaterThan(5);
  for (const [before, table] of led) expect([before?.text, before?.page]).toEqual([before?.text, table?.page]);
});

test('a session that is called like its script has its title once', () => {
  const script = winScript();
  const textsIn = (title: string) =>
    outlineOf(exportSource(playSession(script, { title }).log)).blocks.flatMap((block) =>
      block.kind === 'heading' || block.kind === 'paragraph' ? [block.text] : [],
    );
  const called = script.title.nl ?? '';
  expect(textsIn(called).filter((text) => text === called)).toHaveLength(1);
  expect(textsIn('Anders').filter((text) => text === called)).toHaveLength(1);
});

test('a PDF says its language and title, has bookmarks, and a number on every page', () => {
  expect(read.language).toBe('nl-NL');
  expect(read.title).toBe('Werkplaats Wijk & Welzijn');
  expect(read.bookmarks).toContain('Leiderschap en autonomie');
  expect(read.pages.length).toBeGreaterThan(8);
  read.pages.forEach((text, i) => {
    expect(text).toContain(`${i + 1} / ${read.pages.length}`);
  });
  expect(Buffer.from(file).toString('latin1')).toMatch(/\/DisplayDocTitle true/);
});

test('a PDF holds its own letters, asks for nothing and names nobody as its author (P1, P3)', () => {
  const raw = Buffer.from(file).toString('latin1');
  const faces = raw.match(/\/Type \/FontDescriptor/g)?.length ?? 0;
  expect(faces).toBeGreaterThan(2);
  expect(raw.match(/\/FontFile2 /g)).toHaveLength(faces);
  expect(raw).not.toMatch(/\/URI|\/Launch|\/JavaScript|\/Author|\/home\/|\/work\//);
  expect(read.pages.join()).not.toMatch(/CANARYNAME|CANARYFEEDBACK|%/);
});

test('equal sessions give equal bytes', async () => {
  expect(Buffer.compare(await pdfOf(exportSource(played.log)), Buffer.from(file))).toBe(0);
});

const hostile = await readPdf(await pdfOf(exportSource(playHostileSession().log)));

test.each(readHostileTexts())('a PDF gives back unchanged: %s', (_, text) => {
  const told = hostile.elements.filter(({ role }) => role === 'P' || role === 'Span');
  expect(told.flatMap((element) => [element.text, element.alt])).toContain(text);
});

test('what a PDF has no letters for is said in words at its end', () => {
  expect(hostile.pages.at(-1)?.replaceAll('\n', ' ')).toMatch(/\d+ tekens in dit document kunnen niet worden gedrukt/);
  expect(read.pages.at(-1)).not.toContain('kunnen niet worden gedrukt');
});
