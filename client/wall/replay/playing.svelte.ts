import type { Film } from '../../../shared/views/replay/film.ts';

/** How many times as fast as it was. */
export const speeds = [10, 30, 60, 120] as const;
export type Speed = (typeof speeds)[number];

/** The playhead moves this often (ms); where motion is not wanted, a picture stands this long. */
const [tick, still] = [100, 2_500];

const wantsStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Where in a film somebody is, and how they go on. Silences are short on the time line: they are passed over by themselves. */
export class Playing {
  film = $state.raw() as Film;
  at = $state(0);
  isPlaying = $state(false);
  speed = $state<Speed>(30);
  /** Nothing glides: it goes from picture to picture. */
  readonly isStill = wantsStill();
  /** Another number: what is drawn next does not follow on what was drawn before. */
  cut = $state(0);
  /** ms on the time line */
  #place = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Begins where the first step was opened. */
  constructor(film: Film) {
    this.film = film;
    this.go(film.stretches.find(({ step }) => step !== null)?.from ?? 0);
  }

  /** The same session, grown or cleaned: one stays at the moment where one was. */
  use(film: Film): void {
    const seq = this.film.moments[this.at]?.seq ?? 0;
    this.film = film;
    this.go(film.moments.findLastIndex((moment) => moment.seq <= seq));
    this.cut += 1;
  }

  go(at: number): void {
    const next = Math.min(this.film.last, Math.max(0, at));
    if (next !== this.at + 1) this.cut += 1;
    this.at = next;
    this.#place = this.film.places[next] ?? 0;
  }

  /** To a place on the time line (ms). */
  seek(place: number): void {
    const at = this.film.momentAt(place);
    if (at !== this.at) this.go(at);
  }

  change(by: 1 | -1): void {
    this.go(this.at + by);
  }

  /** To where the next stretch begins; back to where this one began, or the one before. */
  step(by: 1 | -1): void {
    const { stretches, last } = this.film;
    const here = this.film.stretchAt(this.at);
    const began = stretches[here]?.from ?? 0;
    if (by === 1) this.go(stretches[here + 1]?.from ?? last);
    else this.go(this.at > began ? began : (stretches[here - 1]?.from ?? 0));
  }

  toggle(): void {
    if (this.isPlaying) this.pause();
    else this.#play();
  }

  #play(): void {
    if (this.at === this.film.last) this.go(0);
    this.isPlaying = true;
    this.#timer = setInterval(() => this.#onward(), this.isStill ? still : tick);
  }

  pause(): void {
    clearInterval(this.#timer);
    this.isPlaying = false;
  }

  #onward(): void {
    const { last, turns } = this.film;
    if (this.isStill) this.go(turns.find((turn) => turn > this.at) ?? last);
    else {
      const place = this.#place + tick * this.speed;
      const at = this.film.momentAt(place);
      // What comes in between is drawn as it was in the room: one after the other, as far as there is time.
      if (at > this.at + 1) this.cut += this.film.stretchAt(at) === this.film.stretchAt(this.at) ? 0 : 1;
      this.at = at;
      this.#place = place;
    }
    if (this.at >= last) this.pause();
  }
}
