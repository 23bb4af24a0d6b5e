/** WCAG: a room that answers at once is heard at most this often (milliseconds). */
export const every = 10_000;

/** Gathers what comes in and tells it in one sentence, at most once in ten seconds. */
export function gathering(tell: (count: number) => void) {
  let waiting = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isQuiet = true;

  function flush(): void {
    if (waiting > 0) {
      tell(waiting);
      waiting = 0;
      timer = setTimeout(flush, every);
    } else isQuiet = true;
  }
  return {
    add(count: number): void {
      waiting += count;
      if (!isQuiet) return;
      isQuiet = false;
      // A moment, so that the first of a burst brings the others along.
      timer = setTimeout(flush, 800);
    },
    stop: (): void => clearTimeout(timer),
  };
}
