import { groupBy } from '../../../shared/group-by.ts';
import { say } from '../../../shared/script-queries.ts';
import type { Cell } from '../csv.ts';
import type { ExportSource } from '../export-source.ts';
import { type FieldContent, type ReadableAnswer, readableAnswers } from '../readable-answers.ts';
import { unitPerspectives } from '../unit-perspectives.ts';
import { askedColumns, askedKey } from './asked-columns.ts';
import { listed, markedIn, saidAll, themeOf, unitKindOf } from './contents.ts';
import { columnsNamed, type Row, type Table } from './table.ts';

/** Columns for what was asked of somebody who answered; for themes only where somebody made one. */
function answeredKeys(answers: readonly ReadableAnswer[]): Set<string> {
  return new Set(
    answers.flatMap((answer) => [
      ...answer.prompt.fields.map(({ id }) => askedKey(answer, id)),
      ...(answer.theme ? [askedKey(answer, null)] : []),
    ]),
  );
}

function cellOf(value: FieldContent, source: ExportSource, answer: ReadableAnswer): Cell {
  switch (value.kind) {
    case 'judgement':
    case 'choice':
      return saidAll(value.choices, source);
    case 'marks':
      return markedIn(value, source, answer);
    case 'text':
      return value.text;
    case 'date':
      return value.date;
  }
}

/** WIDE: one row for each who answered, one column for each field of each question; what was withdrawn is empty. */
export function answersWide(source: ExportSource): Table {
  const { state, words, language } = source;
  const rolesOf = unitPerspectives(state, language, words.others);
  const answers = readableAnswers(source);
  const answered = answeredKeys(answers);
  const asked = [...askedColumns(source)].filter(([key]) => answered.has(key));
  const place = new Map(asked.map(([key], i) => [key, i]));
  const byLabel = [...groupBy(answers, ({ label }) => label)].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = byLabel.flatMap(([label, own]): Row[] => {
    const [one] = own;
    if (!one) return [];
    const cells: Cell[] = asked.map(() => null);
    for (const answer of own) {
      if (answer.withdrawn) continue;
      for (const { field, value } of answer.fields) {
        const column = place.get(askedKey(answer, field.id));
        if (column !== undefined) cells[column] = cellOf(value, source, answer);
      }
      const themed = place.get(askedKey(answer, null));
      if (themed !== undefined) cells[themed] = themeOf(answer, source);
    }
    const roles = one.number === null ? null : listed(rolesOf(one.unit)) || null;
    const people = Math.max(...own.map((answer) => answer.people)) || null;
    const subgroup = one.subgroup ? say(one.subgroup, language) : null;
    return [[label, unitKindOf(one, source), people, roles, subgroup, ...cells]];
  });
  const columns = columnsNamed(source, ['unit', 'unitKind', 'people', 'perspectives', 'subgroup']);
  return { columns: [...columns, ...asked.map(([, column]) => column)], rows };
}
