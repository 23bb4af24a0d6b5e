import { groupBy } from '../../../shared/group-by.ts';
import type { Field } from '../../../shared/script.ts';
import { say } from '../../../shared/script-queries.ts';
import type { Cell } from '../csv.ts';
import type { ExportSource } from '../export-source.ts';
import { type FieldContent, type ReadableAnswer, readableAnswers } from '../readable-answers.ts';
import { unitPerspectives } from '../unit-perspectives.ts';
import { fieldName, itemNameOf, listed, markedIn, saidAll, themeOf, unitKindOf } from './contents.ts';
import { type Column, columnsNamed, type Row, type Table } from './table.ts';

/** One field of one question about one item; without a field, the theme in which answers to it were put. */
type Asked = { key: string; sample: ReadableAnswer; field: Field | null };

const keyOf = ({ step, item, prompt }: ReadableAnswer, field: string | null): string =>
  JSON.stringify([step.id, item?.id ?? null, prompt.id, field]);

/** What was asked, in the order of the script; themes only where somebody made any. */
function allAsked(answers: readonly ReadableAnswer[]): Asked[] {
  const asked = groupBy(answers, (answer) => keyOf(answer, null));
  return [...asked].flatMap(([key, all]) => {
    const [sample] = all;
    if (!sample) return [];
    const fields = sample.prompt.fields.map((field) => ({ key: keyOf(sample, field.id), sample, field }));
    return all.some(({ theme }) => theme) ? [...fields, { key, sample, field: null }] : fields;
  });
}

/** "k3 · Herkenbaar? · oordeel", with its step or a number where another bears that name. */
function questionColumns(asked: readonly Asked[], source: ExportSource): Column[] {
  const { language, words } = source;
  const taken = new Set<string>();
  return asked.map(({ sample, field }) => {
    const [step, prompt] = [say(sample.step.title, language), say(sample.prompt.title, language)];
    const name = field ? fieldName(sample, field, source) : words.columns.theme;
    const parts = [sample.item?.id ?? words.wholeList, prompt, ...(name === prompt ? [] : [name])];
    let title = parts.join(' · ');
    if (taken.has(title)) title = [...parts, step].join(' · ');
    for (let number = 2; taken.has(title); number++) title = [...parts, step, number].join(' · ');
    taken.add(title);
    const about = words.sheets.asked({ step, item: itemNameOf(sample, source), prompt, field: name });
    return { title, about, width: field?.kind === 'text' ? 40 : 20 };
  });
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
  const asked = allAsked(answers);
  const place = new Map(asked.map(({ key }, i) => [key, i]));
  const byLabel = [...groupBy(answers, ({ label }) => label)].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = byLabel.flatMap(([label, own]): Row[] => {
    const [one] = own;
    if (!one) return [];
    const cells: Cell[] = asked.map(() => null);
    for (const answer of own) {
      if (answer.withdrawn) continue;
      for (const { field, value } of answer.fields) {
        cells[place.get(keyOf(answer, field.id)) ?? -1] = cellOf(value, source, answer);
      }
      const themed = place.get(keyOf(answer, null));
      if (themed !== undefined) cells[themed] = themeOf(answer, source);
    }
    const roles = one.number === null ? null : listed(rolesOf(one.unit)) || null;
    const people = Math.max(...own.map((answer) => answer.people)) || null;
    const subgroup = one.subgroup ? say(one.subgroup, language) : null;
    return [[label, unitKindOf(one, source), people, roles, subgroup, ...cells]];
  });
  const columns = columnsNamed(source, ['unit', 'unitKind', 'people', 'perspectives', 'subgroup']);
  return { columns: [...columns, ...questionColumns(asked, source)], rows };
}
