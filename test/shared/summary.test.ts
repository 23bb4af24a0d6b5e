// The summary: frozen when it is published, without what was taken away since (V4); every figure with its n (D3); no names (P1).
import { expect, test } from 'vitest';
import type { Command } from '../../shared/commands.ts';
import { activeUnits } from '../../shared/session/selectors.ts';
import {
  answersToRead,
  currentSummary,
  draftSummary,
  type ItemView,
  publishedSummary,
  type Summary,
} from '../../shared/views/summary.ts';
import { joinMany, judged, openRoom, openStep, submit, text } from '../support/room.ts';
import { playSession, winScript } from './summary-session.ts';

const afternoon = () => {
  const played = playSession();
  played.wholeAfternoon();
  return played;
};
const itemIn = (summary: Summary, section: string, item: string): ItemView => {
  const found = summary.sections.find((s) => s.id === section)?.items.find((i) => i.id === item);
  if (!found) throw new Error(`no ${section}/${item}`);
  return found;
};
const publish = { type: 'PublishSummary', introduction: 'Lees het na.' } as const;

test('nothing is published until the facilitator publishes, and nothing after it was withdrawn', () => {
  const played = afternoon();
  expect(publishedSummary(played.log)).toBeNull();
  played.must(publish);
  expect(publishedSummary(played.log)?.publication).toMatchObject({ version: 1, introduction: 'Lees het na.' });
  played.must({ type: 'WithdrawSummary' });
  expect(publishedSummary(played.log)).toBeNull();
});

test('the head prints people and units, never added', () => {
  const { head } = currentSummary(afternoon().log);
  expect(head).toMatchObject({
    people: 24,
    units: [{ size: 2, count: 12, larger: [] }],
    subgroups: 2,
    answers: 144,
    situations: 36,
  });
});

test('every count has its n, with don’t know, split, withdrawn and unanswered beside it (D3)', () => {
  const played = playSession();
  for (let i = 0; i < 24; i++) played.join(1, []);
  played.open('def-duo');
  const judge = (unit: number) =>
    unit === 1 ? ['ja', 'nee'] : unit < 6 ? ['ja'] : unit < 9 ? ['deels'] : ['weet-niet'];
  played.answer((_step, prompt, unit) =>
    prompt.id === 'recognisable' && unit < 12 ? { judgement: { kind: 'judgement', choices: judge(unit) } } : null,
  );
  played.withdraw(played.answers('def-duo')[1] as never);
  const { prompts } = itemIn(currentSummary(played.log), 'definitie', 'def');
  const figures = prompts[0]?.figures;
  expect(figures).toMatchObject({ n: 6, unknown: 3, split: 1, withdrawn: 1, notAnswered: 1 });
  expect(figures?.options.map((option) => option.count)).toEqual([3, 3, 0, 3]);
  expect(figures?.options.filter((o) => o.counted).reduce((sum, o) => sum + o.count, 0)).toBe(figures?.n);
});

test('what is hidden or not released stands outside n, and is said to be there, to readers too (D3, V4)', () => {
  const played = playSession();
  for (let i = 0; i < 24; i++) played.join(1, []);
  played.open('def-duo');
  played.answer(() => ({ judgement: { kind: 'judgement', choices: ['ja'] } }));
  const [first, second] = played.answers('def-duo').filter((answer) => answer.prompt === 'recognisable');
  if (!first || !second) throw new Error('no answers');
  played.must({ type: 'HideAnswer', answer: first.answer, hidden: true });
  played.must({ type: 'HideAnswer', answer: second.answer, hidden: true });
  played.must(publish);
  const figures = (summary = publishedSummary(played.log)) =>
    summary ? itemIn(summary, 'definitie', 'def').prompts[0]?.figures : null;
  expect(figures()).toMatchObject({ n: 10, hidden: 2, unreleased: 0, withdrawn: 0, notAnswered: 0 });
  expect(figures(draftSummary(played.log).draft)).toMatchObject({ n: 10, hidden: 2 });
  // Withdrawn as well: it is one of the two, never both.
  played.withdraw(first as never);
  expect(figures()).toMatchObject({ n: 10, hidden: 1, withdrawn: 1 });

  const whole = playSession();
  whole.wholeAfternoon();
  const situations = whole.answers('model-duo').filter(({ prompt, item }) => prompt === 'boundary' && item === 'o1');
  for (const { answer } of situations) whole.must({ type: 'ReleaseAnswer', answer, released: false });
  const boundary = itemIn(currentSummary(whole.log), 'model', 'o1').prompts.find(({ id }) => id === 'boundary');
  expect(boundary?.figures).toMatchObject({ n: 0, hidden: 0, unreleased: situations.length });
});

test('only the units that an item was dealt to could have answered it', () => {
  const played = playSession();
  for (let i = 0; i < 24; i++) played.join(1, []);
  played.open('model-groepen');
  played.open('model-duo');
  played.answer((_step, prompt, unit, item) =>
    prompt.id === 'clear' && unit <= 6
      ? { judgement: { kind: 'judgement', choices: ['ja'] }, evokes: { kind: 'text', text: item } }
      : null,
  );
  const model = currentSummary(played.log).sections.find((section) => section.id === 'model');
  for (const { prompts } of model?.items ?? []) {
    const figures = prompts.find((prompt) => prompt.id === 'clear')?.figures;
    // Each item went to all six pairs of its subgroup.
    expect((figures?.n ?? 0) + (figures?.notAnswered ?? 0)).toBe(6);
  }
});

