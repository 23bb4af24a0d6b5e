/** Answers from paper and answers sent late: entered at any time, marked, never in the place of what people sent (D1, V1). */
import { describe, expect, test } from 'vitest';
import { exportSource } from '../../server/exports/export-source.ts';
import { jsonOf } from '../../server/exports/json.ts';
import type { CommandOf, FieldValues } from '../../shared/commands.ts';
import { isFromPaper, isUndone, peopleCount, seatOf } from '../../shared/session/selectors.ts';
import { answerIdOf } from '../../shared/session/state.ts';
import { get } from '../../shared/session/table.ts';
import { deskCardsOf, roomOf } from '../../shared/views/desk.ts';
import { currentSummary, draftSummary } from '../../shared/views/summary.ts';
import {
  answerBy,
  desk,
  eventsOf,
  join,
  judged,
  openStep,
  pairsOf,
  type Room,
  seatActor,
  sizesOf,
  submit,
  text,
  unitOfSeat,
} from '../support/room.ts';

const place = { step: 'pairs', item: 'def', prompt: 'recognisable' };
const said = (words: string): FieldValues => ({ judgement: judged('nee'), why: text(words) });
const paperOf = (unit: string, words = 'Van papier'): CommandOf<'SubmitAnswer'> => ({
  ...{ type: 'SubmitAnswer', unit, ...place, values: said(words) },
});
const known = (room: Room, unit: string) => get(room.state.answers, answerIdOf({ ...place, unit }));
const closeStep = (room: Room, step = 'pairs') => room.must({ type: 'CloseStep', step });
const stepOf = (room: Room) => room.script.steps.find(({ id }) => id === 'pairs') as Room['script']['steps'][number];

describe('from paper', () => {
  test('given a closed step, and a closed session, then the desk still enters an answer, and the summary has it', () => {
    const { room, seats } = pairsOf(4);
    const { unit, number } = unitOfSeat(room, seats[0] ?? '');
    closeStep(room);
    room.must({ type: 'CloseSession' });
    room.must(paperOf(unit));
    const answer = known(room, unit);
    expect(answer && isFromPaper(answer)).toBe(true);
    expect(answer).toMatchObject({ number, version: 1, late: false });
    expect(deskCardsOf(room.state, stepOf(room)).cards[0]).toMatchObject({ isFromPaper: true, isLate: false, number });
    const quotes = (summary: ReturnType<typeof currentSummary>) =>
      summary.sections.flatMap(({ items }) =>
        items.flatMap(({ prompts }) => prompts.flatMap((one) => one.missing.concat(one.quotes))),
      );
    expect(quotes(draftSummary(room.log).draft)).toMatchObject([{ text: 'Van papier', paper: true }]);
    expect(quotes(currentSummary(room.log))).toMatchObject([{ text: 'Van papier', paper: false }]);
    expect(JSON.parse(jsonOf(exportSource(room.log))).answers).toMatchObject([{ paper: true, late: false }]);
  });

  test('given what a phone may not send, then the desk may not enter it either', () => {
    const { room, seats } = pairsOf(2);
    const { unit } = unitOfSeat(room, seats[0] ?? '');
    const refused = (more: Partial<CommandOf<'SubmitAnswer'>>) => room.refused({ ...paperOf(unit), ...more });
    expect(refused({ values: said('x'.repeat(201)) })).toBe('textTooLong');
    expect(refused({ values: {} })).toBe('nothingWritten');
    expect(refused({ values: { judgement: judged('misschien') } })).toBe('doesNotFit');
    expect(refused({ unit: 'nergens' })).toBe('noSuchUnit');
    expect(refused({ item: 'k1' })).toBe('noSuchItem');
    expect(refused({ step: 'closing' })).toBe('noSuchStep');
  });

  test('given what people sent or withdrew themselves, then no paper takes its place', () => {
    const { room, seats } = pairsOf(2);
    const [seat = ''] = seats;
    const { unit } = unitOfSeat(room, seat);
    const answer = submit(room, seat, place, said('Zelf geschreven'));
    expect(room.refused(paperOf(unit))).toBe('answeredThemselves');
    expect(room.refused({ type: 'WithdrawAnswer', answer })).toBe('noSuchAnswer');
    room.must({ type: 'WithdrawAnswer', answer }, seatActor(seat));
    expect(room.refused(paperOf(unit))).toBe('withdrawn');
  });

  test('given a mistake, then it is mended and undone, and an undone paper leaves no gap in the summary (D1)', () => {
    const { room, seats } = pairsOf(4);
    const [seat = ''] = seats;
    const { unit } = unitOfSeat(room, seat);
    room.must(paperOf(unit, 'Met een tikfuot'));
    room.must(paperOf(unit, 'Met een tikfout'));
    expect(known(room, unit)).toMatchObject({ version: 2, late: false });
    room.must({ type: 'WithdrawAnswer', answer: answerIdOf({ ...place, unit }) });
    const answer = known(room, unit);
    expect(answer && isUndone(answer)).toBe(true);
    expect(JSON.stringify(room.log)).not.toContain('tikf');
    expect(deskCardsOf(room.state, stepOf(room))).toEqual({ cards: [], wordless: 0, withdrawn: 0 });
    expect(JSON.stringify(currentSummary(room.log).sections)).not.toContain('"withdrawn":1');
    expect(JSON.parse(jsonOf(exportSource(room.log))).answers).toEqual([]);
    room.must(paperOf(unit, 'Toch'));
    // Theirs it is: they may change it, and withdraw it, on their own phones.
    submit(room, seat, place, said('Liever zo'));
    expect(known(room, unit)).toMatchObject({ seat, version: 4 });
    expect(room.refused(paperOf(unit))).toBe('answeredThemselves');
  });

  test('given a paper of one unit, then its own phones have it, and no other phone nor the wall (V1, V2)', () => {
    const { room, seats } = pairsOf(4);
    const { unit } = unitOfSeat(room, seats[0] ?? '');
    const phones = seats.map((seat) => room.addScreen('seat', seat));
    const wall = room.addScreen('wall');
    room.must(paperOf(unit, 'Alleen voor hen'));
    for (const { seat, state } of [...phones, wall]) {
      const own = unitOfSeat(room, seats[0] ?? '').seats.includes(seat ?? '');
      expect(JSON.stringify(state.texts).includes('Alleen voor hen')).toBe(own);
    }
  });

  test('given who answers alone, then their paper is entered by their seat; who was never here has none', () => {
    const { room, seats } = pairsOf(2);
    openStep(room, 'alone');
    const [seat = ''] = seats;
    const alone = { ...paperOf(seat), step: 'alone', item: 'list', prompt: 'thought', values: { text: text('Lef') } };
    room.must(alone);
    expect(room.refused({ ...alone, unit: 'niemand' })).toBe('noSuchUnit');
    expect(eventsOf(room, 'AnswerSubmitted').at(-1)).toMatchObject({ unit: seat, seat: 'desk', number: null });
  });
});

