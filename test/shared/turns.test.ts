/** Turns with rotating roles: who has which role, who has the pen in a turn, and answers that say of which turn they are. */
import { describe, expect, test } from 'vitest';
import { penOf } from '../../shared/session/pen.ts';
import { activeUnits, answersOf, seatOf } from '../../shared/session/selectors.ts';
import { get } from '../../shared/session/table.ts';
import { rolesOf, type TurnStep, turnLeft, turnOf } from '../../shared/session/turns.ts';
import { deskCardsOf } from '../../shared/views/desk/answers.ts';
import { roomTurn } from '../../shared/views/turns.ts';
import { words } from '../../shared/words/wall.nl.ts';
import { desk, join, joinMany, openRoom, openStep, type Room, seatActor, text, unitOfSeat } from '../support/room.ts';

const interview = (room: Room) => room.script.steps.find(({ id }) => id === 'interview') as TurnStep;

function inTurns(people: number) {
  const room = openRoom();
  const seats = joinMany(room, people);
  openStep(room, 'interview');
  const step = interview(room);
  const [a = ''] = seats;
  const unit = () => unitOfSeat(room, a);
  const turn = () => turnOf(room.state, step, unit()).turn;
  const begin = (next: number, seat = a) =>
    ({ type: 'BeginTurn', step: 'interview', unit: unitOfSeat(room, seat).unit, turn: next }) as const;
  const answer = (seat: string, of: number, prompt = 'thought') =>
    ({
      type: 'SubmitAnswer',
      ...{ unit: unitOfSeat(room, seat).unit, step: 'interview', item: 'list', prompt, turn: of },
      values: { text: text(`beurt ${of}`) },
    }) as const;
  return { room, step, seats, a, unit, turn, begin, answer };
}

/** By seat, in the order in which they sit: the roles in each turn. */
function table({ room, step, unit }: ReturnType<typeof inTurns>): string[] {
  const { count } = turnOf(room.state, step, unit());
  return unit().seats.map((seat) =>
    Array.from({ length: count }, (_, i) =>
      rolesOf(room.state, step, unit(), i + 1)
        .get(seat)
        ?.join('+'),
    ).join(' '),
  );
}

describe('who has which role', () => {
  const cases: [number, string[]][] = [
    [1, ['teller+writer+asker']],
    // Of two the asker writes too, and two turns are enough.
    [2, ['teller writer+asker', 'writer+asker teller']],
    [3, ['teller asker writer', 'writer teller asker', 'asker writer teller']],
    // A fourth shares all with the first.
    [4, ['teller asker writer', 'writer teller asker', 'asker writer teller', 'teller asker writer']],
  ];
  test.each(cases)('%i together: everybody tells, and nobody has a role twice', (people, expected) => {
    expect(table(inTurns(people))).toEqual(expected);
  });

  test('two on one phone are two people: the phone has the roles of both', () => {
    const room = openRoom();
    const two = join(room, { people: 2 });
    join(room);
    openStep(room, 'interview');
    const unit = unitOfSeat(room, two);
    const roles = (turn: number) => rolesOf(room.state, interview(room), unit, turn).get(two);
    expect(unit.people).toBe(3);
    for (const turn of [1, 2, 3]) expect(roles(turn)).toHaveLength(2);
  });

  test.each([6, 7, 8])(
    '%i people in threes: in each unit each is the teller in one turn, and in each turn somebody writes',
    (people) => {
      const { room, step } = inTurns(people);
      for (const unit of activeUnits(room.state)) {
        const { count } = turnOf(room.state, step, unit);
        const told = new Map<string, number>();
        for (let turn = 1; turn <= count; turn++) {
          const roles = rolesOf(room.state, step, unit, turn);
          const all = [...roles.values()].flat();
          for (const role of ['teller', 'writer', 'asker']) expect(all).toContain(role);
          for (const [seat, mine] of roles) if (mine.includes('teller')) told.set(seat, (told.get(seat) ?? 0) + 1);
        }
        expect([...told.values()]).toEqual(unit.seats.map(() => 1));
      }
    },
  );
});

