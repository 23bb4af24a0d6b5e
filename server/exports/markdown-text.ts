/** People's words as Markdown that shows them and does nothing else. */

const inline = /[\\`*_{}[\]<>|~$&!]/g;
const lineStart = /^(\s*)([#\-+=>:]|\d+[.)])/;

/** One line of somebody's words: no markup, no list, no heading, no table cell, no HTML. */
const escapeLine = (line: string): string =>
  line
    .replace(inline, '\\$&')
    .replace(lineStart, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    );

const linesOf = (text: string): string[] => text.split(/\r\n|[\r\n\u2028\u2029]/);

/** As running text on one line: headings, cells, list items. */
export const mdLine = (text: string): string => escapeLine(linesOf(text).join(' ').trim());

/** As a quotation, line by line. */
export const mdQuote = (text: string): string =>
  linesOf(text)
    .map((line) => `> ${escapeLine(line.trim())}`.trimEnd())
    .join('\n');

export const mdTable = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
