/** Roles beside each other in the summary: of who answered alone or with their own, never of a few, in no two versions either (V1, V4, D3). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportSource } from '../../server/exports/export-source.ts';
import { answersLong } from '../../server/exports/tables/answers-long.ts';
import { peopleTable } from '../../server/exports/tables/people.ts';
import type { Logged } from '../../shared/events.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { answersOf, seatOf } from '../../shared/session/selectors.ts';
import { currentSummary, publishedSummary } from '../../shared/views/summary.ts';
import { playRoles, promptIn, rolesTold, type Said, times, toldNow, twoRoles } from '../support/role-session.ts';
import { playSession } from './summary-play.ts';

const both = { student: [2, 0, 4, 0, 0], docent: [5, 0, 0, 0, 0] };

test('given two roles of five who answered alone, then they stand beside each other once the step is closed, each with its n (D3)', () => {
  const played = playRoles(twoRoles);
  expect(toldNow(played.log)).toBe('open');
  played.close();
  expect(toldNow(played.log)).toEqual(both);
  const told = promptIn(currentSummary(played.log))?.perspectives;
  expect(told?.shown && told.groups.map(({ figures }) => figures.n)).toEqual([6, 5]);
});

test('given a role of fewer than five, then it is not told, nor what would tell it', () => {
  const small = playRoles([...twoRoles, ...times(1, 'client', 'nee')]);
  small.close();
  expect(toldNow(small.log)).toBe('tooFew');
  const more = playRoles([...twoRoles, ...times(3, 'client', 'nee'), ...times(2, '', 'ja')]);
  more.close();
  expect(toldNow(more.log)).toEqual(both);
});

test('given who does not know, or is of two roles, then the one stands beside n and the other under none', () => {
  const two: Said[] = Array.from({ length: 5 }, () => [['student', 'docent'], 'nee']);
  const played = playRoles([...twoRoles, ...times(1, 'docent', 'weet-niet'), ...two]);
  played.close();
  expect(toldNow(played.log)).toEqual({ ...both, docent: [5, 0, 0, 1, 0] });
});

test('given pairs in which roles were mixed, then it says that this is why', () => {
  const played = playSession(playRoles([]).state.script);
  for (let i = 0; i < 20; i++) played.join(1, [i % 2 ? 'student' : 'docent']);
  played.open('pairs');
  played.answerAll((_step, prompt) => (prompt.about ? null : { judgement: { kind: 'judgement', choices: ['ja'] } }));
  played.must({ type: 'CloseStep', step: 'pairs' });
  expect(toldNow(played.log, 'pairs')).toBe('mixed');
});

test('given a version that was published, then a later one tells no few that came since; with five more it is told anew', () => {
  const played = playRoles(twoRoles);
  played.close();
  played.publish();
  played.open();
  for (const one of times(4, 'docent', 'nee')) played.say(one);
  played.publish();
  expect(toldNow(played.log)).toEqual(both);
  const told = promptIn(currentSummary(played.log))?.perspectives;
  expect(told?.shown && told.later, 'it says that these do not count').toBe(true);
  played.say([['docent'], 'nee']);
  expect(toldNow(played.log), 'in between nothing new is told').toEqual(both);
  played.publish();
  expect(toldNow(played.log)).toEqual({ ...both, docent: [5, 0, 5, 0, 0] });
  expect(rolesTold(promptIn(publishedSummary(played.log, 1)))).toEqual(both);
});

test.each(['withdrawn', 'hidden'])(
  'given a counted answer is %s, then no figures that hold it stand in any version, and so few changed that there are no new ones (V4)',
  (how) => {
    const played = playRoles([...twoRoles, ...times(1, 'docent', 'ja')]);
    played.close();
    played.publish();
    const seat = played.seats[8] ?? '';
    const answer = played.answerOf(seat);
    if (how === 'hidden') played.must({ type: 'HideAnswer', answer, hidden: true });
    else played.must({ type: 'WithdrawAnswer', answer }, { role: 'seat', seat });
    expect(toldNow(played.log)).toBe('changed');
    expect(rolesTold(promptIn(publishedSummary(played.log)))).toBe('changed');
    played.publish();
    expect(toldNow(played.log)).toBe('changed');
  },
);

test('given somebody of no told role withdraws, then it looks as if one of them had', () => {
  const played = playRoles([...twoRoles, ...times(6, '', 'ja')]);
  played.close();
  const seat = played.seats[12] ?? '';
  played.must({ type: 'WithdrawAnswer', answer: played.answerOf(seat) }, { role: 'seat', seat });
  expect(toldNow(played.log)).toBe('changed');
});

test('given the wall told figures of fewer, then the summary tells none that would tell who came since', () => {
  const played = playRoles(twoRoles);
  const wall = { mode: 'contrast', item: null, prompt: null, page: 0, blank: false } as const;
  played.must({ type: 'SetWall', wall });
  played.say([['docent'], 'nee']);
  played.close();
  expect(toldNow(played.log)).toBe('changed');
});

test('given nobody is asked for a role, then none is missed', () => {
  const { script } = playRoles([]).state;
  const played = playSession({ ...script, perspectives: { options: [], max: 2 } });
  for (let i = 0; i < 5; i++) played.join(1, []);
  played.open('alone');
  played.answerAll(() => ({ judgement: { kind: 'judgement', choices: ['ja'] } }));
  expect(toldNow(played.log)).toBe('notAsked');
});

const roles = ['student', 'docent', 'client', ''];
const act = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.constant('say' as const), fc.nat(3), fc.nat(2)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('five' as const), fc.nat(3), fc.nat(2)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('judge' as const), fc.nat(40), fc.nat(2)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('withdraw' as const), fc.nat(40), fc.constant(0)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('publish' as const), fc.constant(0), fc.constant(0)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('close' as const), fc.constant(0), fc.constant(0)) },
);
const judgements = ['ja', 'deels', 'nee'];

/** Who judged what, as only the log knows it. */
function truthOf(log: readonly Logged[]): Map<string, { role: string; judgement: string }> {
  const state = log.reduce(evolve, initialState());
  return new Map(
    answersOf(state, 'alone').flatMap(({ unit, values, withdrawn }) => {
      const [value] = Object.values(values).filter(({ kind }) => kind === 'judgement');
      const role = seatOf(state, unit)?.perspectives[0] ?? '';
      return !withdrawn && value?.kind === 'judgement'
        ? [[unit, { role, judgement: value.choices[0] ?? '' }] as const]
        : [];
    }),
  );
}

