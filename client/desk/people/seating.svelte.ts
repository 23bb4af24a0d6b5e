import type { Command, CommandOf } from '../../../shared/commands.ts';
import { presentSeats, seatOf } from '../../../shared/session/selectors.ts';
import type { Seat, SessionState, Unit } from '../../../shared/session/state.ts';
import { valuesOf } from '../../../shared/session/table.ts';
import { announcementOf, arrangementBack, backIn, type ProposedGroups } from '../../../shared/views/desk.ts';
import { listOf, namesOf, perspectivesOf, unitName } from '../people-names.ts';
import type { Desk } from '../session/desk.svelte.ts';
import { wording } from '../wording.svelte.ts';

/** Pick a person, then a place: no act needs dragging. */
export class Seating {
  picked = $state<string | null>(null);
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  nameOf(seat: Seat): string {
    const { state } = this.#desk;
    const [name] = namesOf(state, [seat]);
    if (name) return name;
    const roles = perspectivesOf(state.script, [seat], wording.language);
    return roles.length ? listOf(roles, wording.language) : wording.words.room.person;
  }
  nameById(id: string): string {
    const seat = seatOf(this.#desk.state, id);
    return seat ? this.nameOf(seat) : '';
  }
  unitName(unit: Unit): string {
    return unitName(unit, this.#desk.size, wording.words.room);
  }

  pick(seat: string): void {
    this.picked = this.picked === seat ? null : seat;
  }

  /** Seats the picked person with a unit, or apart (null). */
  async place(seat: Seat, unit: Unit | null): Promise<void> {
    const { people } = wording.words;
    const name = this.nameOf(seat);
    this.picked = null;
    const said = unit ? people.moved(name, this.unitName(unit)) : people.alone(name);
    const command = { type: 'MoveSeat', seat: seat.seat, unit: unit?.unit ?? null } as const;
    if (this.#desk.subgroup === null) await this.#arrange(command, said);
    // The whole room is not the desk's of a subgroup to arrange.
    else await this.#desk.act(command, said, () => [{ ...command, unit: seat.unit }]);
  }

  async announce(groups: ProposedGroups): Promise<boolean> {
    return this.#arrange(announcementOf(this.#desk.state, groups), wording.words.pairing.announced);
  }
  async formSubgroups(): Promise<void> {
    await this.#arrange({ type: 'FormSubgroups' }, wording.words.people.subgroupsFormed);
  }

  async moveUnit(unit: Unit, subgroup: string, name: string): Promise<void> {
    const before = unit.subgroup;
    const { unit: id } = unit;
    await this.#desk.act(
      { type: 'MoveUnit', unit: id, subgroup },
      wording.words.people.unitMoved(this.unitName(unit), name),
      before ? () => [{ type: 'MoveUnit', unit: id, subgroup: before }] : null,
    );
  }

  /** People without a phone; undone, they are taken out again. */
  async add({
    people,
    perspectives,
    name,
  }: Pick<CommandOf<'Join'>, 'people' | 'perspectives' | 'name'>): Promise<boolean> {
    const before = new Set([...valuesOf(this.#desk.state.seats)].map(({ seat }) => seat));
    const isNew = ({ seat, phone }: Seat) => !phone && !before.has(seat);
    return this.#desk.act({ type: 'Join', people, perspectives, name }, wording.words.people.added(people), () =>
      presentSeats(this.#desk.state)
        .filter(isNew)
        .slice(0, 1)
        .map(({ seat }) => ({ type: 'RemoveSeat', seat, removed: true })),
    );
  }
  async rename(seat: Seat, name: string): Promise<boolean> {
    const [before = ''] = namesOf(this.#desk.state, [seat]);
    return this.#desk.act(
      { type: 'RenameSeat', seat: seat.seat, name },
      name ? wording.words.people.renamed(name) : wording.words.people.nameGone,
      () => [{ type: 'RenameSeat', seat: seat.seat, name: before }],
    );
  }

  async remove(seat: Seat): Promise<void> {
    const { seat: id, unit } = seat;
    this.picked = null;
    await this.#desk.act(
      { type: 'RemoveSeat', seat: id, removed: true },
      wording.words.people.removed(this.nameOf(seat)),
      () => backIn(this.#desk.state, id, unit),
    );
  }
  async putBack(seat: Seat): Promise<void> {
    await this.#desk.act(
      { type: 'RemoveSeat', seat: seat.seat, removed: false },
      wording.words.people.isBack(this.nameOf(seat)),
      () => [{ type: 'RemoveSeat', seat: seat.seat, removed: true }],
    );
  }

  /** Anything that changes who sits where is undone by seating everybody as before. */
  async #arrange(command: Command | readonly Command[], said: string): Promise<boolean> {
    const before: SessionState = this.#desk.state;
    return this.#desk.act(command, said, () => [arrangementBack(before, this.#desk.state)]);
  }
}
