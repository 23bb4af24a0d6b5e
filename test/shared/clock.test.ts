import { expect, test } from 'vitest';
import { clockLeft, isOpen, runOf } from '../../shared/session/selectors.ts';
import { atSeat, givenSession, reasonOf, scriptNamed } from '../support/given.ts';

const script = scriptNamed('win-professionele-werkplaatsen');
const judged = { judgement: { kind: 'judgement', choices: ['ja'] } } as const;
const minute = 60_000;

function duringPairs() {
  const session = givenSession(script);
  const [one, two] = [session.join(), session.join()];
  session.open('def-duo');
  const unit =
    session.state.seats && (session.state.step ? [...session.log].find((e) => e.type === 'UnitsFormed') : undefined);
  if (unit?.type !== 'UnitsFormed') throw new Error('no units');
  const id = unit.units[0]?.unit ?? '';
  const submit = () =>
    session.when(
      {
        type: 'SubmitAnswer',
        unit: id,
        step: 'def-duo',
        item: 'def',
        prompt: 'recognisable',
        values: structuredClone(judged) as never,
      },
      atSeat(one),
    );
  return { session, one, two, submit };
}

test('D1 after the clock has run out an answer is still taken', () => {
  const { session, submit } = duringPairs();
  session.later(60 * minute);
  expect(isOpen(session.state, 'def-duo')).toBe(true);
  expect(reasonOf(submit())).toBe('accepted');
});

test('D1 only closing closes: then it is refused, and after reopening the same answer is taken', () => {
  const { session, submit } = duringPairs();
  session.when({ type: 'CloseStep', step: 'def-duo' });
  expect(reasonOf(submit())).toBe('stepClosed');
  session.open('def-duo');
  expect(reasonOf(submit())).toBe('accepted');
});

test('D1 going on too early can be undone: back in the step, with its answers', () => {
  const { session, submit } = duringPairs();
  submit();
  session.open('def-gesprek');
  session.open('def-duo');
  expect(session.state.answers.size).toBe(1);
  expect(reasonOf(submit())).toBe('accepted');
});

test('two more minutes count from now when the clock had run out; a pause keeps what was left', () => {
  const { session } = duringPairs();
  const left = () => clockLeft(runOf(session.state, 'def-duo'), session.log.at(-1)?.at ?? 0);
  session.later(10 * minute);
  session.when({ type: 'ExtendClock', step: 'def-duo', seconds: 120 });
  expect(left()).toBe(2 * minute);
  session.later(minute / 2);
  session.when({ type: 'PauseClock', step: 'def-duo', paused: true });
  session.later(20 * minute);
  session.when({ type: 'PauseClock', step: 'def-duo', paused: false });
  expect(left()).toBe(1.5 * minute);
});

test('two presses on "next" that both came from the same step advance once', () => {
  const session = givenSession(script);
  expect(reasonOf(session.when({ type: 'OpenStep', step: 'welkom', from: 'inloop' }))).toBe('accepted');
  expect(reasonOf(session.when({ type: 'OpenStep', step: 'welkom', from: 'inloop' }))).toBe('stepMoved');
  expect(session.state.step).toBe('welkom');
});
