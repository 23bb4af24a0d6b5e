/** By the people: one shows a number, the neighbour types it; the desk brings together who is left. */
import type { NewEvent } from '../../events.ts';
import { activeUnits, currentStep, isFinding, lonelySeats, peopleCount, seatOf } from '../selectors.ts';
import type { Seat, SessionState } from '../state.ts';
import { get } from '../table.ts';
import { accept, type Context, type Decisions, refuse } from './decision.ts';
import { seatEvent, smallestSubgroup } from './late.ts';
import { joinSubgroups, joinTheLonely } from './seating.ts';
import { foldProposed, thenDeal } from './steps.ts';

/** In an odd room one pair takes a third; where somebody sits with two already, the desk seats the others. */
const mayTakeThird = (state: SessionState): boolean =>
  peopleCount(state) % 2 === 1 && activeUnits(state).every(({ people }) => people < 3);

/** Two become a pair: in the unit that one of them has, if any. */
function pair(state: SessionState, one: Seat, two: Seat, context: Context): NewEvent {
  const unit = get(state.units, two.unit ?? '');
  if (unit) return seatEvent(state, one.seat, unit, context);
  const own = get(state.units, one.unit ?? '');
  if (own) return seatEvent(state, two.seat, own, context);
  const formed = {
    unit: context.newId(),
    number: state.unitCount + 1,
    seats: [two.seat, one.seat],
    people: one.people + two.people,
    subgroup: smallestSubgroup(state),
  };
  return { type: 'UnitsFormed', step: null, size: 2, units: [formed] };
}

export const findingDecisions: Decisions<'ChoosePairing' | 'SeatTheRest' | 'FindPartner'> = {
  ChoosePairing: (state, { pairing }) => {
    if (pairing === state.pairing) return refuse('nothingToDo');
    // While people look for each other it is the desk that seats the rest, in view of what they found.
    return activeUnits(state).length > 0 || isFinding(state)
      ? refuse('notAllowed')
      : accept({ type: 'PairingChosen', pairing });
  },
  SeatTheRest: (state, _command, _actor, context) => {
    const step = currentStep(state);
    if (!step || state.unitSize < 2) return refuse('nothingToDo');
    const events = joinTheLonely(state, step, state.unitSize, context);
    if (events.length === 0) return refuse('nothingToDo');
    const fold = foldProposed(context);
    return accept(...thenDeal(state, [...events, ...joinSubgroups(fold(state, events), fold)], context));
  },
  FindPartner: (state, { number }, actor, context) => {
    const me = actor.role === 'seat' ? seatOf(state, actor.seat) : undefined;
    if (!me || me.gone) return refuse('noSuchSeat');
    if (!isFinding(state)) return refuse('stepClosed');
    if (me.number === number) return refuse('ownNumber');
    const other = seatOf(state, get(state.numbers, String(number)) ?? '');
    if (!other || other.gone) return refuse('noSuchNumber');
    // Both typed at once: who comes second has what they asked for.
    if (me.unit !== null && me.unit === other.unit) return accept();
    const lonely = lonelySeats(state);
    if (!lonely.includes(me)) return refuse('nothingToDo');
    if (!lonely.includes(other) && !mayTakeThird(state)) return refuse('numberTaken');
    return accept(...thenDeal(state, [pair(state, me, other, context)], context));
  },
};
