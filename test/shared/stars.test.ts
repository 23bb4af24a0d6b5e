/** Stars and "dit herkennen wij ook": who may give how many, on what (V2). */
import { describe, expect, test } from 'vitest';
import { scriptSchema } from '../../shared/script.ts';
import { activeUnits, isOnWall } from '../../shared/session/selectors.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import { fewForStars, roomOf } from '../../shared/views/desk.ts';
import {
  desk,
  joinMany,
  judged,
  openRoom,
  openStep,
  type Room,
  seatActor,
  submit,
  text,
  unitOfSeat,
} from '../support/room.ts';
import { roomScript } from '../support/room-script.ts';

const star = (answer: string, starred = true) => ({ type: 'StarAnswer', answer, starred }) as const;
const recognise = (answer: string, recognised = true) => ({ type: 'RecogniseAnswer', answer, recognised }) as const;
const starsOf = (room: Room, answer: string) => Object.keys(get(room.state.answers, answer)?.stars ?? {});
const firstOf = (room: Room) => activeUnits(room.state).map(({ seats }) => seats[0] ?? '');

/** Each pair has answered; the talk about it is open. */
function talking(people = 8) {
  const room = openRoom();
  joinMany(room, people);
  openStep(room, 'pairs');
  const seats = firstOf(room);
  const place = { step: 'pairs', item: 'def', prompt: 'recognisable' };
  const answers = seats.map((seat, i) => submit(room, seat, place, { why: text(`Van duo ${i + 1}`) }));
  openStep(room, 'talk');
  return { room, seats, answers };
}

test('the desk is told that there are no more answers than stars: with two of each, not with three answers, nor before any', () => {
  const few = (people: number) => {
    const { room } = talking(people);
    const step = room.script.steps.find(({ id }) => id === 'talk');
    return step && fewForStars(room.state, step);
  };
  expect([few(4), few(6)]).toEqual([2, 0]);
});

/** Four pairs in two subgroups have answered one component each; the subgroups talk. */
function talkingInSubgroups() {
  const room = openRoom();
  joinMany(room, 8);
  openStep(room, 'model');
  const own = (subgroup: string) => activeUnits(room.state).filter((unit) => unit.subgroup === subgroup);
  const seatsOf = (subgroup: string) => own(subgroup).map(({ seats }) => seats[0] ?? '');
  const answersIn = (subgroup: string) =>
    seatsOf(subgroup).flatMap((seat) =>
      ['o1', 'o2'].map((item) =>
        submit(room, seat, { step: 'model', item, prompt: 'recognisable' }, { judgement: judged('ja') }),
      ),
    );
  const answers = { a: answersIn('a'), b: answersIn('b') };
  openStep(room, 'talk-model');
  return { room, seats: { a: seatsOf('a'), b: seatsOf('b') }, answers };
}