describe('when somebody leaves', () => {
  const roleOf = ({ room, step, unit }: ReturnType<typeof inTurns>, turn: number) => {
    const roles = rolesOf(room.state, step, unit(), turn);
    return (role: string) => unit().seats.filter((seat) => roles.get(seat)?.includes(role));
  };

  test('whose turn it was keeps it: the others tell in their own, and what the leaver did falls to somebody who is there', () => {
    const scene = inTurns(3);
    const { room, step, begin, answer } = scene;
    const [a = '', b = '', c = ''] = scene.unit().seats;
    room.must(answer(b, 1), seatActor(b));
    room.must(answer(a, 1, 'right'), seatActor(a));
    room.must(begin(2), seatActor(a));
    room.must({ type: 'LeaveSession' }, seatActor(a));
    const unit = () => unitOfSeat(room, b);
    const left = { ...scene, unit };
    expect(turnOf(room.state, step, unit())).toMatchObject({ turn: 2, count: 3 });
    expect([2, 3].map((turn) => roleOf(left, turn)('teller'))).toEqual([[b], [c]]);
    for (const turn of [2, 3]) for (const role of ['asker', 'writer']) expect(roleOf(left, turn)(role)).toHaveLength(1);
    // What A agreed with stays A's.
    for (const seat of [b, c]) expect(room.refused(answer(seat, 1, 'right'), seatActor(seat))).toBe('notYourRole');
    room.must(answer(b, 2), seatActor(b));
    room.must(answer(b, 2, 'right'), seatActor(b));
    expect(room.refused(answer(c, 2, 'right'), seatActor(c))).toBe('notYourRole');
  });

  test('who leaves before their turn takes it along: there is one turn less', () => {
    const scene = inTurns(3);
    const { room, step } = scene;
    const [a = '', b = '', c = ''] = scene.unit().seats;
    room.must({ type: 'LeaveSession' }, seatActor(b));
    expect(turnOf(room.state, step, scene.unit()).count).toBe(2);
    expect([1, 2].map((turn) => roleOf(scene, turn)('teller'))).toEqual([[a], [c]]);
  });

  test('who was taken out by mistake comes back after who told meanwhile: no turn that has begun is somebody else’s', () => {
    const scene = inTurns(3);
    const { room, begin, answer } = scene;
    const [a = '', b = '', c = ''] = scene.unit().seats;
    room.wait(1_000);
    room.must({ type: 'RemoveSeat', seat: b, removed: true });
    room.must(begin(2), seatActor(a));
    room.wait(1_000);
    room.must({ type: 'RemoveSeat', seat: b, removed: false });
    expect([1, 2, 3].map((turn) => roleOf(scene, turn)('teller'))).toEqual([[a], [c], [b]]);
    room.must(answer(a, 2), seatActor(a));
    room.must(answer(c, 2, 'right'), seatActor(c));
  });

  test('who was taken out by mistake in their own turn has it again when they are back: nobody else’s turn shifts (D1)', () => {
    const scene = inTurns(3);
    const { room, begin, answer } = scene;
    const [a = '', b = '', c = ''] = scene.unit().seats;
    room.must(begin(2), seatActor(a));
    room.must(answer(c, 2), seatActor(c));
    room.wait(1_000);
    room.must({ type: 'RemoveSeat', seat: b, removed: true });
    room.wait(1_000);
    room.must({ type: 'RemoveSeat', seat: b, removed: false });
    expect([1, 2, 3].map((turn) => roleOf(scene, turn)('teller'))).toEqual([[a], [b], [c]]);
    room.must(answer(b, 2, 'right'), seatActor(b));
    room.must(answer(c, 2), seatActor(c));
  });

  test('who left before their turn has none when it begins: the others have one turn less, and each has roles of their own', () => {
    const scene = inTurns(3);
    const { room, step, begin } = scene;
    const [a = '', b = '', c = ''] = scene.unit().seats;
    room.wait(1_000);
    room.must({ type: 'LeaveSession' }, seatActor(b));
    room.must(begin(2), seatActor(a));
    expect(turnOf(room.state, step, scene.unit())).toMatchObject({ turn: 2, count: 2 });
    for (const [role, seat] of [
      ['teller', c],
      ['writer', a],
      ['asker', a],
    ] as const)
      expect(roleOf(scene, 2)(role)).toEqual([seat]);
  });

  test('who comes into a unit that everybody had left knows as the server does whose turns there are (S3)', () => {
    const { room, step, begin, seats } = inTurns(6);
    const [a = '', b = '', c = ''] = unitOfSeat(room, seats[0] ?? '').seats;
    const { unit } = unitOfSeat(room, a);
    const comes = seats.find((seat) => unitOfSeat(room, seat).unit !== unit) ?? '';
    const phone = room.addScreen('seat', comes);
    for (const seat of [a, b, c]) {
      room.wait(1_000);
      room.must({ type: 'LeaveSession' }, seatActor(seat));
    }
    openStep(room, 'talk-fours');
    room.wait(1_000);
    openStep(room, 'interview');
    room.must({ type: 'MoveSeat', seat: comes, unit });
    const turns = (state: typeof room.state) => turnOf(state, step, get(state.units, unit) ?? null);
    expect(turns(phone.state)).toEqual(turns(room.state));
    expect(room.refused(begin(2, comes), seatActor(comes))).toBe('doesNotFit');
  });

  test('who left after the step is no ghost in it when it is opened again', () => {
    const scene = inTurns(3);
    const { room } = scene;
    const [a = '', b = '', c = ''] = scene.unit().seats;
    openStep(room, 'talk-fours');
    room.wait(1_000);
    room.must({ type: 'LeaveSession' }, seatActor(a));
    room.wait(1_000);
    openStep(room, 'interview');
    const left = { ...scene, unit: () => unitOfSeat(room, b) };
    expect(turnOf(room.state, scene.step, left.unit()).count).toBe(2);
    expect([1, 2].map((turn) => roleOf(left, turn)('teller'))).toEqual([[b], [c]]);
  });

  test('who was moved after telling still says so from offline (A3)', () => {
    const { room, unit, answer, begin } = inTurns(6);
    const [a = '', b = ''] = unit().seats;
    const late = answer(a, 1, 'right');
    room.must(begin(2), seatActor(a));
    const other = activeUnits(room.state).find((one) => one.unit !== unitOfSeat(room, b).unit);
    room.must({ type: 'MoveSeat', seat: a, unit: other?.unit ?? '' });
    room.must(late, seatActor(a));
  });
});

