/** A text in pieces: what can be tapped holds the index of its phrase. */
export type Piece = { text: string; phrase: number | null };

/** Cuts a text at its tappable phrases, which stand in it letter for letter; one that does not is left out. */
export function piecesOf(text: string, phrases: readonly string[]): Piece[] {
  const found = phrases
    .map((phrase, index) => ({ index, at: text.indexOf(phrase), length: phrase.length }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index, at, length } of found) {
    if (at < from) continue;
    if (at > from) pieces.push({ text: text.slice(from, at), phrase: null });
    pieces.push({ text: text.slice(at, at + length), phrase: index });
    from = at + length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), phrase: null });
  return pieces;
}
