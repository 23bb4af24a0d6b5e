/** Which items each unit starts with, so that the room covers them evenly (DOMAIN section 6). */

/** A list turned so that it begins at `start`. */
const turned = <T>(list: readonly T[], start: number): T[] => [...list.slice(start), ...list.slice(0, start)];

/**
 * Deals `perUnit` of the items to each of `count` units: every unit starts at another item.
 * With fewer units than items the starts are spread, so that the second and third item fill the gaps.
 */
export function dealRound(items: readonly string[], count: number, perUnit: number): string[][] {
  return Array.from({ length: count }, (_, k) => {
    const start = count < items.length ? Math.floor((k * items.length) / count) : k % items.length;
    return turned(items, start).slice(0, perUnit);
  });
}

/** A late unit starts where the fewest started. */
export function dealLate(items: readonly string[], dealt: readonly (readonly string[])[], perUnit: number): string[] {
  const starts = items.map((item) => dealt.filter((d) => d[0] === item).length);
  const start = starts.indexOf(Math.min(...starts));
  return turned(items, start).slice(0, perUnit);
}
