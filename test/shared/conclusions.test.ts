/** Conclusions and proposals: they always point to the answers that they rest on, and keep what the room said of them (V1, D1, D3). */
import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../shared/commands.ts';
import { activeUnits, textOf } from '../../shared/session/selectors.ts';
import { opinionsOf } from '../../shared/views/desk.ts';
import { currentSummary, draftSummary, publishedSummary } from '../../shared/views/summary.ts';
import { joinMany, openRoom, openStep, type Room, seatActor, submit, text } from '../support/room.ts';

const place = { step: 'pairs', item: 'def', prompt: 'recognisable' };

function answered() {
  const room = openRoom();
  const seats = joinMany(room, 8);
  openStep(room, 'pairs');
  const writers = activeUnits(room.state).map(({ seats: [first = ''] }) => first);
  const answers = writers.map((seat, i) => submit(room, seat, place, { why: text(`Van duo ${i + 1}`) }));
  return { room, seats, writers, answers: answers as [string, string, string, string] };
}

const drawing = (answers: string[], more: Partial<CommandOf<'DrawConclusion'>> = {}): CommandOf<'DrawConclusion'> => ({
  ...{ type: 'DrawConclusion', conclusion: null, kind: 'conclusion', text: 'Wij herkennen dit' },
  ...{ item: 'def', answers, notes: [], ...more },
});
function draw(room: Room, answers: string[], more: Partial<CommandOf<'DrawConclusion'>> = {}): string {
  const known = new Set(Object.keys(room.state.conclusions));
  room.must(drawing(answers, more));
  return more.conclusion ?? Object.keys(room.state.conclusions).find((id) => !known.has(id)) ?? '';
}
const ask = (conclusion: string | null) => ({ type: 'AskConclusion', conclusion }) as const;
const judge = (conclusion: string, agrees: boolean, note = '') =>
  ({ type: 'JudgeConclusion', conclusion, agrees, note }) as const;
const held = (room: Room, stream: 'phones' | 'wall') => JSON.stringify(room.streams.since([stream], {}));
const heldBySeat = (room: Room, seat: string) => JSON.stringify(room.streams.since([`seat:${seat}`], {}));

describe('what it rests on', () => {
  test('given answers, then each conclusion in the summary resolves to all of them, also where one is withdrawn or hidden', () => {
    const { room, writers, answers } = answered();
    const [a, b, c] = answers;
    draw(room, [a, b, c]);
    room.must({ type: 'WithdrawAnswer', answer: b }, seatActor(writers[1] ?? ''));
    room.must({ type: 'HideAnswer', answer: c, hidden: true });
    const [conclusion] = currentSummary(room.log).conclusions;
    expect(conclusion?.quotes.map(({ text, state }) => [text, state])).toEqual([
      ['Van duo 1', 'shown'],
      ['', 'withdrawn'],
    ]);
    expect(conclusion?.unread).toBe(1);
    const [draft] = draftSummary(room.log).draft.conclusions;
    expect(draft?.quotes.map(({ state }) => state)).toEqual(['shown', 'withdrawn', 'hidden']);
  });

  test('given no answer, one that is not there, a withdrawn one or a personal closing question, then there is no conclusion', () => {
    const { room, writers, answers } = answered();
    const [a, b] = answers;
    room.must({ type: 'WithdrawAnswer', answer: b }, seatActor(writers[1] ?? ''));
    expect(room.refused(drawing(['pairs/nobody/def/recognisable']))).toBe('noSuchAnswer');
    expect(room.refused(drawing([a, b]))).toBe('withdrawn');
    expect(room.refused(drawing([a], { notes: ['nope'] }))).toBe('noSuchNote');
    expect(room.refused(drawing([a], { item: 'nope' }))).toBe('noSuchItem');
    expect(room.refused(drawing([a], { text: '' }))).toBe('nothingWritten');
    expect(room.refused(drawing([a], { text: 'x'.repeat(501) }))).toBe('textTooLong');
    expect(room.refused(drawing([a], { conclusion: 'nope' }))).toBe('noSuchConclusion');
  });

  test('given it rested on an answer that was withdrawn since, then it can still be changed and keeps pointing to it', () => {
    const { room, writers, answers } = answered();
    const [a, b] = answers;
    const id = draw(room, [a, b]);
    room.must({ type: 'WithdrawAnswer', answer: b }, seatActor(writers[1] ?? ''));
    draw(room, [a, b], { conclusion: id, text: 'Anders gezegd' });
    expect(room.state.conclusions[id]?.answers).toEqual([a, b]);
    expect(JSON.stringify(room.log)).not.toContain('Wij herkennen dit');
  });
});

