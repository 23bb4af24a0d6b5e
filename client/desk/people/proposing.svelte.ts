import type { Seat } from '../../../shared/session/state.ts';
import { joinGroup, lockGroup, mixGroups, type ProposedGroups, swapSeats } from '../../../shared/views/desk.ts';
import type { Desk } from '../session/desk.svelte.ts';
import { wording } from '../wording.svelte.ts';
import type { Seating } from './seating.svelte.ts';

/** A proposal on this desk alone: every act is undone by a step back, and nothing is told before it is announced. */
export class Proposing {
  #history = $state.raw<readonly ProposedGroups[]>([]);
  readonly groups = $derived.by(() => this.#history.at(-1) ?? []);
  readonly isOpen = $derived.by(() => this.#history.length > 0);
  readonly canGoBack = $derived.by(() => this.#history.length > 1);
  picked = $state<string | null>(null);
  /** Said to who cannot see it happen. */
  said = $state('');
  readonly #desk: Desk;
  readonly #seating: Seating;

  constructor(desk: Desk, seating: Seating) {
    this.#desk = desk;
    this.#seating = seating;
  }

  #next(groups: ProposedGroups): void {
    this.#history = [...this.#history, groups];
    this.picked = null;
  }

  mix(): void {
    const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
    this.#next(mixGroups(this.#desk.state, this.groups, seed));
  }
  lock(at: number): void {
    this.#next(lockGroup(this.groups, at));
  }
  /** Pick one, then another to swap with; the same one again, or one of the same group, changes the pick. */
  pick(seat: Seat): void {
    const { picked } = this;
    const isTogether = this.groups.some(({ seats }) => seats.includes(seat.seat) && picked && seats.includes(picked));
    if (picked === null || isTogether) {
      this.picked = picked === seat.seat ? null : seat.seat;
      return;
    }
    const other = this.#seating.nameById(picked);
    this.#next(swapSeats(this.groups, picked, seat.seat));
    this.said = wording.words.pairing.swapped(other, this.#seating.nameOf(seat));
  }
  join(to: number): void {
    if (this.picked) this.#next(joinGroup(this.groups, this.picked, to));
  }
  back(): void {
    this.#history = this.#history.slice(0, -1);
    this.picked = null;
  }
  close(): void {
    this.#history = [];
    this.picked = null;
  }
  async announce(): Promise<void> {
    if (await this.#seating.announce(this.groups)) this.close();
  }
}
