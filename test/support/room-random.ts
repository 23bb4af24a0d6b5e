/** Chance from a seed: the same seed gives the same afternoon. */
export type Random = ReturnType<typeof randomFrom>;

export function randomFrom(seed: number) {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed >>> 0];
  /** sfc32: another generator than the product's own, so that the two are never in step. */
  function next(): number {
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 2 ** 32;
  }
  for (let i = 0; i < 12; i++) next();
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[below(list.length)] as T;
  };
  return {
    next,
    below,
    pick,
    chance: (p: number): boolean => next() < p,
    /** One of the list, or something else where it is empty. */
    pickOr: <T, O>(list: readonly T[], otherwise: O): T | O => (list.length ? pick(list) : otherwise),
    shuffled<T>(list: readonly T[]): T[] {
      const out = [...list];
      for (let i = out.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [out[i], out[j]] = [out[j] as T, out[i] as T];
      }
      return out;
    },
  };
}
