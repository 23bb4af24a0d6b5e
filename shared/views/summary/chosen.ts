import type { Quote, Summary } from './summary-form.ts';

/** Starred and kept answers that no conclusion or proposal quotes, and how many one does. */
export function chosenApart({ taken, conclusions, proposals }: Summary): { chosen: Quote[]; quoted: number } {
  const quoted = new Set([...conclusions, ...proposals].flatMap(({ quotes }) => quotes.map(({ key }) => key)));
  const chosen = taken.filter(({ key }) => !quoted.has(key));
  return { chosen, quoted: taken.length - chosen.length };
}
