import type { Text } from '../script.ts';
import type { Actor } from './actor.ts';
import { ownOf, subgroupOf, textOf } from './selectors.ts';
import type { InvitedDesk, OwnWall, SessionState } from './state.ts';
import { emptyTable, entriesOf, get, set, type Table, valuesOf } from './table.ts';

/** A subgroup as it is called now: by the desk, else by the script. */
export type Subgroup = { id: string; label: Text; place: string };

/** The script's subgroups in its order, with the desk's names and places ("tafels bij het raam"). */
export const subgroupsOf = (state: SessionState): Subgroup[] =>
  (state.script.subgroups?.names ?? []).map(({ id, label }) => {
    const words = ownOf(state.subgroups, id);
    const name = textOf(state, words?.name ?? null);
    return { id, label: name ? { nl: name, en: name } : label, place: textOf(state, words?.place ?? null) };
  });

export const subgroupNamed = (state: SessionState, id: string | null): Subgroup | undefined =>
  subgroupsOf(state).find((one) => one.id === id);

export const isSubgroup = (state: SessionState, id: string): boolean =>
  Boolean(state.script.subgroups?.names.some((name) => name.id === id));

export const invitedDesk = (state: SessionState, facilitator: string): InvitedDesk | undefined =>
  ownOf(state.desks, facilitator);

/** The one subgroup in which this facilitator has rights; null for a desk of the whole session. */
export const deskSubgroup = (state: SessionState, facilitator: string): string | null =>
  invitedDesk(state, facilitator)?.subgroup ?? null;

/** A subgroup's wall: its own setting, else that of the room, where the light may be on an answer of its own. */
export const ownWallOf = (state: SessionState, subgroup: string): OwnWall =>
  ownOf(state.walls, subgroup) ?? { wall: state.wall, spotlight: spotlightIn(state, subgroup) };

function spotlightIn(state: SessionState, subgroup: string): string | null {
  const answer = state.spotlight ? get(state.answers, state.spotlight) : undefined;
  return answer && subgroupOf(state, answer) === subgroup ? answer.answer : null;
}

const filtered = <V>(table: Table<V>, keep: (value: V) => boolean): Table<V> =>
  [...entriesOf(table)].reduce((kept, [key, value]) => (keep(value) ? set(kept, key, value) : kept), emptyTable<V>());

/** The session as the desk of one subgroup works with it: its own people, answers, notes, wall and light. */
export function inSubgroup(state: SessionState, subgroup: string): SessionState {
  const isFormed = [...valuesOf(state.units)].some((unit) => unit.subgroup !== null);
  const units = isFormed ? filtered(state.units, (unit) => unit.subgroup === subgroup) : state.units;
  const seats = isFormed ? filtered(state.seats, ({ unit }) => Boolean(unit && get(units, unit))) : state.seats;
  const notes = Object.entries(state.notes).filter(([, note]) => note.subgroup === subgroup);
  return {
    ...{ ...state, ...ownWallOf(state, subgroup), units, seats },
    answers: filtered(state.answers, (answer) => subgroupOf(state, answer) === subgroup),
    notes: Object.fromEntries(notes),
  };
}

/** The subgroup that an actor's acts are about: its own desk's; null for everyone else. */
export const actorSubgroup = (state: SessionState, actor: Actor): string | null =>
  actor.role === 'desk' ? deskSubgroup(state, actor.facilitator) : null;
