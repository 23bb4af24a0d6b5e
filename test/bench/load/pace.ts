/** When each of many does its work. */

/** Each at its time, evenly over so many milliseconds (0: all in one turn of the loop); resolves when all are done. */
export async function evenly(count: number, over: number, work: (i: number) => Promise<void>): Promise<void> {
  const from = performance.now();
  const all: Promise<void>[] = [];
  while (all.length < count) {
    const due = over === 0 ? count : Math.min(count, Math.floor(((performance.now() - from) / over) * count) + 1);
    while (all.length < due) all.push(work(all.length));
    if (all.length < count) await sleep(1);
  }
  await Promise.all(all);
}

/** As fast as they can, so many at a time. */
export async function inParallel(count: number, atOnce: number, work: (i: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
