/** What forming, joining and moving have in common: proposing the events that seat people. */
import type { FormedUnit, NewEvent } from '../../events.ts';
import type { Step } from '../../script.ts';
import { unitSize } from '../../script-queries.ts';
import { formGroups, metKey, type Person } from '../pairing.ts';
import { activeUnits, currentStep, isOpen, presentSeats, runOf } from '../selectors.ts';
import type { Seat, SessionState, Unit } from '../state.ts';
import { get, valuesOf } from '../table.ts';
import { dealItems } from './deal-items.ts';
import type { Context, Fold } from './decision.ts';
import { seatEvent, seatLate } from './late.ts';

export const personOf = ({ seat, people, perspectives }: Seat): Person => ({ seat, people, perspectives });

function metBefore(state: SessionState): Set<string> {
  const met = new Set<string>();
  for (const unit of valuesOf(state.units)) {
    for (const a of unit.everSeats) for (const b of unit.everSeats) if (a < b) met.add(metKey(a, b));
  }
  return met;
}

/** Who is brought together as one: a person, or a whole unit that stays together. */
type Block = Person & { seats: readonly string[] };

const blockOf = (seat: Seat): Block => ({ ...personOf(seat), seats: [seat.seat] });

/** The pairs that there are, and who has none; in a form "from pairs" they stay together. */
function pairBlocks(state: SessionState): Block[] {
  const pairs = activeUnits(state).map(({ unit, people, seats }): Block => {
    const perspectives = seats.flatMap((seat) => get(state.seats, seat)?.perspectives ?? []);
    return { seat: unit, people, perspectives, seats };
  });
  return [
    ...pairs,
    ...presentSeats(state)
      .filter(({ unit }) => !unit)
      .map(blockOf),
  ];
}

/** Of two blocks have met who of any of their people has. */
function blocksMet(blocks: readonly Block[], met: ReadonlySet<string>): Set<string> {
  const blockAt = new Map(blocks.flatMap(({ seat, seats }) => seats.map((one) => [one, seat] as const)));
  return new Set(
    [...met].flatMap((key) => {
      const [a, b] = key.split(' ').map((seat) => blockAt.get(seat));
      return a && b && a !== b ? [metKey(a, b)] : [];
    }),
  );
}

const isFromPairs = (state: SessionState, step: Step): boolean =>
  typeof step.form === 'object' && step.form.from === 'pairs' && state.unitSize === 2;

/** These people, or everyone who is here, brought together anew in units of about `size`. */
export function formAnew(
  state: SessionState,
  step: Step,
  size: number,
  seed: number,
  context: Context,
  people: readonly Seat[] = presentSeats(state),
): NewEvent[] {
  const blocks = isFromPairs(state, step) ? pairBlocks(state) : people.map(blockOf);
  if (blocks.length === 0) return [];
  const seatsOf = new Map(blocks.map(({ seat, seats }) => [seat, seats]));
  const groups = formGroups(blocks, size, blocksMet(blocks, metBefore(state)), seed);
  const units = groups.map(
    (group, i): FormedUnit => ({
      unit: context.newId(),
      number: state.unitCount + i + 1,
      seats: group.flatMap(({ seat }) => seatsOf.get(seat) ?? []),
      people: group.reduce((sum, block) => sum + block.people, 0),
      subgroup: null,
    }),
  );
  return [{ type: 'UnitsFormed', step: step.id, size, units }];
}

/** Units dealt over the script's subgroups: sizes even, perspectives spread; null where there are too few units. */
export function formSubgroups(state: SessionState): NewEvent[] {
  const units = activeUnits(state);
  const names = state.script.subgroups?.names ?? [];
  if (units.length < (state.script.subgroups?.fromUnits ?? Number.POSITIVE_INFINITY)) return [];
  const perspectiveOf = (unit: Unit) =>
    unit.seats.map((s) => get(state.seats, s)?.perspectives[0] ?? '').sort()[0] ?? '';
  const sorted = [...units].sort((a, b) =>
    perspectiveOf(a) < perspectiveOf(b) ? -1 : perspectiveOf(a) > perspectiveOf(b) ? 1 : a.number - b.number,
  );
  const entries = sorted.map((unit, i): [string, string] => [
    unit.unit,
    (names[i % names.length] as { id: string }).id,
  ]);
  return [{ type: 'SubgroupsFormed', units: Object.fromEntries(entries) }];
}

const wantsSubgroups = (step: Step) =>
  step.kind === 'grouping' || step.form === 'subgroup' || step.items?.deal?.across === 'subgroup';

/** Who sits alone or nowhere when a step in units begins: they are brought together; a single one joins a unit. */
function joinTheLonely(state: SessionState, step: Step, size: number, context: Context): NewEvent[] {
  const isLonely = ({ unit }: Seat) => !unit || get(state.units, unit)?.people === 1;
  const [one, ...others] = presentSeats(state).filter(isLonely);
  if (!one) return [];
  if (others.length > 0) return formAnew(state, step, size, state.seq, context, [one, ...others]);
  const elsewhere = activeUnits(state).filter(({ unit }) => unit !== one.unit);
  return elsewhere.length > 0 || !one.unit ? seatLate(state, one, elsewhere, size, context) : [];
}

/**
 * What a step needs of people before it starts: units of its size (kept where they are), subgroups, items dealt.
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
  if (size > 1 && (now.unitSize !== size || activeUnits(now).length === 0)) {
    propose(formAnew(now, step, size, now.seq, context));
  } else if (size > 1 && !runOf(now, step.id)) {
    propose(joinTheLonely(now, step, size, context));
  }
  if (wantsSubgroups(step) && !activeUnits(now).some((unit) => unit.subgroup)) propose(formSubgroups(now));
  propose(dealItems(now, step));
  return events;
}
