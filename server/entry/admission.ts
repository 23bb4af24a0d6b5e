import { availableParallelism, totalmem } from 'node:os';

/** How long (ms) a place is kept for who was let in and is on the way, and for who dropped and comes back. */
const onTheWay = 20_000;
const away = 60_000;
const sayEvery = 10 * 60_000;
/** Places that are over are looked for this often (ms), and where the house seems full. */
const sweepEvery = 1_000;

export type Admission = ReturnType<typeof buildAdmission>;

/**
 * How many phones this machine bears at once (docs/operating.md has what was measured): a phone took 0.2 MB and is reckoned
 * at a third of one, of half the memory less what the program itself takes; and where there is one core for everything,
 * a third of what fits where there are more.
 */
export function phonesThatFit(
  memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
  cores = availableParallelism(),
): number {
  const byMemory = Math.floor((memory / 2 - 200e6) / 330e3);
  return Math.max(100, Math.min(byMemory, cores > 1 ? 3_000 : 1_000));
}

/**
 * Who is new waits where the house is full: phones that are here at once, over all sessions of this server. Whoever has a
 * seat is always let in, so that those who drop and come back notice nothing.
 */
export function buildAdmission(most: number, clock: () => number, say: (line: string) => void) {
  /** By seat: its lines. */
  const lines = new Map<string, Set<string>>();
  /** Places of who is not here now, until when: of a seat, or of a try at joining. */
  const kept = new Map<string, number>();
  let saidAt = Number.NEGATIVE_INFINITY;

  let sweptAt = Number.NEGATIVE_INFINITY;

  function isFull(): boolean {
    const now = clock();
    const seemsFull = () => lines.size + kept.size >= most;
    if (seemsFull() || Math.abs(now - sweptAt) >= sweepEvery) {
      sweptAt = now;
      // A clock that is set back keeps no place for longer.
      for (const [place, until] of kept) if (until <= now || until - now > away) kept.delete(place);
    }
    return seemsFull();
  }
  const keep = (place: string, milliseconds: number) => {
    if (!lines.has(place)) kept.set(place, clock() + milliseconds);
  };

  return {
    /** Whether there is room for somebody new, who then has it. `joining`: names this try. */
    mayJoin(joining: string): boolean {
      if (!kept.has(joining) && isFull()) {
        if (clock() - saidAt >= sayEvery) {
          saidAt = clock();
          say(`Full / vol: ${most} phones are here, new ones wait (MOST_PHONES).`);
        }
        return false;
      }
      keep(joining, onTheWay);
      return true;
    },
    /** What came of that try: a seat, or nothing. */
    joined(joining: string, seat: string | null): void {
      kept.delete(joining);
      if (seat !== null) keep(seat, onTheWay);
    },
    came(seat: string, line: string): void {
      lines.set(seat, (lines.get(seat) ?? new Set()).add(line));
      kept.delete(seat);
    },
    /** `isBack`: may be expected back. */
    went(seat: string, line: string, isBack: boolean): void {
      const left = lines.get(seat);
      if (!left?.delete(line) || left.size > 0) return;
      lines.delete(seat);
      if (isBack) keep(seat, away);
    },
  };
}
