import { createHash } from 'node:crypto';
import type { Logged } from '../../shared/events.ts';
import type { Answer, SessionState } from '../../shared/session/state.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { sizeAsked } from '../../shared/views/summary/people.ts';

const letters = 'BCDFGHJKLMNPQRSTVWXZ';

/**
 * The seats that were here when the first person answered alone: no phone knows the others', so that nobody can work out
 * a partner's label; and the same in every export, whoever comes later.
 */
function saltOf(log: readonly Logged[]): string {
  const first = log.findIndex((event) => event.type === 'AnswerSubmitted' && event.number === null);
  const before = first < 0 ? log : log.slice(0, first);
  return before.flatMap((event) => (event.type === 'ParticipantJoined' ? [event.seat] : [])).join();
}

function lettersOf(salt: string, seat: string, round: number): string {
  const bytes = createHash('sha256').update(`label\0${salt}\0${round}\0${seat}`).digest();
  return [...bytes.subarray(0, 4)].map((byte) => letters[byte % letters.length]).join('');
}

/** A pseudonym for each person, drawn once a session and the same in each of its exports; never a seat id. */
export function drawPeople(log: readonly Logged[], state: SessionState): Map<string, string> {
  const salt = saltOf(log);
  const people = new Map<string, string>();
  const taken = new Set<string>();
  const seats = [...valuesOf(state.seats)].sort((a, b) => a.joinedAt - b.joinedAt || (a.seat < b.seat ? -1 : 1));
  for (const { seat } of seats) {
    let round = 0;
    let label = lettersOf(salt, seat, round);
    while (taken.has(label)) label = lettersOf(salt, seat, ++round);
    taken.add(label);
    people.set(seat, `P-${label}`);
  }
  return people;
}

/** "D07", with its turn where it took turns: "D07-2". */
export function unitLabel({ number, size, turn }: { number: number; size: number; turn: number | null }): string {
  const label = (size === 2 ? 'D' : 'G') + String(number).padStart(2, '0');
  return turn === null ? label : `${label}-${turn}`;
}

/** How each answer's unit or person is called. */
export function drawLabels(people: ReadonlyMap<string, string>, state: SessionState): (answer: Answer) => string {
  return (answer) => {
    const { number, unit, turn } = answer;
    if (number !== null) return unitLabel({ number, size: sizeAsked(state, answer), turn });
    const label = people.get(unit) ?? 'P-?';
    return turn === null ? label : `${label}-${turn}`;
  };
}