describe('a budget per person', () => {
  test('given somebody gives a star, then the desk reads how many did, of their group and of all (D3)', () => {
    const { room, seats, answers } = talking();
    const nobody = { online: [], writing: [] };
    const before = roomOf(room.state, nobody)[0];
    expect([before?.stars, before?.tiles[0]?.stars]).toEqual([
      { gave: 0, of: 8 },
      { gave: 0, of: 2 },
    ]);
    for (const answer of answers.slice(0, 2)) room.must(star(answer), seatActor(seats[0] ?? ''));
    const groups = roomOf(room.state, nobody);
    expect(groups[0]?.stars).toEqual({ gave: 1, of: 8 });
    expect(groups[0]?.tiles.map(({ stars }) => stars?.gave)).toEqual([1, 0, 0, 0]);
    openStep(room, 'pairs');
    expect(roomOf(room.state, nobody)[0]?.stars).toBeNull();
  });

  test('given two stars each, then the third is refused until one is taken back', () => {
    const { room, seats, answers } = talking();
    const me = seatActor(seats[0] ?? '');
    const [one = '', two = '', three = ''] = answers;
    room.must(star(one), me);
    room.must(star(two), me);
    expect(room.refused(star(three), me)).toBe('tooManyStars');
    room.must(star(one, false), me);
    room.must(star(three), me);
    expect(starsOf(room, three)).toEqual([seats[0]]);
  });

  test('given one lies on what was hidden since, then another may be given, and when that is shown again there are no more than two (D3)', () => {
    const { room, seats, answers } = talking();
    const screens = [room.addScreen('wall'), room.addScreen('seat', seats[1] ?? '')];
    const me = seatActor(seats[0] ?? '');
    const [one = '', two = '', three = ''] = answers;
    for (const answer of [one, two]) room.must(star(answer), me);
    room.must({ type: 'HideAnswer', answer: one, hidden: true });
    room.must(star(three), me);
    room.must({ type: 'HideAnswer', answer: one, hidden: false });
    const given = (state: typeof room.state) =>
      answers.map((id) => Object.keys(get(state.answers, id)?.stars ?? {}).length);
    for (const { state } of [room, ...screens]) expect(given(state)).toEqual([0, 1, 1, 0]);
    expect(room.refused(star(one), me)).toBe('tooManyStars');
  });

  test('given the same star twice, then it counts once', () => {
    const { room, seats, answers } = talking();
    const me = seatActor(seats[0] ?? '');
    room.must(star(answers[0] ?? ''), me);
    expect(room.must(star(answers[0] ?? ''), me)).toEqual([]);
  });

  test('given who left, then their phone gives no star and takes none back', () => {
    const { room, seats, answers } = talking();
    const me = seatActor(seats[0] ?? '');
    room.must(star(answers[0] ?? ''), me);
    room.must({ type: 'LeaveSession' }, me);
    for (const starred of [true, false]) {
      expect(
        room.decide(star(answers[1] ?? '', starred), me).ok || room.decide(star(answers[0] ?? '', starred), me).ok,
      ).toBe(false);
    }
  });

  test('given a starred answer is hidden, then its star is free again', () => {
    const { room, seats, answers } = talking();
    const me = seatActor(seats[0] ?? '');
    const [one = '', two = '', three = ''] = answers;
    room.must(star(one), me);
    room.must(star(two), me);
    room.must({ type: 'HideAnswer', answer: one, hidden: true });
    expect(room.refused(star(one, false), me)).toBe('notShown');
    room.must(star(three), me);
  });

  test('given no talk with stars is open, or about another step, then there is nothing to star', () => {
    const { room, seats, answers } = talking();
    const me = seatActor(seats[0] ?? '');
    openStep(room, 'talk-closed');
    expect(room.refused(star(answers[0] ?? ''), me)).toBe('notShown');
    openStep(room, 'talk');
    room.must({ type: 'CloseStep', step: 'talk' });
    expect(room.refused(star(answers[0] ?? ''), me)).toBe('stepClosed');
    expect(room.refused(star('a/b/c/d'), me)).toBe('notShown');
  });

  test('given the desk, then it stars without a budget, at any time', () => {
    const { room, answers } = talking();
    openStep(room, 'harvest');
    for (const answer of answers) room.must(star(answer), desk);
    expect(answers.map((answer) => starsOf(room, answer))).toEqual(answers.map(() => ['desk']));
  });
});