test('whatever happens in a session, no two pages that anybody could keep tell of fewer than five what they are', () =>
  fc.assert(
    fc.property(fc.array(act, { minLength: 6, maxLength: 24 }), (acts) => {
      const played = playRoles([...times(5, 'student', 'ja'), ...times(5, 'docent', 'nee')]);
      const pages: { told: Record<string, number[]>; truth: ReturnType<typeof truthOf> }[] = [];
      for (const [what, who, judged] of acts) {
        const judgement = judgements[judged] ?? 'ja';
        const seat = played.seats[who % played.seats.length] ?? '';
        if (what === 'say' || what === 'five') {
          for (const one of times(what === 'five' ? 5 : 1, roles[who] ?? '', judgement)) played.say(one);
        } else if (what === 'judge') played.judge(seat, judgement);
        else if (what === 'withdraw') {
          const answer = played.answerOf(seat);
          if (answer) played.give({ type: 'WithdrawAnswer', answer }, { role: 'seat', seat });
        } else if (what === 'publish') played.publish();
        else {
          played.close();
          played.open();
        }
        const told = toldNow(played.log);
        if (typeof told === 'string') continue;
        const last = pages.at(-1);
        if (JSON.stringify(last?.told) === JSON.stringify(told)) continue;
        pages.push({ told, truth: truthOf(played.log) });
      }
      for (const [i, { told, truth }] of pages.entries()) {
        for (const [role, counts] of Object.entries(told)) {
          const own = [...truth.values()].filter((one) => one.role === role);
          expect(own.length, role).toBeGreaterThanOrEqual(5);
          expect(counts.slice(0, 3)).toEqual(judgements.map((id) => own.filter((one) => one.judgement === id).length));
        }
        for (const before of pages.slice(0, i)) {
          for (const role of new Set([...Object.keys(told), ...Object.keys(before.told)])) {
            const change = (id: string) => {
              const count = (all: typeof truth) =>
                [...all.values()].filter((one) => one.role === role && one.judgement === id).length;
              return count(truth) - count(before.truth);
            };
            const changes = judgements.map(change);
            for (const sign of [1, -1]) {
              const few = changes.reduce((sum, by) => sum + Math.max(0, sign * by), 0);
              expect(few === 0 || few >= 5, `${few} of ${role}`).toBe(true);
            }
          }
        }
      }
    }),
    { numRuns: 150 },
  ));

test('what the downloads tell of roles leaves nobody over whom the figures would tell (P1)', () => {
  const played = playRoles([...twoRoles, ...times(3, 'client', 'nee'), ...times(2, '', 'ja')]);
  played.close();
  const source = exportSource(played.log);
  const roleOf = new Map(peopleTable(source).rows.map(([label, , role]) => [label, role]));
  const { columns, rows } = answersLong(source);
  const at = (title: string) => columns.findIndex((column) => column.title === title);
  const judged = rows.filter((row) => row[at('oordeel')] !== null);
  for (const [role, counts] of Object.entries(toldNow(played.log))) {
    const own = judged.filter((row) => roleOf.get(String(row[at('eenheid')])) === role);
    expect(['ja', 'deels', 'nee'].map((one) => own.filter((row) => row[at('oordeel')] === one).length)).toEqual(
      (counts as unknown as number[]).slice(0, 3),
    );
  }
});
