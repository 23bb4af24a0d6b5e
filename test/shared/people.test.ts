import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dealRound } from '../../shared/session/dealing.ts';
import { formGroups, metKey, type Person } from '../../shared/session/pairing.ts';
import { activeUnits, peopleCount, seatOf, textOf, unitOf } from '../../shared/session/selectors.ts';
import { atSeat, givenSession, reasonOf, scriptNamed } from '../support/given.ts';

const script = scriptNamed('win-professionele-werkplaatsen');
const roles = ['student', 'professional', 'docent', 'client'];
const room = (count: number): Person[] =>
  Array.from({ length: count }, (_, i) => ({
    seat: `s${i}`,
    people: 1,
    perspectives: [roles[i % roles.length] ?? ''],
  }));
const sizes = (groups: Person[][]) =>
  groups.map((group) => group.reduce((sum, one) => sum + one.people, 0)).sort((a, b) => a - b);

test('P1 nobody needs a name, an account or a role to come in', () => {
  const session = givenSession(script);
  const seat = session.join();
  expect(seatOf(session.state, seat)?.name).toBeNull();
  expect(peopleCount(session.state)).toBe(1);
});

test('D2 nobody is alone, and an odd room has one three', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), (count, seed) => {
      const formed = sizes(formGroups(room(count), 2, new Set(), seed));
      expect(formed.every((size) => size === 2 || size === 3)).toBe(true);
      expect(formed.filter((size) => size === 3)).toHaveLength(count % 2);
    }),
    { numRuns: 200 },
  );
});

test('D2 who comes late while all sit in pairs is never alone', () => {
  const session = givenSession(script);
  for (let i = 0; i < 4; i++) session.join([roles[i] ?? '']);
  session.open('def-duo');
  const late = session.join(['student']);
  const unit = unitOf(session.state, seatOf(session.state, late)?.unit ?? '');
  expect(unit?.people).toBe(3);
});

test('D2 the first two who come when the pair step is open already sit together', () => {
  const session = givenSession(script);
  session.open('def-duo');
  session.join();
  session.join();
  expect(activeUnits(session.state).map((unit) => unit.people)).toEqual([2]);
});

test('two on one phone are a pair of their own, and count as two', () => {
  const session = givenSession(script);
  session.join([], 2);
  session.join();
  session.join();
  session.open('def-duo');
  expect(activeUnits(session.state).map((unit) => unit.people)).toEqual([2, 2]);
  expect(peopleCount(session.state)).toBe(4);
});

test('pairs mix perspectives where they can, and the same seed gives the same pairs', () => {
  const pairs = formGroups(room(24), 2, new Set(), 7);
  expect(pairs.every(([a, b]) => a?.perspectives[0] !== b?.perspectives[0])).toBe(true);
  expect(formGroups(room(24), 2, new Set(), 7)).toEqual(pairs);
});

test('who sat together before is not put together again while that can be avoided', () => {
  const met = new Set<string>();
  for (let round = 0; round < 5; round++) {
    for (const group of formGroups(room(8), 2, met, round)) {
      const key = metKey(group[0]?.seat ?? '', group[1]?.seat ?? '');
      expect(met.has(key)).toBe(false);
      met.add(key);
    }
  }
});

test('components are dealt evenly: 24, 12 and 7 people, when every unit finishes one, two or three', () => {
  const readings = (units: number, items: number, finished: number) => {
    const counts = new Map<string, number>();
    const names = Array.from({ length: items }, (_, i) => `o${i + 1}`);
    for (const dealt of dealRound(names, units, 3))
      for (const item of dealt.slice(0, finished)) counts.set(item, (counts.get(item) ?? 0) + 1);
    return names.map((name) => counts.get(name) ?? 0);
  };
  expect([1, 2, 3].map((done) => new Set(readings(6, 3, done)))).toEqual([new Set([2]), new Set([4]), new Set([6])]);
  expect([1, 2, 3].map((done) => new Set(readings(3, 3, done)))).toEqual([new Set([1]), new Set([2]), new Set([3])]);
  // 7 people: two pairs and a three, one group, six components.
  expect(readings(3, 6, 1).filter((count) => count === 0)).toHaveLength(3);
  expect(new Set(readings(3, 6, 2))).toEqual(new Set([1]));
  expect(Math.min(...readings(3, 6, 3))).toBe(1);
});

test('a moved person’s answers stay with the unit that gave them, and moving back undoes it', () => {
  const session = givenSession(script);
  const seats = [session.join(), session.join(), session.join(), session.join()];
  session.open('def-duo');
  const [one] = seats as [string];
  const before = seatOf(session.state, one)?.unit ?? '';
  const values = { judgement: { kind: 'judgement', choices: ['ja'] } } as never;
  session.when(
    { type: 'SubmitAnswer', unit: before, step: 'def-duo', item: 'def', prompt: 'recognisable', values },
    atSeat(one),
  );
  const other = activeUnits(session.state).find((unit) => unit.unit !== before)?.unit ?? '';
  expect(reasonOf(session.when({ type: 'MoveSeat', seat: one, unit: other }))).toBe('accepted');
  expect([...session.log].filter((event) => event.type === 'AnswerSubmitted')).toHaveLength(1);
  expect(unitOf(session.state, other)?.people).toBe(3);
  session.when({ type: 'MoveSeat', seat: one, unit: before });
  expect(unitOf(session.state, before)?.people).toBe(2);
});

test('who is taken out is told so, and can be put back', () => {
  const session = givenSession(script);
  const [one, two] = [session.join(), session.join()];
  session.open('def-duo');
  session.when({ type: 'RemoveSeat', seat: two, removed: true });
  expect(reasonOf(session.when({ type: 'TakePen', unit: 'x' }, atSeat(two)))).toBe('seatRemoved');
  session.when({ type: 'RemoveSeat', seat: two, removed: false });
  expect(seatOf(session.state, two)?.unit).toBe(seatOf(session.state, one)?.unit);
});

test('a changed name takes the place of the old one', () => {
  const session = givenSession(script);
  const seat = session.join();
  session.when({ type: 'ChangeSeat', people: 1, perspectives: [], name: 'Noor' }, atSeat(seat));
  session.when({ type: 'ChangeSeat', people: 1, perspectives: [], name: 'Nora' }, atSeat(seat));
  expect(textOf(session.state, seatOf(session.state, seat)?.name ?? null)).toBe('Nora');
});
