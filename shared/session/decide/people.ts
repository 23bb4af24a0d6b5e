import type { CommandOf } from '../../commands.ts';
import type { FormedUnit, NewEvent } from '../../events.ts';
import type { RefusalReason } from '../../refusals.ts';
import { answerableItems, stepOf, unitSize } from '../../script-queries.ts';
import { isTooLong } from '../../text.ts';
import { freeNumber } from '../seat-numbers.ts';
import {
  activeUnits,
  dealtItems,
  isFinding,
  mayBeUnseated,
  ownOf,
  peopleCount,
  presentSeats,
  seatOf,
  seekingSeats,
  textOf,
  unitOf,
} from '../selectors.ts';
import type { Seat, SessionState } from '../state.ts';
import { isSubgroup, subgroupsOf } from '../subgroups.ts';
import { consentEvent } from './consent.ts';
import { accept, type Context, type Decisions, refuse } from './decision.ts';
import { formAnew, seatedNow } from './forming.ts';
import { placeLate, seatEvent, seatLate } from './late.ts';
import { formSubgroups } from './seating.ts';
import { foldProposed, thenDeal } from './steps.ts';

/** Past this many people a session is full: one gathering, one room. */
export const maxPeople = 4_200;
/** Two sit at a seat at most: where there are few seats nobody has to be counted. */
const hasRoomFor = (state: SessionState, people: number): boolean =>
  2 * state.seats.size + people <= maxPeople || peopleCount(state) + people <= maxPeople;
const maxName = 40;
const maxPlace = 80;

function perspectivesProblem(state: SessionState, perspectives: readonly string[]): RefusalReason | undefined {
  const known = state.script.perspectives.options.map((option) => option.id);
  if (!perspectives.every((p) => known.includes(p))) return 'doesNotFit';
  return perspectives.length > state.script.perspectives.max ? 'tooManyPerspectives' : undefined;
}

const nameProblem = (name: string): RefusalReason | undefined => (isTooLong(name, maxName) ? 'textTooLong' : undefined);

/** A name goes beside the log; none is null. */
function named(words: string, context: Context) {
  const name = words ? context.newId() : null;
  return { name, ...(name && { texts: { [name]: words } }) };
}

/**
 * An arrangement as asked for by hand; undefined where it does not fit the people who are here, or leaves somebody out
 * without saying so, or who needs a place now.
 */
function arranged(state: SessionState, command: CommandOf<'ArrangeUnits'>, context: Context): FormedUnit[] | undefined {
  const seats = new Set(command.units.flatMap((unit) => unit.seats));
  const isOnce = seats.size === command.units.reduce((sum, unit) => sum + unit.seats.length, 0);
  const unseated = new Set(command.unseated);
  const leavesOut = command.units.some(
    ({ unit }) => unit && unitOf(state, unit)?.seats.some((seat) => !seats.has(seat) && !unseated.has(seat)),
  );
  const mayLeave = [...unseated].every((id) => {
    const seat = seatOf(state, id);
    return seat && !seats.has(id) && mayBeUnseated(state, seat);
  });
  // No units at all only where nobody needs one.
  const isSize =
    command.size === 0
      ? !isFinding(state) && presentSeats(state).every((seat) => mayBeUnseated(state, seat))
      : command.size !== 1;
  const fits = command.units.every(({ unit, subgroup, seats }) => {
    const known = unit === null ? seats.length > 0 : unitOf(state, unit);
    return known && (subgroup === null || isSubgroup(state, subgroup));
  });
  const areHere = [...seats].every((seat) => seatOf(state, seat)?.gone === null);
  const named = command.units.flatMap(({ unit }) => unit ?? []);
  if (!isOnce || leavesOut || !mayLeave || !isSize || !fits || !areHere || new Set(named).size < named.length)
    return undefined;
  let number = state.unitCount;
  return command.units.map(({ unit, seats, subgroup }) => ({
    unit: unit ?? context.newId(),
    number: (unit && unitOf(state, unit)?.number) || ++number,
    seats,
    people: seats.reduce((sum, seat) => sum + (seatOf(state, seat)?.people ?? 0), 0),
    subgroup,
  }));
}

/** Sits alone, or is the only one who still looks for a partner. */
function isLeftOver(state: SessionState, { seat, unit }: Seat): boolean {
  if (unit) return unitOf(state, unit)?.people === 1;
  const seeking = seekingSeats(state);
  return seeking.length === 1 && seeking[0]?.seat === seat;
}

