import { createHash } from 'node:crypto';
import type { Logged } from '../../shared/events.ts';
import type { Answer, SessionState } from '../../shared/session/state.ts';
import { valuesOf } from '../../shared/session/table.ts';

const letters = 'BCDFGHJKLMNPQRSTVWXZ';

/** Four letters that a seat alone does not tell: the salt holds who planned the session, which no phone ever learns. */
function lettersOf(salt: string, seat: string, round: number): string {
  const bytes = createHash('sha256').update(`label\0${salt}\0${round}\0${seat}`).digest();
  return [...bytes.subarray(0, 4)].map((byte) => letters[byte % letters.length]).join('');
}

/** A pseudonym for each unit and person, drawn once a session and the same in each of its exports; never a seat id. */
export function drawLabels(log: readonly Logged[], state: SessionState): (answer: Answer) => string {
  const salt = `${state.session}\0${log[0]?.by ?? ''}`;
  const people = new Map<string, string>();
  const taken = new Set<string>();
  const seats = [...valuesOf(state.seats)].sort((a, b) => a.joinedAt - b.joinedAt || (a.seat < b.seat ? -1 : 1));
  for (const { seat } of seats) {
    let round = 0;
    let label = lettersOf(salt, seat, round);
    while (taken.has(label)) label = lettersOf(salt, seat, ++round);
    taken.add(label);
    people.set(seat, label);
  }
  const unitLetter = state.unitSize === 2 ? 'D' : 'G';
  return ({ number, unit }) =>
    number === null ? `P-${people.get(unit) ?? '?'}` : unitLetter + String(number).padStart(2, '0');
}
