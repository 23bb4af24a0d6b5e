/** Milliseconds that a long piece of work keeps the processor for itself. */
const turn = 10;

/** Work in small steps, each a yield: others get their turn now and then, so that no room waits for the whole of it. */
export async function inTurns<T>(steps: Generator<undefined, T>): Promise<T> {
  let began = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < turn) continue;
    await new Promise(setImmediate);
    began = performance.now();
  }
}

/** The same work at once. */
export function atOnce<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
