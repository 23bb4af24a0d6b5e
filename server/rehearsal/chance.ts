export type Chance = ReturnType<typeof buildChance>;

/** Chance that is the same again from the same seed (mulberry32): a rehearsal can be played anew in a test. */
export function buildChance(seed: number) {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const below = (most: number): number => Math.floor(next() * most);

  return {
    below,
    between: (least: number, most: number): number => least + next() * (most - least),
    isSo: (share: number): boolean => next() < share,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
    some: <T>(list: readonly T[], count: number): T[] => {
      const left = [...list];
      const taken: T[] = [];
      while (left.length > 0 && taken.length < count) taken.push(...left.splice(below(left.length), 1));
      return taken;
    },
  };
}
