import { answersOf, isOnWall, presentSeats, runOf } from '../../../shared/session/selectors.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import type { Keep } from '../../live/storage.ts';
import type { DeskLive } from '../session/desk.svelte.ts';

/** What the program sees happen by itself; once seen, it has been seen. */
const signs = ['wall', 'phone', 'size', 'started', 'answer', 'shown', 'summary'] as const;
export type Sign = (typeof signs)[number];
/** What only somebody in the room can see. */
export const chores = ['network', 'power', 'paper', 'told'] as const;
export type Chore = (typeof chores)[number];
const names: readonly (Sign | Chore)[] = [...signs, ...chores];

/** What has been seen or ticked of one session: kept in this browser, and gone with the session. */
export class Ticks {
  #done = $state.raw<ReadonlySet<Sign | Chore>>(new Set());
  readonly #keep: Keep;
  readonly #key: string;
  readonly #summaryKey: string;

  constructor(keep: Keep, session: string) {
    this.#keep = keep;
    this.#key = `ig.desk.${session}.ticks`;
    this.#summaryKey = `ig.desk.${session}.summary`;
    const kept = keep.get(this.#key)?.split(' ') ?? [];
    this.#done = new Set(names.filter((name) => kept.includes(name)));
    this.lookAtSummary();
  }

  has = (name: Sign | Chore): boolean => this.#done.has(name);

  see(seen: readonly Sign[]): void {
    if (!seen.every(this.has)) this.#keepAll([...this.#done, ...seen]);
  }
  toggle(chore: Chore): void {
    const others = [...this.#done].filter((one) => one !== chore);
    this.#keepAll(this.has(chore) ? others : [...others, chore]);
  }
  /** The summary stands on a page of its own, which leaves word here. */
  lookAtSummary(): void {
    if (this.#keep.get(this.#summaryKey) !== null) this.see(['summary']);
  }
  #keepAll(done: readonly (Sign | Chore)[]): void {
    this.#done = new Set(done);
    this.#keep.set(this.#key, [...this.#done].join(' '));
  }
}

/** What can be seen of a session at this moment. */
export function signsIn(state: SessionState, { walls }: Pick<DeskLive['presence'], 'walls'>): Sign[] {
  const answers = state.script.steps.flatMap(({ id }) => answersOf(state, id)).filter(({ withdrawn }) => !withdrawn);
  const seen: Record<Exclude<Sign, 'summary'>, boolean> = {
    wall: walls > 0,
    phone: presentSeats(state).some(({ phone }) => phone),
    size: state.rooms[''] !== undefined,
    started: state.script.steps.some(({ id, kind }) => kind === 'answering' && runOf(state, id)),
    answer: answers.length > 0,
    shown: walls > 0 && answers.some((answer) => isOnWall(state, answer)),
  };
  return signs.filter((sign) => sign !== 'summary' && seen[sign]);
}
