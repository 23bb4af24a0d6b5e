/** The short number by which people in a room find each other. */
import type { SessionState } from './state.ts';
import { has } from './table.ts';

/** As few digits as leave more than half of them free. */
const ranges = [
  { from: 10, count: 90 },
  { from: 100, count: 900 },
  { from: 1_000, count: 9_000 },
] as const;

/** FNV-1a: a seat's id is random, so its number tells nothing of who came before. */
function scattered(seat: string): number {
  let hash = 0x811c9dc5;
  for (const char of seat) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/** A number for a new seat; a number stays its seat's, also when they have left. */
export function freeNumber(state: SessionState, seat: string): number {
  const { from, count } = ranges.find((range) => state.seats.size < range.count / 2) ?? ranges[2];
  let at = scattered(seat) % count;
  while (has(state.numbers, String(from + at))) at = (at + 1) % count;
  return from + at;
}
