import type { SessionRow } from '../../../shared/api.ts';
import { reachOf } from '../../../shared/figure/bar-boxes.ts';
import type { CompareSession, SessionComparison } from '../../../shared/views/compare/compare-form.ts';
import { partsOf } from '../figures.ts';
import { wording } from '../wording.svelte.ts';

export const fewest = 2;
export const most = 12;

/** Those that have something to compare, the earliest first. */
export const comparableRows = (rows: readonly SessionRow[], script: string): SessionRow[] =>
  rows
    .filter((row) => row.script === script && row.phase !== 'planned' && row.answers > 0)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

export const hashOf = (script: string, sessions: readonly string[]): string =>
  `#vergelijk=${script}/${sessions.join(',')}`;

/** "12 januari 2027, Tilburg": under the number, so that two of one day can be told apart. */
export const whenWhere = ({ head }: CompareSession): string =>
  [wording.day(head.date, 'medium'), head.place].filter(Boolean).join(', ');

export const nameOf = (session: CompareSession, place: number): string =>
  `${wording.words.compare.session(place + 1)}: ${whenWhere(session)}`;

/** "12 duo's, waarvan 1 drietal; 25 mensen": kinds of units are told, never added up. */
export function whoOf({ head }: CompareSession): string {
  const { words } = wording;
  const kinds = head.units.map(({ count, size, larger }) =>
    [`${count} ${words.units(count, size)}`, ...larger.map((more) => words.larger(more.count, more.size))].join(', '),
  );
  return [...kinds, `${head.people} ${words.people(head.people)}`].join('; ');
}

/** The longer side of the largest bar: every cell of the page shares it. */
export const scaleOf = ({ sections }: SessionComparison): number =>
  Math.max(
    1,
    ...sections.flatMap(({ items }) =>
      items.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) =>
          cells.map((cell) => (cell.state === 'answered' && cell.figures ? reachOf(partsOf(cell.figures)) : 0)),
        ),
      ),
    ),
  );