test('a step that never opened is "not discussed", not zero', () => {
  const played = playSession();
  for (let i = 0; i < 8; i++) played.join(1, []);
  played.open('def-duo');
  played.answer();
  const model = currentSummary(played.log).sections.find((section) => section.id === 'model');
  expect(model?.items).toEqual([]);
  expect(model?.skipped).toHaveLength(1);
});

test('a published summary is frozen: later answers, notes and stars do not change it', () => {
  const played = afternoon();
  played.must(publish);
  const before = JSON.stringify(publishedSummary(played.log));
  played.must({ type: 'OpenStep', step: 'def-duo', from: null });
  played.answer((step, prompt) =>
    step.id === 'def-duo' && prompt.id === 'recognisable'
      ? { judgement: { kind: 'judgement', choices: ['nee'] }, why: { kind: 'text', text: 'CANARYLATER' } }
      : null,
  );
  played.must({ type: 'AddNote', kind: 'insight', text: 'CANARYLATER', item: null, subgroup: null });
  expect(JSON.stringify(publishedSummary(played.log))).toBe(before);
  expect(draftSummary(played.log).changed).toBe(true);
  played.must(publish);
  expect(JSON.stringify(publishedSummary(played.log))).toContain('CANARYLATER');
  expect(draftSummary(played.log).changed).toBe(false);
});

test('what is withdrawn or hidden after publication is gone from what readers have (V4)', () => {
  const played = afternoon();
  const [first, second] = played.answers('model-duo').filter((answer) => answer.prompt === 'clear');
  if (!first || !second) throw new Error('no answers');
  const [gone, hidden] = [played.textOf(first)[0] as string, played.textOf(second)[0] as string];
  played.must(publish);
  expect(JSON.stringify(publishedSummary(played.log))).toContain(JSON.stringify(gone));
  played.withdraw(first);
  played.must({ type: 'HideAnswer', answer: second.answer, hidden: true });
  const after = publishedSummary(played.log) as Summary;
  expect(JSON.stringify(after)).not.toContain(JSON.stringify(gone));
  expect(JSON.stringify(after)).not.toContain(JSON.stringify(hidden));
  const quotes = after.sections.flatMap((s) => s.items.flatMap((i) => i.prompts.flatMap((p) => p.quotes)));
  expect(quotes.filter((quote) => quote.state === 'withdrawn')).toMatchObject([{ text: '', judged: [] }]);
  expect(quotes.some((quote) => quote.state === 'hidden')).toBe(false);
  played.must({ type: 'HideAnswer', answer: second.answer, hidden: false });
  expect(JSON.stringify(publishedSummary(played.log))).toContain(JSON.stringify(hidden));
});

test('the facilitator sees what is hidden, marked, with the answer to show it again', () => {
  const played = afternoon();
  const answer = played.answers('model-duo').find((a) => a.prompt === 'clear');
  played.must({ type: 'HideAnswer', answer: answer?.answer ?? '', hidden: true });
  const { draft } = draftSummary(played.log);
  const quotes = draft.sections.flatMap((s) => s.items.flatMap((i) => i.prompts.flatMap((p) => p.quotes)));
  expect(quotes.filter((quote) => quote.state === 'hidden').map((quote) => quote.answer)).toEqual([answer?.answer]);
  expect(draft.hidden).toBe(1);
});

test('readers get no name, no seat, no feedback and no id of an answer (P1, V1)', () => {
  const played = afternoon();
  played.must(publish);
  const text = JSON.stringify(publishedSummary(played.log));
  expect(text).not.toMatch(/CANARYNAME|CANARYFEEDBACK/);
  for (const event of played.log) {
    if (event.type === 'ParticipantJoined') expect(text).not.toContain(`"${event.seat}"`);
    if (event.type === 'AnswerSubmitted') expect(text).not.toContain(event.answer);
  }
  expect(JSON.stringify(draftSummary(played.log).draft.feedback)).toContain('CANARYFEEDBACK');
});

test('a note that was corrected or taken away after publication is so for readers too', () => {
  const played = afternoon();
  played.must({ type: 'OpenStep', step: 'oogst', from: null });
  for (const text of ['CANARYOLD', 'CANARYREMOVED']) {
    played.must({ type: 'AddNote', kind: 'insight', text, item: null, subgroup: null });
  }
  played.must(publish);
  const [old, removed] = Object.values(played.state.notes).sort((a, b) => a.seq - b.seq);
  played.must({ type: 'ChangeNote', note: old?.note ?? '', text: 'beter' });
  played.must({ type: 'RemoveNote', note: removed?.note ?? '', removed: true });
  expect(publishedSummary(played.log)?.notes.map((note) => note.text)).toEqual(['beter']);
});

