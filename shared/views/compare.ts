/**
 * Sessions of one script beside one another: equal words in one row, changed words in rows of their own.
 * Counts and quotes alone: no mean, no line through them, no rank; what was not discussed is not a zero (D3).
 */
import { groupBy } from '../group-by.ts';
import type { CompareCell, CompareRow, CompareSection, SessionComparison } from './compare/compare-form.ts';
import type { Asked, ComparePart } from './compare/part.ts';
import { withNews } from './compare/themes.ts';
import { differencesOf } from './compare/wording.ts';

export type * from './compare/compare-form.ts';
export { type ComparePart, comparePart } from './compare/part.ts';

/** A row in the making: who asked it, by the place of the session. */
type Line = { places: Set<string>; family: string; first: Asked; by: Map<number, Asked> };

/** The line that has the same words at the same place of the script; else one with the same words, at a place that this session does not have. */
function lineFor(lines: readonly Line[], asked: Asked, session: number, own: ReadonlySet<string>): Line | undefined {
  const equal = lines.filter((line) => line.first.key === asked.key && !line.by.has(session));
  const moved = (line: Line) => ![...line.places].some((place) => own.has(place));
  return equal.find((line) => line.places.has(asked.place)) ?? equal.find(moved);
}

/** Every question of every session once, in the order of the scripts: what a later one adds stands where it stands there. */
function linesOf(parts: readonly ComparePart[]): Line[] {
  const lines: Line[] = [];
  for (const [session, { asked: all }] of parts.entries()) {
    const own = new Set(all.map(({ place }) => place));
    let at = 0;
    for (const asked of all) {
      let line = lineFor(lines, asked, session, own);
      if (!line) {
        const sibling = lines.findLast(({ places }) => places.has(asked.place));
        line = { places: new Set(), family: sibling?.family ?? asked.place, first: asked, by: new Map() };
        lines.splice(sibling ? lines.indexOf(sibling) + 1 : at, 0, line);
      }
      line.places.add(asked.place);
      line.by.set(session, asked);
      at = lines.indexOf(line) + 1;
    }
  }
  return lines;
}

/** The other one's words, in its language: the script has both, and nobody changed them. */
const isTranslation = (a: Asked, b: Asked): boolean =>
  a.language !== b.language && (a.keys[b.language] === b.key || b.keys[a.language] === a.key);

/** Which words each of these lines asked, and who did. */
function changedIn(line: Line, siblings: readonly Line[]): CompareRow['changed'] {
  if (siblings.length < 2) return null;
  const isOnlyTranslated = siblings.every(({ first }) => first === line.first || isTranslation(first, line.first));
  const differences = differencesOf(siblings.map(({ first }) => first.wording));
  return {
    kind: isOnlyTranslated ? 'language' : 'wording',
    texts: siblings.map(({ by, first }, i) => ({
      ...{ sessions: [...by.keys()], language: first.language },
      parts: differences[i] ?? [],
    })),
  };
}

function rowOf(line: Line, key: string, siblings: readonly Line[], sessions: number): CompareRow {
  const cellOf = (session: number): CompareCell =>
    line.by.get(session)?.cell ?? {
      state: siblings.some(({ by }) => by.has(session)) ? 'otherWording' : 'notAsked',
    };
  return {
    key,
    item: line.first.item.title,
    question: line.first.question,
    changed: changedIn(line, siblings),
    cells: Array.from({ length: sessions }, (_, session) => cellOf(session)),
  };
}

function sectionsOf(parts: readonly ComparePart[]): CompareSection[] {
  const lines = linesOf(parts);
  const families = groupBy(lines, ({ family }) => family);
  return [...groupBy(lines, ({ first }) => first.section.key)].map(([key, own]) => ({
    key,
    title: own[0]?.first.section.title ?? {},
    items: [...groupBy(own, ({ first }) => first.item.key)].map(([itemKey, all]) => ({
      key: itemKey,
      title: all[0]?.first.item.title ?? {},
      hue: all[0]?.first.item.hue ?? null,
      whole: all[0]?.first.item.whole ?? false,
      rows: all.map((line, i) => rowOf(line, `${i}`, families.get(line.family) ?? [], parts.length)),
    })),
  }));
}

/** The parts stand in order of date; of one day, by when they were planned. */
export function compareSessions(given: readonly ComparePart[]): SessionComparison {
  const parts = given.toSorted(
    (a, b) =>
      (a.session.head.date < b.session.head.date ? -1 : a.session.head.date > b.session.head.date ? 1 : 0) ||
      a.plannedAt - b.plannedAt,
  );
  const news = withNews(parts.map(({ themes }) => themes));
  return {
    format: 'in-gesprek/comparison@1',
    script: parts.at(-1)?.title ?? {},
    sessions: parts.map(({ session, unnamed }, i) => ({ ...session, themes: news[i] ?? [], unnamed })),
    sections: sectionsOf(parts),
  };
}
