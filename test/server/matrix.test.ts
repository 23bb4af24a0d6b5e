/** The matrix: whose words, in which output. One session in which everything happens, every output there is (V1, V4, P1, P2, P4). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Column, columnsOf, type MatrixServer, openMatrixServer } from '../support/matrix/columns.ts';
import type { ColumnKind, Row } from '../support/matrix/said.ts';
import { playMatrix } from '../support/matrix/session.ts';

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
