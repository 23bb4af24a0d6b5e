/**
 * Rows that together hold every pair of values of every two factors (all-pairs testing; Cohen, Dalal, Fredman & Patton
 * 1997): greedy and without chance, so that a row that fails once fails again. `all`: every combination there is.
 */
export function combinations<F extends Record<string, readonly unknown[]>>(
  factors: F,
  all = false,
): { [K in keyof F]: F[K][number] }[] {
  type Row = { [K in keyof F]: F[K][number] };
  const names = Object.keys(factors) as (keyof F & string)[];
  const every = names.reduce<Partial<Row>[]>(
    (rows, name) => rows.flatMap((row) => (factors[name] ?? []).map((value) => ({ ...row, [name]: value }))),
    [{}],
  ) as Row[];
  if (all) return every;
  const pairsOf = (row: Row): string[] =>
    names.flatMap((a, i) =>
      names.slice(i + 1).map((b) => `${a}=${JSON.stringify(row[a])} ${b}=${JSON.stringify(row[b])}`),
    );
  const open = new Set(every.flatMap(pairsOf));
  const chosen: Row[] = [];
  while (open.size > 0) {
    let best = every[0] as Row;
    let most = 0;
    for (const row of every) {
      const count = pairsOf(row).filter((pair) => open.has(pair)).length;
      if (count > most) [best, most] = [row, count];
    }
    for (const pair of pairsOf(best)) open.delete(pair);
    chosen.push(best);
  }
  return chosen;
}
