import type { Field, Text } from '../../shared/script.ts';
import { say } from '../../shared/script-queries.ts';
import { textOf } from '../../shared/session/selectors.ts';
import { titleOfItem } from '../../shared/views/summary/items.ts';
import { csvOf, type Profile } from './csv.ts';
import type { ExportSource } from './export-source.ts';
import { type FieldContent, type ReadableAnswer, readableAnswers } from './readable-answers.ts';
import { unitPerspectives } from './unit-perspectives.ts';

type Row = (string | number | null)[];

/** The columns that hold what was filled in, by the kind of field. */
function contentCells(value: FieldContent, source: ExportSource, answer: ReadableAnswer): Row {
  const { words, language, state } = source;
  const join = (texts: Text[]) => texts.map((text) => say(text, language)).join(' | ');
  const judged = value.kind === 'judgement' ? value : undefined;
  const [first, ...others] = judged?.choices ?? [];
  const split = judged ? (others.length ? words.yes : words.no) : null;
  const items = state.script.itemSets.find((set) => set.id === answer.step.items?.set)?.items ?? [];
  const marked = value.kind === 'marks' ? items.filter((item) => value.items.includes(item.id)).map(titleOfItem) : [];
  return [
    first ? say(first, language) : null,
    others.length ? join(others) : null,
    split,
    judged?.voices?.join(' | ') ?? null,
    value.kind === 'text' ? value.text : value.kind === 'date' ? value.date : null,
    ...boundaryCells(answer, join),
    value.kind === 'choice' ? join(value.choices) : null,
    value.kind === 'marks' ? join(marked) : null,
  ];
}

/** Which boundary, and between whom: the first two choices of a boundary situation, on each of its rows. */
function boundaryCells({ prompt, fields }: ReadableAnswer, join: (texts: Text[]) => string): Row {
  if (prompt.about !== 'boundarySituation') return [null, null];
  const asked = prompt.fields.filter((field) => field.kind === 'choice').slice(0, 2);
  return [0, 1].map((i) => {
    const value = fields.find(({ field }) => field.id === asked[i]?.id)?.value;
    return value?.kind === 'choice' ? join(value.choices) : null;
  });
}

const fieldName = ({ prompt }: ReadableAnswer, field: Field, { language, words }: ExportSource): string =>
  say(field.label, language) ||
  (field.kind === 'judgement'
    ? words.columns.judgement
    : prompt.fields.length === 1
      ? say(prompt.title, language)
      : field.id);

/** LONG: one row for each field of each answer. */
export function answersCsv(source: ExportSource, profile: Profile): string {
  const { log, state, words, language } = source;
  const rolesOf = unitPerspectives(state, language, words.others);
  const { columns } = words;
  const header = [
    ...[columns.session, columns.date, columns.place, columns.partner, columns.script, columns.version],
    ...[columns.step, columns.itemId, columns.item, columns.promptId, columns.prompt, columns.unit, columns.unitKind],
    ...[columns.people, columns.perspectives, columns.subgroup, columns.field, columns.judgement],
    ...[
      columns.secondJudgement,
      columns.split,
      columns.voices,
      columns.text,
      columns.boundary,
      columns.between,
      columns.choice,
    ],
    ...[columns.marked, columns.stars, columns.onWall, columns.status, columns.submitted, columns.changed],
    ...[columns.paper, columns.late, columns.movedTo],
  ];
  const session = [
    textOf(state, state.title),
    ...[state.date, textOf(state, state.place), textOf(state, state.partner)],
    ...[say(state.script.title, language), state.script.version],
  ];
  const rows = readableAnswers(log, state).flatMap((answer) => {
    const before = [
      ...[...session, say(answer.step.title, language)],
      ...[answer.item?.id ?? null, answer.item ? say(titleOfItem(answer.item), language) : words.wholeList],
      ...[answer.prompt.id, say(answer.prompt.title, language), answer.label],
      answer.number === null ? words.individual : words.unitKind(answer.size),
      ...[answer.people || null, answer.number === null ? null : rolesOf(answer.unit).join(' | ') || null],
      answer.subgroup ? say(answer.subgroup, language) : null,
    ];
    const after = [
      ...[answer.stars, answer.onWall ? words.yes : words.no],
      ...[answer.withdrawn ? words.withdrawn : words.shown, answer.submitted, answer.changed],
      ...[answer.paper ? words.yes : words.no, answer.late ? words.yes : words.no],
      answer.movedTo ? say(titleOfItem(answer.movedTo), language) : null,
    ];
    if (answer.withdrawn) return [[...before, null, ...Array<null>(9).fill(null), ...after]];
    return answer.fields.map(({ field, value }) => [
      ...[...before, fieldName(answer, field, source)],
      ...[...contentCells(value, source, answer), ...after],
    ]);
  });
  return csvOf([header, ...rows], profile);
}
