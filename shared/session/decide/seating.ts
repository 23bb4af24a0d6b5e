/** What a step needs of people before it starts. */
import type { Arrangement, NewEvent } from '../../events.ts';
import type { Step } from '../../script.ts';
import { unitSize } from '../../script-queries.ts';
import {
  activeUnits,
  lonelySeats,
  perspectivesAt,
  presentSeats,
  runOf,
  seatOf,
  unitOf,
  wantsSubgroups,
} from '../selectors.ts';
import type { Seat, SessionState, Unit } from '../state.ts';
import { dealItems } from './deal-items.ts';
import type { Context, Fold } from './decision.ts';
import { emptied, formAnew, letFind, seatedNow } from './forming.ts';
import { seatLate, smallestSubgroup } from './late.ts';

/** Units dealt over the script's subgroups: sizes even, perspectives spread; null where there are too few units. */
export function formSubgroups(state: SessionState): NewEvent[] {
  const units = activeUnits(state);
  const names = state.script.subgroups?.names ?? [];
  if (units.length < (state.script.subgroups?.fromUnits ?? Number.POSITIVE_INFINITY)) return [];
  const perspectiveOf = (unit: Unit) =>
    unit.seats
      .flatMap((s) => seatOf(state, s) ?? [])
      .map((seat) => perspectivesAt(seat)[0] ?? '')
      .sort()[0] ?? '';
  const sorted = [...units].sort((a, b) =>
    perspectiveOf(a) < perspectiveOf(b) ? -1 : perspectiveOf(a) > perspectiveOf(b) ? 1 : a.number - b.number,
  );
  const entries = sorted.map((unit, i): [string, string] => [
    unit.unit,
    (names[i % names.length] as { id: string }).id,
  ]);
  return [{ type: 'SubgroupsFormed', units: Object.fromEntries(entries) }];
}

/**
 * When a step in subgroups begins: they are formed where there are none; where units came since, each joins the smallest;
 * where too few are left, everyone is one group. In a step that was open before, people stay where they are.
 */
function settleSubgroups(state: SessionState, step: Step, fold: Fold): NewEvent[] {
  const units = activeUnits(state);
  if (!units.some((unit) => unit.subgroup)) return formSubgroups(state);
  if (runOf(state, step.id)) return [];
  if (units.length < (state.script.subgroups?.fromUnits ?? Number.POSITIVE_INFINITY)) {
    return [{ type: 'SubgroupsFormed', units: Object.fromEntries(units.map(({ unit }) => [unit, null])) }];
  }
  return joinSubgroups(state, fold);
}

/** Where there are subgroups, each unit without one joins the smallest. */
export function joinSubgroups(state: SessionState, fold: Fold): NewEvent[] {
  const units = activeUnits(state);
  if (!units.some((unit) => unit.subgroup)) return [];
  let now = state;
  const events: NewEvent[] = [];
  for (const { unit } of units.filter(({ subgroup }) => !subgroup)) {
    const event: NewEvent = { type: 'SubgroupsFormed', units: { [unit]: smallestSubgroup(now) } };
    events.push(event);
    now = fold(now, [event]);
  }
  return events;
}

const unseated = (state: SessionState): Seat[] => presentSeats(state).filter(({ unit }) => unit === null);

/** Who sits alone or nowhere is brought together with others like them; a single one joins a unit. */
export function joinTheLonely(
  state: SessionState,
  step: Step,
  size: number,
  context: Context,
  lonely: readonly Seat[] = lonelySeats(state),
): NewEvent[] {
  const [one, ...others] = lonely;
  if (!one) return [];
  if (others.length > 0) return formAnew(state, step, size, state.seq, context, [one, ...others]);
  const elsewhere = activeUnits(state).filter(({ unit }) => unit !== one.unit);
  return elsewhere.length > 0 || !one.unit ? seatLate(state, one, elsewhere, size, context) : [];
}

/**
 * A step that is opened again: who sat together in it sits together again, in the same units, so that they see what they
 * answered; but for who left. None where nobody of them is here, unless people find each other there.
 */
function seatAgain(state: SessionState, seated: Arrangement, finds: boolean): NewEvent[] | undefined {
  const isHere = (seat: string) => seatOf(state, seat)?.gone === null;
  const again = seated.units.map((unit) => {
    const seats = unit.seats.filter(isHere);
    return { ...unit, seats, people: seats.reduce((sum, seat) => sum + (seatOf(state, seat)?.people ?? 0), 0) };
  });
  if (!finds && again.every(({ seats }) => seats.length === 0)) return undefined;
  const listed = new Set(again.map(({ unit }) => unit));
  const units = [
    ...again.filter(({ unit, seats }) => seats.length > 0 || unitOf(state, unit)?.people),
    ...activeUnits(state)
      .filter(({ unit }) => !listed.has(unit))
      .map(emptied),
  ];
  return [{ type: 'UnitsFormed', step: null, size: seated.size, units, before: seatedNow(state) }];
}

/** Who sits nowhere is seated as they who come late; where people find each other, only two on one phone. */
function seatTheRest(state: SessionState, finds: boolean, context: Context, fold: Fold): NewEvent[] {
  const events: NewEvent[] = [];
  let now = state;
  for (const seat of unseated(state).filter(({ people }) => !finds || people > 1)) {
    const more = seatLate(now, seat, activeUnits(now), now.unitSize, context);
    events.push(...more);
    now = fold(now, more);
  }
  return events;
}

/**
 * Proposes what a step needs before it starts: units of its size (kept where they are), subgroups, items dealt.
 * `fold` applies proposed events, so that each part sees the one before.
 */
export function prepareUnits(state: SessionState, step: Step, context: Context, fold: Fold): NewEvent[] {
  const events: NewEvent[] = [];
  let now = state;
  const propose = (more: NewEvent[]) => {
    events.push(...more);
    now = fold(now, more);
  };
  const size = unitSize(step) > 1 ? unitSize(step) : wantsSubgroups(step) && !now.unitSize ? 2 : 0;
  const run = runOf(now, step.id);
  const begins = !run;
  const isNew = size > 1 && (now.unitSize !== size || (begins && step.units === 'anew'));
  const finds = now.pairing === 'self' && step.form === 'pair';
  const again = run?.seated && run.seated.size > 1 ? seatAgain(now, run.seated, finds) : undefined;
  if (again) propose(again);
  else if (isNew && begins && finds) propose(letFind(now, step, context));
  else if (isNew || (size > 1 && activeUnits(now).length === 0 && (begins || !finds)))
    propose(formAnew(now, step, size, now.seq, context));
  else if (begins && size > 1) propose(joinTheLonely(now, step, size, context));
  // Who found nobody in the step before does not begin the next one alone (D2); who was left alone stays where they wrote.
  else if (begins && now.pairing === 'self' && now.unitSize > 1)
    propose(joinTheLonely(now, step, now.unitSize, context, unseated(now)));
  if (again || (size > 1 && !begins)) propose(seatTheRest(now, finds, context, fold));
  if (wantsSubgroups(step)) propose(settleSubgroups(now, step, fold));
  propose(dealItems(now, step));
  return events;
}
