import type { Arrangement, EventOf, Logged } from '../../events.ts';
import type { Consent } from '../consent-state.ts';
import type { Seat, SessionState, StepRun, Unit } from '../state.ts';
import { get, set, valuesOf } from '../table.ts';
import { placesIn } from '../turns.ts';
import type { Evolutions } from './evolution.ts';

export function withSeat(state: SessionState, seat: string, change: (seat: Seat) => Seat): SessionState {
  const known = get(state.seats, seat);
  return known ? { ...state, seats: set(state.seats, seat, change(known)) } : state;
}

function withUnit(state: SessionState, unit: string, change: (unit: Unit) => Unit): SessionState {
  const known = get(state.units, unit);
  return known ? { ...state, units: set(state.units, unit, change(known)) } : state;
}

const peopleIn = (state: SessionState, seats: readonly string[]) =>
  seats.reduce((sum, seat) => sum + (get(state.seats, seat)?.people ?? 0), 0);

/** When each left who sat here and does not now. */
const leftSince = ({ seats, leftAt }: Pick<Unit, 'seats' | 'leftAt'>, now: readonly string[], at: number) => ({
  ...leftAt,
  ...Object.fromEntries(seats.filter((seat) => !now.includes(seat)).map((seat) => [seat, at])),
});

/** When each sat down who sits here now; who kept a place in the turns has it again. */
function satSince(state: SessionState, known: Unit | undefined, now: readonly string[], at: number): Unit['satAt'] {
  const stay = [...(known?.seats ?? []), ...placesIn(state, known)];
  return {
    ...known?.satAt,
    ...Object.fromEntries(now.filter((seat) => !stay.includes(seat)).map((seat) => [seat, at])),
  };
}

/** The unit without one seat: the partner goes on. */
export function without(state: SessionState, seat: string, at: number): SessionState {
  const unit = get(state.seats, seat)?.unit;
  if (!unit) return state;
  return withUnit(state, unit, (u) => {
    const seats = u.seats.filter((s) => s !== seat);
    return { ...u, seats, people: peopleIn(state, seats), leftAt: leftSince(u, seats, at) };
  });
}

const union = (a: readonly string[], b: readonly string[]) => [...a, ...b.filter((x) => !a.includes(x))];

/** A seat as it is now, with the people of its unit counted anew. */
function withSeatAsNow(state: SessionState, next: Seat): SessionState {
  const changed = { ...state, seats: set(state.seats, next.seat, next) };
  return next.unit ? withUnit(changed, next.unit, (u) => ({ ...u, people: peopleIn(changed, u.seats) })) : changed;
}

/** Somebody new at this phone said nothing yet. */
const withGuest = ({ own, guests }: Consent, isNew: boolean): Consent => ({
  own,
  guests: isNew ? [...guests, false] : guests,
});

/** Of somebody who is known already it tells who they are now. */
function joined(state: SessionState, event: Logged<EventOf<'ParticipantJoined'>>): SessionState {
  const { seat, people, perspectives, organisation, guest, phone, name } = event;
  const known = get(state.seats, seat);
  const number = event.number ?? known?.number ?? null;
  const numbers = number === null ? state.numbers : set(state.numbers, String(number), seat);
  return withSeatAsNow(
    { ...state, numbers },
    {
      ...{ seat, people, perspectives, guest, phone, name, number },
      organisation: organisation ?? known?.organisation ?? null,
      renamed: known?.renamed ?? false,
      unit: known?.unit ?? null,
      gone: known?.gone ?? null,
      joinedAt: known?.joinedAt ?? event.at,
      consent: withGuest(known?.consent ?? { own: false, guests: [] }, people > (known?.people ?? 1)),
    },
  );
}

export function place(state: SessionState, seat: string, unit: string | null): SessionState {
  return withSeat(state, seat, (s) => ({ ...s, unit }));
}

/**
 * The room is brought together otherwise: each step keeps who sat together in it, for when it is opened again. The step
 * that is open goes on with who sits together now, unless these units are of another size: those are for what comes.
 */
function withSeated(state: SessionState, before: Arrangement, size: number): SessionState['runs'] {
  const seatedIn = (run: StepRun): Arrangement | null => {
    const seated = run.seated ?? before;
    return run.closedAt === null && (seated.size === size || seated.size === 0 || size === 0) ? null : seated;
  };
  return Object.fromEntries(Object.entries(state.runs).map(([step, run]) => [step, { ...run, seated: seatedIn(run) }]));
}

