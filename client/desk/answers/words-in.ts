import type { Span } from '../../../shared/commands.ts';

/** A text as words to tap, each with its place, and what stands between them. */
export type Part = Span & { text: string; isWord: boolean };

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

export const partsOf = (text: string): Part[] =>
  [...segmenter.segment(text)].map(({ segment, index, isWordLike }) => ({
    text: segment,
    from: index,
    to: index + segment.length,
    isWord: isWordLike ?? false,
  }));

/** Whether a place is in one of these spans. */
export const isIn = (spans: readonly Span[], { from, to }: Span): boolean =>
  spans.some((span) => span.from < to && from < span.to);

/** What covers these words: neighbours with only spaces, dots or hyphens between them are one, so that their number tells nothing. */
export function spansOf(text: string, chosen: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const { from, to } of [...chosen].sort((a, b) => a.from - b.from)) {
    const last = spans.at(-1);
    if (last && /^[\s.@'’-]*$/.test(text.slice(last.to, from))) last.to = Math.max(last.to, to);
    else spans.push({ from, to });
  }
  return spans;
}
