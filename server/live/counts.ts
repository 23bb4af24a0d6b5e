import type { Counts } from '../../shared/protocol.ts';
import { unitSize } from '../../shared/script-queries.ts';
import { activeUnits, currentStep, hasSubmitted, presentSeats } from '../../shared/session/selectors.ts';
import type { SessionState } from '../../shared/session/state.ts';

/** The figures that every phone and wall may know, of everyone or of one subgroup; `submitted` holds the current step alone, by units or by persons. */
export function countsOf(state: SessionState, online: ReadonlySet<string>, subgroup: string | null = null): Counts {
  const step = currentStep(state);
  const units = activeUnits(state).filter((unit) => subgroup === null || unit.subgroup === subgroup);
  const own = new Set(units.flatMap((unit) => unit.seats));
  const seats = presentSeats(state).filter(({ seat }) => subgroup === null || own.has(seat));
  const people = seats.reduce((sum, seat) => sum + seat.people, 0);
  const counts = { people, online: countOnline(seats, online), units: units.length };
  if (!step || step.prompts.length === 0) return { ...counts, submitted: {} };
  const acting = unitSize(step) === 1 ? seats.map(({ seat }) => seat) : units.map(({ unit }) => unit);
  return { ...counts, submitted: { [step.id]: acting.filter((unit) => hasSubmitted(state, step.id, unit)).length } };
}

/** People, not phones: a phone may seat two. */
const countOnline = (seats: ReturnType<typeof presentSeats>, online: ReadonlySet<string>): number =>
  seats.reduce((sum, { seat, people }) => sum + (online.has(seat) ? people : 0), 0);
