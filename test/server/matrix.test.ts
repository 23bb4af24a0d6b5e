/** The matrix: whose words, in which output. One session in which everything happens, every output there is (V1, V4, P1, P2, P4). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportSource } from '../../server/exports/export-source.ts';
import { exportFile } from '../../server/exports/register.ts';
import { notesTable } from '../../server/exports/tables/notes.ts';
import { get } from '../../shared/session/table.ts';
import { currentSummary } from '../../shared/views/summary.ts';
import { type Column, columnsOf, type MatrixServer, openMatrixServer } from '../support/matrix/columns.ts';
import type { ColumnKind, Row } from '../support/matrix/said.ts';
import { playMatrix } from '../support/matrix/session.ts';
import { readPdf } from '../support/read-pdf.ts';

const played = playMatrix();
let server: MatrixServer;
let columns: Column[] = [];
let rows: Row[] = [];
beforeAll(async () => {
  server = await openMatrixServer(played);
  columns = await columnsOf(played, server);
  rows = played.said.rows();
}, 60_000);
afterAll(() => server.close());

/** What is wrong in this cell; nothing where it is right. */
function wrongIn({ name, word, rule, owners }: Row, column: Column): string[] {
  const { [column.kind]: told } = rule as Partial<Record<ColumnKind, 'must' | 'may'>>;
  if (told === 'may' || (column.kind === 'own phone' && told === 'must' && owners.length === 0)) return [];
  const isThere = column.read({ name, word, rule, owners }).includes(word);
  if (isThere === (told === 'must')) return [];
  return [`${name} ${told === 'must' ? 'is missing' : 'stands'} in ${column.name}`];
}

test('every text is where its reader may read it, and nowhere else (V1, V4, P1, P2, P4)', () => {
  expect(columns.length).toBeGreaterThan(40);
  expect(rows.length).toBeGreaterThan(90);
  expect(rows.flatMap((row) => columns.flatMap((column) => wrongIn(row, column)))).toEqual([]);
});

/** A conclusion or proposal as this output tells it: its words, and how many answers it rests on. */
type Told = { text: string; quotes: { state: string; text: string }[]; unread: number };
type Drawn = { conclusions: Told[]; proposals: Told[] };
const textIn = (name: string): string => {
  const column = columns.find((one) => one.name === name);
  if (!column) throw new Error(`no ${name}`);
  return column.read({ name: '', word: '', rule: {}, owners: [] });
};
/** The PDF in the order in which it is read, each piece once. */
async function readAloud(): Promise<string> {
  const { body } = await exportFile(played.log, 'pdf');
  const { elements } = await readPdf(body as Uint8Array);
  const pieces = elements.filter(({ role }) => !['Document', 'BlockQuote'].includes(role));
  return pieces.map(({ text, alt }) => alt || text).join('\n');
}
const bare = (text: string): string => text.replace(/\s+/g, '');
const asked = () => Object.values(played.room.state.conclusions).filter(({ removed }) => !removed);
const answersIn = () => asked()[0]?.answers.map((id) => get(played.room.state.answers, id)) ?? [];

describe('every conclusion and proposal points to all its answers: as quotes, or as how many cannot be read (V1, V4)', () => {
  const pages = [
    ...['the summary by the link that wrote', 'the summary by another link', 'the summary by a seat'],
    ...['the version before, by another link', 'the version before, by a seat', 'the version before, at the desk'],
    ...['the newest version, at the desk', 'the draft', 'export json'],
  ];
  test.each(pages)('%s', (name) => {
    const page = JSON.parse(textIn(name)) as { summary?: Drawn; draft?: Drawn } & Drawn;
    const { conclusions, proposals } = page.summary ?? page.draft ?? page;
    expect([conclusions.length, proposals.length]).toEqual([1, 1]);
    for (const { quotes, unread } of [...conclusions, ...proposals]) {
      expect(answersIn().length).toBeGreaterThan(15);
      expect(quotes.length + unread).toBe(answersIn().length);
      expect(quotes.filter(({ state }) => state === 'withdrawn').every(({ text }) => text === '')).toBe(true);
      expect(unread === 0).toBe(name === 'the draft');
    }
  });

  test('export xlsx, as the table that it is made of', () => {
    const { columns: named, rows } = notesTable(exportSource(played.log));
    const [kind, unread] = ['soort', 'niet_te_lezen'].map((title) => named.findIndex((one) => one.title === title));
    const heads = rows.filter((row) => typeof row[unread ?? 0] === 'number');
    expect(heads.length).toBe(2);
    for (const head of heads) {
      const under = rows.filter(
        (row) => String(row[0]).startsWith(`${head[0]}.`) && row[kind ?? 0] === 'antwoord waar het op rust',
      );
      expect(under.length + Number(head[unread ?? 0])).toBe(answersIn().length);
    }
  });

  test.each(['markdown', 'docx', 'pdf', 'qdpx'])('export %s', async (kind) => {
    const file = kind === 'pdf' ? await readAloud() : textIn(`export ${kind}`);
    // Without spaces: a line of paper ends where it is full.
    const told = bare(file.replace(/<[^>]*>/g, ''));
    const { conclusions, proposals } = currentSummary(played.log);
    for (const { text, quotes, unread } of [...conclusions, ...proposals]) {
      const parts = told.split(text).slice(1);
      const own = parts.findLast((part) => /rustop/i.test(part.slice(0, 200))) ?? '';
      const unreadable = bare(`op ${unread} antwoorden die niet te lezen zijn`);
      expect(own).toContain(unreadable);
      const ground = own.slice(0, own.indexOf(unreadable));
      const words = quotes.flatMap((quote) => quote.text || []).map(bare);
      expect(words.length).toBeGreaterThan(9);
      expect(words.filter((one) => !ground.includes(one))).toEqual([]);
      const withdrawn = quotes.filter((quote) => quote.state === 'withdrawn').length;
      expect(ground.match(/ingetrokken/gi)).toHaveLength(withdrawn);
    }
  });
});