describe('Klopt dit?', () => {
  test('given it was not asked, then no phone and no wall holds a word of it; asked, both do; taken away, neither (V1)', () => {
    const { room, answers } = answered();
    const id = draw(room, [answers[0]], { text: 'CANARY' });
    for (const stream of ['phones', 'wall'] as const) expect(held(room, stream)).not.toContain('CANARY');
    room.must(ask(id));
    for (const stream of ['phones', 'wall'] as const) {
      expect(held(room, stream)).toContain('CANARY');
      expect(held(room, stream)).not.toContain(answers[0]);
    }
    expect(room.state.wall.mode).toBe('harvest');
    room.must({ type: 'RemoveConclusion', conclusion: id, removed: true });
    for (const stream of ['phones', 'wall'] as const) expect(held(room, stream)).not.toContain('CANARY');
    expect(room.state.asked).toBeNull();
    room.must({ type: 'RemoveConclusion', conclusion: id, removed: false });
    expect(held(room, 'wall')).toContain('CANARY');
  });

  test('given phones that say yes and no, then both are kept, with the words of the minority and without whose they are', () => {
    const { room, seats, answers } = answered();
    const [one = '', two = '', three = ''] = seats;
    const id = draw(room, [answers[0]]);
    room.must(ask(id));
    room.must(judge(id, true), seatActor(one));
    room.must(judge(id, true, 'Ja hoor'), seatActor(two));
    room.must(judge(id, false, 'Niet bij ons'), seatActor(three));
    const { checked } = currentSummary(room.log).conclusions[0] ?? {};
    expect(checked).toMatchObject({ agree: 2, differ: 1, n: 3 });
    expect(checked?.minority.map(({ text, seat }) => [text, seat])).toEqual([['Niet bij ons', null]]);
    for (const other of [one, two]) expect(heldBySeat(room, other)).not.toContain('Niet bij ons');
    for (const stream of ['phones', 'wall'] as const) expect(held(room, stream)).not.toContain('Niet bij ons');
    expect(JSON.stringify(currentSummary(room.log).conclusions)).not.toContain(three);
  });

  test('given who left before, and people without a phone, then neither was asked; who was here and said nothing did not react', () => {
    const { room, seats, answers } = answered();
    const [one = '', gone = '', later = ''] = seats;
    room.must({ type: 'Join', people: 2, perspectives: [], name: 'Twee zonder telefoon' });
    room.must({ type: 'LeaveSession' }, seatActor(gone));
    const id = draw(room, [answers[0]]);
    room.must(ask(id));
    room.must(judge(id, true), seatActor(one));
    room.must({ type: 'LeaveSession' }, seatActor(later));
    const conclusion = room.state.conclusions[id];
    if (!conclusion) throw new Error('nothing was drawn');
    expect(currentSummary(room.log).conclusions[0]?.checked).toMatchObject({ n: 1, silent: seats.length - 2 });
    expect(opinionsOf(room.state, conclusion)).toMatchObject({ agree: 1, differ: 0, of: seats.length - 1 });
  });

  test('given nobody is asked, then only who reacted may change or take away their words, and the former words are gone', () => {
    const { room, seats, answers } = answered();
    const [one = '', two = ''] = seats;
    const id = draw(room, [answers[0]]);
    expect(room.refused(judge(id, true), seatActor(one))).toBe('notAsked');
    room.must(ask(id));
    room.must(judge(id, false, 'EERDER'), seatActor(one));
    room.must(ask(null));
    expect(room.refused(judge(id, true), seatActor(two))).toBe('notAsked');
    room.must(judge(id, false, ''), seatActor(one));
    expect(JSON.stringify(room.log)).not.toContain('EERDER');
    expect(heldBySeat(room, one)).not.toContain('EERDER');
    expect(currentSummary(room.log).conclusions[0]?.checked).toMatchObject({ differ: 1, minority: [] });
  });

  test('given people reacted, or are asked now, then its words stay; what it rests on may still change', () => {
    const { room, seats, answers } = answered();
    const [a, b] = answers;
    const id = draw(room, [a]);
    room.must(ask(id));
    expect(room.refused(drawing([a], { conclusion: id, text: 'Iets anders' }))).toBe('judgedAlready');
    room.must(judge(id, true), seatActor(seats[0] ?? ''));
    room.must(ask(null));
    expect(room.refused(drawing([a], { conclusion: id, text: 'Iets anders' }))).toBe('judgedAlready');
    draw(room, [a, b], { conclusion: id });
    expect(room.state.conclusions[id]?.answers).toEqual([a, b]);
    expect(textOf(room.state, room.state.conclusions[id]?.text ?? '')).toBe('Wij herkennen dit');
  });

  test('given a hidden note of a minority, then readers get its count and not its words, also of what was published (V4)', () => {
    const { room, seats, answers } = answered();
    const [one = ''] = seats;
    const id = draw(room, [answers[0]]);
    room.must(ask(id));
    room.must(judge(id, false, 'CANARY'), seatActor(one));
    room.must({ type: 'PublishSummary', introduction: '' });
    const hide = (hidden: boolean) => room.must({ type: 'HideMinority', conclusion: id, seat: one, hidden });
    expect(JSON.stringify(publishedSummary(room.log))).toContain('CANARY');
    hide(true);
    expect(JSON.stringify(publishedSummary(room.log))).not.toContain('CANARY');
    expect(publishedSummary(room.log)?.conclusions[0]?.checked).toMatchObject({ differ: 1, n: 1 });
    expect(JSON.stringify(draftSummary(room.log).draft)).toContain('CANARY');
    hide(false);
    expect(JSON.stringify(publishedSummary(room.log))).toContain('CANARY');
  });

  test('given the next step, or the end, then the question is over (A4)', () => {
    const { room, answers } = answered();
    const id = draw(room, [answers[0]]);
    room.must(ask(id));
    openStep(room, 'talk');
    expect(room.state.asked).toBeNull();
    room.must(ask(id));
    room.must({ type: 'CloseSession' });
    expect(room.state.asked).toBeNull();
    expect(room.refused(ask(id))).toBe('sessionClosed');
  });
});

