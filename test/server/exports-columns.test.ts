// What a reader of a table meets first: columns named by what was asked about, and files that can be told apart.
import { expect, test } from 'vitest';
import { exportSource } from '../../server/exports/export-source.ts';
import { allKinds, exportFile } from '../../server/exports/register.ts';
import { answersLong } from '../../server/exports/tables/answers-long.ts';
import { answersWide } from '../../server/exports/tables/answers-wide.ts';
import { countsTable } from '../../server/exports/tables/counts.ts';
import type { Table } from '../../server/exports/tables/table.ts';
import type { Item, Script } from '../../shared/script.ts';
import { say } from '../../shared/script-queries.ts';
import { words } from '../../shared/words/exports.nl.ts';
import { playSession, winScript } from '../shared/summary-session.ts';

/** The WIN script with these items in its model, and with a question about nothing in particular. */
function played(change: (item: Item) => Item = (item) => item) {
  const script = winScript();
  const itemSets = script.itemSets.map((set) => ({ ...set, items: set.items.map(change) }));
  const asked: Script = {
    ...script,
    itemSets,
    steps: script.steps.map((step) => (step.id === 'def-duo' ? { ...step, items: undefined } : step)),
  };
  const room = playSession(asked);
  for (let i = 0; i < 8; i++) room.join(1, ['student']);
  for (const id of ['def-duo', 'model-duo']) {
    room.open(id);
    room.answer();
  }
  return room.log;
}
const heads = (log: ReturnType<typeof played>) =>
  answersWide(exportSource(log))
    .columns.map(({ title }) => title)
    .slice(5);
const columnOf = ({ columns, rows }: Table, title: string) => {
  const at = columns.findIndex((column) => column.title === title);
  return rows.map((row) => row[at]);
};

test('side by side, a column is headed by the name of what it is about', () => {
  const all = heads(played());
  const core = winScript()
    .itemSets.flatMap(({ items }) => items)
    .find(({ id }) => id === 'o1');
  expect(all.filter((head) => head.startsWith(`${say(core?.title, 'nl')} · `)).length).toBeGreaterThan(1);
  expect(all.filter((head) => /^o\d/.test(head))).toEqual([]);
});

test('two of one name have their ids behind it, and nobody’s words change what a column is called', () => {
  const alike = (item: Item) => (/^o[12]$/.test(item.id) ? { ...item, title: { nl: 'Leren' } } : item);
  const log = played(alike);
  const all = heads(log);
  for (const id of ['o1', 'o2']) expect(all.some((head) => head.startsWith(`Leren (${id}) · `))).toBe(true);
  expect(all.some((head) => head.startsWith('Leren · '))).toBe(false);
  const half = log.slice(0, log.length - 40);
  expect(all).toEqual(expect.arrayContaining(heads(half)));
});

test('a question about nothing in particular is about no list', () => {
  const source = exportSource(played());
  expect(heads(played()).filter((head) => head.includes(words.wholeList))).toEqual([]);
  const { columns } = words;
  for (const table of [answersLong(source), countsTable(source)]) {
    const about = columnOf(table, columns.item);
    const mine = columnOf(table, columns.step).map(
      (step) => step === source.state.script.steps.find(({ id }) => id === 'def-duo')?.title.nl,
    );
    expect(about).not.toContain(words.wholeList);
    expect(mine.some(Boolean)).toBe(true);
    expect(about.filter((_, i) => mine[i])).toEqual(mine.filter(Boolean).map(() => null));
  }
});

test('no two files have one name', async () => {
  const log = played();
  const names = await Promise.all(
    allKinds
      .filter((kind) => !['pdf', 'docx', 'xlsx'].includes(kind))
      .map(async (kind) => (await exportFile(log, kind)).name),
  );
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContainEqual(expect.stringMatching(/_antwoorden-voor-excel\.csv$/));
});
