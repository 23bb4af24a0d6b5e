/** beurten: people of one unit in rotating roles. Who has which role follows from who sits there and from the turn alone; who leaves after telling keeps that turn. */
import type { Step } from '../script.ts';
import { clockLeft, currentStep, isOpen, ownOf, runOf } from './selectors.ts';
import type { SessionState, Turn, Unit } from './state.ts';
import { get } from './table.ts';

type Turns = NonNullable<Step['turns']>;
/** A step with turns. */
export type TurnStep = Step & { turns: Turns };
export const hasTurns = (step: Step): step is TurnStep => step.turns !== undefined;

/**
 * The people of a unit in the order in which they came to the step: a phone with two people stands there twice. Who left
 * while the step was open keeps a place if it had been their turn by then, also for when they come back, so that nobody
 * else's turn shifts; of the others who is back is last.
 */
function peopleOf(state: SessionState, step: TurnStep, unit: Unit): string[] {
  const openedAt = runOf(state, step.id)?.reopenedAt ?? 0;
  const since = (seat: string) => Math.max(openedAt, ownOf(unit.satAt, seat) ?? 0);
  const order = [...unit.everSeats].sort((a, b) => since(a) - since(b));
  const { begun } = begunBy(state, step.id, unit.unit);
  const turnsAt = (at: number) => 1 + begun.filter((since) => since <= at).length;
  const people: string[] = [];
  for (const seat of order) {
    const left = ownOf(unit.leftAt, seat) ?? -1;
    const hadTurn = left >= openedAt && people.length < turnsAt(left);
    if (!unit.seats.includes(seat) && !hadTurn) continue;
    people.push(...Array<string>(get(state.seats, seat)?.people ?? 1).fill(seat));
  }
  return people;
}

/** Of a unit, who has a place in the turns of the open step: who is there, and who keeps one. */
export function placesIn(state: SessionState, unit: Unit | undefined): readonly string[] {
  const step = currentStep(state);
  return unit && step && hasTurns(step) && isOpen(state, step.id) ? peopleOf(state, step, unit) : [];
}

/** How many roles are really held: never more than there are people. */
const placesOf = ({ roles }: Turns, people: number): number => Math.max(1, Math.min(people, roles.length));

/** How many turns a unit takes: fewer where there are fewer people than roles, so that each tells once. */
export const turnCount = (state: SessionState, { turns, ...step }: TurnStep, unit: Unit | undefined): number => {
  // The wall knows how many sit there, and not who.
  const people = unit ? peopleOf(state, { turns, ...step }, unit).length || unit.people : 1;
  return Math.max(1, Math.round((turns.count * placesOf(turns, people)) / turns.roles.length));
};

/** Whether there is such a turn; where there are none, none is named. */
export function isTurn(state: SessionState, step: Step, unit: Unit | undefined, turn: number | undefined): boolean {
  if (!hasTurns(step)) return turn === undefined;
  return unit !== undefined && turn !== undefined && turn <= Math.max(step.turns.count, turnCount(state, step, unit));
}

/**
 * The roles of each seat in a turn. The first turn is about the first of them, the next about the next; each has each
 * role once where there are as many as roles. Of two, one tells and the other does all the rest; a fourth shares all with
 * the first. What somebody did who is gone falls to the next who is there, and stays theirs for what they send late.
 */
export function rolesOf(state: SessionState, step: TurnStep, unit: Unit, turn: number): ReadonlyMap<string, string[]> {
  const { turns } = step;
  const people = peopleOf(state, step, unit);
  const places = placesOf(turns, people.length);
  const leads = [...new Set([turns.subject, turns.writer])];
  const order = [...leads, ...turns.roles.map(({ id }) => id).filter((id) => !leads.includes(id))];
  const held = new Map<string, string[]>(unit.seats.map((seat) => [seat, []]));
  for (const [place, seat] of people.entries()) {
    const mine = order.filter((_, k) => (Math.min(k, places - 1) + turn - 1) % places === place % places);
    const later = [...people.slice(place), ...people];
    const doing = later.find((other) => unit.seats.includes(other));
    for (const one of new Set([seat, doing ?? seat])) held.set(one, [...new Set([...(held.get(one) ?? []), ...mine])]);
  }
  return held;
}

/** Of those who are there. */
export const seatsInRole = (state: SessionState, step: TurnStep, unit: Unit, turn: number, role: string): string[] =>
  [...rolesOf(state, step, unit, turn)]
    .filter(([seat, roles]) => roles.includes(role) && unit.seats.includes(seat))
    .map(([seat]) => seat);

export const firstTurn: Turn = { turn: 1, lefts: [], begun: [] };

/** By `step/unit` what the unit began by itself, by `step/` what the desk began for all. */
export const turnKey = (step: string, unit: string | null): string => `${step}/${unit ?? ''}`;

function begunBy(state: SessionState, step: string, unit: string | null): Turn {
  return (unit && get(state.turns, turnKey(step, unit))) || get(state.turns, turnKey(step, null)) || firstTurn;
}

/** Where a unit is: `lefts` as in its turn. */
export function turnOf(state: SessionState, step: Step, unit: Unit | null): Turn & { count: number } {
  const begun = begunBy(state, step.id, unit?.unit ?? null);
  const count = hasTurns(step) ? (unit ? turnCount(state, step, unit) : step.turns.count) : 1;
  return { ...begun, turn: Math.min(begun.turn, count), count };
}

/** Milliseconds left of a unit's turn; it stops, and gets longer, with the step's own clock. Null without one. */
export function turnLeft(state: SessionState, step: Step, unit: Unit | null, now: number): number | null {
  const left = clockLeft(runOf(state, step.id), now, unit?.subgroup ?? null);
  if (!step.turns || left === null) return null;
  const { turn, lefts } = turnOf(state, step, unit);
  return step.turns.minutes * 60_000 - ((lefts[turn - 1] ?? step.minutes * 60_000) - left);
}

/** Who writes in this unit's turn of the open step, where it has turns. */
export function writerOfTurn(state: SessionState, unit: Unit): string | null {
  const step = currentStep(state);
  if (!step || !hasTurns(step) || !isOpen(state, step.id)) return null;
  return seatsInRole(state, step, unit, turnOf(state, step, unit).turn, step.turns.writer)[0] ?? null;
}