test('what raises most doubt comes first', () => {
  const played = playSession();
  for (let i = 0; i < 24; i++) played.join(1, []);
  played.open('model-groepen');
  played.open('model-duo');
  played.answer((_step, prompt, _unit, item) =>
    prompt.id === 'clear'
      ? {
          judgement: { kind: 'judgement', choices: [item === 'o3' ? 'nee' : 'ja'] },
          evokes: { kind: 'text', text: 'x' },
        }
      : null,
  );
  const model = currentSummary(played.log).sections.find((section) => section.id === 'model');
  expect(model?.order[0]).toMatchObject({ item: 'o3', against: 6, n: 6 });
  expect(model?.items[0]?.id).toBe('o3');
  // Nothing else was decided by a rule: no two that raised doubt are equal.
  expect(model?.orderedBy).toEqual({ difference: false, script: false });
});

test('where an item was given to some, it says to how many of how many (D3); the start page counts the same answers', () => {
  const played = afternoon();
  const summary = currentSummary(played.log);
  const { dealt } = itemIn(summary, 'model', 'o1');
  expect(dealt).toMatchObject({ size: 2, of: activeUnits(played.state).length });
  expect(dealt?.units).toBeLessThan(dealt?.of ?? 0);
  expect(itemIn(summary, 'definitie', 'def').dealt).toBeNull();
  expect(answersToRead(played.state)).toBe(summary.head.answers);
});

test('subgroups are compared only where each holds enough units', () => {
  const compare = (people: number) => {
    const played = playSession();
    for (let i = 0; i < people; i++) played.join(1, []);
    played.open('model-groepen');
    played.open('def-duo');
    played.answer((_s, prompt) => ({
      judgement: { kind: 'judgement', choices: [prompt.id === 'usable' ? 'nee' : 'ja'] },
    }));
    return itemIn(currentSummary(played.log), 'definitie', 'def').prompts[0]?.comparison;
  };
  expect(compare(16)).toMatchObject({ shown: false, reason: 'tooFewUnits', from: 5 });
  expect(compare(24)).toMatchObject({ shown: true });
});

test('phrases that readers tapped are counted, of all who read', () => {
  const played = playSession();
  for (let i = 0; i < 6; i++) played.join(1, []);
  played.open('def-lezen');
  const [seat] = played.log.flatMap((event) => (event.type === 'ParticipantJoined' ? [event.seat] : []));
  const tapped: Command = { type: 'MarkUnclear', step: 'def-lezen', item: 'def', phrases: [1] };
  played.must(tapped, { role: 'seat', seat: seat ?? '' });
  const { unclear } = itemIn(currentSummary(played.log), 'definitie', 'def');
  expect(unclear?.n).toBe(6);
  expect(unclear?.phrases.map((phrase) => phrase.count)).toEqual([0, 1, 0]);
});

test('an empty session has a summary, of nothing', () => {
  const summary = currentSummary(playSession().log);
  expect(summary.head).toMatchObject({ people: 0, units: [], answers: 0, situations: 0 });
  expect(summary.sections.every((section) => section.items.length === 0)).toBe(true);
  expect(summary.perspectives.reason).toBe('tooFewPeople');
});

test('the same view serves every script in the library', () => {
  const script = winScript();
  const plain = { ...script, itemSets: [], steps: script.steps.filter((step) => !step.items) };
  const played = playSession(plain);
  played.join(1, []);
  expect(currentSummary(played.log).sections).toEqual([]);
});

test('a boundary situation that was never released is not published; the facilitator sees it, marked (V4)', () => {
  const played = playSession();
  played.wholeAfternoon();
  const waiting = played.answers('model-duo').find((answer) => answer.released);
  if (!waiting) throw new Error('no boundary situation');
  played.must({ type: 'ReleaseAnswer', answer: waiting.answer, released: false });
  played.must({ type: 'PublishSummary', introduction: '' });
  const [words = ''] = played.textOf(waiting);
  expect(words).not.toBe('');
  const situations = (summary: unknown) => JSON.stringify(summary).split(waiting.answer).length - 1;
  expect(situations(draftSummary(played.log).draft)).toBeGreaterThan(0);
  expect(JSON.stringify(publishedSummary(played.log))).not.toContain(`"${words}"`);
  expect(JSON.stringify(draftSummary(played.log).draft)).toContain(`"${words}"`);
});

test('given pairs that became fours, then pairs stay pairs: in the summary and with how many people they were', () => {
  const room = openRoom();
  const seats = joinMany(room, 8);
  openStep(room, 'pairs');
  const [one = ''] = seats;
  for (const {
    seats: [seat = ''],
  } of activeUnits(room.state))
    submit(room, seat, { step: 'pairs', item: 'def', prompt: 'recognisable' }, { judgement: judged('nee') });
  openStep(room, 'fours');
  submit(room, one, { step: 'fours', prompt: 'thought' }, { text: text('Met z’n vieren.') });
  const { head } = currentSummary(room.log);
  expect(head.units).toEqual([
    { size: 2, count: 4, larger: [] },
    { size: 4, count: 1, larger: [] },
  ]);
});
