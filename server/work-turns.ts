/** So many wait that one more would wait for too long. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';
}

/** Heavy work, so many at once; others wait in the order of coming, and at most so many. */
export function buildWorkTurns(atOnce: number, mostWaiting: number) {
  let busy = 0;
  const first: (() => void)[] = [];
  const others: (() => void)[] = [];
  let wasFirst = false;

  /** After each that goes first one of the others: who asks on and on keeps nobody out. */
  function next(): (() => void) | undefined {
    wasFirst = first.length > 0 && (others.length === 0 || !wasFirst);
    return (wasFirst ? first : others).shift();
  }

  return async function inTurn<T>(work: () => Promise<T>, isFirst = false): Promise<T> {
    if (busy < atOnce) busy += 1;
    else {
      if (!isFirst && others.length >= mostWaiting) throw new TooBusy('too many wait');
      // Whoever ends gives its place away, so that nobody comes between.
      await new Promise<void>((go) => (isFirst ? first : others).push(go));
    }
    try {
      return await work();
    } finally {
      const go = next();
      if (go) go();
      else busy -= 1;
    }
  };
}
