import type { Counts } from '../../shared/protocol.ts';
import { unitSize } from '../../shared/script-queries.ts';
import { hasSubmitted } from '../../shared/session/done.ts';
import { activeUnits, currentStep, seekingSeats } from '../../shared/session/selectors.ts';
import type { Seat, SessionState } from '../../shared/session/state.ts';
import { valuesOf } from '../../shared/session/table.ts';

type OfState = { seats: readonly Seat[]; counts: Omit<Counts, 'online'> };

/** When a whole room comes back, each asks for the same. */
const known = new WeakMap<SessionState, Map<string | null, OfState>>();

/** The figures that every phone and wall may know, of everyone or of one subgroup; `submitted` holds the current step alone: units, or people where each acts alone. */
export function countsOf(state: SessionState, online: ReadonlySet<string>, subgroup: string | null = null): Counts {
  const ofState = known.get(state) ?? new Map<string | null, OfState>();
  const { seats, counts } = ofState.get(subgroup) ?? countsIn(state, subgroup);
  known.set(state, ofState.set(subgroup, { seats, counts }));
  return { ...counts, online: peopleIn(seats.filter(({ seat }) => online.has(seat))) };
}

function countsIn(state: SessionState, subgroup: string | null): OfState {
  const step = currentStep(state);
  const units = activeUnits(state).filter((unit) => subgroup === null || unit.subgroup === subgroup);
  const own = new Set(units.flatMap((unit) => unit.seats));
  const isMeant = ({ seat, gone }: Seat) => !gone && (subgroup === null || own.has(seat));
  const seats = [...valuesOf(state.seats)].filter(isMeant);
  const counts = {
    people: peopleIn(seats),
    units: units.length,
    seeking: peopleIn(seekingSeats(state).filter(isMeant)),
  };
  if (!step || step.prompts.length === 0) return { seats, counts: { ...counts, submitted: {} } };
  const hasShared = (unit: string) => hasSubmitted(state, step.id, unit);
  const submitted =
    unitSize(step) === 1
      ? peopleIn(seats.filter(({ seat }) => hasShared(seat)))
      : units.filter(({ unit }) => hasShared(unit)).length;
  return { seats, counts: { ...counts, submitted: { [step.id]: submitted } } };
}

/** People, not phones: a phone may seat two. */
const peopleIn = (seats: readonly Seat[]): number => seats.reduce((sum, { people }) => sum + people, 0);