describe('without any phone', () => {
  test('given two people whom the desk adds, then they are a pair, counted as people, on paper, and taken out again', () => {
    const { room } = pairsOf(4);
    room.must({ type: 'Join', people: 2, perspectives: ['client'], name: 'Opa en oma' }, desk);
    expect(sizesOf(room)).toEqual([2, 2, 2]);
    expect(peopleCount(room.state)).toBe(6);
    const tile = roomOf(room.state, { online: [], writing: [] })[0]?.tiles.at(-1);
    expect(tile).toMatchObject({ people: 2, phase: 'paper' });
    const seat = tile?.seats[0]?.seat ?? '';
    expect(seatOf(room.state, seat)).toMatchObject({ phone: false });
    room.must(paperOf(unitOfSeat(room, seat).unit));
    expect(roomOf(room.state, { online: [], writing: [] })[0]).toMatchObject({ shared: 1, total: 3 });
    room.must({ type: 'RemoveSeat', seat, removed: true });
    expect(peopleCount(room.state)).toBe(4);
  });

  test('given a locked door and a closed session, then the desk still adds people without a phone', () => {
    const { room } = pairsOf(2);
    room.must({ type: 'LockDoor', locked: true });
    room.must({ type: 'CloseSession' });
    room.must({ type: 'Join', people: 1, perspectives: [], name: '' }, desk);
    expect(sizesOf(room)).toEqual([3]);
  });
});

describe('sent late (D1)', () => {
  function reopened() {
    const { room, seats } = pairsOf(4);
    const [first = ''] = seats;
    const unit = unitOfSeat(room, first);
    const other = seats.find((seat) => !unit.seats.includes(seat)) ?? '';
    submit(room, other, place, said('Op tijd'));
    closeStep(room);
    expect(room.refused(answerBy(room, first, place, said('Te laat')), seatActor(first))).toBe('stepClosed');
    openStep(room, 'pairs');
    return { room, first, other, unit: unit.unit };
  }

  test('given a step opened again, then what is sent after its closing is marked, and what came in time is not', () => {
    const { room, first, other, unit } = reopened();
    submit(room, first, place, said('Na sluiten'));
    expect(known(room, unit)).toMatchObject({ late: true, version: 1 });
    expect(known(room, unitOfSeat(room, other).unit)).toMatchObject({ late: false });
    expect(JSON.parse(jsonOf(exportSource(room.log))).answers).toMatchObject([{ late: false }, { late: true }]);
    submit(room, other, place, said('Toch anders'));
    expect(known(room, unitOfSeat(room, other).unit)).toMatchObject({ late: true, version: 2 });
  });

  test('given a desk that slipped to the next step and came back within half a minute, then nothing is late; after a minute it is', () => {
    const { room, seats } = pairsOf(2);
    const [first = ''] = seats;
    const { unit } = unitOfSeat(room, first);
    openStep(room, 'talk');
    openStep(room, 'pairs');
    submit(room, first, place, said('Wij waren nog bezig'));
    expect(known(room, unit)).toMatchObject({ late: false });
    openStep(room, 'talk');
    room.wait(60_000);
    openStep(room, 'pairs');
    submit(room, first, place, said('Nog iets bedacht'));
    expect(known(room, unit)).toMatchObject({ late: true });
  });

  test('given who came after that closing, then their first chance is not late', () => {
    const { room } = reopened();
    const late = [join(room), join(room)];
    const unit = unitOfSeat(room, late[1] ?? '');
    submit(room, late[1] ?? '', place, said('Net binnen'));
    expect(known(room, unit.unit)).toMatchObject({ late: false });
  });

  test('given a late answer, then no other phone nor the wall is told that it was late (V1)', () => {
    const { room, first, other } = reopened();
    const screens = [room.addScreen('wall'), room.addScreen('seat', other)];
    const answer = submit(room, first, place, said('Na sluiten'));
    room.must({ type: 'RevealStep', step: 'pairs', revealed: true });
    room.must({ type: 'SpotlightAnswer', answer });
    for (const screen of screens) expect(get(screen.state.answers, answer)).toMatchObject({ late: false, seat: null });
  });
});
