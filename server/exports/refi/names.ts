/** Names as programs for qualitative analysis bear them. */

/** MAXQDA cuts a code's name here, and what was cut may no longer differ. */
const longest = 63;

const segmenter = new Intl.Segmenter();

/** What no XML 1.0 file may hold; line ends and tabs stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const outsideXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export const forXml = (text: string): string => text.toWellFormed().replace(outsideXml, '');

/** On one line. */
export const nameOf = (text: string): string => forXml(text).replace(/\s+/g, ' ').trim();

/** Whole letters, at most so many units of UTF-16. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of segmenter.segment(text)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

export const shortName = (text: string): string => cut(nameOf(text), longest);

/**
 * Gives each name once, whatever its case: with what tells it apart behind it, else with a number.
 * Where two codes bear one name, the second loses its codings at import.
 */
export function uniqueNames(): (wanted: string, apart?: string) => string {
  const taken = new Set<string>();
  const keyOf = (name: string) => name.normalize('NFKC').toLowerCase();
  return (wanted, apart = '') => {
    const bare = nameOf(wanted) || '–';
    const withTail = (tail: string) =>
      tail ? `${cut(bare, longest - tail.length - 3)} (${tail})` : cut(bare, longest);
    const told = cut(nameOf(apart), 30);
    let name = withTail('');
    if (taken.has(keyOf(name)) && told) name = withTail(told);
    for (let number = 2; taken.has(keyOf(name)); number++) name = withTail(String(number));
    taken.add(keyOf(name));
    return name;
  };
}
