/** Before and after in a summary: no two readings of it beside each other tell how one person rated (V1, V4, D3). */
import { expect, test } from 'vitest';
import { parseScript } from '../../server/library/parse-script.ts';
import type { Script } from '../../shared/script.ts';
import { wholeList } from '../../shared/script-queries.ts';
import { presentSeats } from '../../shared/session/selectors.ts';
import type { Answer } from '../../shared/session/state.ts';
import { currentSummary, publishedSummary, type Summary } from '../../shared/views/summary.ts';
import { ratings } from '../support/ratings-script.ts';
import { playSession } from './summary-play.ts';

const parsed = parseScript(
  'oordelen.yaml',
  ratings.replace('compareWith: alleen', 'compareWith: alleen\n    wall: { reveal: atOnce }'),
);
const script = (parsed.ok ? parsed.script : null) as Script;
const wall = { mode: 'shift', item: null, prompt: null, page: 0, blank: false } as const;

const shiftIn = (summary: Summary | null) =>
  summary?.sections
    .flatMap(({ items }) => items.flatMap(({ prompts }) => prompts))
    .find(({ step, id }) => step === 'opnieuw' && id === 'relevant')?.shift;

/** So many people rated before, and after the talk so many of them again: the first of them moved from the lowest up. */
function played(before: number, after: number) {
  const room = playSession(script);
  for (let i = 0; i < before; i++) room.join(1, ['student']);
  const rate = (step: string, unit: number, choice: string) => {
    const seat = presentSeats(room.state)[unit - 1]?.seat ?? '';
    const values = { oordeel: { kind: 'judgement' as const, choices: [choice] } };
    room.must(
      { type: 'SubmitAnswer', unit: seat, step, item: wholeList, prompt: 'relevant', values },
      { role: 'seat', seat },
    );
  };
  const people = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  room.open('alleen');
  for (const unit of people(before)) rate('alleen', unit, unit === 1 ? 's1' : 's3');
  room.open('opnieuw');
  for (const unit of people(after)) rate('opnieuw', unit, 's4');
  return {
    room,
    again: (from: number, until: number) => {
      for (const unit of people(until).slice(from - 1)) rate('opnieuw', unit, 's4');
    },
    withdraw: (step: string, unit: number) => room.withdraw(room.answers(step)[unit - 1] as Answer),
    close: () => room.must({ type: 'CloseStep', step: 'opnieuw' }),
    publish: () => room.must({ type: 'PublishSummary', introduction: '' }),
    now: () => shiftIn(currentSummary(room.log)),
    published: () => shiftIn(publishedSummary(room.log)),
  };
}
const moved = [
  [0, 0, 0, 1],
  [0, 0, 0, 0],
  [0, 0, 0, 5],
  [0, 0, 0, 0],
];

test('one withdrawal between two readings takes the table away, for the two beside each other told how that person rated', () => {
  for (const step of ['alleen', 'opnieuw']) {
    const one = played(6, 6);
    one.close();
    one.publish();
    expect(one.published()).toMatchObject({ shown: true, rows: moved, n: 6, later: false });
    one.withdraw(step, 1);
    expect(one.published()).toEqual({ shown: false, reason: 'changed', from: 5 });
    expect(one.now()).toEqual({ shown: false, reason: 'changed', from: 5 });
    one.publish();
    expect(one.published()).toEqual({ shown: false, reason: 'changed', from: 5 });
  }
});

test('while people still rate there is no table, and who rates after the closing is not in it', () => {
  const one = played(7, 5);
  expect(one.now()).toEqual({ shown: false, reason: 'open', from: 5 });
  one.close();
  const first = one.now();
  expect(first).toMatchObject({ shown: true, n: 5, later: false });
  one.room.open('opnieuw');
  one.again(6, 6);
  one.close();
  expect(one.now()).toEqual({ ...first, later: true });
  one.publish();
  expect(one.published()).toEqual({ ...first, later: true });
});

test('from as many more on as a group has to be, there is a new table', () => {
  const one = played(10, 5);
  one.close();
  one.room.open('opnieuw');
  one.again(6, 10);
  one.close();
  expect(one.now()).toMatchObject({ shown: true, n: 10, later: false });
});

test('what the wall showed counts: the summary does not put one person beside it', () => {
  const one = played(6, 5);
  one.room.must({ type: 'SetWall', wall });
  expect(one.room.state.shift?.shifts[0]?.n).toBe(5);
  one.again(6, 6);
  one.close();
  expect(one.now()).toMatchObject({ shown: true, n: 5, later: true });
});

test('below the least group there is no table, and none where nobody rated again', () => {
  const few = played(5, 4);
  few.close();
  expect(few.now()).toEqual({ shown: false, reason: 'tooFew', from: 5 });
  const none = played(5, 0);
  none.close();
  expect(none.now() ?? null).toBeNull();
});
