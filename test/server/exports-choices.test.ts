// What was chosen stands beside the reason and is counted with its n (D3), in the summary and its downloads; hidden or withdrawn it is in none (V4), and no role or seat stands beside it (P1).
import { expect, test } from 'vitest';
import { exportSource } from '../../server/exports/export-source.ts';
import { markdownOf } from '../../server/exports/markdown.ts';
import { countsTable } from '../../server/exports/tables/counts.ts';
import type { Field, Script } from '../../shared/script.ts';
import { currentSummary } from '../../shared/views/summary.ts';
import { words } from '../../shared/words/summary.nl.ts';
import { playSession, winScript } from '../shared/summary-session.ts';

const field: Field = {
  ...({ id: 'misses', kind: 'choice', many: true, optional: true, label: { nl: 'Wat mist er?' } } as const),
  options: [
    { id: 'doel', label: { nl: 'het doel' } },
    { id: 'wie', label: { nl: 'voor wie' } },
  ],
};

/** The WIN script, in which the definition also asks what is missing, to be chosen. */
function scriptWithChoice(): Script {
  const script = winScript();
  const steps = script.steps.map((step) =>
    step.id === 'def-duo'
      ? { ...step, prompts: step.prompts.map((prompt) => ({ ...prompt, fields: [...prompt.fields, field] })) }
      : step,
  );
  return { ...script, steps };
}

function played() {
  const room = playSession(scriptWithChoice());
  for (let i = 0; i < 12; i++) room.join(1, ['student']);
  room.open('def-duo');
  room.answer((_step, prompt, unit) =>
    prompt.id === 'recognisable'
      ? {
          judgement: { kind: 'judgement', choices: ['deels'] },
          why: { kind: 'text', text: `Omdat ${unit}` },
          misses: { kind: 'choice', choices: unit === 1 ? [] : unit < 5 ? ['doel'] : ['wie', 'doel'] },
        }
      : null,
  );
  const answers = room.answers('def-duo').filter(({ prompt }) => prompt === 'recognisable');
  return { room, answers };
}
const promptIn = (log: Parameters<typeof currentSummary>[0]) => {
  const items = currentSummary(log).sections.flatMap((section) => section.items);
  return items.flatMap((item) => item.prompts).find(({ id }) => id === 'recognisable');
};

test('beside a reason stands what was chosen with it, and of who withdrew nothing (V4)', () => {
  const { room, answers } = played();
  const chosenBy = (number: number) =>
    promptIn(room.log)
      ?.quotes.find((quote) => quote.number === number)
      ?.choices.map(({ chosen }) => chosen);
  expect(chosenBy(1)).toEqual([]);
  expect(chosenBy(2)).toEqual([[{ nl: 'het doel' }]]);
  expect(chosenBy(6)).toEqual([[{ nl: 'het doel' }, { nl: 'voor wie' }]]);
  room.withdraw(answers[5] as never);
  expect(promptIn(room.log)?.quotes.map(({ state, choices }) => [state, choices.length])).toContainEqual([
    'withdrawn',
    0,
  ]);
});

test('a document says it beside the words, and why the counts add up to more than n (D3)', () => {
  const { room } = played();
  const told = markdownOf(exportSource(room.log));
  expect(told).toMatch(/Duo 6, deels, Wat mist er\? het doel, voor wie/);
  expect(told).toMatch(/Wat mist er\? \(n = 5\)[\s\S]{0,80}het doel: 5[\s\S]{0,40}voor wie: 2/);
  expect(told.split(words.several)).toHaveLength(2);
  expect(promptIn(room.log)?.choices).toMatchObject([{ n: 5, many: true }]);
});

test('the sheet of counts has a row for each option, of all who chose, with n and without a role (D3, P1)', () => {
  const { room, answers } = played();
  const rows = () => {
    const { columns, rows: all } = countsTable(exportSource(room.log));
    const at = (title: string) => columns.findIndex((column) => column.title === title);
    return all.flatMap((row) =>
      row[at('keuze')] ? [['rol', 'veld', 'keuze', 'gekozen', 'n', 'deels'].map((title) => row[at(title)])] : [],
    );
  };
  expect(rows()).toEqual([
    [null, 'Wat mist er?', 'het doel', 5, 5, null],
    [null, 'Wat mist er?', 'voor wie', 2, 5, null],
  ]);
  room.must({ type: 'HideAnswer', answer: answers[5]?.answer ?? '', hidden: true });
  expect(rows().map((row) => [row[3], row[4]])).toEqual([
    [4, 4],
    [1, 4],
  ]);
});

test('boundary situations, which a page tells one by one, are counted there too, once released', () => {
  const room = playSession();
  for (let i = 0; i < 4; i++) room.join(1, ['student']);
  const step = room.state.script.steps.find(({ prompts }) => prompts.some(({ about }) => about))?.id ?? '';
  room.open(step);
  room.answer();
  const counted = () => {
    const { columns, rows } = countsTable(exportSource(room.log));
    const at = columns.findIndex(({ title }) => title === 'gekozen');
    return rows.reduce((sum, row) => sum + Number(row[at] ?? 0), 0);
  };
  expect(counted()).toBe(0);
  room.releaseAll(step);
  expect(counted()).toBeGreaterThan(0);
});
