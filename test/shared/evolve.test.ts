/** The fold (S3): total, pure, and as cheap in a full hall as in a small room. */
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Logged } from '../../shared/events.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { audience } from '../../shared/views/audience.ts';
import { anyEvent } from '../support/fold-samples.ts';
import { openRoom } from '../support/room.ts';

const texts = fc.dictionary(fc.constantFrom('t1', 't2', 't3'), fc.string(), { noNullPrototype: true });
const logged = fc.record({ event: anyEvent, texts });
const history = fc.array(logged, { maxLength: 60 });
const foldAll = (events: readonly Logged[], from: SessionState = initialState()) => events.reduce(evolve, from);
const numbered = (events: readonly { event: object; texts: object }[]): Logged[] =>
  events.map(({ event, texts }, i) => ({ ...event, texts, seq: i + 1, at: i, by: '' }) as Logged);

test('given events in any order, about things that never were, then the fold and the gate never throw (S3)', () => {
  void fc.assert(
    fc.property(history, fc.boolean(), (events, planned) => {
      let state = planned ? openRoom().state : initialState();
      for (const event of numbered(events)) {
        const next = evolve(state, event);
        audience(event, state, next);
        state = next;
      }
    }),
    { numRuns: 2_000 },
  );
});

// Found by seed -95106067 of the test above.
test('given a consent of a guest where nobody ever was one, then nothing changes (S3)', () => {
  const joined = { type: 'ParticipantJoined', seat: 's', people: 0, perspectives: [], guest: null, name: null };
  const consent = { type: 'ConsentSet', seat: 's', guest: true, agrees: true, version: null, shown: null };
  const events = [{ ...joined, phone: false, number: null }, consent].map((event) => ({ event, texts: {} }));
  const [first, second] = numbered(events) as [Logged, Logged];
  const before = evolve(initialState(), first);
  expect(evolve(before, second).seats).toEqual(before.seats);
});

test('given the same events, then the same state; and no state is changed once it was there', () => {
  void fc.assert(
    fc.property(history, (events) => {
      const log = numbered(events);
      const half = Math.floor(log.length / 2);
      const before = foldAll(log.slice(0, half));
      const copy = structuredClone(before);
      const after = foldAll(log.slice(half), before);
      expect(isDeepStrictEqual(before, copy)).toBe(true);
      expect(isDeepStrictEqual(after, foldAll(log))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('given events that name what every object knows, then they reach no object’s prototype', () => {
  void fc.assert(
    fc.property(history, (events) => void foldAll(numbered(events))),
    { numRuns: 300 },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['revealed']).toBeUndefined();
});

/** So many people in pairs, each of whom has answered. */
function hall(people: number): { state: SessionState; seq: number } {
  const events: Logged[] = [];
  const add = (event: object) => events.push({ seq: events.length + 1, at: 0, by: '', ...event } as Logged);
  const seats = Array.from({ length: people }, (_, i) => `seat${i}`);
  for (const seat of seats) add({ type: 'ParticipantJoined', seat, people: 1, perspectives: [], name: null });
  const units = seats.map((seat, i) => ({ unit: `unit${i}`, number: i + 1, seats: [seat], people: 1, subgroup: null }));
  add({ type: 'UnitsFormed', step: 'pairs', size: 2, units });
  for (const seat of seats) add(answered(seat.replace('seat', 'unit'), 1));
  return { state: foldAll(events, openRoom().state), seq: events.length };
}

const answered = (unit: string, version: number) => ({
  ...{ type: 'AnswerSubmitted', answer: `pairs/${unit}/def/recognisable`, unit, step: 'pairs', item: 'def' },
  ...{ prompt: 'recognisable', seat: unit.replace('unit', 'seat'), version, number: 1, firstSeq: null },
  ...{
    values: { why: { kind: 'text', text: `text-${unit}-${version}` } },
    texts: { [`text-${unit}-${version}`]: 'Ja' },
  },
});

/** Milliseconds for 3,000 more answers; the best of some tries, so that the machine's other work counts least. */
function timeOfAnswers({ state, seq }: ReturnType<typeof hall>): number {
  const more = Array.from(
    { length: 30 },
    (_, i) => ({ ...answered(`unit${i}`, 2), seq: seq + i, at: 0, by: '' }) as Logged,
  );
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    for (let round = 0; round < 100; round++) foldAll(more, state);
    return performance.now() - start;
  });
  return Math.min(...times);
}

test('given 4,000 people instead of 30, then folding an answer costs at most a few times as much', () => {
  const ratio = timeOfAnswers(hall(4_000)) / timeOfAnswers(hall(30));
  expect(ratio).toBeLessThan(12);
});
