/** The reckoning of the measurement, apart so that a test can check it. */

/** The value below which this share of them lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The middle one, or the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

export type Ratio = { median: number; least: number; most: number; pairs: number };

/** Of each pair of runs, made one after the other, how many times the one is the other: their median decides. */
export function ratioOf(pairs: readonly (readonly [number, number])[]): Ratio {
  const ratios = pairs.map(([one, other]) => one / other).filter((ratio) => !Number.isNaN(ratio));
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios), pairs: ratios.length };
}

/** So that neither always comes first: a machine that warms up or slows down helps no one. */
export const alternating = <T>(pair: number, one: T, other: T): [T, T] =>
  pair % 2 === 0 ? [one, other] : [other, one];
