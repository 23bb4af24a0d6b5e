import type { Arc } from '../../../shared/figure/figure-plan.ts';
import { lettersOf } from '../letters/runs.ts';

/** Where each letter of a line along a ring stands, its middle on the ring and itself upright to it. */
export function bentLetters(
  { text, size, cx, cy, radius, angle, under }: Arc,
  widthOf: (letter: string) => number,
): { letter: string; x: number; y: number; degrees: number; width: number }[] {
  const letters = lettersOf(text).map((letter) => ({ letter, width: widthOf(letter) * size }));
  const whole = letters.reduce((sum, { width }) => sum + width, 0);
  const way = under ? -1 : 1;
  let at = -whole / 2;
  return letters.map(({ letter, width }) => {
    const here = angle + (way * (at + width / 2)) / radius;
    at += width;
    const degrees = (here * 180) / Math.PI + (under ? -90 : 90);
    return { letter, x: cx + radius * Math.cos(here), y: cy + radius * Math.sin(here), degrees, width };
  });
}
