// The workbook, opened by a reader that did not write it: text is text, and each sheet says what it says and no more.
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { exportFile } from '../../server/exports/register.ts';
import { writeWorkbook } from '../../server/exports/xlsx/workbook.ts';
import type { Logged } from '../../shared/events.ts';
import { words } from '../../shared/words/exports.nl.ts';
import { playSession } from '../shared/summary-session.ts';
import { playHostileSession } from '../support/hostile-session.ts';
import { hostileTexts, readHostileTexts } from '../support/hostile-texts.ts';

const { names } = words.sheets;
type Sheets = Map<string, unknown[][]>;

async function readWorkbook(bytes: Uint8Array): Promise<Sheets> {
  const sheets = await readXlsx(Buffer.from(bytes), { trim: false });
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}
async function workbookOf(log: readonly Logged[]): Promise<{ bytes: Uint8Array; sheets: Sheets }> {
  const { body } = await exportFile(log, 'xlsx');
  if (typeof body === 'string') throw new Error('a workbook is bytes');
  return { bytes: body, sheets: await readWorkbook(body) };
}
const columnOf = (sheets: Sheets, sheet: string, title: string): unknown[] => {
  const [head = [], ...rows] = sheets.get(sheet) ?? [];
  const place = head.indexOf(title);
  if (place < 0) throw new Error(`no column ${title} on ${sheet}`);
  return rows.map((row) => row[place]);
};
const { columns } = words;

const played = playSession();
played.wholeAfternoon();
played.must({ type: 'AddNote', kind: 'insight', item: null, subgroup: null, text: '=2+3 is geen som' });
const whole = await workbookOf(played.log);
const hostile = await workbookOf(playHostileSession().log);

test('every sheet is there, in order, with its first row and column in sight', () => {
  // Nothing was agreed here, and nothing asked twice.
  const { agreements, shifts, ...always } = names;
  expect([...whole.sheets.keys()]).toEqual(Object.values(always));
  for (const none of [agreements, shifts]) expect(whole.sheets.has(none)).toBe(false);
  const parts = unzipSync(whole.bytes);
  for (const i of Object.keys(Object.values(always)).map(Number)) {
    const xml = new TextDecoder().decode(parts[`xl/worksheets/sheet${i + 1}.xml`]);
    expect(xml).toMatch(/<pane [^>]*state="frozen"/);
    expect(xml).toMatch(/<pane [^>]*ySplit="1"/);
  }
});

describe.each([
  [names.long, columns.text],
  [names.wide, undefined],
])('on %s', (sheet, column) => {
  test.each(readHostileTexts())('%s is read back as it was typed', (_, text) => {
    const cells = column ? columnOf(hostile.sheets, sheet, column) : (hostile.sheets.get(sheet) ?? []).flat();
    expect(cells).toContain(text);
  });
});

test('nothing that people typed is a formula, a link or code, and no apostrophe stands before it', () => {
  for (const { bytes, sheets } of [whole, hostile]) {
    const parts = unzipSync(bytes);
    expect(
      Object.keys(parts)
        .filter((name) => /vba|externalLink|activeX|\.rels$/i.test(name))
        .toSorted(),
    ).toEqual(['_rels/.rels', 'xl/_rels/workbook.xml.rels']);
    for (const [name, part] of Object.entries(parts)) {
      if (!name.endsWith('.xml')) continue;
      expect(new TextDecoder().decode(part)).not.toMatch(/<f[ >]|<hyperlink|<definedName/);
    }
    const typed = new Set(Object.values(hostileTexts).map((text) => `'${text}`));
    expect([...sheets.values()].flat(2).filter((cell) => typed.has(String(cell)))).toEqual([]);
  }
});

test('any words at all come back as they were, also the names that a program knows', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc
          .oneof(
            fc.constantFrom(
              'constructor',
              '__proto__',
              'toString',
              '_x0041_',
              '_x005F_x0041_',
              '_X000d_',
              'true',
              '1e3',
            ),
            fc.string({ unit: 'grapheme', minLength: 1 }),
            fc
              .array(fc.constantFrom('_', 'x', '0', 'A', '5F', '00', '\n', '\t'), { minLength: 1 })
              .map((all) => all.join('')),
          )
          .filter((text) => text.trim() !== '' && !/[^\P{Cc}\n\t]|\p{Cn}/u.test(text)),
        { minLength: 1, maxLength: 5 },
      ),
      async (texts) => {
        const table = { columns: [{ title: 'kop', about: '', width: 9 }], rows: texts.map((text) => [text]) };
        const sheets = await readWorkbook(await writeWorkbook([{ name: 'A', table }], { title: '', at: 0 }));
        expect(sheets.get('A')?.slice(1)).toEqual(texts.map((text) => [text]));
      },
    ),
  ));

