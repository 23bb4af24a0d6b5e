import type { Logged } from '../../events.ts';
import { answeredStepOf } from '../../script-queries.ts';
import { answersOf, currentStep, ownOf, unitOf } from '../../session/selectors.ts';
import type { SessionState, Unit } from '../../session/state.ts';
import { get, valuesOf } from '../../session/table.ts';
import { carriedTold, ownAnswerTold, toStarring, unitEvent, unitTold } from './disclose.ts';
import { type MovedOff, type Telling, type Tellings, type Told, tell, unsigned } from './telling.ts';

/** The units among these whose people changed, as they are now. */
function changedUnits(before: SessionState, after: SessionState, ids: Iterable<string | null | undefined>): Unit[] {
  return [...new Set(ids)].flatMap((id) => {
    const now = id ? get(after.units, id) : undefined;
    const was = id ? get(before.units, id) : undefined;
    const same =
      now && was && now.people === was.people && now.seats.join() === was.seats.join() && now.subgroup === was.subgroup;
    return now && !same ? [now] : [];
  });
}

/** The answers of these units and of who sits there, for the subgroups that talk about them now. */
function talkedAbout(after: SessionState, units: readonly Unit[]): Told[] {
  const step = currentStep(after);
  const about = step?.stars && answeredStepOf(after.script, step);
  if (!about) return [];
  const ids = new Set(units.flatMap(({ unit, seats }) => [unit, ...seats]));
  return toStarring(
    after,
    answersOf(after, about.id).filter(({ unit }) => ids.has(unit)),
  );
}

/** Who sits elsewhere now keeps what they wrote. */
const kept = (before: SessionState, after: SessionState, units: readonly Unit[]): Told[] =>
  units.flatMap(({ unit, seats }) =>
    (get(before.units, unit)?.seats ?? [])
      .filter((seat) => !seats.includes(seat))
      .flatMap((seat) => ownAnswerTold(after, seat, unit)),
  );

/** The names of who sits in a unit no more leave its stream: whoever comes there later never gets them. */
const namesGone = (before: SessionState, units: readonly Unit[]): MovedOff[] =>
  units.flatMap(({ unit, seats }) => {
    const gone = (get(before.units, unit)?.seats ?? []).filter((seat) => !seats.includes(seat));
    const texts = gone.flatMap((seat) => get(before.seats, seat)?.name ?? []);
    return texts.length > 0 ? [{ from: `unit:${unit}` as const, texts, answers: [] }] : [];
  });

/** Each changed unit's own stream learns who sits there, and what they bring along; the wall only how many. */
function seated(event: Logged, before: SessionState, after: SessionState, units: Unit[], more: Told[] = []): Telling {
  // Also that nobody does: who comes there later knows when the others left.
  const told = units.map((unit) => unitTold(after, unit, event.at));
  const own = new Set<string>(units.filter(({ seats }) => seats.length > 0).map(({ unit }) => `unit:${unit}`));
  const wall: Told[] = units.length ? [{ to: 'wall', events: [unitEvent(after, units, event.at, false)] }] : [];
  const brought = carriedTold(after, (unit) => own.has(unit));
  return {
    told: [...more, ...kept(before, after, units), ...told, ...brought, ...talkedAbout(after, units), ...wall],
    movedOff: namesGone(before, units),
    moved: units.flatMap((unit) => [...unit.seats]),
  };
}

const unitsOf = (state: SessionState, seat: string): Unit[] => {
  const unit = unitOf(state, get(state.seats, seat)?.unit ?? '');
  return unit ? [unit] : [];
};

const wallTold = (state: SessionState, unit: Unit, at: number): Told => ({
  to: 'wall',
  events: [unitEvent(state, [unit], at, false)],
});

/** Who sits there, and then who sits with them. */
const ownTold = (event: Logged & { seat: string }, after: SessionState): Told[] => [
  { to: `seat:${event.seat}`, events: [unsigned(event)] },
  ...unitsOf(after, event.seat).map((unit) => unitTold(after, unit, event.at)),
];

export function left(event: Logged & { seat: string }, before: SessionState, after: SessionState): Telling {
  const unit = get(before.seats, event.seat)?.unit;
  const telling = seated(event, before, after, changedUnits(before, after, [unit]), [
    { to: `seat:${event.seat}`, events: [unsigned(event)] },
  ]);
  return { ...telling, moved: [event.seat] };
}

export const peopleTellings: Tellings<
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
  | 'PenTaken'
  | 'PenAsked'
  | 'TurnBegan'
> = {
  ParticipantJoined: (event) => tell(event, `seat:${event.seat}`),
  SeatShared: (event, _before, after) => ({
    told: [...ownTold(event, after), ...unitsOf(after, event.seat).map((unit) => wallTold(after, unit, event.at))],
  }),
  SeatRenamed: (event, before, after) => {
    const old = get(before.seats, event.seat)?.name;
    return { told: ownTold(event, after), ...(old && { takenBack: { texts: [old], keep: [] } }) };
  },
  DoorLocked: (event) => tell(event, 'wall'),
  ParticipantLeft: left,
  SeatRemoved: left,
  UnitsFormed: (event, before, after) => {
    const ids = [...event.units.map((unit) => unit.unit), ...[...valuesOf(before.units)].map((unit) => unit.unit)];
    const telling = seated(event, before, after, changedUnits(before, after, ids));
    const dropped = event.units.flatMap(({ unit }) => [...(get(before.units, unit)?.seats ?? [])]);
    return { ...telling, moved: [...new Set([...(telling.moved ?? []), ...dropped])] };
  },
  SeatMoved: (event, before, after) => {
    const units = changedUnits(before, after, [get(before.seats, event.seat)?.unit, event.unit]);
    return { ...seated(event, before, after, units), moved: [event.seat] };
  },
  SubgroupsFormed: (event, before, after) =>
    seated(event, before, after, changedUnits(before, after, Object.keys(event.units))),
  UnitMoved: (event, before, after) => seated(event, before, after, changedUnits(before, after, [event.unit])),
  SubgroupNamed: (event, before) => {
    const old = ownOf(before.subgroups, event.subgroup);
    const texts = [old?.name, old?.place].flatMap((text) => text ?? []);
    return { ...tell(event, 'phones', 'wall'), ...(texts.length && { takenBack: { texts, keep: [] } }) };
  },
  ItemsDealt: (event) => ({
    told: Object.entries(event.deals).map(([unit, items]) => ({
      to: `unit:${unit}`,
      events: [unsigned({ ...event, deals: { [unit]: items } })],
    })),
  }),
  PenTaken: (event) => tell(event, `unit:${event.unit}`),
  TurnBegan: (event) => tell(event, 'wall', event.unit === null ? 'phones' : `unit:${event.unit}`),
  PenAsked: (event) => tell(event, `unit:${event.unit}`),
};
