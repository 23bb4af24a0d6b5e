/** So many exports wait that one more would wait for too long. */
export class TooManyExports extends Error {
  override readonly name = 'TooManyExports';
}

type Waiting = { go: () => void; hear: (ahead: number) => void };

/** At most so many at once; who comes later waits, in the order of coming, and hears how many are ahead. */
export function buildTurns(atOnce: number, mostWaiting: number) {
  let busy = 0;
  const queue: Waiting[] = [];
  const tellAll = () => {
    for (const [i, { hear }] of queue.entries()) hear(i + 1);
  };

  function free(): void {
    const next = queue.shift();
    if (!next) {
      busy--;
      return;
    }
    next.go();
    tellAll();
  }

  /** Resolves when it is their turn, with what ends it; rejects when whoever waits has gone. */
  return function take(signal: AbortSignal, hear: (ahead: number) => void): Promise<() => void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      if (busy < atOnce) {
        busy++;
        return resolve(free);
      }
      if (queue.length >= mostWaiting) return reject(new TooManyExports());
      const leave = () => {
        const place = queue.indexOf(waiting);
        if (place >= 0) queue.splice(place, 1);
        reject(signal.reason);
        tellAll();
      };
      const waiting: Waiting = {
        hear,
        go() {
          signal.removeEventListener('abort', leave);
          resolve(free);
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      queue.push(waiting);
      hear(queue.length);
    });
  };
}
