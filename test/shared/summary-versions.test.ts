/** Versions of the summary: each is as it was published, without what was taken away since (V4, D1). */
import { expect, test } from 'vitest';
import type { Answer } from '../../shared/session/state.ts';
import { draftSummary, publishedSummary, versionsIn } from '../../shared/views/summary.ts';
import { libraryScript, playSession } from './summary-session.ts';

type Session = ReturnType<typeof playSession>;
const step = 'def-duo';
const judgement = { kind: 'judgement', choices: ['ja'] } as const;
const why = (words: string) => ({
  judgement: { ...judgement, choices: ['ja'] },
  why: { kind: 'text' as const, text: words },
});

/** Two pairs have answered one question. */
function answered() {
  const session = playSession();
  for (let i = 0; i < 4; i++) session.join(1, []);
  session.open(step);
  session.answerAll((_step, prompt, unit) => (prompt.id === 'recognisable' ? why(`Duo ${unit} zei dit.`) : null));
  const answers = session.answers(step) as [Answer, Answer];
  const write = ({ unit, item, prompt, seat }: Answer, words: string) =>
    session.must(
      { type: 'SubmitAnswer', unit, step, item, prompt, values: why(words) },
      { role: 'seat', seat: seat ?? '' },
    );
  return { session, answers, write };
}
const publish = (session: Session, introduction = '') => session.must({ type: 'PublishSummary', introduction });
const read = (session: Session, version?: number) => JSON.stringify(publishedSummary(session.log, version));
const versionsOf = (session: Session) => versionsIn(session.log).map(({ version }) => version);

test('given a summary that is published again, then each version stays as it was, and who asks for none reads the newest', () => {
  const { session, answers, write } = answered();
  publish(session, 'Eerst');
  write(answers[0], 'Duo 1 zegt nu dat.');
  expect(read(session)).not.toContain('Duo 1 zegt nu dat.');
  publish(session, 'Daarna');
  expect(versionsOf(session)).toEqual([1, 2]);
  expect(read(session)).toBe(read(session, 2));
  expect(read(session)).toContain('Duo 1 zegt nu dat.');
  expect(publishedSummary(session.log)?.publication?.introduction).toBe('Daarna');
  expect(read(session, 1)).toContain('Duo 1 zei dit.');
  expect(read(session, 1)).not.toContain('Duo 1 zegt nu dat.');
  expect(publishedSummary(session.log, 1)?.publication).toMatchObject({ version: 1, introduction: 'Eerst' });
  // No such version: the newest.
  expect(read(session, 7)).toBe(read(session, 2));
});

test('given what is hidden, covered or withdrawn later, then it is gone from every version, also an older one (V4)', () => {
  const { session, answers, write } = answered();
  const [one, two] = answers;
  publish(session);
  write(one, 'Duo 1 noemt Kanarie.');
  publish(session);
  session.must({ type: 'HideAnswer', answer: two.answer, hidden: true });
  for (const version of [1, 2]) expect(read(session, version)).not.toContain('Duo 2 zei dit.');
  session.must({ type: 'HideAnswer', answer: two.answer, hidden: false });
  for (const version of [1, 2]) expect(read(session, version)).toContain('Duo 2 zei dit.');
  const said = session.answers(step).find(({ answer }) => answer === one.answer);
  const value = said?.values['why'];
  const from = 'Duo 1 noemt '.length;
  session.must({
    ...{ type: 'MaskAnswer', answer: one.answer, field: 'why', forGood: false },
    seen: value?.kind === 'text' ? value.text : '',
    spans: [{ from, to: from + 'Kanarie'.length }],
  });
  for (const version of [1, 2]) expect(read(session, version)).not.toContain('Kanarie');
  session.withdraw(one);
  for (const version of [1, 2]) expect(read(session, version)).not.toMatch(/Duo 1 (zei|noemt)/);
});

test('given a publication that is withdrawn, then no version is read; the undo brings back all as they were, another publication only itself (D1)', () => {
  const { session, answers, write } = answered();
  publish(session, 'Eerst');
  publish(session, 'Daarna');
  const before = [read(session, 1), read(session, 2)];
  session.must({ type: 'WithdrawSummary' });
  expect([publishedSummary(session.log), publishedSummary(session.log, 1), versionsOf(session)]).toEqual([
    null,
    null,
    [],
  ]);
  write(answers[0], 'Intussen anders.');
  session.must({ type: 'PublishSummary', introduction: 'Daarna', restores: 2 });
  expect([read(session, 1), read(session, 2)]).toEqual(before);
  expect(versionsOf(session)).toEqual([1, 2]);
  session.must({ type: 'WithdrawSummary' });
  publish(session, 'Opnieuw');
  expect(versionsOf(session)).toEqual([3]);
  expect(read(session, 1)).toBe(read(session, 3));
});

test('given a restoring of what was not withdrawn last, then it is refused', () => {
  const { session } = answered();
  const restore = (restores: number) => session.give({ type: 'PublishSummary', introduction: '', restores });
  expect(restore(1)).toBe(false);
  publish(session);
  expect(restore(1)).toBe(false);
  session.must({ type: 'WithdrawSummary' });
  expect(restore(2)).toBe(false);
  expect(restore(1)).toBe(true);
});

test('given what was done since the last version, then the facilitator is told how much of it is new, other or gone, and no more', () => {
  const { session, answers, write } = answered();
  expect(draftSummary(session.log).since).toBeNull();
  publish(session);
  const none = { added: 0, changed: 0, gone: 0 };
  expect(draftSummary(session.log)).toMatchObject({ changed: false, since: { texts: none, notes: none } });
  session.must({ type: 'AddNote', kind: 'insight', text: 'Een inzicht', item: null, subgroup: null });
  write(answers[0], 'Anders gezegd.');
  session.answerAll((_step, prompt, unit) => (prompt.id === 'usable' && unit === 2 ? why('Nieuw van duo 2.') : null));
  expect(draftSummary(session.log)).toMatchObject({
    changed: true,
    since: { texts: { added: 1, changed: 1, gone: 0 }, notes: { added: 1, changed: 0, gone: 0 } },
  });
  // What is taken away is gone from what was published too: nothing to publish for that.
  session.must({ type: 'HideAnswer', answer: answers[1].answer, hidden: true });
  expect(draftSummary(session.log).since?.texts.gone).toBe(0);
});

test('given an agreement made since the last version, then it is counted; one that was changed or taken away readers have so at once (D1, V4)', () => {
  const session = playSession(libraryScript('terugblik'));
  for (let i = 0; i < 3; i++) session.join(1, []);
  session.open('afspraken');
  const make = (agreement: string | null, what: string, who: string) =>
    session.must({
      ...{ type: 'MakeAgreement', agreement, step: 'afspraken' },
      values: { what: { kind: 'text', text: what }, who: { kind: 'text', text: who } },
    });
  const ids = () => Object.keys(session.state.agreements);
  make(null, 'Elke maand terugkijken', 'De docenten');
  make(null, 'Eén rooster', 'De teamleider');
  publish(session);
  const none = { added: 0, changed: 0, gone: 0 };
  expect(draftSummary(session.log)).toMatchObject({ changed: false, since: { agreements: none } });
  make(ids()[0] ?? '', 'Elke maand terugkijken', 'De studenten');
  session.must({ type: 'RemoveAgreement', agreement: ids()[1] ?? '', removed: true });
  expect(draftSummary(session.log)).toMatchObject({ changed: false, since: { agreements: none } });
  make(null, 'De wijkraad vragen', '');
  expect(draftSummary(session.log)).toMatchObject({ changed: true, since: { agreements: { ...none, added: 1 } } });
});
