/** Bringing people together in new units. */
import type { Arrangement, FormedUnit, NewEvent } from '../../events.ts';
import type { Step } from '../../script.ts';
import { formGroups, metKey, type Person } from '../pairing.ts';
import { activeUnits, perspectivesAt, presentSeats } from '../selectors.ts';
import type { Seat, SessionState, Unit } from '../state.ts';
import { get, valuesOf } from '../table.ts';
import type { Context } from './decision.ts';

const personOf = (seat: Seat): Person => ({
  ...{ seat: seat.seat, people: seat.people, perspectives: perspectivesAt(seat), phone: seat.phone },
  organisations: seat.organisation ? [seat.organisation] : [],
});

/** How the room sits now: what a step that ran so gets back when it is opened again. */
export const seatedNow = (state: SessionState): Arrangement => ({
  size: state.unitSize,
  units: activeUnits(state).map(({ unit, number, seats, people, subgroup }) => ({
    ...{ unit, number, seats: [...seats], people, subgroup },
  })),
});

export const emptied = ({ unit, number, subgroup }: Unit): FormedUnit => ({
  ...{ unit, number, seats: [], people: 0, subgroup },
});

/** Who sat together before, by `metKey`. */
export function metBefore(state: SessionState): Set<string> {
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
function pairBlocks(state: SessionState, people: readonly Seat[]): Block[] {
  const meant = new Set(people.map(({ seat }) => seat));
  const pairs = activeUnits(state)
    .filter(({ seats }) => seats.every((seat) => meant.has(seat)))
    .map(({ unit, people, seats }): Block => {
      const sitting = seats.flatMap((seat) => get(state.seats, seat) ?? []);
      const phone = sitting.some((seat) => seat.phone);
      const organisations = sitting.flatMap(({ organisation }) => organisation ?? []);
      return { seat: unit, people, perspectives: sitting.flatMap(perspectivesAt), organisations, phone, seats };
    });
  const paired = new Set(pairs.flatMap(({ seats }) => seats));
  return [...pairs, ...people.filter(({ seat }) => !paired.has(seat)).map(blockOf)];
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

/** People make the pairs themselves: nobody sits anywhere yet, but for two on one phone, who are a pair already. */
export function letFind(state: SessionState, step: Step, context: Context): NewEvent[] {
  const couples = presentSeats(state)
    .filter(({ people }) => people > 1)
    .map(
      ({ seat, people }, i): FormedUnit => ({
        unit: context.newId(),
        number: state.unitCount + i + 1,
        seats: [seat],
        people,
        subgroup: null,
      }),
    );
  const units = [...activeUnits(state).map(emptied), ...couples];
  return [{ type: 'UnitsFormed', step: step.id, size: 2, units, before: seatedNow(state) }];
}

/** Who would sit together in units of about `size`, by their seats: what a forming and its preview share. */
export function groupSeats(
  state: SessionState,
  step: Step,
  size: number,
  seed: number,
  people: readonly Seat[],
): string[][] {
  const blocks = isFromPairs(state, step) ? pairBlocks(state, people) : people.map(blockOf);
  const seatsOf = new Map(blocks.map(({ seat, seats }) => [seat, seats]));
  // Pairs that stay together get others beside them: one that is left over joins a four, which is then a six.
  const most = isFromPairs(state, step) ? Math.floor(blocks.length / 2) : undefined;
  const groups = formGroups(blocks, size, blocksMet(blocks, metBefore(state)), seed, most);
  return groups.map((group) => group.flatMap(({ seat }) => seatsOf.get(seat) ?? []));
}

/** Everyone who is here, or some of them where the others stay as they are, brought together anew in units of about `size`. */
export function formAnew(
  state: SessionState,
  step: Step,
  size: number,
  seed: number,
  context: Context,
  some?: readonly Seat[],
): NewEvent[] {
  const groups = groupSeats(state, step, size, seed, some ?? presentSeats(state));
  const units = groups.map(
    (seats, i): FormedUnit => ({
      unit: context.newId(),
      number: state.unitCount + i + 1,
      seats,
      people: seats.reduce((sum, seat) => sum + (get(state.seats, seat)?.people ?? 0), 0),
      subgroup: null,
    }),
  );
  const before = some ? {} : { before: seatedNow(state) };
  return units.length ? [{ type: 'UnitsFormed', step: step.id, size, units, ...before }] : [];
}
