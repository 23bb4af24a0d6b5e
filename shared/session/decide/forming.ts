/** Bringing people together in new units. */
import type { FormedUnit, NewEvent } from '../../events.ts';
import type { Step } from '../../script.ts';
import { formGroups, metKey, type Person } from '../pairing.ts';
import { activeUnits, perspectivesAt, presentSeats } from '../selectors.ts';
import type { Seat, SessionState } from '../state.ts';
import { get, valuesOf } from '../table.ts';
import type { Context } from './decision.ts';

const personOf = (seat: Seat): Person => ({
  ...{ seat: seat.seat, people: seat.people, perspectives: perspectivesAt(seat) },
});

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
    const perspectives = seats.flatMap((seat) => get(state.seats, seat) ?? []).flatMap(perspectivesAt);
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