describe('a budget per subgroup', () => {
  test('given three stars for the subgroup, then its people share them', () => {
    const { room, seats, answers } = talkingInSubgroups();
    for (const [i, answer] of answers.a.slice(0, 3).entries()) room.must(star(answer), seatActor(seats.a[i % 2] ?? ''));
    expect(room.refused(star(answers.a[3] ?? ''), seatActor(seats.a[0] ?? ''))).toBe('tooManyStars');
    room.must(star(answers.b[0] ?? ''), seatActor(seats.b[0] ?? ''));
    expect(starsOf(room, answers.a[0] ?? '')).toEqual(['a']);
  });

  test('given another subgroup’s answer, then it is not theirs to star, and their phones do not get it (V2)', () => {
    const { room, seats, answers } = talkingInSubgroups();
    expect(room.refused(star(answers.b[0] ?? ''), seatActor(seats.a[0] ?? ''))).toBe('notShown');
    const phone = room.addScreen('seat', seats.a[0] ?? '');
    const known = [...valuesOf(phone.state.answers)].map(({ answer }) => answer);
    expect(known.filter((answer) => answers.b.includes(answer))).toEqual([]);
    expect(answers.a.every((answer) => known.includes(answer))).toBe(true);
  });

  test('given a pair moves to the other subgroup, then the people there get its answers', () => {
    const { room, seats, answers } = talkingInSubgroups();
    const phone = room.addScreen('seat', seats.b[0] ?? '');
    room.must({ type: 'MoveUnit', unit: unitOfSeat(room, seats.a[0] ?? '').unit, subgroup: 'b' });
    const moved = answers.a[0] ?? '';
    const known = get(phone.state.answers, moved);
    expect(known && isOnWall(phone.state, known)).toBe(true);
    room.must(star(moved), seatActor(seats.b[0] ?? ''));
  });

  test('given people who answered alone talk in subgroups, then what they wrote is talked about in their own', () => {
    const script = scriptSchema.parse({
      ...roomScript,
      steps: roomScript.steps.map((step) =>
        step.id === 'talk-model' ? { ...step, about: 'alone', stars: { per: 'person', count: 1 } } : step,
      ),
    });
    const room = openRoom({ script });
    joinMany(room, 8);
    openStep(room, 'groups');
    openStep(room, 'alone');
    const seats = firstOf(room);
    const answers = seats.map((seat) => submit(room, seat, { step: 'alone', prompt: 'thought' }, { text: text(seat) }));
    openStep(room, 'talk-model');
    const [mine, ...others] = seats.map((seat) => unitOfSeat(room, seat).subgroup);
    const elsewhere = answers[1 + others.findIndex((subgroup) => subgroup !== mine)] ?? '';
    expect(room.refused(star(elsewhere), seatActor(seats[0] ?? ''))).toBe('notShown');
    room.must(star(answers[0] ?? ''), seatActor(seats[0] ?? ''));
  });
});

describe('"dit herkennen wij ook"', () => {
  test('given an answer in the spotlight, then each other unit says so once, and may take it back', () => {
    const { room, seats, answers } = talking();
    const [own = '', other = ''] = seats;
    const answer = answers[0] ?? '';
    expect(room.refused(recognise(answer), seatActor(other))).toBe('notShown');
    room.must({ type: 'SpotlightAnswer', answer });
    expect(room.refused(recognise(answer), seatActor(own))).toBe('notShown');
    room.must(recognise(answer), seatActor(other));
    expect(room.must(recognise(answer), seatActor(other))).toEqual([]);
    expect(get(room.state.answers, answer)?.recognised).toEqual([unitOfSeat(room, other).unit]);
    room.must(recognise(answer, false), seatActor(other));
    expect(get(room.state.answers, answer)?.recognised).toEqual([]);
    expect(room.refused(recognise('a/b/c/d'), seatActor(other))).toBe('notShown');
  });

  test('given who wrote it alone, then that person’s own unit does not recognise it', () => {
    const room = openRoom();
    joinMany(room, 4);
    openStep(room, 'pairs');
    openStep(room, 'alone');
    const [a = '', b = ''] = firstOf(room);
    const answer = submit(room, a, { step: 'alone', prompt: 'thought' }, { text: text('Alleen ik') });
    room.must({ type: 'SpotlightAnswer', answer });
    expect(room.refused(recognise(answer), seatActor(a))).toBe('notShown');
    room.must(recognise(answer), seatActor(b));
    room.must({ type: 'LeaveSession' }, seatActor(b));
    expect(room.refused(recognise(answer), seatActor(b))).toBe('noUnit');
  });
});

test('given marks that phones were not told of, when the answer comes into the spotlight again, then they have them as they are', () => {
  const { room, seats, answers } = talking();
  const answer = answers[0] ?? '';
  const phone = room.addScreen('seat', seats[1] ?? '');
  room.must({ type: 'SpotlightAnswer', answer });
  room.must(star(answer), desk);
  openStep(room, 'harvest');
  room.must(star(answer, false), desk);
  room.must({ type: 'SpotlightAnswer', answer });
  expect(get(phone.state.answers, answer)?.stars).toEqual({});
});
