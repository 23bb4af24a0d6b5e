import type { Command } from '../../../shared/commands.ts';
import { say } from '../../../shared/script-queries.ts';
import { activeUnits, textOf } from '../../../shared/session/selectors.ts';
import type { Seat, SessionState, Unit } from '../../../shared/session/state.ts';
import { wording } from '../home/wording.svelte.ts';

/** Sends a command; `undo` is what takes it back. */
export type Act = (command: Command, undo?: Command) => void;
type Options = { state: () => SessionState; isOnline: (seat: string) => boolean; act: Act };

/** Pick a person, then a place: no act needs dragging, and each carries its undo. */
export class Seating {
  picked = $state<string | null>(null);
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  get state(): SessionState {
    return this.#options.state();
  }
  isOnline(seat: Seat): boolean {
    return this.#options.isOnline(seat.seat);
  }

  perspectivesOf(seat: Seat): string {
    const { options } = this.state.script.perspectives;
    const labels = seat.perspectives.flatMap((id) => options.find((option) => option.id === id)?.label ?? []);
    const spoken = labels.map((label) => say(label, wording.language));
    return new Intl.ListFormat(wording.language, { type: 'conjunction' }).format(spoken);
  }
  /** The name that somebody gave, else the perspectives. */
  nameOf(seat: Seat): string {
    return textOf(this.state, seat.name) || this.perspectivesOf(seat) || wording.words.people.person;
  }
  unitName(unit: Unit): string {
    return wording.words.people.unit(unit.number, this.size);
  }
  /** People in a unit, as the last forming aimed at. */
  get size(): number {
    return this.state.unitSize || 2;
  }

  pick(seat: Seat): void {
    this.picked = this.picked === seat.seat ? null : seat.seat;
  }
  /** Seats somebody with a unit, or in a new one (null). */
  place({ seat, unit }: Seat, target: string | null): void {
    this.picked = null;
    this.#options.act({ type: 'MoveSeat', seat, unit: target }, { type: 'MoveSeat', seat, unit });
  }
  takeOut({ seat }: Seat): void {
    this.picked = null;
    this.#options.act({ type: 'RemoveSeat', seat, removed: true }, { type: 'RemoveSeat', seat, removed: false });
  }
  moveUnit({ unit, subgroup }: Unit, target: string): void {
    const undo = subgroup ? ({ type: 'MoveUnit', unit, subgroup } as const) : undefined;
    this.#options.act({ type: 'MoveUnit', unit, subgroup: target }, undo);
  }

  /** Another seed: who met before is kept apart. */
  mix(): void {
    this.picked = null;
    const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
    this.#options.act({ type: 'FormUnits', step: this.state.step, seed }, this.#arrangement());
  }
  formSubgroups(): void {
    this.#options.act({ type: 'FormSubgroups' }, this.#arrangement());
  }

  /** Who sits with whom now, as the command that brings it back. */
  #arrangement(): Command | undefined {
    const units = activeUnits(this.state).map(({ unit, seats, subgroup }) => ({ unit, seats: [...seats], subgroup }));
    return units.length ? { type: 'ArrangeUnits', units } : undefined;
  }
}
