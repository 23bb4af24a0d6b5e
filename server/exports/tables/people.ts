import { groupBy } from '../../../shared/group-by.ts';
import { say } from '../../../shared/script-queries.ts';
import { perspectivesAt } from '../../../shared/session/selectors.ts';
import type { Seat } from '../../../shared/session/state.ts';
import { suppress } from '../../../shared/session/suppress.ts';
import { presentOrLeft } from '../../../shared/views/summary/people.ts';
import { perspectivesOf } from '../../../shared/views/summary/perspectives.ts';
import type { ExportSource } from '../export-source.ts';
import { drawPeople } from '../labels.ts';
import { listed } from './contents.ts';
import { columnsNamed, type Row, type Table } from './table.ts';

/**
 * Roles stand beside somebody's answers here, so what counts is who shares all that is told of them: a set of roles is
 * told only where enough others have just these, and as many on their phone; the rest are "other roles".
 */
function rolesTold(seats: readonly Seat[], { state, language, words }: ExportSource): (seat: Seat) => string | null {
  const { reason, from, shown } = perspectivesOf(state);
  if (reason !== 'shown') return () => null;
  const keyOf = (seat: Seat) => JSON.stringify([seat.people, perspectivesAt(seat).toSorted()]);
  const groups = [...groupBy(seats, keyOf)].map(([key, all]) => ({ key, count: all.length }));
  const told = new Set(suppress(groups, from).shown.map(({ key }) => key));
  return (seat) => {
    const roles = perspectivesAt(seat);
    if (!told.has(keyOf(seat)) || roles.some((role) => !shown.some(({ id }) => id === role))) return words.others;
    const options = state.script.perspectives.options.filter(({ id }) => roles.includes(id));
    return listed(options.map(({ label }) => say(label, language))) || words.sheets.notSaid;
  };
}

/** Deelnemers: by their pseudonym, never a name, and in no order of coming. */
export function peopleTable(source: ExportSource): Table {
  const { log, state } = source;
  const labels = drawPeople(log, state);
  const seats = presentOrLeft(state);
  const rolesOf = rolesTold(seats, source);
  const rows = seats
    .map((seat): Row => [labels.get(seat.seat) ?? '', seat.people, rolesOf(seat)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return { columns: columnsNamed(source, ['participant', 'people', 'perspectives']), rows };
}