export const peopleDecisions: Decisions<
  | 'Join'
  | 'ShareSeat'
  | 'JoinOtherUnit'
  | 'LeaveSession'
  | 'RemoveSeat'
  | 'RenameSeat'
  | 'LockDoor'
  | 'FormUnits'
  | 'FormSubgroups'
  | 'ArrangeUnits'
  | 'MoveSeat'
  | 'MoveUnit'
  | 'NameSubgroup'
  | 'DealItems'
> = {
  Join: (state, { people, perspectives, guest, organisation, name, consent }, actor, context) => {
    const phone = actor.role !== 'desk';
    // From paper people may be added afterwards, too.
    if (phone && state.closedAt !== null) return refuse('sessionClosed');
    if (phone && state.locked) return refuse('doorLocked');
    if (!hasRoomFor(state, people)) return refuse('sessionFull');
    const problem =
      perspectivesProblem(state, perspectives) ?? perspectivesProblem(state, guest ?? []) ?? nameProblem(name);
    if (problem) return refuse(problem);
    if (guest && people < 2) return refuse('doesNotFit');
    const known = state.script.organisations?.some(({ id }) => id === organisation);
    if (organisation && !known) return refuse('doesNotFit');
    if (consent && (!phone || !state.notice.research)) return refuse('notAsked');
    const seat = context.newId();
    const who = {
      seat,
      people,
      perspectives: [...new Set(perspectives)],
      ...(organisation && { organisation }),
      guest: guest ? [...new Set(guest)] : null,
      phone,
      number: freeNumber(state, seat),
    };
    const joined: NewEvent = { type: 'ParticipantJoined', ...who, ...named(name, context) };
    const fold = foldProposed(context);
    const after = fold(state, [joined]);
    const newcomer = seatOf(after, seat);
    const agreed = { seat, guest: false, agrees: true, shown: consent ?? null };
    return accept(
      joined,
      ...(consent ? [consentEvent(state, agreed, context)] : []),
      ...(newcomer ? placeLate(after, newcomer, context, fold) : []),
    );
  },
  ShareSeat: (state, { guest }, actor, context) => {
    const known = actor.role === 'seat' ? seatOf(state, actor.seat) : undefined;
    if (!known || known.gone) return refuse('noSuchSeat');
    // How many there were is told by then.
    if (state.closedAt !== null) return refuse('sessionClosed');
    if (!guest)
      return known.people === 1 ? refuse('nothingToDo') : accept({ type: 'SeatShared', seat: known.seat, guest });
    // A phone is shared by two at most.
    if (known.people > 1) return refuse('nothingToDo');
    if (!hasRoomFor(state, 1)) return refuse('sessionFull');
    const problem = perspectivesProblem(state, guest);
    if (problem) return refuse(problem);
    const shared: NewEvent = { type: 'SeatShared', seat: known.seat, guest: [...new Set(guest)] };
    if (known.unit || !isFinding(state)) return accept(shared);
    // Two at one phone are a pair: they need not look for anybody.
    const fold = foldProposed(context);
    const after = fold(state, [shared]);
    return accept(shared, ...placeLate(after, { ...known, people: 2 }, context, fold));
  },
  JoinOtherUnit: (state, _command, actor, context) => {
    const known = actor.role === 'seat' ? seatOf(state, actor.seat) : undefined;
    if (!known || !isLeftOver(state, known)) return refuse('nothingToDo');
    const others = activeUnits(state).filter(({ unit }) => unit !== known.unit);
    if (others.length === 0) return refuse('noUnit');
    return accept(...thenDeal(state, seatLate(state, known, others, Math.max(2, state.unitSize), context), context));
  },
  LeaveSession: (state, _command, actor) => {
    if (actor.role !== 'seat') return refuse('notAllowed');
    return seatOf(state, actor.seat)?.gone ? accept() : accept({ type: 'ParticipantLeft', seat: actor.seat });
  },
  RemoveSeat: (state, { seat, removed }, _actor, context) => {
    const known = seatOf(state, seat);
    if (!known || known.gone === 'erased') return refuse('noSuchSeat');
    if (removed === (known.gone === 'removed')) return refuse('nothingToDo');
    const changed: NewEvent = { type: 'SeatRemoved', seat, removed };
    const fold = foldProposed(context);
    const after = fold(state, [changed]);
    const back = seatOf(after, seat);
    return accept(changed, ...(removed || !back ? [] : placeLate(after, back, context, fold)));
  },
  RenameSeat: (state, { seat, name }, _actor, context) => {
    const known = seatOf(state, seat);
    if (!known || known.gone === 'erased') return refuse('noSuchSeat');
    if (textOf(state, known.name) === name) return refuse('nothingToDo');
    const problem = nameProblem(name);
    if (problem) return refuse(problem);
    const renamed: NewEvent = { type: 'SeatRenamed', seat, ...named(name, context) };
    return { ok: true, events: [renamed], ...(known.name && { erase: [known.name] }) };
  },
  LockDoor: (state, { locked }) =>
    state.locked === locked ? refuse('nothingToDo') : accept({ type: 'DoorLocked', locked }),
  FormUnits: (state, { step: stepId, seed }, _actor, context) => {
    const step = stepOf(state.script, stepId);
    if (!step) return refuse('noSuchStep');
    if (step.id !== state.step) return refuse('stepMoved');
    const size = Math.max(2, unitSize(step) || state.unitSize);
    const formed = formAnew(state, step, size, seed, context);
    if (formed.length === 0) return refuse('nothingToDo');
    const hadSubgroups = activeUnits(state).some((unit) => unit.subgroup);
    const after = foldProposed(context)(state, formed);
    return accept(...thenDeal(state, [...formed, ...(hadSubgroups ? formSubgroups(after) : [])], context));
  },
  FormSubgroups: (state, _command, _actor, context) => {
    const formed = formSubgroups(state);
    return formed.length ? accept(...thenDeal(state, formed, context)) : refuse('nothingToDo');
  },
  ArrangeUnits: (state, command, _actor, context) => {
    if (command.step !== undefined && command.step !== state.step) return refuse('stepMoved');
    const units = arranged(state, command, context);
    if (!units?.length) return refuse('badArrangement');
    const size = command.size ?? (state.unitSize || 2);
    const formed: NewEvent = { type: 'UnitsFormed', step: null, size, units, before: seatedNow(state) };
    return accept(...thenDeal(state, [formed], context));
  },
  MoveSeat: (state, { seat, unit }, _actor, context) => {
    const known = seatOf(state, seat);
    if (!known || known.gone) return refuse('noSuchSeat');
    const target = unit === null ? undefined : unitOf(state, unit);
    if (unit !== null && !target) return refuse('noSuchUnit');
    const isAlone = known.unit !== null && unitOf(state, known.unit)?.seats.length === 1;
    if (target ? known.unit === target.unit : isAlone) return refuse('nothingToDo');
    return accept(...thenDeal(state, [seatEvent(state, seat, target, context)], context));
  },
  MoveUnit: (state, { unit, subgroup }) => {
    const known = unitOf(state, unit);
    if (!known) return refuse('noSuchUnit');
    if (!isSubgroup(state, subgroup)) return refuse('noSuchSubgroup');
    return known.subgroup === subgroup ? accept() : accept({ type: 'UnitMoved', unit, subgroup });
  },
  NameSubgroup: (state, { subgroup, name, place }, _actor, context) => {
    if (!isSubgroup(state, subgroup)) return refuse('noSuchSubgroup');
    if (isTooLong(name, maxName) || isTooLong(place, maxPlace)) return refuse('textTooLong');
    const old = ownOf(state.subgroups, subgroup);
    const [now] = subgroupsOf(state).filter(({ id }) => id === subgroup);
    if (textOf(state, old?.name ?? null) === name && now?.place === place) return refuse('nothingToDo');
    const ids = { name: name ? context.newId() : null, place: place ? context.newId() : null };
    const texts = { ...(ids.name && { [ids.name]: name }), ...(ids.place && { [ids.place]: place }) };
    const erase = [old?.name, old?.place].flatMap((text) => text ?? []);
    return { ok: true, events: [{ type: 'SubgroupNamed', subgroup, ...ids, texts }], erase };
  },
  DealItems: (state, { step: stepId, unit, items }) => {
    const step = stepOf(state.script, stepId);
    if (!step) return refuse('noSuchStep');
    if (!step.items?.deal) return refuse('doesNotFit');
    if (!unitOf(state, unit)?.people) return refuse('noSuchUnit');
    const known = answerableItems(state.script, step);
    if (!items.every((item) => known.includes(item))) return refuse('noSuchItem');
    if (items.length === 0 || new Set(items).size < items.length) return refuse('doesNotFit');
    if (items.join() === dealtItems(state, stepId, unit).join()) return refuse('nothingToDo');
    return accept({ type: 'ItemsDealt', step: stepId, deals: { [unit]: items } });
  },
};
