import { freeFrom, penOf } from '../../../shared/session/pen.ts';
import { unitOf } from '../../../shared/session/selectors.ts';
import type { Pen } from '../../../shared/session/state.ts';
import { ticker } from '../../live/ticker.svelte.ts';
import type { Room } from '../room.ts';

/** The unit's pen as this phone knows it: whose it is, and what one may do about that now. */
export class PenHold {
  #room: Room;
  #unit: string;
  /** Taken here: until this seq has been folded, or the log says no. */
  #wanted = $state.raw<{ seq: number; at: number } | null>(null);

  constructor(room: Room, unit: string) {
    this.#room = room;
    this.#unit = unit;
  }

  get #me(): string {
    return this.#room.seat.seat;
  }
  get now(): Pen {
    const { state } = this.#room.live;
    const seats = unitOf(state, this.#unit)?.seats ?? [];
    const mine = { seat: this.#me, from: null, asked: null };
    if (seats.length < 2) return { ...mine, at: 0 };
    return this.#wanted ? { ...mine, at: this.#wanted.at } : penOf(state, this.#unit);
  }
  /** Who writes, where that is somebody else. */
  get typist(): string | null {
    const { seat } = this.now;
    return seat === this.#me ? null : seat;
  }
  get isMine(): boolean {
    return this.now.seat === this.#me;
  }
  get isFree(): boolean {
    return this.now.seat === null;
  }
  get hasAsked(): boolean {
    return this.now.asked === this.#me;
  }
  /** Whose phone is not here. */
  isAway(seat: string): boolean {
    const { beside } = this.#room.live;
    return beside?.unit === this.#unit && !beside.here.includes(seat);
  }
  /** Whether the pen can be taken over: unused for a while, or its phone is gone. Offline nobody knows, and nobody waits. */
  get mayTake(): boolean {
    void ticker.now;
    const { live } = this.#room;
    const { seat } = this.now;
    if (seat === null || live.status !== 'online') return true;
    const wrote = Object.values(live.drafts).filter((draft) => draft.seat === seat && draft.unit === this.#unit);
    return this.isAway(seat) || live.now() >= freeFrom(this.now, Math.max(0, ...wrote.map(({ at }) => at)));
  }

  take(): void {
    if (this.isMine) return;
    const { live } = this.#room;
    const at = live.now();
    this.#wanted = { seq: Number.MAX_SAFE_INTEGER, at };
    void live.send({ type: 'TakePen', unit: this.#unit, at }).then((result) => {
      this.#wanted = result.ok ? { seq: result.seq, at } : null;
    });
  }
  pass(seat: string): void {
    void this.#room.live.send({ type: 'PassPen', unit: this.#unit, seat });
  }
  /** Sent: whoever writes next takes it up. */
  lay(): void {
    if (penOf(this.#room.live.state, this.#unit).seat === this.#me)
      void this.#room.live.send({ type: 'PassPen', unit: this.#unit, seat: null });
  }
  ask(): void {
    void this.#room.live.send({ type: 'AskPen', unit: this.#unit });
  }

  /** To be called when the state has changed. */
  settle(): void {
    const { state } = this.#room.live;
    if (this.#wanted && (penOf(state, this.#unit).seat === this.#me || state.seq >= this.#wanted.seq))
      this.#wanted = null;
  }
}
