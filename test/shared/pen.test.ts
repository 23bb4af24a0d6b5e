/** The pen: one of a unit types, and nothing of what another wrote is lost when it goes over (A3). */
import { describe, expect, test } from 'vitest';
import { penIdleAfter, penOf } from '../../shared/session/pen.ts';
import { answersOf, textOf } from '../../shared/session/selectors.ts';
import { join, joinMany, openRoom, openStep, seatActor, text, unitOfSeat } from '../support/room.ts';

const pairs = { step: 'pairs', item: 'def', prompt: 'recognisable' };

function unitOf(people: number) {
  const room = openRoom();
  const [a = '', b = '', c = ''] = joinMany(room, people);
  openStep(room, 'pairs');
  const { unit } = unitOfSeat(room, a);
  for (const seat of [a, b, c]) room.signs.set(seat, { since: 0, hereUntil: 0, wroteAt: 0 });
  const take = (seat: string) => room.must({ type: 'TakePen', unit }, seatActor(seat));
  const refused = (seat: string) => room.refused({ type: 'TakePen', unit }, seatActor(seat));
  const pass = (from: string, to: string) => room.must({ type: 'PassPen', unit, seat: to }, seatActor(from));
  const pen = () => penOf(room.state, unit);
  return { room, unit, a, b, c, take, refused, pass, pen };
}

describe('who gets the pen', () => {
  test('given that nobody writes, then whoever takes it has it', () => {
    const { take, pen, a } = unitOf(2);
    take(a);
    expect(pen()).toMatchObject({ seat: a, from: null });
    expect(take(a)).toEqual([]);
  });

  test('given who writes and is here, then it is not taken from them, but can be asked for', () => {
    const { room, unit, take, refused, pen, a, b } = unitOf(2);
    take(a);
    expect(refused(b)).toBe('penInUse');
    room.must({ type: 'AskPen', unit }, seatActor(b));
    expect(pen()).toMatchObject({ seat: a, asked: b });
    expect(room.refused({ type: 'AskPen', unit }, seatActor(a))).toBe('nothingToDo');
  });

  test('given a question for it, when it is passed on, then the question is over', () => {
    const { room, unit, take, pass, pen, a, b } = unitOf(2);
    take(a);
    room.must({ type: 'AskPen', unit }, seatActor(b));
    pass(a, b);
    expect(pen()).toMatchObject({ seat: b, from: a, asked: null });
  });

  test('given a minute in which nothing was written, then it can be taken over, and not a moment before', () => {
    const { room, take, refused, pen, a, b } = unitOf(2);
    take(a);
    room.signs.set(a, { since: 0, hereUntil: 0, wroteAt: room.now });
    room.wait(penIdleAfter - 1);
    expect(refused(b)).toBe('penInUse');
    take(b);
    expect(pen().seat).toBe(b);
  });

  test('given a phone that is gone, then it can be taken over at once', () => {
    const { room, take, pen, a, b } = unitOf(2);
    take(a);
    room.signs.delete(a);
    take(b);
    expect(pen().seat).toBe(b);
  });

  test('given both were offline, then who took it while the other was away has it, unless the other writes again', () => {
    const offline = (wroteAt: 'before' | 'since') => {
      const { room, unit, take, a, b } = unitOf(2);
      take(a);
      const [taken, back] = [room.now, room.now + 2_000];
      room.wait(3_000);
      room.signs.set(a, { since: back, hereUntil: taken, wroteAt: wroteAt === 'before' ? taken : back + 500 });
      room.signs.set(b, { since: room.now, hereUntil: taken, wroteAt: 0 });
      return room.decide({ type: 'TakePen', unit, at: taken }, seatActor(b)).ok;
    };
    expect(offline('before')).toBe(true);
    expect(offline('since')).toBe(false);
  });

  test('given a time of one’s own making, then the pen is not taken from who holds it (A3)', () => {
    const { room, unit, take, a, b } = unitOf(2);
    const early = (at: number) => room.decide({ type: 'TakePen', unit, at }, seatActor(b)).ok;
    // Taken by who is here.
    room.signs.set(a, { since: room.now, hereUntil: 0, wroteAt: 0 });
    take(a);
    room.signs.set(b, { since: room.now, hereUntil: 0, wroteAt: 0 });
    expect(early(0)).toBe(false);
    // Back again, and the other was here all the time: it could have taken it while the phone was gone.
    const took = room.now;
    room.wait(3_000);
    room.signs.set(a, { since: room.now, hereUntil: took, wroteAt: 0 });
    room.signs.set(b, { since: 0, hereUntil: 0, wroteAt: 0 });
    expect(early(took)).toBe(false);
    // A line that was new a moment ago was here until a moment before.
    room.wait(1_000);
    room.signs.set(b, { since: room.now, hereUntil: room.now - 100, wroteAt: 0 });
    expect(early(0)).toBe(false);
    room.signs.set(b, { since: room.now, hereUntil: took, wroteAt: 0 });
    expect(early(took)).toBe(true);
  });

  test('given who lays it down, then it is free for whoever writes next', () => {
    const { room, unit, take, pen, a, b } = unitOf(2);
    take(a);
    expect(room.refused({ type: 'PassPen', unit, seat: null }, seatActor(b))).toBe('penInUse');
    room.must({ type: 'PassPen', unit, seat: null }, seatActor(a));
    expect(pen().seat).toBe(null);
    take(b);
    expect(pen().seat).toBe(b);
  });

  test('given a unit of three, then it goes from hand to hand, and to nobody outside', () => {
    const { room, unit, take, pass, pen, a, b, c } = unitOf(3);
    take(a);
    pass(a, c);
    pass(c, b);
    expect(pen()).toMatchObject({ seat: b, from: c });
    expect(room.refused({ type: 'PassPen', unit, seat: a }, seatActor(c))).toBe('penInUse');
    const outsider = join(room, { people: 2 });
    expect(room.refused({ type: 'TakePen', unit }, seatActor(outsider))).toBe('noSuchUnit');
    expect(room.refused({ type: 'PassPen', unit, seat: outsider }, seatActor(b))).toBe('noSuchSeat');
  });

  test('given a pen, then the phones of the unit hear of it, and no other screen (V1)', () => {
    const { room, unit, take, a, b } = unitOf(4);
    const screens = [a, b].map((seat) => room.addScreen('seat', seat));
    const wall = room.addScreen('wall');
    take(a);
    const inUnit = screens.filter(({ seat }) => unitOfSeat(room, seat ?? '').unit === unit);
    for (const { state } of inUnit) expect(penOf(state, unit).seat).toBe(a);
    expect(wall.state.pens.size).toBe(0);
  });
});

describe('two who write without seeing each other', () => {
  test('given both send, then the second stands, says that it had not seen the first, and both texts are kept (A3)', () => {
    const { room, unit, a, b } = unitOf(2);
    const first = { ...pairs, unit, seen: 0 };
    room.must({ type: 'SubmitAnswer', ...first, values: { why: text('Van mij') } }, seatActor(a));
    room.must({ type: 'SubmitAnswer', ...first, values: { why: text('Van jou') } }, seatActor(b));
    const [answer] = answersOf(room.state, 'pairs');
    const value = answer?.unseen?.values['why'];
    expect(answer?.unseen?.seat).toBe(a);
    expect(value?.kind === 'text' && textOf(room.state, value.text)).toBe('Van mij');
    room.must({ type: 'SubmitAnswer', ...first, seen: 2, values: { why: text('Van ons') } }, seatActor(a));
    expect(answersOf(room.state, 'pairs')[0]).toMatchObject({ version: 3, unseen: null });
  });
});