export const peopleEvolutions: Evolutions<
  | 'ParticipantJoined'
  | 'SeatShared'
  | 'SeatRenamed'
  | 'DoorLocked'
  | 'ParticipantLeft'
  | 'SeatRemoved'
  | 'UnitsFormed'
  | 'SeatMoved'
  | 'SubgroupsFormed'
  | 'UnitMoved'
  | 'SubgroupNamed'
  | 'ItemsDealt'
> = {
  ParticipantJoined: joined,
  SeatShared: (state, { seat, guest }) => {
    const known = get(state.seats, seat);
    const people = guest ? 2 : 1;
    return known
      ? withSeatAsNow(state, { ...known, guest, people, consent: withGuest(known.consent, people > known.people) })
      : state;
  },
  SeatRenamed: (state, { seat, name }) => withSeat(state, seat, (s) => ({ ...s, name, renamed: true })),
  DoorLocked: (state, { locked }) => ({ ...state, locked }),
  ParticipantLeft: (state, { seat, at }) =>
    place(
      withSeat(without(state, seat, at), seat, (s) => ({ ...s, gone: 'left' })),
      seat,
      null,
    ),
  SeatRemoved: (state, { seat, removed, at }) =>
    place(
      withSeat(without(state, seat, at), seat, (s) => ({ ...s, gone: removed ? 'removed' : null })),
      seat,
      null,
    ),
  UnitsFormed: (state, { units, size, before, at }) => {
    let next: SessionState = { ...state, unitSize: size };
    if (before) next = { ...next, runs: withSeated(state, before, size) };
    const named = new Set(units.map((u) => u.unit));
    const seated = new Set(units.flatMap((u) => u.seats));
    // Units that are not listed lose the seats that sit elsewhere now.
    for (const unit of valuesOf(state.units)) {
      if (named.has(unit.unit) || !unit.seats.some((seat) => seated.has(seat))) continue;
      const seats = unit.seats.filter((seat) => !seated.has(seat));
      const leftAt = leftSince(unit, seats, at);
      next = { ...next, units: set(next.units, unit.unit, { ...unit, seats, leftAt, people: peopleIn(next, seats) }) };
    }
    for (const { unit, number, seats, people, subgroup } of units) {
      const known = get(next.units, unit);
      const formed: Unit = {
        unit,
        number,
        seats,
        everSeats: union(known?.everSeats ?? [], seats),
        leftAt: known ? leftSince(known, seats, at) : {},
        satAt: satSince(state, known, seats, at),
        people,
        subgroup,
        formedAt: known?.formedAt ?? at,
      };
      next = { ...next, units: set(next.units, unit, formed), unitCount: Math.max(next.unitCount, number) };
      for (const seat of known?.seats ?? []) if (!seated.has(seat)) next = place(next, seat, null);
      for (const seat of seats) next = place(next, seat, unit);
    }
    return next;
  },
  SeatMoved: (state, { seat, unit, number, subgroup, at }) => {
    const left = without(state, seat, at);
    const known = get(left.units, unit);
    const seats = union(known?.seats ?? [], [seat]);
    const people = peopleIn(left, seats);
    const joined: Unit = known
      ? { ...known, seats, everSeats: union(known.everSeats, [seat]), satAt: satSince(state, known, seats, at), people }
      : {
          unit,
          number,
          seats,
          everSeats: seats,
          leftAt: {},
          satAt: satSince(state, undefined, seats, at),
          people,
          subgroup,
          formedAt: at,
        };
    const units = set(left.units, unit, joined);
    return place({ ...left, units, unitCount: Math.max(left.unitCount, number) }, seat, unit);
  },
  SubgroupsFormed: (state, { units }) =>
    Object.entries(units).reduce((s, [unit, subgroup]) => withUnit(s, unit, (u) => ({ ...u, subgroup })), state),
  UnitMoved: (state, { unit, subgroup }) => withUnit(state, unit, (u) => ({ ...u, subgroup })),
  SubgroupNamed: (state, { subgroup, name, place }) => ({
    ...state,
    subgroups: { ...state.subgroups, [subgroup]: { name, place } },
  }),
  ItemsDealt: (state, { step, deals }) => ({
    ...state,
    deals: Object.entries(deals).reduce((table, [unit, items]) => set(table, `${step}/${unit}`, items), state.deals),
  }),
};
