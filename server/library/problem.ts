import type { Problem, Sentence } from '../../shared/problem.ts';

export type { Problem, Sentence } from '../../shared/problem.ts';

/** Where something stands in the data, from the top: `['steps', 3, 'about']`. */
export type Path = readonly PropertyKey[];

/** From 1; columns in UTF-16 units. */
export type Place = { line: number; column: number };

/** The begin of a file: where a problem stands that is of the whole file. */
export const atStart: Place = { line: 1, column: 1 };

/**
 * Something wrong at a place in the data, looked up in the file later: at the value, or at the word before the colon
 * (`isKey`). What is proposed is reckoned only for what is shown. `atForm`: what to do in the words of the editor's form,
 * beside its field; without it, it can only be mended in the text.
 */
export type Finding = { path: Path; message: Sentence; proposal: Proposal; isKey?: true; atForm?: Sentence };
type Proposal = () => string | null;

export const finding = (path: Path, nl: string, en: string, proposal: Proposal = () => null): Finding => ({
  path,
  message: { nl, en },
  proposal,
});

/** The same, with what a form says of it. */
export const withForm = (found: Finding, nl: string, en: string): Finding => ({ ...found, atForm: { nl, en } });

export type PlaceOf = (path: Path, isKey?: boolean) => Place;

export const mostShown = 50;

/** The first fifty findings as problems of a file: in the order of its lines, each said once. */
export function problemsOf(file: string, findings: readonly Finding[], placeOf: PlaceOf): Problem[] {
  const all = findings.slice(0, mostShown).map(({ path, message, proposal, isKey }) => {
    const { line, column } = placeOf(path, isKey);
    return { file, line, column, message, proposal: proposal() };
  });
  const once = new Map(all.map((problem) => [`${problem.line}:${problem.column} ${problem.message.nl}`, problem]));
  return [...once.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

const mostOfAWord = 60;

/** What somebody wrote, as a sentence quotes it. */
export const shown = (word: string): string => (word.length > mostOfAWord ? `${word.slice(0, mostOfAWord)}…` : word);
