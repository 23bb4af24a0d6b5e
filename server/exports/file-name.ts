import { createHash } from 'node:crypto';

/** ASCII letters and digits, at most 40, no spaces; empty where a text has none. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase()
    .replace(/^-/, '')
    .slice(0, 40)
    .replace(/-$/, '');

/** A part of a file name, never empty. */
export const plainName = (text: string): string => plain(text) || 'sessie';

/** A title in another script, or of emoji alone, has a mark of its own instead, so that two sessions can be told apart. */
const titleName = (title: string): string =>
  plain(title) || `sessie-${createHash('sha256').update(title).digest('hex').slice(0, 4)}`;

type Named = { date: string; title: string; place: string };

/** `in-gesprek_2026-11-23_werkplaats-wijk-en-welzijn_veldhoven_antwoorden.csv`; without the place where none is known. */
export function fileNameOf({ date, title, place }: Named, kinds: readonly string[], extension: string): string {
  const parts = [plainName(date), titleName(title), plain(place), ...kinds.map(plainName)];
  return `in-gesprek_${parts.filter(Boolean).join('_')}.${extension}`;
}
