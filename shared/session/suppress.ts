/** Small groups are not told, nor what would give them away. */

/**
 * Hides every cell below `from`, and then the next smallest ones (all that are as small) until what is missing from the
 * total tells no cell: at least two cells, together `from` or more, and not all just below it (complementary suppression).
 */
export function suppress<C extends { count: number }>(cells: readonly C[], from: number): { shown: C[]; hidden: C[] } {
  const present = cells.filter((cell) => cell.count > 0);
  let least = from;
  for (;;) {
    const hidden = present.filter((cell) => cell.count < least);
    const shown = present.filter((cell) => cell.count >= least);
    if (hidden.length === 0 || shown.length === 0 || !isTold(hidden, from)) return { shown, hidden };
    least = Math.min(...shown.map((cell) => cell.count)) + 1;
  }
}

/** Whether the sum of these alone tells one of them. */
function isTold(hidden: readonly { count: number }[], from: number): boolean {
  const sum = hidden.reduce((total, cell) => total + cell.count, 0);
  return hidden.length < 2 || sum < from || hidden.every((cell) => cell.count === from - 1);
}
