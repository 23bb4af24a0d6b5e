// Anonymity, by role: what stands by role in the summary stands in its downloads by the same rule, and a role of a few in none (P1, V1, D3).
import { expect, test } from 'vitest';
import { outlineOf } from '../../server/exports/document/outline.ts';
import { exportSource } from '../../server/exports/export-source.ts';
import { allKinds } from '../../server/exports/register.ts';
import { countsTable } from '../../server/exports/tables/counts.ts';
import { currentSummary, draftSummary } from '../../shared/views/summary.ts';
import { words } from '../../shared/words/summary.nl.ts';
import { exportText } from '../support/exported.ts';
import { playRoles, times, twoRoles } from '../support/role-session.ts';

const canary = 'CANARYROLE';
/** Three of a role of its own, two that said none, and a teacher who does not know. */
const few = [...twoRoles, ...times(3, 'client', 'nee'), ...times(2, '', 'ja'), ...times(1, 'docent', 'weet-niet')];
const played = playRoles(few, (script) => ({
  ...script,
  perspectives: {
    ...script.perspectives,
    options: script.perspectives.options.map((one) => (one.id === 'client' ? { ...one, label: { nl: canary } } : one)),
  },
}));
played.close();

test.each(allKinds.filter((kind) => kind !== 'archive'))('%s names no role of a few (P1)', async (kind) => {
  expect(await exportText(played.log, kind)).not.toContain(canary);
});

test('the summary names none either, for readers or as a draft (P1)', () => {
  expect(JSON.stringify(currentSummary(played.log))).not.toContain(canary);
  expect(JSON.stringify(draftSummary(played.log))).not.toContain(canary);
});

const tablesOf = (log: typeof played.log) =>
  outlineOf(exportSource(log)).blocks.flatMap((block) =>
    block.kind === 'table' && block.title.endsWith(words.roles.title) ? [block] : [],
  );

test('a document has a table of roles beside each other, with n and what stands outside it (D3)', () => {
  const [table] = tablesOf(played.log);
  expect(table?.columns.map(({ title }) => title)).toEqual(['Per rol', 'ja', 'deels', 'nee', 'n', 'Buiten de telling']);
  expect(table?.rows).toEqual([
    ['alone · Herkenbaar? · student', '2', '0', '4', '6', ''],
    ['alone · Herkenbaar? · docent', '5', '0', '0', '5', '1 weet ik niet'],
  ]);
});

test('of whom these are, a document says once in their section', () => {
  const { blocks } = outlineOf(exportSource(played.log));
  expect(blocks.filter((block) => block.kind === 'paragraph' && block.text === words.roles.rule)).toHaveLength(1);
});

test('where it may not, a document says why once in its section', () => {
  const shrunk = playRoles(twoRoles.slice(3));
  shrunk.close();
  expect(tablesOf(shrunk.log)).toEqual([]);
  const said = outlineOf(exportSource(shrunk.log)).blocks.filter(
    (block) => block.kind === 'paragraph' && block.text.startsWith('Niet per rol.'),
  );
  expect(said).toMatchObject([{ text: 'Niet per rol. Daarvoor zijn er van twee rollen elk 5 antwoorden nodig.' }]);
});

test('the sheet of counts has a row for each role under the question, or why not', () => {
  const rowsOf = (log: typeof played.log) => {
    const { columns, rows } = countsTable(exportSource(log));
    const at = (title: string) => columns.findIndex((column) => column.title === title);
    return rows.map((row) =>
      ['rol', 'ja', 'nee', 'weet ik niet', 'n', 'geen_antwoord', 'waarom_niet_per_rol'].map((title) => row[at(title)]),
    );
  };
  expect(rowsOf(played.log)).toEqual([
    [null, 9, 7, 1, 16, 0, null],
    ['student', 2, 4, 0, 6, null, null],
    ['docent', 5, 0, 1, 5, null, null],
  ]);
  const shrunk = playRoles(twoRoles.slice(3));
  shrunk.close();
  expect(rowsOf(shrunk.log)).toEqual([
    [null, 7, 1, 0, 8, 0, 'Daarvoor zijn er van twee rollen elk 5 antwoorden nodig.'],
  ]);
});