describe('a proposal for the text', () => {
  test('given a decision with its reason, then the summary tells both; the former reason is gone; it can be undecided (D1)', () => {
    const { room, answers } = answered();
    const id = draw(room, [answers[0], answers[1]], { kind: 'proposal', text: 'Noem de cliënt' });
    const decide = (decision: 'taken' | 'later' | null, reason: string) =>
      room.must({ type: 'DecideProposal', conclusion: id, decision, reason });
    decide('later', 'EERST vragen');
    decide('taken', 'Drie duo’s noemden het');
    const summary = currentSummary(room.log);
    expect(summary.conclusions).toEqual([]);
    expect(summary.proposals).toMatchObject([
      { text: 'Noem de cliënt', decision: 'taken', reason: 'Drie duo’s noemden het' },
    ]);
    expect(summary.proposals[0]?.quotes).toHaveLength(2);
    expect(JSON.stringify(room.log)).not.toContain('EERST');
    decide(null, '');
    expect(currentSummary(room.log).proposals[0]).toMatchObject({ decision: null, reason: '' });
  });

  test('given a conclusion, then it cannot be decided upon as if it were a proposal', () => {
    const { room, answers } = answered();
    const id = draw(room, [answers[0]]);
    expect(room.refused({ type: 'DecideProposal', conclusion: id, decision: 'taken', reason: '' })).toBe(
      'noSuchConclusion',
    );
  });
});
