/** CSV in two profiles (RFC 4180): for programs, and for Dutch Excel. */

export type Profile = 'standard' | 'excel';
export type Cell = string | number | null;

/** Starts of a cell that a spreadsheet takes for a formula, also after spaces and in full-width forms (OWASP ASVS 1.2.10). */
const formula = /^[\s\u200b\ufeff]*[=+\-@]|^[\t\r\n]/;

/** A text as a spreadsheet will keep it: as text, with an apostrophe in front where it would be a formula. */
export const asText = (text: string): string => (formula.test(text.normalize('NFKC')) ? `'${text}` : text);

function cellOf(cell: Cell, profile: Profile): string {
  if (cell === null) return profile === 'excel' ? '""' : '';
  const text = typeof cell === 'number' ? String(cell) : asText(cell);
  const quoted = profile === 'excel' || /[",;\r\n]/.test(text) || text !== text.trim();
  return quoted ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Excel reads UTF-8 by its BOM, takes `;` in Dutch, and wants every field quoted. No `sep=` line. */
export function csvOf(rows: readonly (readonly Cell[])[], profile: Profile): string {
  const separator = profile === 'excel' ? ';' : ',';
  const lines = rows.map((row) => `${row.map((cell) => cellOf(cell, profile)).join(separator)}\r\n`);
  return (profile === 'excel' ? '\ufeff' : '') + lines.join('');
}