test('no builder breaks on half a character, a forbidden one or a text longer than a cell may hold', async () => {
  const texts = ['half \ud83d teken', '\ufffe\uffff', '\u0000\u0001 begin', 'w'.repeat(40_000)];
  const table = { columns: [{ title: 'kop', about: '', width: 9 }], rows: texts.map((text) => [text]) };
  const sheets = await readWorkbook(await writeWorkbook([{ name: 'A', table }], { title: '\ud800', at: 0 }));
  const cells = sheets.get('A')?.slice(1).flat() ?? [];
  expect(cells[0]).toBe('half \ufffd teken');
  expect(String(cells.at(-1))).toHaveLength(32_767);
});

test('side by side: one row for each who answered, by a code of their own, with every text that stands in a row by itself', () => {
  const [head = [], ...rows] = whole.sheets.get(names.wide) ?? [];
  const labels = rows.map(([label]) => label);
  expect(head[0]).toBe(columns.unit);
  expect(new Set(head).size).toBe(head.length);
  expect(new Set(labels).size).toBe(labels.length);
  expect(new Set(labels)).toEqual(new Set(columnOf(whole.sheets, names.long, columns.unit)));
  const cells = new Set(rows.flat());
  for (const text of columnOf(whole.sheets, names.long, columns.text)) if (text) expect(cells).toContain(text);
});

test('dates are text in ISO form, figures are figures, and notes have a number to refer to', () => {
  for (const date of columnOf(whole.sheets, names.long, columns.date)) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
  for (const n of columnOf(whole.sheets, names.counts, columns.n)) expect(typeof n).toBe('number');
  const texts = columnOf(whole.sheets, names.notes, columns.text);
  expect(texts).toContain('=2+3 is geen som');
  expect(columnOf(whole.sheets, names.notes, columns.id)[0]).toBe('N1');
  const items = columnOf(whole.sheets, names.items, columns.itemId);
  expect(items).toContain('k3');
});

test('a conclusion stands above every answer that it rests on, each by its unit and as it stands in the rows, and who saw it otherwise', async () => {
  const room = playSession();
  room.wholeAfternoon();
  const answers = room.answers('model-duo').filter(({ prompt }) => prompt === 'clear');
  const [a, b, gone] = answers;
  if (!a || !b || !gone) throw new Error('no answers');
  const draw = (kind: 'conclusion' | 'proposal', text: string, ids: string[]) =>
    room.must({ type: 'DrawConclusion', conclusion: null, kind, text, item: null, notes: [], answers: ids });
  draw('conclusion', '=Wij delen meer', [a.answer, b.answer, gone.answer]);
  draw('proposal', 'Noem de buurt', [a.answer]);
  room.must({ type: 'HideAnswer', answer: gone.answer, hidden: true });
  const drawn = Object.values(room.state.conclusions);
  const [asked, proposed] = [
    drawn.find(({ kind }) => kind === 'conclusion'),
    drawn.find(({ kind }) => kind === 'proposal'),
  ];
  if (!asked || !proposed) throw new Error('nothing drawn');
  room.must({ type: 'DecideProposal', conclusion: proposed.conclusion, decision: 'later', reason: '- te vroeg' });
  room.must({ type: 'AskConclusion', conclusion: asked.conclusion });
  const seats = room.log.flatMap((event) => (event.type === 'ParticipantJoined' ? [event.seat] : []));
  const judge = (seat: string, agrees: boolean, note: string) =>
    room.must({ type: 'JudgeConclusion', conclusion: asked.conclusion, agrees, note }, { role: 'seat', seat });
  judge(seats[0] ?? '', true, '');
  judge(seats[1] ?? '', false, '@ niet overal');
  const { sheets } = await workbookOf(room.log);
  const rows = (sheets.get(names.notes) ?? []).slice(1);
  const cell = (row: unknown[] | undefined, title: string) => row?.[sheets.get(names.notes)?.[0]?.indexOf(title) ?? -1];
  const head = rows.find((row) => cell(row, columns.id) === 'C1');
  expect([cell(head, columns.text), cell(head, columns.unread)]).toEqual(['=Wij delen meer', 1]);
  expect([columns.agree, columns.differ, columns.n].map((title) => cell(head, title))).toEqual([1, 1, 2]);
  const below = rows.filter((row) => String(cell(row, columns.id)).startsWith('C1.'));
  expect(cell(below.at(-1), columns.text)).toBe('@ niet overal');
  const under = below.slice(0, -1);
  expect(under).toHaveLength(2);
  const units = columnOf(sheets, names.long, columns.unit);
  const texts = columnOf(sheets, names.long, columns.text);
  for (const row of under) {
    const text = cell(row, columns.text);
    expect(text).toBeTruthy();
    expect(units[texts.indexOf(text)]).toBe(cell(row, columns.unit));
  }
  const proposal = rows.find((row) => cell(row, columns.id) === 'V1');
  expect([cell(proposal, columns.decision), cell(proposal, columns.reason)]).toEqual(['later', '- te vroeg']);
});

