import type { BarPart } from '../../../shared/figure/bar-boxes.ts';
import type { Language } from '../../../shared/script.ts';
import { say } from '../../../shared/script-queries.ts';
import type { JudgedCount } from '../../../shared/views/wall.ts';

export const partsOf = ({ parts }: JudgedCount, language: Language): BarPart[] =>
  parts.map(({ id, label, shape, count }) => ({ id, label: say(label, language), shape, count }));

/** "7 ja, 3 deels, 1 nee": a bar in words. */
export const partsInWords = (parts: readonly BarPart[]): string =>
  parts
    .filter(({ count, shape }) => count > 0 && shape !== 'unknown')
    .map(({ count, label }) => `${count} ${label}`)
    .join(', ');
