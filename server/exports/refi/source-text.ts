/** A part of a text that somebody wrote or judged, with its codes; in code points, the end not included (REFI-QDA 1.5, 10.2). */
export type Selection = {
  key: string[];
  name: string;
  start: number;
  end: number;
  /** ISO 8601; empty where it is not known. */
  at: string;
  codes: string[];
};

function codePointsOf(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** A carriage return would be read as one character less than it was counted. */
const written = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n');

/** Writes a source's text line by line, and knows where each selection stands in it. */
export function openText() {
  const lines: string[] = [];
  const selections: Selection[] = [];
  let length = 0;
  function line(raw = ''): number {
    const text = written(raw);
    const start = length;
    lines.push(text);
    length += codePointsOf(text) + 1;
    return start;
  }
  return {
    line,
    select(text: string, selection: Omit<Selection, 'start' | 'end'>) {
      const start = line(text);
      selections.push({ ...selection, start, end: length - 1 });
    },
    close: () => ({ text: `${lines.join('\n')}\n`, selections }),
  };
}
