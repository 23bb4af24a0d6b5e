const lookEvery = 10;

/** Resolves with what `look` finds, as soon as it does; fails with its name after `within` milliseconds. */
export function until<T>(what: string, look: () => T | undefined | false | null, within = 20_000): Promise<T> {
  const end = performance.now() + within;
  return new Promise((resolve, reject) => {
    function again(): void {
      const found = look();
      if (found !== undefined && found !== false && found !== null) resolve(found);
      else if (performance.now() > end) reject(new Error(`not within ${within} ms: ${what}`));
      else setTimeout(again, lookEvery);
    }
    again();
  });
}

/** The value under which this share of the list lies. */
export function quantile(list: readonly number[], share: number): number {
  return [...list].sort((a, b) => a - b)[Math.ceil((list.length - 1) * share)] ?? Number.NaN;
}
