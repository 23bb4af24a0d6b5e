import type { CommandOf } from '../../commands.ts';
import { activeUnits, mayBeUnseated, presentSeats, seatOf, unitOf } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';

/**
 * Who sat with whom `before`, as far as it can be had back `now`, in the same step: who left since stays away, who came or
 * came back since stays where they are. Units that were formed in between are emptied; who sat nowhere does so again, where
 * nobody needs a place.
 */
export function arrangementBack(before: SessionState, now: SessionState): CommandOf<'ArrangeUnits'> {
  const wasUnseated = presentSeats(before)
    .filter(({ unit }) => !unit)
    .map(({ seat }) => seat);
  const unseated = presentSeats(now).filter((seat) => wasUnseated.includes(seat.seat) && mayBeUnseated(now, seat));
  const sat = new Set(activeUnits(before).flatMap(({ seats }) => seats));
  const going = new Set(unseated.map(({ seat }) => seat));
  const isHere = (seat: string) => seatOf(now, seat)?.gone === null;
  const stays = (seat: string) => isHere(seat) && !sat.has(seat) && !going.has(seat);
  const old = activeUnits(before).filter(({ unit }) => unitOf(now, unit));
  const known = new Set(old.map(({ unit }) => unit));
  const made = activeUnits(now).filter(({ unit }) => !known.has(unit));
  return {
    type: 'ArrangeUnits',
    step: before.step,
    units: [
      ...old.map(({ unit, seats, subgroup }) => ({
        unit,
        seats: [...seats.filter(isHere), ...(unitOf(now, unit)?.seats ?? []).filter(stays)],
        subgroup,
      })),
      ...made.map(({ unit, seats, subgroup }) => ({ unit, seats: seats.filter(stays), subgroup })),
    ],
    ...(before.unitSize !== now.unitSize && before.unitSize !== 1 && { size: before.unitSize }),
    ...(going.size > 0 && { unseated: [...going] }),
  };
}
