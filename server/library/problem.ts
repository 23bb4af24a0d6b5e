/** A sentence for the desk, in both its languages. */
export type Sentence = { nl: string; en: string };

/** Why a script was refused: the file, its line (from 1), and a sentence that says what to do. */
export type Problem = { file: string; line: number; message: Sentence };

/** Where something stands in the data, from the top: `['steps', 3, 'about']`. */
export type Path = readonly PropertyKey[];

/** Something wrong at a place in the data; its line is looked up later. */
export type Finding = { path: Path; message: Sentence };

export const finding = (path: Path, nl: string, en: string): Finding => ({ path, message: { nl, en } });

const mostShown = 50;

/** The first fifty findings as problems of a file: in the order of its lines, each said once. */
export function problemsOf(file: string, findings: readonly Finding[], lineOf: (path: Path) => number): Problem[] {
  const all = findings.slice(0, mostShown).map(({ path, message }) => ({ file, line: lineOf(path), message }));
  const once = new Map(all.map((problem) => [`${problem.line} ${problem.message.nl}`, problem]));
  return [...once.values()].sort((a, b) => a.line - b.line);
}
