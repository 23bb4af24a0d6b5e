/** An arrangement that only the desk sees, until it announces it. Pure: each act gives the next proposal. */
import type { CommandOf } from '../../commands.ts';
import type { Step } from '../../script.ts';
import { unitSize } from '../../script-queries.ts';
import { groupSeats, metBefore } from '../../session/decide/forming.ts';
import { metKey } from '../../session/pairing.ts';
import { activeUnits, currentStep, perspectivesAt, presentSeats, seatOf } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';

/** `locked`: stays as it is in the next mix. */
export type ProposedGroup = { seats: readonly string[]; locked: boolean };
export type ProposedGroups = readonly ProposedGroup[];

/** The step for which units are made: the one that is open, or before there are any the next one in units. */
function formingStep(state: SessionState): Step | undefined {
  const step = currentStep(state);
  if (!step || unitSize(step) > 1 || state.unitSize > 1) return step;
  const later = state.script.steps.slice(state.script.steps.indexOf(step));
  return later.find((one) => unitSize(one) > 1) ?? step;
}
export const formingSize = (state: SessionState): number => {
  const step = formingStep(state);
  return Math.max(2, (step && unitSize(step)) || state.unitSize);
};

const peopleIn = (state: SessionState, { seats }: ProposedGroup): number =>
  seats.reduce((sum, seat) => sum + (seatOf(state, seat)?.people ?? 0), 0);

/** Adds people to the smallest group: nobody is alone (D2). */
function seatIn(state: SessionState, groups: ProposedGroup[], seats: readonly string[]): void {
  const [smallest] = [...groups].sort((a, b) => peopleIn(state, a) - peopleIn(state, b));
  if (smallest) groups[groups.indexOf(smallest)] = { ...smallest, seats: [...smallest.seats, ...seats] };
  else groups.push({ seats, locked: false });
}

/** A fresh mix of all but the locked groups. */
export function mixGroups(state: SessionState, groups: ProposedGroups, seed: number): ProposedGroups {
  const step = formingStep(state);
  if (!step) return groups;
  const kept = hereIn(state, groups).filter(({ locked }) => locked);
  const known = new Set(kept.flatMap(({ seats }) => seats));
  const rest = presentSeats(state).filter(({ seat }) => !known.has(seat));
  const fresh = groupSeats(state, step, formingSize(state), seed, rest).map((seats) => ({ seats, locked: false }));
  const [first] = fresh;
  if (kept.length === 0 || fresh.length !== 1 || !first || peopleIn(state, first) > 1) return [...kept, ...fresh];
  seatIn(state, kept, first.seats);
  return kept;
}

/** Two people in each other's place. */
export function swapSeats(groups: ProposedGroups, one: string, two: string): ProposedGroups {
  const other = (seat: string) => (seat === one ? two : seat === two ? one : seat);
  return groups.map((group) => ({ ...group, seats: group.seats.map(other) }));
}

/** Somebody moves to another group. */
export const joinGroup = (groups: ProposedGroups, seat: string, to: number): ProposedGroups =>
  groups.map(({ seats, locked }, i) => {
    const others = seats.filter((one) => one !== seat);
    return { locked, seats: i === to ? [...others, seat] : others };
  });

export const lockGroup = (groups: ProposedGroups, at: number): ProposedGroups =>
  groups.map((group, i) => (i === at ? { ...group, locked: !group.locked } : group));

/** What the desk weighs: who sat together before, and whether everybody has the same role. */
export function judgeGroup(state: SessionState, met: ReadonlySet<string>, { seats }: ProposedGroup) {
  const again = seats.some((a, i) => seats.slice(i + 1).some((b) => met.has(metKey(a, b))));
  const known = seats.flatMap((seat) => seatOf(state, seat) ?? []).map(perspectivesAt);
  const isSame = known.some((a, i) => known.slice(i + 1).some((b) => a.some((one) => b.includes(one))));
  // Who gave no role is not said to have another one.
  return { again, isSame, isMixed: !isSame && known.every((roles) => roles.length > 0) };
}
export { metBefore };

/** Without who left; groups of nobody are none. */
const hereIn = (state: SessionState, groups: ProposedGroups): ProposedGroup[] =>
  groups
    .map((group) => ({ ...group, seats: group.seats.filter((seat) => seatOf(state, seat)?.gone === null) }))
    .filter(({ seats }) => seats.length > 0);

/** The commands that make it so: who came since sits in the smallest group; a unit of the same people goes on. */
export function announcementOf(
  state: SessionState,
  groups: ProposedGroups,
): (CommandOf<'ArrangeUnits'> | CommandOf<'FormSubgroups'>)[] {
  const all = hereIn(state, groups);
  const known = new Set(all.flatMap(({ seats }) => seats));
  for (const { seat } of presentSeats(state)) if (!known.has(seat)) seatIn(state, all, [seat]);
  const old = activeUnits(state);
  const sameAs = (seats: readonly string[]) =>
    old.find((unit) => [...unit.seats].sort().join() === [...seats].sort().join());
  const going = new Set(all.flatMap(({ seats }) => sameAs(seats)?.unit ?? []));
  const units = [
    ...all.map(({ seats }) => {
      const { unit = null, subgroup = null } = sameAs(seats) ?? {};
      return { unit, seats: [...seats], subgroup };
    }),
    ...old.filter(({ unit }) => !going.has(unit)).map(({ unit, subgroup }) => ({ unit, seats: [], subgroup })),
  ];
  const arrange = { type: 'ArrangeUnits', step: state.step, units, size: formingSize(state) } as const;
  return old.some(({ subgroup }) => subgroup) ? [arrange, { type: 'FormSubgroups' }] : [arrange];
}
