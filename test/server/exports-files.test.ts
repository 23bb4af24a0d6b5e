// Files that people download: text stays text in a spreadsheet and in Markdown, and nothing in them was hidden or taken back.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asText, csvOf, type Profile } from '../../server/exports/csv.ts';
import { fileNameOf } from '../../server/exports/file-name.ts';
import { mdLine, mdQuote } from '../../server/exports/markdown-text.ts';
import { allKinds } from '../../server/exports/register.ts';
import { playSession } from '../shared/summary-session.ts';
import { exportText } from '../support/exported.ts';

/** A reader of RFC 4180, written apart from the writer. */
function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = text.startsWith('\ufeff') ? 1 : 0; i < text.length; i++) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (c === '"') quoted = !quoted;
    else if (!quoted && c === separator) {
      row.push(cell);
      cell = '';
    } else if (!quoted && c === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      i++;
    } else cell += c;
  }
  return rows;
}

const dangerous = fc.constantFrom(
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '\u00a0=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '﹢1',
  '⁼1',
  '\u200b=1',
  '- een punt',
  '"=1"',
  ';',
  ',',
);
const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  dangerous,
  fc.tuple(dangerous, fc.string()).map((parts) => parts.join('')),
);
const table = fc.array(fc.array(words, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
const profiles: [Profile, string][] = [
  ['standard', ','],
  ['excel', ';'],
];

test.each(profiles)('CSV (%s) gives back every text, whatever is in it', (profile, separator) =>
  fc.assert(
    fc.property(table, (rows) => {
      const read = readCsv(csvOf(rows, profile), separator);
      expect(read).toEqual(rows.map((row) => row.map(asText)));
    }),
  ),
);

test('no cell of people’s words starts as a formula, also after spaces and in full-width forms', () =>
  fc.assert(
    fc.property(words, (text) => {
      const bare = asText(text)
        .normalize('NFKC')
        .replace(/^[\s\u200b\ufeff]+/, '');
      expect(/^[=+\-@]/.test(bare)).toBe(false);
      expect(asText(text).replace(/^'/, '')).toBe(text.replace(/^'/, ''));
    }),
  ));

test('for Dutch Excel: a BOM, semicolons, CRLF and every field quoted', () => {
  expect(csvOf([['a', 1, null]], 'excel')).toBe('\ufeff"a";"1";""\r\n');
  expect(csvOf([['a', 1, null]], 'standard')).toBe('a,1,\r\n');
});

test('Markdown shows people’s words and does nothing with them', () => {
  expect(mdLine('| cel | *vet* <b> [x](y) `c` # geen kop')).toBe(
    '\\| cel \\| \\*vet\\* \\<b\\> \\[x\\](y) \\`c\\` # geen kop',
  );
  for (const start of ['#', '-', '=', '+', '>']) {
    expect(mdLine(`${start} tekst`)).toMatch(new RegExp(`^\\\\\\${start} tekst$`));
  }
  expect(mdLine('1. een')).toBe('1\\. een');
  expect(mdQuote('een\n# twee\n\n=== drie')).toBe('> een\n> \\# twee\n>\n> \\=== drie');
});

test('no line of a quotation is a heading, a list, a rule or a table, whatever was typed', () =>
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('#', '-', '=', '|', '*', '+', '1', '.', ')', ' ', '\n', '\\', 'a', '`', '>', '<'),
      }),
      (text) => {
        for (const line of mdQuote(text).split('\n')) {
          expect(line.startsWith('>')).toBe(true);
          expect(line.slice(1)).not.toMatch(/^\s*(#|-|=|\+|\*|>|\d+[.)](\s|$))/);
          expect(line.replaceAll(/\\[\s\S]/g, '')).not.toMatch(/[|`*<]/);
        }
      },
    ),
  ));

test('file names carry title and place in ASCII without spaces, bounded, whatever those are called', () => {
  const named = (title: string, place: string) => fileNameOf({ date: '2026-11-23', title, place }, ['x'], 'csv');
  expect(named('Wijk & Welzijn: één dag', '’s-Hertogenbosch')).toBe(
    'in-gesprek_2026-11-23_wijk-welzijn-een-dag_s-hertogenbosch_x.csv',
  );
  expect(named('Team', '../\\"\r\n😀')).toBe('in-gesprek_2026-11-23_team_x.csv');
  const foreign = [named('ورشة العمل', 'عمان'), named('🌱🌱', '')];
  for (const one of foreign) expect(one).toMatch(/^in-gesprek_2026-11-23_sessie-[0-9a-f]{4}_x\.csv$/);
  expect(new Set(foreign).size).toBe(2);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, place) => {
      expect(named(title, place)).toMatch(/^in-gesprek_2026-11-23_[a-z0-9-]{1,40}(_[a-z0-9-]{1,40})?_x\.csv$/);
    }),
  );
});

const played = playSession();
played.wholeAfternoon((step, prompt, unit, item) => {
  const split = step.split && unit === 5 ? { choices: ['ja', 'nee'], voices: [1, 1] } : undefined;
  const text = `${step.id === 'feedback' ? 'CANARYFEEDBACK' : `woord-${step.id}-${item}-${prompt.id}-${unit}-einde`}`;
  return Object.fromEntries(
    prompt.fields.flatMap(
      (
        field,
      ): [string, { kind: 'text'; text: string } | { kind: 'judgement'; choices: string[]; voices?: number[] }][] => {
        if (field.kind === 'text' && !field.askedAt) return [[field.id, { kind: 'text', text }]];
        return field.kind === 'judgement' ? [[field.id, { kind: 'judgement', ...(split ?? { choices: ['ja'] }) }]] : [];
      },
    ),
  );
});
const open = played.answers('model-duo').filter((answer) => answer.prompt === 'clear');
const [withdrawn, hidden] = [open[0], open[1]];
if (!withdrawn || !hidden) throw new Error('no answers');
const [withdrawnText, hiddenText] = [played.textOf(withdrawn)[0] as string, played.textOf(hidden)[0] as string];
played.withdraw(withdrawn);
played.must({ type: 'HideAnswer', answer: hidden.answer, hidden: true });

test.each(allKinds.filter((kind) => kind !== 'archive'))(
  '%s holds no name, seat, feedback, hidden or withdrawn words (V4, P1)',
  async (kind) => {
    const body = await exportText(played.log, kind);
    expect(body.length).toBeGreaterThan(500);
    expect(body).not.toMatch(/CANARYNAME|CANARYFEEDBACK/);
    expect(body).not.toContain(withdrawnText);
    expect(body).not.toContain(hiddenText);
    for (const event of played.log) if (event.type === 'ParticipantJoined') expect(body).not.toContain(event.seat);
  },
);

test.each(['markdown', 'docx', 'pdf', 'csv', 'csv-excel', 'json'] as const)(
  '%s holds a boundary situation only while it is released (V3)',
  async (kind) => {
    const other = playSession();
    other.wholeAfternoon();
    const [answer] = other.answers('model-duo').filter(({ prompt }) => prompt === 'boundary');
    if (!answer) throw new Error('no boundary situation');
    const release = { type: 'ReleaseAnswer', answer: answer.answer } as const;
    const words = other.textOf(answer)[0] as string;
    const times = async () => (await exportText(other.log, kind)).split(words).length;
    const shown = await times();
    other.must({ ...release, released: false });
    expect(await times()).toBeLessThan(shown);
    other.must({ ...release, released: true });
    expect(await times()).toBe(shown);
  },
);

test.each(['markdown', 'docx', 'pdf', 'csv', 'csv-excel', 'json'] as const)(
  '%s holds every text that may be read',
  async (kind) => {
    const body = await exportText(played.log, kind);
    const texts = open.slice(2).flatMap((answer) => played.textOf(answer));
    expect(texts.length).toBeGreaterThan(30);
    for (const text of texts) expect(body).toContain(text);
  },
);

test('the archive holds the hidden words, not the withdrawn ones', async () => {
  const body = await exportText(played.log, 'archive');
  expect(body).toContain(hiddenText);
  expect(body).not.toContain(withdrawnText);
});

test('the long table has one row for each field of each answer, and a line that says "withdrawn"', async () => {
  const [header, ...rows] = readCsv(await exportText(played.log, 'csv'), ',');
  const column = (name: string) => header?.indexOf(name) ?? -1;
  expect(rows.every((row) => row.length === header?.length)).toBe(true);
  const gone = rows.filter((row) => row[column('status')] === 'ingetrokken');
  expect(gone).toHaveLength(1);
  expect([gone[0]?.[column('tekst')], gone[0]?.[column('oordeel')]]).toEqual(['', '']);
  const split = rows.find((row) => row[column('verdeeld')] === 'ja') ?? [];
  const told = ['oordeel', 'oordeel_anders', 'stemmen'].map((name) => split[column(name)]);
  expect(told).toEqual(['verdeeld', 'ja | nee', '1 | 1']);
  expect(rows.every((row) => /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(row[column('verstuurd')] ?? ''))).toBe(true);
  expect(new Set(rows.map((row) => row[column('eenheid')])).size).toBe(12);
});

test('counts add up: counted options together are n; what is hidden is told by its number (D3)', async () => {
  const [header = [], ...rows] = readCsv(await exportText(played.log, 'counts-csv'), ',');
  for (const row of rows) {
    const at = (name: string) => Number(row[header.indexOf(name)]);
    // Of several options each is counted by itself.
    if (row[header.indexOf('keuze')]) expect(at('gekozen')).toBeLessThanOrEqual(at('n'));
    else expect(at('ja') + at('deels') + at('nee')).toBe(at('n'));
  }
  const outside = (name: string) => rows.reduce((sum, row) => sum + Number(row[header.indexOf(name)]), 0);
  expect([outside('verborgen'), outside('ingetrokken'), outside('niet_vrijgegeven')]).toEqual([1, 1, 0]);
});

test('Markdown says what is hidden, what a judgement answers, and names no characteristic that nobody marked (D3)', async () => {
  const marked = playSession();
  marked.wholeAfternoon();
  const kept = marked.answers('model-duo').find(({ prompt }) => prompt === 'boundary');
  const gone = marked.answers('def-duo')[0];
  if (!kept || !gone) throw new Error('no answers');
  marked.must({ type: 'KeepAnswer', answer: kept.answer, kept: true });
  marked.must({ type: 'HideAnswer', answer: gone.answer, hidden: true });
  const body = await exportText(marked.log, 'markdown');
  expect(body).toContain('1 verborgen');
  expect(body).toMatch(/Is de beschrijving dan herkenbaar\? (ja|deels|nee|verdeeld|weet ik niet)/);
  expect(body).toContain('- 8 andere zijn door niemand aangetikt.');
  expect(body).not.toMatch(/^- .*: 0$/m);
});
