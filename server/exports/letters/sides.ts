import type { Word } from './runs.ts';

/**
 * Words of one line from left to right as they are seen: those of a script that runs the other way stand in the other order.
 * Two levels of the Unicode bidirectional algorithm (UAX 9), by whole words: a number or sign goes with its neighbours.
 */
export function seenOrder(words: readonly Word[], fromRight: boolean): Word[] {
  const base = fromRight ? 'right' : 'left';
  const other = fromRight ? 'left' : 'right';
  const stretches: { turned: boolean; words: Word[] }[] = [];
  for (const [i, word] of words.entries()) {
    const last = stretches.at(-1);
    const next = words.slice(i).find(({ side }) => side !== null)?.side ?? base;
    const turned = word.side === null ? Boolean(last?.turned) && next === other : word.side === other;
    if (last && last.turned === turned) last.words.push(word);
    else stretches.push({ turned, words: [word] });
  }
  // Right to left within a stretch of that side; and the stretches too, where the whole text is read so.
  const ordered = stretches.map((stretch) =>
    stretch.turned === fromRight ? stretch.words : stretch.words.toReversed(),
  );
  return (fromRight ? ordered.toReversed() : ordered).flat();
}