describe('beginning a turn', () => {
  test('anyone in the unit begins the next and goes back; others of the unit, and other units, are not hurried', () => {
    const { room, seats, a, turn, begin } = inTurns(6);
    const mate = unitOfSeat(room, a).seats.find((seat) => seat !== a) ?? '';
    const stranger = seats.find((seat) => unitOfSeat(room, seat).unit !== unitOfSeat(room, a).unit) ?? '';
    room.must(begin(2, mate), seatActor(mate));
    expect(turn()).toBe(2);
    expect(room.refused(begin(2), seatActor(a))).toBe('nothingToDo');
    expect(room.refused(begin(3), seatActor(stranger))).toBe('noSuchUnit');
    expect(room.refused(begin(4), seatActor(a))).toBe('doesNotFit');
    expect(turnOf(room.state, interview(room), unitOfSeat(room, stranger)).turn).toBe(1);
    room.must(begin(1), seatActor(a));
    expect(turn()).toBe(1);
  });

  test('the wall, which knows no seats, says the same turn', () => {
    const { room, step, a, begin } = inTurns(3);
    const wall = room.addScreen('wall');
    room.must(begin(2), seatActor(a));
    room.publish();
    expect(roomTurn(wall.state, step, room.now)).toMatchObject({ turn: 2, count: 3 });
  });

  test('the desk begins one for all, also for who comes later; a pair stays in its last', () => {
    const { room, step } = inTurns(5);
    room.must({ type: 'BeginTurn', step: 'interview', unit: null, turn: 3 }, desk);
    for (const unit of activeUnits(room.state))
      expect(turnOf(room.state, step, unit).turn).toBe(Math.min(3, unit.people));
    expect(room.refused({ type: 'BeginTurn', step: 'pairs', unit: null, turn: 2 }, desk)).toBe('doesNotFit');
  });

  test('a turn has its own time: it stops with the step’s clock, grows with it, and back goes on where it was (D1)', () => {
    const { room, step, a, unit, begin } = inTurns(3);
    const left = () => Math.round((turnLeft(room.state, step, unit(), room.now) ?? 0) / 1000);
    const opened = left();
    room.wait(30_000);
    expect(left()).toBe(opened - 30);
    room.must(begin(2), seatActor(a));
    expect(left()).toBeGreaterThanOrEqual(118);
    room.must({ type: 'ExtendClock', step: 'interview', seconds: 60 }, desk);
    expect(left()).toBeGreaterThan(170);
    room.must({ type: 'PauseClock', step: 'interview', paused: true }, desk);
    const paused = left();
    room.wait(60_000);
    expect(left()).toBe(paused);
    room.must({ type: 'PauseClock', step: 'interview', paused: false }, desk);
    room.must(begin(1), seatActor(a));
    expect(left()).toBeLessThan(opened + 60 - 30);
  });

  test('the writer of the turn has the pen, and gets it back after sending; passing it stays possible', () => {
    const { room, unit, a, begin } = inTurns(3);
    const [first = '', second = '', third = ''] = unit().seats;
    const pen = () => penOf(room.state, unit().unit).seat;
    for (const seat of unit().seats) room.signs.set(seat, { since: 0, hereUntil: 0, wroteAt: room.now });
    expect(pen()).toBe(second);
    expect(room.refused({ type: 'TakePen', unit: unit().unit }, seatActor(first))).toBe('penInUse');
    room.must({ type: 'AskPen', unit: unit().unit }, seatActor(first));
    expect(penOf(room.state, unit().unit).asked).toBe(first);
    room.must({ type: 'PassPen', unit: unit().unit, seat: first }, seatActor(second));
    expect(pen()).toBe(first);
    room.must({ type: 'PassPen', unit: unit().unit, seat: null }, seatActor(first));
    expect(pen()).toBe(second);
    room.must(begin(2), seatActor(a));
    expect(pen()).toBe(third);
  });
});