test('lists of answers and counts keep what readers’ summaries leave out', async () => {
  const room = playSession();
  room.wholeAfternoon();
  const rowsOf = async (kind: 'csv' | 'counts-csv') => String((await exportFile(room.log, kind)).body).split('\r\n');
  const before = [await rowsOf('csv'), await rowsOf('counts-csv')];
  const [section] = room.state.script.itemSets;
  room.must({ type: 'ArrangeSummary', titles: [], order: [], hidden: [section?.id ?? ''], seen: 0 });
  expect([await rowsOf('csv'), await rowsOf('counts-csv')]).toEqual(before);
});

test('the legend says of every column of every sheet what it means', () => {
  const [, ...rows] = whole.sheets.get(names.legend) ?? [];
  const told = rows.map(([sheet, column]) => `${sheet}: ${column}`);
  const all = [...whole.sheets].flatMap(([sheet, [head = []]]) =>
    sheet === names.legend ? [] : head.map((column) => `${sheet}: ${column}`),
  );
  expect(told).toEqual(all);
  for (const [, , meaning] of rows) expect(String(meaning).length).toBeGreaterThan(5);
});

test('participants stand there by a code, without name, seat or order of coming; roles only where five have just these (P1)', () => {
  const labels = columnOf(whole.sheets, names.people, columns.participant);
  expect(labels).toHaveLength(24);
  expect(labels.every((label) => /^P-[A-Z]{4}$/.test(String(label)))).toBe(true);
  expect(labels).toEqual(labels.toSorted());
  const roles = columnOf(whole.sheets, names.people, columns.perspectives);
  const counts = new Map<unknown, number>();
  for (const role of roles) counts.set(role, (counts.get(role) ?? 0) + 1);
  expect([...counts.keys()]).toContain(words.others);
  for (const count of counts.values()) expect(count).toBeGreaterThanOrEqual(5);
  const cells = JSON.stringify([...whole.sheets]);
  expect(cells).not.toContain('CANARYNAME');
  for (const event of played.log) if (event.type === 'ParticipantJoined') expect(cells).not.toContain(event.seat);
});

test('a theme stands beside each answer in it, by its name or its number, in rows and side by side', async () => {
  const room = playSession();
  room.wholeAfternoon();
  const [a, b, c] = room.answers('model-duo').filter(({ prompt }) => prompt === 'missing' || prompt === 'clear');
  if (!a || !b || !c) throw new Error('no answers');
  room.must({ type: 'GroupAnswers', step: 'model-duo', theme: null, answers: [a.answer, b.answer] });
  const grouped = room.log.find((event) => event.type === 'AnswersGrouped');
  if (grouped?.type !== 'AnswersGrouped' || !grouped.theme) throw new Error('no theme');
  const numbered = await workbookOf(room.log);
  expect(columnOf(numbered.sheets, names.long, columns.theme)).toContain(words.sheets.themeNumbered(1));
  room.must({ type: 'NameTheme', theme: grouped.theme, name: '=Tijd' });
  const named = await workbookOf(room.log);
  const themes = columnOf(named.sheets, names.long, columns.theme).filter(Boolean);
  expect(new Set(themes)).toEqual(new Set(['=Tijd']));
  expect((named.sheets.get(names.wide) ?? []).flat()).toContain('=Tijd');
});

test('equal sessions give equal bytes', async () => {
  expect(Buffer.from((await workbookOf(played.log)).bytes).equals(Buffer.from(whole.bytes))).toBe(true);
});
