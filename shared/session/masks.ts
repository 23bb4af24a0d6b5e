/** afdekken: words that nobody but the desk and their writers reads any more. */
import type { Span } from '../commands.ts';
import type { StoredValues } from '../events.ts';
import type { Answer } from './state.ts';

/** Stands for covered words, always as wide: their length tells nothing. */
export const mark = '▇▇▇';

/** What is read instead of one field of one version, and where its covered words stood: text ids. */
export type Mask = { version: number; field: string; text: string; spans: string };

const inOrder = (spans: readonly Span[]): Span[] => [...spans].sort((a, b) => a.from - b.from);

/** Whether they lie within these words, each holds something, none lies over another, and none cuts a character in two. */
export function areSound(words: string, spans: readonly Span[]): boolean {
  return inOrder(spans).every(
    ({ from, to }, i, all) =>
      from < to &&
      to <= words.length &&
      from >= (all[i - 1]?.to ?? 0) &&
      words.slice(from, to).trim() !== '' &&
      [words.slice(0, from), words.slice(from, to), words.slice(to)].every((part) => part.isWellFormed()),
  );
}

/** These words with a mark in the place of each span. */
export function coverWords(words: string, spans: readonly Span[]): string {
  let text = '';
  let at = 0;
  for (const { from, to } of inOrder(spans)) {
    text += words.slice(at, from) + mark;
    at = to;
  }
  return text + words.slice(at);
}

/** Kept as a text, because the length of a covered word may name somebody too. */
export const spansAsText = (spans: readonly Span[]): string =>
  inOrder(spans)
    .map(({ from, to }) => `${from}-${to}`)
    .join(' ');

export const spansIn = (text: string): Span[] =>
  text.split(' ').flatMap((part) => {
    const [from, to] = part.split('-').map(Number);
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });

export const maskOf = (answer: Pick<Answer, 'masks' | 'version'>, field: string): Mask | undefined =>
  answer.masks.find((mask) => mask.field === field && mask.version === answer.version);

/** Covered now or before: what its people write after that may name the same person again. */
export const isWatched = ({ watched, masks }: Answer): boolean => watched || masks.length > 0;

/**
 * What everybody but the desk and the writers reads: the one rule for walls, phones, summary and exports. Of a version
 * older than the one whose words were covered (a summary that was published before) the whole field is left out.
 */
export function readValues(answer: Answer): StoredValues {
  let { values } = answer;
  for (const { version, field, text } of answer.masks) {
    const { [field]: value, ...others } = values;
    if (!value || version < answer.version) continue;
    values = version === answer.version ? { ...values, [field]: { kind: 'text', text } } : others;
  }
  return values;
}

/** A text in pieces: those in the spans, and those between them. */
export function piecesOf(words: string, spans: readonly Span[]): { text: string; isCovered: boolean }[] {
  const pieces: { text: string; isCovered: boolean }[] = [];
  let at = 0;
  for (const { from, to } of inOrder(spans)) {
    pieces.push({ text: words.slice(at, from), isCovered: false }, { text: words.slice(from, to), isCovered: true });
    at = to;
  }
  return [...pieces, { text: words.slice(at), isCovered: false }].filter(({ text }) => text !== '');
}

/** The same of a text that others read: its marks, and what stands between them. */
export const marksIn = (text: string): { text: string; isCovered: boolean }[] =>
  text
    .split(mark)
    .flatMap((part, i) => [...(i > 0 ? [{ text: mark, isCovered: true }] : []), { text: part, isCovered: false }])
    .filter((piece) => piece.text !== '');
