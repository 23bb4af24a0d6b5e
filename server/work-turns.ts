/** So many wait that one more would wait for too long. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';
}

/** Heavy work, so many at once; others wait in the order of coming, and at most so many. */
export function buildWorkTurns(atOnce: number, mostWaiting: number) {
  let busy = 0;
  const queue: (() => void)[] = [];

  return async function inTurn<T>(work: () => Promise<T>, isFirst = false): Promise<T> {
    if (busy < atOnce) busy += 1;
    else {
      if (!isFirst && queue.length >= mostWaiting) throw new TooBusy('too many wait');
      // Whoever ends gives its place away, so that nobody comes between.
      await new Promise<void>((go) => (isFirst ? queue.unshift(go) : queue.push(go)));
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