describe('answers of a turn', () => {
  test('each turn has its own answer, and the question for one role is answered by who has it', () => {
    const { room, unit, answer } = inTurns(3);
    const [teller = '', writer = '', asker = ''] = unit().seats;
    for (const turn of [1, 2, 3]) room.must(answer(writer, turn), seatActor(writer));
    expect(answersOf(room.state, 'interview').map(({ turn }) => turn)).toEqual([1, 2, 3]);
    const cards = deskCardsOf(room.state, interview(room)).cards.map(({ people, number, turn }) => [
      people,
      number,
      turn,
    ]);
    expect(cards.map(([, , turn]) => turn).sort()).toEqual([1, 2, 3]);
    expect(words.cards.unit(3, 1, 2)).toBe('Drietal 1, beurt 2');
    expect(room.refused(answer(asker, 1, 'right'), seatActor(asker))).toBe('notYourRole');
    room.must(answer(teller, 1, 'right'), seatActor(teller));
    expect(room.refused({ ...answer(writer, 1), turn: 4 }, seatActor(writer))).toBe('doesNotFit');
    const { turn: _, ...withoutTurn } = answer(writer, 1);
    expect(room.refused(withoutTurn, seatActor(writer))).toBe('doesNotFit');
    expect(seatOf(room.state, teller)?.unit).toBe(unit().unit);
  });
});
