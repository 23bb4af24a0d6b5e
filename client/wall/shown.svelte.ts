import { initialState } from '../../shared/session/initial-state.ts';
import { readValues } from '../../shared/session/masks.ts';
import { answersOf, isOnWall, textsIn } from '../../shared/session/selectors.ts';
import type { Answer, SessionState } from '../../shared/session/state.ts';
import { get, valuesOf } from '../../shared/session/table.ts';

/** The picture changes at most this often (milliseconds) while answers come in. */
const calmFor = 800;
const outlineFor = 8_000;
/** When more come at once, an outline says nothing. */
const mostOutlined = 3;

/** What may not wait: the desk turned the wall, or something has to leave it (V4). */
function isUrgent(shown: SessionState, next: SessionState): boolean {
  if (shown.wall !== next.wall || shown.step !== next.step || shown.spotlight !== next.spotlight) return true;
  if (shown.closedAt !== next.closedAt || shown.title !== next.title || shown.script !== next.script) return true;
  if (shown.runs !== next.runs || shown.paused !== next.paused || shown.contrast !== next.contrast) return true;
  if (shown.shift !== next.shift || shown.agreements !== next.agreements) return true;
  return [...valuesOf(shown.answers)].some((answer) => {
    if (!isOnWall(shown, answer)) return false;
    const now = get(next.answers, answer.answer);
    return !now || !isOnWall(next, now) || isOtherwise(answer, now);
  });
}

/** The same version, and the desk covered words in it, or moved it. */
const isOtherwise = (before: Answer, now: Answer): boolean =>
  before.version === now.version &&
  (before.movedTo !== now.movedTo || textsIn(readValues(before)).join() !== textsIn(readValues(now)).join());

/** The state that is drawn: the live one, a little later, so that the room can read. */
export class Shown {
  state = $state.raw<SessionState>(initialState());
  /** Answers that came while the room was looking: outlined for eight seconds. */
  fresh = $state.raw<ReadonlySet<string>>(new Set());
  #latest: SessionState | undefined;
  #changedAt = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #outlines = new Set<ReturnType<typeof setTimeout>>();

  offer(next: SessionState): void {
    if (next === this.state) return;
    this.#latest = next;
    const wait = this.#changedAt + calmFor - performance.now();
    if (wait <= 0 || isUrgent(this.state, next)) this.#apply();
    else this.#timer ??= setTimeout(() => this.#apply(), wait);
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const timer of this.#outlines) clearTimeout(timer);
  }

  #apply(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const next = this.#latest;
    if (!next) return;
    this.#outline(this.state, next);
    this.#changedAt = performance.now();
    this.state = next;
  }

  #outline(before: SessionState, after: SessionState): void {
    if (before.step !== after.step || before.session === '') return;
    const known = new Set([...valuesOf(before.answers)].filter((a) => isOnWall(before, a)).map((a) => a.answer));
    const come = after.script.steps
      .flatMap((step) => answersOf(after, step.id))
      .filter((answer) => isOnWall(after, answer) && !known.has(answer.answer))
      .map((answer) => answer.answer);
    if (come.length === 0 || come.length > mostOutlined) return;
    this.fresh = new Set([...this.fresh, ...come]);
    const timer = setTimeout(() => {
      this.fresh = new Set([...this.fresh].filter((answer) => !come.includes(answer)));
      this.#outlines.delete(timer);
    }, outlineFor);
    this.#outlines.add(timer);
  }
}
