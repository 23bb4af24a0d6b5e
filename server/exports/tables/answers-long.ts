import { say } from '../../../shared/script-queries.ts';
import { textOf } from '../../../shared/session/selectors.ts';
import { titleOfItem } from '../../../shared/views/summary/items.ts';
import type { ExportSource } from '../export-source.ts';
import { type FieldContent, type ReadableAnswer, readableAnswers } from '../readable-answers.ts';
import { unitPerspectives } from '../unit-perspectives.ts';
import { fieldName, itemNameOf, listed, markedIn, saidAll, themeOf, unitKindOf } from './contents.ts';
import { type ColumnName, columnsNamed, type Row, type Table } from './table.ts';

const sessionColumns = ['session', 'date', 'place', 'partner', 'script', 'version'] as const;
const askedColumns = ['step', 'itemId', 'item', 'promptId', 'prompt'] as const;
const unitColumns = ['unit', 'unitKind', 'people', 'perspectives', 'subgroup'] as const;
const contentColumns = [
  ...(['judgement', 'secondJudgement', 'split', 'voices', 'text', 'boundary', 'between'] as const),
  ...(['choice', 'marked'] as const),
];
const afterColumns = [
  ...(['stars', 'onWall', 'status', 'submitted', 'changed', 'paper', 'late', 'movedTo', 'theme'] as const),
];
const columns: ColumnName[] = [
  ...[...sessionColumns, ...askedColumns, ...unitColumns, 'field' as const],
  ...[...contentColumns, ...afterColumns],
];

/** The columns that hold what was filled in, by the kind of field. */
function contentCells(value: FieldContent, source: ExportSource, answer: ReadableAnswer): Row {
  const { words } = source;
  const judged = value.kind === 'judgement' ? value : undefined;
  const choices = judged?.choices ?? [];
  // Who counts the judgements counts what the summary counts: a unit that differed is under none of them.
  const isSplit = choices.length > 1;
  const isSaid = isSplit ? words.yes : words.no;
  return [
    isSplit ? words.refi.split : saidAll(choices, source) || null,
    isSplit ? saidAll(choices, source) : null,
    judged ? isSaid : null,
    judged?.voices ? listed(judged.voices.map(String)) : null,
    value.kind === 'text' ? value.text : value.kind === 'date' ? value.date : null,
    ...boundaryCells(answer, source),
    value.kind === 'choice' ? saidAll(value.choices, source) : null,
    value.kind === 'marks' ? markedIn(value, source, answer) : null,
  ];
}

/** Which boundary, and between whom: the first two choices of a boundary situation, on each of its rows. */
function boundaryCells({ prompt, fields }: ReadableAnswer, source: ExportSource): Row {
  if (prompt.about !== 'boundarySituation') return [null, null];
  const asked = prompt.fields.filter((field) => field.kind === 'choice').slice(0, 2);
  return [0, 1].map((i) => {
    const value = fields.find(({ field }) => field.id === asked[i]?.id)?.value;
    return value?.kind === 'choice' ? saidAll(value.choices, source) : null;
  });
}

/** LONG: one row for each field of each answer. */
export function answersLong(source: ExportSource): Table {
  const { state, words, language } = source;
  const rolesOf = unitPerspectives(state, language, words.others);
  const session = [
    textOf(state, state.title),
    ...[state.date, textOf(state, state.place), textOf(state, state.partner)],
    ...[say(state.script.title, language), state.script.version],
  ];
  const rows = readableAnswers(source).flatMap((answer): Row[] => {
    const before = [
      ...[...session, say(answer.step.title, language)],
      ...[answer.item?.id ?? null, itemNameOf(answer, source)],
      ...[answer.prompt.id, say(answer.prompt.title, language), answer.label, unitKindOf(answer, source)],
      ...[answer.people || null, answer.number === null ? null : listed(rolesOf(answer.unit)) || null],
      answer.subgroup ? say(answer.subgroup, language) : null,
    ];
    const after = [
      ...[answer.stars, answer.onWall ? words.yes : words.no],
      ...[answer.withdrawn ? words.withdrawn : words.shown, answer.submitted, answer.changed],
      ...[answer.paper ? words.yes : words.no, answer.late ? words.yes : words.no],
      ...[answer.movedTo ? say(titleOfItem(answer.movedTo), language) : null, themeOf(answer, source)],
    ];
    if (answer.withdrawn) return [[...before, null, ...contentColumns.map(() => null), ...after]];
    return answer.fields.map(({ field, value }) => [
      ...[...before, fieldName(answer.prompt, field, source)],
      ...[...contentCells(value, source, answer), ...after],
    ]);
  });
  return { columns: columnsNamed(source, columns), rows };
}
