import type { CommandOf } from '../../commands.ts';
import { activeUnits, seatOf, unitOf } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';
import { has } from '../../session/table.ts';

type Arrangement = CommandOf<'ArrangeUnits'>['units'];

/**
 * Who sat with whom `before`, as far as it can be had back `now`: who left since stays away, who came since stays where they are.
 * Units that were formed in between are emptied.
 */
export function arrangementBack(before: SessionState, now: SessionState): Arrangement {
  const isHere = (seat: string) => seatOf(now, seat)?.gone === null;
  const isNew = (seat: string) => !has(before.seats, seat) && isHere(seat);
  const old = activeUnits(before).filter(({ unit }) => unitOf(now, unit));
  const known = new Set(old.map(({ unit }) => unit));
  const made = activeUnits(now).filter(({ unit }) => !known.has(unit));
  return [
    ...old.map(({ unit, seats, subgroup }) => ({
      unit,
      seats: [...seats.filter(isHere), ...(unitOf(now, unit)?.seats ?? []).filter(isNew)],
      subgroup,
    })),
    ...made.map(({ unit, seats, subgroup }) => ({ unit, seats: seats.filter(isNew), subgroup })),
  ];
}
