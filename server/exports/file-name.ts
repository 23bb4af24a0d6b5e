/** A part of a file name: ASCII letters and digits, no spaces, never empty. */
export function plainName(text: string): string {
  const ascii = text.normalize('NFD').replace(/\p{M}/gu, '');
  return (
    ascii
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .toLowerCase()
      .slice(0, 40) || 'sessie'
  );
}

/** `in-gesprek_2026-11-23_veldhoven_antwoorden.csv` */
export const fileNameOf = (date: string, place: string, kinds: readonly string[], extension: string): string =>
  `in-gesprek_${[date, place, ...kinds].map(plainName).join('_')}.${extension}`;
