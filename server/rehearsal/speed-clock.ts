/** A clock that starts as the room's, and runs so many times faster; at 0 it stands. */
export function buildSpeedClock(clock: () => number, atStart: number) {
  let speed = atStart;
  let since = { real: clock(), own: clock() };
  const now = (): number => Math.floor(since.own + (clock() - since.real) * speed);

  return {
    now,
    get speed() {
      return speed;
    },
    set(next: number): void {
      since = { real: clock(), own: now() };
      speed = next;
    },
  };
}
